import { renderSVG } from 'uqr'
import { raw } from 'hono/html'
import { roles } from '../license/roles.ts'
import { codeAddress, newCodeSecret } from '../store/one-time-code.ts'
import { findPerson } from '../store/person.ts'
import type { Person } from '../store/person.ts'
import { makeRecoveryCodes } from '../store/secret-text.ts'
import { askForCodes, askForNoCodes, nameOwnCode, nameOwnPassword } from '../store/sign-in.ts'
import { Field, Form } from '../web/form.tsx'
import { Note } from '../web/note.tsx'
import { filled, page } from './visit.ts'
import type { Shown, StaffVisit } from './visit.ts'

/** @param refused the page on which they are switched off, with what was wrong. */
export function codesPages(refused: (visit: StaffVisit, wrong: string) => Promise<Shown>) {
  return [
    page('GET', '/console/account/codes', roles, async (visit) =>
      codesPage(visit, newCodeSecret(), false),
    ),
    page('POST', '/console/account/codes', roles, async (visit) => {
      const { deps, person, now } = visit
      const secret = /^[A-Z2-7]{32}$/.exec(filled(visit, 'secret'))?.[0] ?? newCodeSecret()
      const recovery = makeRecoveryCodes()
      const code = filled(visit, 'code')
      const asked = { secret, code, recovery }
      return (await askForCodes(deps.db, deps.kek, person.id, asked, now))
        ? recoveryPage(visit, recovery)
        : { ...codesPage(visit, secret, true), status: 422 }
    }),
    page('POST', '/console/account/no-codes', roles, async (visit) => {
      const { deps, person, words, now } = visit
      const named = await nameProof(visit)
      if (named === 'wait') return refused(visit, words.signIn.wait)
      if (named === 'wrong') return refused(visit, words.ways.proofWrong)
      await askForNoCodes(deps.db, person.id, person, now)
      return { to: '/console/account' }
    }),
  ]
}

/** The password, or a code where there is none. */
async function nameProof(visit: StaffVisit) {
  const { deps, person, address, cookies } = visit
  const attempt = { login: person.login, address, known: cookies.known }
  const { hasPassword = false } = (await findPerson(deps.db, person.id)) ?? {}
  const name = hasPassword ? nameOwnPassword : nameOwnCode
  return name(deps.db, deps.kek, person.id, filled(visit, 'proof'), attempt, visit.now)
}

/** Whether one-time codes are asked for, and how that is changed. */
export function CodesSheet({
  visit,
  self,
  wrong,
}: {
  readonly visit: StaffVisit
  readonly self: Person
  readonly wrong: string | undefined
}) {
  const { words, person } = visit
  const text = words.account
  return (
    <section class="sheet">
      <h2>{text.codes}</h2>
      <p>{self.asksForCode ? text.codesOn : text.codesOff}</p>
      {self.asksForCode ? (
        <Form action="/console/account/no-codes" token={person.formToken}>
          <Field
            name="proof"
            label={self.hasPassword ? words.signIn.password : words.signIn.code}
            {...(self.hasPassword
              ? { type: 'password', autocomplete: 'current-password' }
              : { hint: words.signIn.codeHint, autocomplete: 'one-time-code' })}
            wrong={wrong}
            required
          />
          <div class="acts">
            <button class="second">{text.codesEnd}</button>
          </div>
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
