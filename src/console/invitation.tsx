import { accept, invitedBy } from '../store/invitation.ts'
import type { Invited } from '../store/invitation.ts'
import { Problem } from '../license/problem.ts'
import { startSession } from '../store/session.ts'
import { Field, Form } from '../web/form.tsx'
import { toProvider } from './address.ts'
import { entered } from './entering.ts'
import { OtherWay } from './other-way.tsx'
import { PasswordFields, passwordMisfits } from './password-fields.tsx'
import type { PasswordMisfits } from './password-fields.tsx'
import { filled, named, openPage } from './visit.ts'
import type { Visit } from './visit.ts'

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
    const login = invited.person?.login ?? self.login
    return entered(visit, login, await startSession(deps.db, person), '/console')
  }),
]

/** @throws Problem not-found */
async function invitedHere(visit: Visit): Promise<Invited> {
  const invited = await invitedBy(visit.deps.db, named(visit, 'token'))
  if (invited === null) throw new Problem('not-found')
  return invited
}

type Misfits = PasswordMisfits & Partial<Record<'login' | 'name', string>>

function misfitsIn(visit: Visit, { person }: Invited): Misfits {
  const { words } = visit
  const login = filled(visit, 'login')
  return {
    ...(person === null && !/^\S{1,200}$/.test(login) && { login: words.invitation.loginWrong }),
    ...(person === null &&
      !/^.{1,200}$/.test(filled(visit, 'name')) && { name: words.invitation.nameWrong }),
    ...passwordMisfits(visit),
  }
}

function invitationForm(visit: Visit, { person }: Invited, misfits: Misfits = {}) {
  const { words, deps } = visit
  const text = words.invitation
  const invitation = named(visit, 'token')
  // The first admin is nobody yet whom a provider could know, and has a way in on the day when the provider has none.
  const provider = person === null ? null : deps.provider
  const title = person === null ? text.first : text.title(person.name)
  return {
    title,
    bare: true as const,
    body: (
      <section class="sheet">
        <h1>{title}</h1>
        <p class="quiet">{leadFor(visit, person)}</p>
        {provider !== null && (
          <OtherWay
            href={toProvider({ invitation })}
            name={words.provider.join(provider.name)}
            or={words.provider.orChoose}
          />
        )}
        <Form action={`/console/invitation/${invitation}`} token={null}>
          {person === null ? (
            <SelfFields visit={visit} misfits={misfits} />
          ) : (
            <input type="hidden" name="username" autocomplete="username" value={person.login} />
          )}
          <PasswordFields visit={visit} misfits={misfits} />
          <button class={provider === null ? '' : 'second'}>{text.accept}</button>
        </Form>
      </section>
    ),
  }
}

function leadFor({ words, deps }: Visit, person: Invited['person']): string {
  if (person === null) return words.invitation.firstLead
  return deps.provider === null
    ? words.invitation.lead(person.login)
    : words.provider.joinLead(deps.provider.name, person.login)
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
