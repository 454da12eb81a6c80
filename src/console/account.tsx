import { roles } from '../license/roles.ts'
import { findPerson, signOut } from '../store/person.ts'
import type { Person } from '../store/person.ts'
import { startSession } from '../store/session.ts'
import { changePassword, nameOwnPassword } from '../store/sign-in.ts'
import { isSecure, setCookie } from '../web/cookie.ts'
import { Field, Form } from '../web/form.tsx'
import { CodesSheet, codesPages } from './account-codes.tsx'
import { entered } from './entering.ts'
import { Head } from './head.tsx'
import { Note } from '../web/note.tsx'
import { PasswordFields, passwordMisfits } from './password-fields.tsx'
import type { PasswordMisfits } from './password-fields.tsx'
import { filled, page } from './visit.ts'
import type { Shown, StaffVisit } from './visit.ts'
import { Ways } from './ways.tsx'

export const accountPages = [
  page('GET', '/console/account', roles, (visit) => accountPage(visit)),
  page('POST', '/console/account/password', roles, async (visit) => {
    const { deps, person, address, cookies, words, now } = visit
    const misfits = passwordMisfits(visit)
    if (Object.keys(misfits).length > 0) return accountPage(visit, misfits)
    const attempt = { login: person.login, address, known: cookies.known }
    const old = filled(visit, 'old')
    const named = await nameOwnPassword(deps.db, deps.kek, person.id, old, attempt, now)
    if (named !== 'right')
      return accountPage(visit, {
        old: named === 'wrong' ? words.account.passwordWrong : words.signIn.wait,
      })
    await changePassword(deps.db, person.id, filled(visit, 'password'), now)
    const session = await startSession(deps.db, person.id)
    return entered(visit, person.login, session, '/console/account?changed')
  }),
  page('POST', '/console/account/sign-out-everywhere', roles, async ({ deps, person, now }) => {
    await signOut(deps.db, person.id, person, now)
    return { to: '/console/sign-in', cookies: [setCookie('session', '', isSecure(deps))] }
  }),
  ...codesPages((visit, wrong) => accountPage(visit, { proof: wrong })),
]

type Misfits = PasswordMisfits & Partial<Record<'old' | 'proof', string>>

async function accountPage(visit: StaffVisit, misfits: Misfits = {}): Promise<Shown> {
  const { deps, words, person, query } = visit
  const text = words.account
  const self = await findPerson(deps.db, person.id)
  if (self === null) throw new TypeError('who is signed in is nobody')
  return {
    title: text.title,
    ...(Object.keys(misfits).length > 0 && { status: 422 }),
    body: (
      <>
        <Head title={text.title} />
        {query.changed !== undefined && (
          <Note kind="full">
            <p>{words.newPassword.changed}</p>
          </Note>
        )}
        <div class="pair">
          <div class="stack">
            <You visit={visit} self={self} />
            <section class="sheet">
              <h2>{text.everywhere}</h2>
              <p>{text.everywhereLead}</p>
              <Form action="/console/account/sign-out-everywhere" token={person.formToken}>
                <div class="acts">
                  <button class="second">{text.everywhereDo}</button>
                </div>
              </Form>
            </section>
          </div>
          <div class="stack">
            <PasswordSheet visit={visit} self={self} misfits={misfits} />
            <CodesSheet visit={visit} self={self} wrong={misfits.proof} />
          </div>
        </div>
      </>
    ),
  }
}

function You({ visit, self }: { readonly visit: StaffVisit; readonly self: Person }) {
  const { words } = visit
  return (
    <section class="sheet">
      <h2>{words.account.you}</h2>
      <dl class="facts">
        <dt>{words.people.name}</dt>
        <dd>{self.name}</dd>
        <dt>{words.signIn.login}</dt>
        <dd>{self.login}</dd>
        <dt>{words.people.role}</dt>
        <dd>
          {words.roles[self.role]}
          <br />
          <span class="quiet small">{words.roleMeans[self.role]}</span>
        </dd>
        <Ways visit={visit} of={self} />
      </dl>
    </section>
  )
}

function PasswordSheet({
  visit,
  self,
  misfits,
}: {
  readonly visit: StaffVisit
  readonly self: Person
  readonly misfits: Misfits
}) {
  const { words, person } = visit
  const text = words.newPassword
  return (
    <section class="sheet">
      <h2>{text.title}</h2>
      {self.hasPassword ? (
        <>
          <p>{text.lead}</p>
          <Form action="/console/account/password" token={person.formToken}>
            <input type="hidden" name="username" autocomplete="username" value={person.login} />
            <Field
              name="old"
              label={text.old}
              type="password"
              autocomplete="current-password"
              wrong={misfits.old}
              required
            />
            <PasswordFields visit={visit} misfits={misfits} label={text.fresh} />
            <div class="acts">
              <button class="second">{text.change}</button>
            </div>
          </Form>
        </>
      ) : (
        <p>{text.none}</p>
      )}
    </section>
  )
}
