import { contactsAt, enterBy, leavePortal, linkedBy, makeLink } from '../store/portal-access.ts'
import { hasPlanUnder } from '../store/declaration.ts'
import { isSecure, setCookie } from '../web/cookie.ts'
import { Field, Form } from '../web/form.tsx'
import { isLanguage, isTheme } from '../web/language.ts'
import { presetCodes, presetOf } from '../license/presets/catalog.ts'
import { home } from './home.tsx'
import { Title } from './frame.tsx'
import { post } from '../store/post-portal-mail.ts'
import { sessionCookie } from './session-cookie.ts'
import { filled, named, openPage, page } from './visit.ts'
import type { Shown, Visit } from './visit.ts'
import { languageOf, wordsIn } from './words/words.ts'

export const signInPages = [
  openPage('GET', '/portal', async (visit) => {
    const { guest } = visit
    return guest === null ? signInForm(visit) : home({ ...visit, guest })
  }),
  openPage('POST', '/portal/sign-in', async (visit) => {
    const email = filled(visit, 'email', 254)
    if (!isAddress(email)) return { ...(await signInForm(visit, true)), status: 422 }
    await sendLinks(visit, email)
    return sent(visit, email)
  }),
  openPage('GET', '/portal/link/:token', async (visit) => {
    const { deps, words } = visit
    const guest = await linkedBy(deps.db, named(visit, 'token'))
    if (guest === null) return broken(visit)
    const text = words.signIn
    return {
      title: text.enterTitle,
      body: (
        <>
          <Title title={text.enterTitle} />
          <section class="sheet narrow">
            <p>{text.enterAs(guest.name, guest.customerName)}</p>
            <Form action={`/portal/link/${named(visit, 'token')}`} token={null}>
              <div class="acts">
                <button>{text.enter}</button>
              </div>
            </Form>
          </section>
        </>
      ),
    }
  }),
  openPage('POST', '/portal/link/:token', async (visit) => {
    const session = await enterBy(visit.deps.db, named(visit, 'token'))
    if (session === null) return broken(visit)
    // Whoever was signed in on this browser before is not any more.
    if (visit.session !== '') await leavePortal(visit.deps.db, visit.session)
    return { to: '/portal', cookies: [sessionCookie(session, isSecure(visit.deps))] }
  }),
  page('POST', '/portal/sign-out', async ({ deps, session }) => {
    await leavePortal(deps.db, session)
    return { to: '/portal', cookies: [sessionCookie('', isSecure(deps))] }
  }),
  openPage('POST', '/portal/appearance', async (visit) => {
    const secure = isSecure(visit.deps)
    const language = filled(visit, 'language')
    const theme = filled(visit, 'theme')
    const back = filled(visit, 'back', 500)
    return {
      to: /^\/portal(\/[\w./~-]*)?$/.test(back) && !back.includes('//') ? back : '/portal',
      cookies: [
        ...(isLanguage(language) ? [setCookie('language', language, secure)] : []),
        ...(isTheme(theme) ? [setCookie('theme', theme, secure)] : []),
      ],
    }
  }),
]

/** Whether this can be an address of mail; who it belongs to is another question. */
export function isAddress(text: string): boolean {
  return text.length <= 254 && /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>".]+$/.test(text)
}

/** A link for each customer that knows this address; nothing that is shown tells whether there is one. */
async function sendLinks({ deps, now }: Visit, email: string): Promise<void> {
  for (const { id, name, customerName, language } of await contactsAt(deps.db, email)) {
    const token = await makeLink(deps.db, id, email)
    if (token === null) continue
    const text = wordsIn(languageOf(language)).signIn
    const link = `${deps.publicUrl}/portal/link/${token}`
    const mail = {
      kind: 'sign_in',
      to: email,
      subject: text.mailSubject,
      text: text.mailText(name, customerName, link),
    } as const
    await post(deps, mail, now)
  }
}

function sent(visit: Visit, email: string): Shown {
  const text = visit.words.signIn
  return {
    title: text.sentTitle,
    body: (
      <>
        <Title title={text.sentTitle} />
        <section class="sheet narrow">
          <p>{text.sent(email)}</p>
          <p class="quiet">{text.sentNext}</p>
          <div class="acts">
            <a class="button second" href="/portal">
              {text.again}
            </a>
          </div>
        </section>
      </>
    ),
  }
}

function broken(visit: Visit): Shown {
  const text = visit.words.signIn
  return {
    title: text.brokenTitle,
    status: 410,
    body: (
      <>
        <Title title={text.brokenTitle} />
        <section class="sheet narrow">
          <p>{text.broken}</p>
          <div class="acts">
            <a class="button" href="/portal">
              {text.brokenNext}
            </a>
          </div>
        </section>
      </>
    ),
  }
}

/** Laws under which there are pages that nobody signs in for. */
const openPresets = presetCodes.filter((code) => presetOf(code).openDeclarations.length > 0)

async function signInForm(visit: Visit, wrong = false): Promise<Shown> {
  const { words, deps } = visit
  const text = words.signIn
  const hasConsumers = await hasPlanUnder(deps.db, openPresets)
  return {
    title: text.title,
    body: (
      <>
        <Title title={words.frame.name} />
        <section class="sheet narrow">
          <h2>{text.title}</h2>
          <p>{text.lead}</p>
          <Form action="/portal/sign-in" token={null}>
            <Field
              name="email"
              label={text.email}
              type="email"
              inputmode="email"
              autocomplete="email"
              value={visit.form['email']}
              {...(wrong && { wrong: text.wrongAddress })}
              required
            />
            <div class="acts">
              <button>{text.send}</button>
            </div>
          </Form>
        </section>
        {hasConsumers && <OpenDeclarations words={words} />}
      </>
    ),
  }
}

/** The two buttons that a consumer finds without signing in. */
export function OpenDeclarations({ words }: Pick<Visit, 'words'>) {
  return (
    <section class="portal-open" aria-label={words.declare.open}>
      <a class="button second" href="/portal/cancellation">
        {words.declare.buttons.cancellation}
      </a>
      <a class="button second" href="/portal/withdrawal">
        {words.declare.buttons.withdrawal}
      </a>
    </section>
  )
}
