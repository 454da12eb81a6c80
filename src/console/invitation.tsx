import { accept, invitedBy } from '../store/invitation.ts'
import type { Invited } from '../store/invitation.ts'
import { Problem } from '../license/problem.ts'
import { startSession } from '../store/session.ts'
import { knownBrowser } from '../store/sign-in-failure.ts'
import { setCookie } from '../web/cookie.ts'
import { Field, Form } from '../web/form.tsx'
import { isSecure } from './address.ts'
import { filled, named, openPage } from './visit.ts'
import type { Visit } from './visit.ts'

/** Shorter ones are guessed; longer ones are a way to keep the server busy. */
const passwordLength = { least: 12, most: 200 } as const

export const invitationPages = [
  openPage('GET', '/console/invitation/:token', async (visit) =>
    invitationForm(visit, await invitedHere(visit)),
  ),
  openPage('POST', '/console/invitation/:token', async (visit) => {
    const invited = await invitedHere(visit)
    const { deps, now } = visit
    const misfits = misfitsIn(visit, invited)
    if (Object.keys(misfits).length > 0)
      return { ...invitationForm(visit, invited, misfits), status: 422 }
    const self = { login: filled(visit, 'login'), name: filled(visit, 'name') }
    const password = filled(visit, 'password')
    const person = await accept(deps.db, named(visit, 'token'), { password, self }, now)
    if (person === null) throw new Problem('not-found')
    const secure = isSecure(deps)
    const login = invited.person?.login ?? self.login
    return {
      to: '/console',
      cookies: [
        setCookie('session', await startSession(deps.db, person, { awaitsCode: false }), secure),
        setCookie('known', knownBrowser(deps.kek, login), secure),
      ],
    }
  }),
]

/** @throws Problem not-found */
async function invitedHere(visit: Visit): Promise<Invited> {
  const invited = await invitedBy(visit.deps.db, named(visit, 'token'))
  if (invited === null) throw new Problem('not-found')
  return invited
}

type Misfits = Partial<Record<'login' | 'name' | 'password' | 'again', string>>

function misfitsIn(visit: Visit, { person }: Invited): Misfits {
  const { words } = visit
  const password = filled(visit, 'password')
  const login = filled(visit, 'login')
  const fits = password.length >= passwordLength.least && password.length <= passwordLength.most
  return {
    ...(person === null && !/^\S{1,200}$/.test(login) && { login: words.invitation.loginWrong }),
    ...(person === null &&
      !/^.{1,200}$/.test(filled(visit, 'name')) && { name: words.invitation.nameWrong }),
    ...(!fits && { password: words.invitation.passwordWrong }),
    ...(fits && password !== filled(visit, 'again') && { again: words.invitation.againWrong }),
  }
}

function invitationForm(visit: Visit, { person }: Invited, misfits: Misfits = {}) {
  const { words } = visit
  const text = words.invitation
  const title = person === null ? text.first : text.title(person.name)
  return {
    title,
    bare: true as const,
    body: (
      <section class="sheet">
        <h1>{title}</h1>
        <p class="quiet">{person === null ? text.firstLead : text.lead(person.login)}</p>
        <Form action={`/console/invitation/${named(visit, 'token')}`} token={null}>
          {person === null ? (
            <SelfFields visit={visit} misfits={misfits} />
          ) : (
            <input type="hidden" name="username" autocomplete="username" value={person.login} />
          )}
          <Field
            name="password"
            label={text.password}
            hint={text.passwordHint}
            wrong={misfits.password}
            type="password"
            autocomplete="new-password"
            required
          />
          <Field
            name="again"
            label={text.again}
            wrong={misfits.again}
            type="password"
            autocomplete="new-password"
            required
          />
          <button>{text.accept}</button>
        </Form>
      </section>
    ),
  }
}

/** How the first admin is called. */
function SelfFields({ visit, misfits }: { readonly visit: Visit; readonly misfits: Misfits }) {
  const { words, form } = visit
  const text = words.invitation
  return (
    <>
      <Field
        name="name"
        label={text.name}
        value={form.name}
        wrong={misfits.name}
        autocomplete="name"
        required
        autofocus
      />
      <Field
        name="login"
        label={words.signIn.login}
        hint={text.loginHint}
        value={form.login}
        wrong={misfits.login}
        autocomplete="username"
        required
      />
    </>
  )
}
