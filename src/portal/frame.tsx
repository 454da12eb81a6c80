import { Brand, Document } from '../web/document.tsx'
import { Form } from '../web/form.tsx'
import { languages, themes } from '../web/language.ts'
import type { GuestVisit, Shown, Visit } from './visit.ts'

type Drawn = Extract<Shown, { readonly title: string }>

/** A page of the portal. The way to one's data stands in its head, in the same place in every state. */
export function framed(visit: Visit, shown: Drawn) {
  const { language, theme, words, guest, deps } = visit
  return (
    <Document
      title={`${shown.title} · ${words.frame.name}`}
      language={language}
      theme={theme}
      skip={words.frame.skip}
    >
      {deps.sandbox && (
        <aside class="sandbox" aria-label={words.frame.sandboxName}>
          {words.frame.sandbox}
        </aside>
      )}
      <div class="portal">
        <header class="portal-head">
          <Brand href="/portal" />
          {guest !== null && <Places visit={{ ...visit, guest }} />}
        </header>
        <main id="content" tabindex={-1}>
          {shown.body}
        </main>
        <footer class="no-print">
          <Switches visit={visit} />
        </footer>
      </div>
    </Document>
  )
}

function Places({ visit: { words, guest, here } }: { readonly visit: GuestVisit }) {
  const current = (href: string) =>
    here.split('?')[0] === href ? { 'aria-current': 'page' as const } : {}
  return (
    <>
      <nav class="places" aria-label={words.frame.name}>
        <a href="/portal" {...current('/portal')}>
          {words.frame.toLicenses}
        </a>
        <a href="/portal/data" {...current('/portal/data')}>
          {words.frame.takeAlong}
        </a>
      </nav>
      <Form action="/portal/sign-out" token={guest.formToken} kind="portal-out">
        <span class="small quiet">
          {guest.name} · {guest.customerName}
        </span>
        <button class="plain">{words.signIn.out}</button>
      </Form>
    </>
  )
}

/** Language, and light or dark: kept by this browser. */
function Switches({ visit }: { readonly visit: Visit }) {
  const { words, language, theme, guest, here, sends } = visit
  return (
    <Form action="/portal/appearance" token={guest?.formToken ?? null} kind="portal-foot">
      <input type="hidden" name="back" value={sends ? '/portal' : here} />
      <div class="switch" role="group" aria-label={words.frame.language}>
        {languages.map((each) => (
          <button name="language" value={each} lang={each} aria-pressed={each === language}>
            {each === 'de' ? 'Deutsch' : 'English'}
          </button>
        ))}
      </div>
      <div class="switch" role="group" aria-label={words.frame.theme}>
        {themes.map((each) => (
          <button name="theme" value={each} aria-pressed={each === theme}>
            {words.themes[each]}
          </button>
        ))}
      </div>
    </Form>
  )
}

/** What a page is called, and the way back to what it belongs to. */
export function Title({
  title,
  back,
}: {
  readonly title: string
  readonly back?: readonly [href: string, label: string]
}) {
  return (
    <div class="head">
      <div>
        {back !== undefined && (
          <p class="path">
            <a href={back[0]}>← {back[1]}</a>
          </p>
        )}
        <h1>{title}</h1>
      </div>
    </div>
  )
}
