import { endSession, awaitedBy } from '../store/session.ts'
import { findPerson } from '../store/person.ts'
import { confirmSignIn, signIn } from '../store/sign-in.ts'
import { isSecure, setCookie } from '../web/cookie.ts'
import { Field, Form } from '../web/form.tsx'
import { isLanguage, isTheme } from '../web/language.ts'
import { toProvider, within } from './address.ts'
import { entered, halfEntered } from './entering.ts'
import { Note } from '../web/note.tsx'
import { OtherWay } from './other-way.tsx'
import { signedOut } from './signed-out.tsx'
import { filled, openPage } from './visit.ts'
import type { Visit } from './visit.ts'

export const signInPages = [
  openPage('GET', '/console/sign-in', async (visit) =>
    visit.person === null ? signInForm(visit) : { to: within(visit.query.next) },
  ),
  openPage('POST', '/console/sign-in', async (visit) => {
    const login = filled(visit, 'login')
    const { deps, address, cookies, words, now } = visit
    const attempt = { login, address, known: cookies.known }
    const password = filled(visit, 'password')
    const outcome = await signIn(deps.db, deps.kek, password, attempt, now)
    switch (outcome.kind) {
      case 'in':
        return entered(visit, login, outcome.session, within(filled(visit, 'next')))
      case 'code':
        return halfEntered(visit, outcome.session, within(filled(visit, 'next')))
      case 'refused':
        return { ...signInForm(visit, words.signIn.refused), status: 401 }
      case 'wait':
        return { ...signInForm(visit, words.signIn.wait), status: 429 }
    }
  }),
  openPage('GET', '/console/sign-in/code', async (visit) =>
    (await waitingPerson(visit)) === null ? { to: '/console/sign-in' } : codeForm(visit),
  ),
  openPage('POST', '/console/sign-in/code', async (visit) => {
    const { deps, address, cookies, words } = visit
    const person = await waitingPerson(visit)
    if (person === null) return { to: '/console/sign-in' }
    const attempt = { login: person.login, address, known: cookies.known }
    const proof = { ...attempt, code: filled(visit, 'code'), waiting: cookies.session }
    const outcome = await confirmSignIn(deps.db, deps.kek, person.id, proof, visit.now)
    switch (outcome.kind) {
      case 'in':
      case 'code':
        return entered(visit, person.login, outcome.session, within(filled(visit, 'next')))
      case 'refused':
        return { ...codeForm(visit, words.signIn.codeRefused), status: 401 }
      case 'wait':
        return { ...codeForm(visit, words.signIn.wait), status: 429 }
    }
  }),
  openPage('POST', '/console/sign-out', async (visit) => {
    const { deps, cookies } = visit
    const idToken = await endSession(deps.db, cookies.session)
    const gone = [setCookie('session', '', isSecure(deps))]
    const still = idToken === null ? null : await signedOut(visit, idToken)
    return { ...(still ?? { to: '/console/sign-in' }), cookies: gone }
  }),
  openPage('POST', '/console/appearance', async (visit) => {
    const secure = isSecure(visit.deps)
    const language = filled(visit, 'language')
    const theme = filled(visit, 'theme')
    return {
      to: within(filled(visit, 'back')),
      cookies: [
        ...(isLanguage(language) ? [setCookie('language', language, secure)] : []),
        ...(isTheme(theme) ? [setCookie('theme', theme, secure)] : []),
      ],
    }
  }),
]

async function waitingPerson({ deps, cookies }: Visit) {
  const id = await awaitedBy(deps.db, cookies.session)
  return id === null ? null : findPerson(deps.db, id)
}

function signInForm(visit: Visit, wrong?: string) {
  const { words, query, form, deps } = visit
  const { provider } = deps
  const next = within(form.next ?? query.next)
  return {
    title: words.signIn.title,
    bare: true as const,
    body: (
      <section class="sheet">
        <h1>{words.signIn.title}</h1>
        {wrong !== undefined && (
          <Note kind="wrong">
            <p>{wrong}</p>
          </Note>
        )}
        {provider !== null && (
          <OtherWay
            href={toProvider({ next })}
            name={words.provider.enter(provider.name)}
            or={words.provider.orPassword}
          />
        )}
        <Form action="/console/sign-in" token={null}>
          <input type="hidden" name="next" value={next} />
          <Field
            name="login"
            label={words.signIn.login}
            value={form.login}
            autocomplete="username"
            required
            autofocus={provider === null}
          />
          <Field
            name="password"
            label={words.signIn.password}
            type="password"
            autocomplete="current-password"
            required
          />
          <button class={provider === null ? '' : 'second'}>{words.signIn.enter}</button>
        </Form>
        <p class="quiet small">{words.signIn.lost}</p>
      </section>
    ),
  }
}

function codeForm(visit: Visit, wrong?: string) {
  const { words, query, form } = visit
  return {
    title: words.signIn.codeTitle,
    bare: true as const,
    body: (
      <section class="sheet">
        <h1>{words.signIn.codeTitle}</h1>
        {wrong !== undefined && (
          <Note kind="wrong">
            <p>{wrong}</p>
          </Note>
        )}
        <Form action="/console/sign-in/code" token={null}>
          <input type="hidden" name="next" value={within(form.next ?? query.next)} />
          <Field
            name="code"
            label={words.signIn.code}
            hint={words.signIn.codeHint}
            autocomplete="one-time-code"
            required
            autofocus
          />
          <button>{words.signIn.enter}</button>
        </Form>
      </section>
    ),
  }
}
