import { renderSVG } from 'uqr'
import { raw } from 'hono/html'
import { roles } from '../license/roles.ts'
import { codeAddress, newCodeSecret } from '../store/one-time-code.ts'
import { findPerson } from '../store/person.ts'
import { makeRecoveryCodes } from '../store/secret-text.ts'
import { endSessionsOf } from '../store/session.ts'
import { askForCodes, askForNoCodes, isOwnPassword } from '../store/sign-in.ts'
import { setCookie } from '../web/cookie.ts'
import { Field, Form } from '../web/form.tsx'
import { isSecure } from './address.ts'
import { Head } from './head.tsx'
import { Note } from './note.tsx'
import { filled, page } from './visit.ts'
import type { StaffVisit } from './visit.ts'

export const accountPages = [
  page('GET', '/console/account', roles, accountPage),
  page('POST', '/console/account/sign-out-everywhere', roles, async ({ deps, person }) => {
    await endSessionsOf(deps.db, person.id)
    return { to: '/console/sign-in', cookies: [setCookie('session', '', isSecure(deps))] }
  }),
  page('GET', '/console/account/codes', roles, async (visit) =>
    codesPage(visit, newCodeSecret(), false),
  ),
  page('POST', '/console/account/codes', roles, async (visit) => {
    const { deps, person } = visit
    const secret = /^[A-Z2-7]{32}$/.exec(filled(visit, 'secret'))?.[0] ?? newCodeSecret()
    const recovery = makeRecoveryCodes()
    const code = filled(visit, 'code')
    return (await askForCodes(deps.db, deps.kek, person.id, { secret, code, recovery }))
      ? recoveryPage(visit, recovery)
      : { ...codesPage(visit, secret, true), status: 422 }
  }),
  page('POST', '/console/account/no-codes', roles, async (visit) => {
    const { deps, person, words } = visit
    if (!(await isOwnPassword(deps.db, person.id, filled(visit, 'password'))))
      return { ...(await accountPage(visit, words.account.passwordWrong)), status: 422 }
    await askForNoCodes(deps.db, person.id)
    return { to: '/console/account' }
  }),
]

async function accountPage(visit: StaffVisit, wrong?: string) {
  const { deps, words, person } = visit
  const text = words.account
  const asks = (await findPerson(deps.db, person.id))?.asksForCode === true
  return {
    title: text.title,
    body: (
      <>
        <Head title={text.title} />
        <div class="pair">
          <section class="sheet">
            <h2>{text.you}</h2>
            <dl class="facts">
              <dt>{words.people.name}</dt>
              <dd>{person.name}</dd>
              <dt>{words.signIn.login}</dt>
              <dd>{person.login}</dd>
              <dt>{words.people.role}</dt>
              <dd>
                {words.roles[person.role]}
                <br />
                <span class="quiet small">{words.roleMeans[person.role]}</span>
              </dd>
            </dl>
            <p class="quiet small">{text.newPassword}</p>
          </section>
          <Codes visit={visit} asks={asks} wrong={wrong} />
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
      </>
    ),
  }
}

/** Whether one-time codes are asked for, and how that is changed. */
function Codes({
  visit,
  asks,
  wrong,
}: {
  readonly visit: StaffVisit
  readonly asks: boolean
  readonly wrong: string | undefined
}) {
  const { words, person } = visit
  const text = words.account
  return (
    <section class="sheet">
      <h2>{text.codes}</h2>
      <p>{asks ? text.codesOn : text.codesOff}</p>
      {asks ? (
        <Form action="/console/account/no-codes" token={person.formToken}>
          <Field
            name="password"
            label={words.signIn.password}
            type="password"
            autocomplete="current-password"
            wrong={wrong}
            required
          />
          <button class="second">{text.codesEnd}</button>
        </Form>
      ) : (
        <div class="acts">
          <a class="button second" href="/console/account/codes">
            {text.codesBegin}
          </a>
        </div>
      )}
    </section>
  )
}

function codesPage({ words, person, deps }: StaffVisit, secret: string, isWrong: boolean) {
  const text = words.account
  const { host } = new URL(deps.publicUrl)
  return {
    title: text.codes,
    body: (
      <section class="sheet narrow">
        <h1>{text.codes}</h1>
        <p>{text.codesScan}</p>
        <div class="picture" role="img" aria-label={text.codesPicture}>
          {raw(renderSVG(codeAddress(secret, host, person.login), { border: 1 }))}
        </div>
        <p>
          {text.codesType}
          <br />
          <code>{(secret.match(/.{4}/g) ?? []).join(' ')}</code>
        </p>
        <Form action="/console/account/codes" token={person.formToken}>
          <input type="hidden" name="secret" value={secret} />
          <Field
            name="code"
            label={words.signIn.code}
            autocomplete="one-time-code"
            inputmode="numeric"
            wrong={isWrong ? words.signIn.codeRefused : undefined}
            required
          />
          <div class="acts">
            <button>{text.codesBegin}</button>
            <a class="button plain" href="/console/account">
              {words.frame.cancel}
            </a>
          </div>
        </Form>
      </section>
    ),
  }
}

function recoveryPage({ words }: StaffVisit, codes: readonly string[]) {
  const text = words.account
  return {
    title: text.recovery,
    body: (
      <section class="sheet narrow">
        <h1>{text.recovery}</h1>
        <Note kind="ends">
          <p>{text.recoveryLead}</p>
        </Note>
        <ul class="codes">
          {codes.map((code) => (
            <li class="mono">{code}</li>
          ))}
        </ul>
        <div class="acts">
          <a class="button" href="/console/account">
            {text.recoveryKept}
          </a>
        </div>
      </section>
    ),
  }
}
