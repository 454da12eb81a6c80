import type { Role } from '../license/actor.ts'
import { admins, readers } from '../license/roles.ts'
import { Brand, Document } from '../web/document.tsx'
import { Form } from '../web/form.tsx'
import { Switches } from '../web/switches.tsx'
import type { Drawn, StaffVisit, Visit } from './visit.ts'
import type { Words } from './words/words.ts'

/** A page within the head that all pages share; a bare one within the mark and the switches alone. */
export function framed(visit: Visit, shown: Drawn) {
  const { language, theme, words, person, deps } = visit
  return (
    <Document
      title={`${shown.title} · Auszug`}
      language={language}
      theme={theme}
      skip={words.frame.skip}
    >
      {deps.sandbox && (
        <aside class="sandbox" aria-label={words.frame.sandboxName}>
          {words.frame.sandbox}
        </aside>
      )}
      {person === null || shown.bare === true ? (
        <div class={shown.isWide === true ? 'middle wide-middle' : 'middle'}>
          <header>
            <Brand href="/console" />
          </header>
          <main id="content" tabindex={-1}>
            {shown.body}
          </main>
          <footer>
            <Appearance visit={visit} />
          </footer>
        </div>
      ) : (
        <>
          <Head visit={{ ...visit, person }} />
          <main id="content" tabindex={-1}>
            {shown.body}
          </main>
        </>
      )}
    </Document>
  )
}

interface Place {
  readonly href: string
  readonly name: keyof Words['places']
  readonly who: readonly Role[]
  readonly keys: string
}

/** Where somebody can go, by what their role may see: as many as fit beside each other. */
const places: readonly Place[] = [
  { href: '/console', name: 'start', who: readers, keys: 'g s' },
  { href: '/console/customers', name: 'customers', who: readers, keys: 'g c' },
  { href: '/console/licenses', name: 'licenses', who: readers, keys: 'g l' },
  { href: '/console/products', name: 'products', who: readers, keys: 'g p' },
  { href: '/console/letters', name: 'letters', who: readers, keys: 'g b' },
  { href: '/console/history', name: 'history', who: readers, keys: 'g h' },
]

/** Where somebody goes seldom: in their menu. */
const further: readonly Place[] = [
  { href: '/console/settlements', name: 'settlements', who: readers, keys: 'g t' },
  { href: '/console/access', name: 'access', who: admins, keys: 'g a' },
]

function Head({ visit }: { readonly visit: StaffVisit }) {
  const { words, person, here } = visit
  const offered = places.filter(({ who }) => who.includes(person.role))
  const isAt = (href: string): boolean =>
    href === '/console' ? /^\/console\/?(\?|$)/.test(here) : here.startsWith(href)
  return (
    <header class="top">
      <div>
        <Brand href="/console" />
        <nav class="places" aria-label={words.frame.places}>
          {offered.map(({ href, name, keys }) => (
            <a
              href={href}
              data-keys={keys}
              {...(isAt(href) && { 'aria-current': 'page' as const })}
            >
              {words.places[name]}
            </a>
          ))}
        </nav>
        {readers.includes(person.role) && (
          <Form action="/console/search" token={person.formToken} kind="find">
            <label class="hidden-label" for="find">
              {words.ledger.found.label}
            </label>
            <input
              id="find"
              name="words"
              type="search"
              placeholder={words.ledger.found.hint}
              data-keys="/"
            />
          </Form>
        )}
        <Me visit={visit} />
      </div>
    </header>
  )
}

function Me({ visit }: { readonly visit: StaffVisit }) {
  const { words, person } = visit
  return (
    <details class="me">
      <summary>
        <span class="initial" aria-hidden="true">
          {person.name.slice(0, 1).toUpperCase()}
        </span>
        <span class="name">{person.name}</span>
        <span class="hidden-label">{words.frame.menu}</span>
      </summary>
      <div>
        <p>
          <strong>{person.name}</strong>
          <br />
          <span class="quiet small">
            {person.login} · {words.roles[person.role]}
          </span>
        </p>
        {further
          .filter(({ who }) => who.includes(person.role))
          .map(({ href, name, keys }) => (
            <a href={href} data-keys={keys}>
              {words.places[name]}
            </a>
          ))}
        {admins.includes(person.role) && <a href="/console/settings">{words.settings.title}</a>}
        <hr />
        <a href="/console/account">{words.account.title}</a>
        <a href="/console/keys" data-keys="?">
          {words.keys.title}
        </a>
        <hr />
        <Appearance visit={visit} />
        <hr />
        <Form action="/console/sign-out" token={person.formToken}>
          <button class="second">{words.signIn.out}</button>
        </Form>
      </div>
    </details>
  )
}

function Appearance({ visit }: { readonly visit: Visit }) {
  const { words, language, theme, person, here } = visit
  return (
    <Switches
      action="/console/appearance"
      token={person?.formToken ?? null}
      kind="fields"
      back={here}
      language={language}
      theme={theme}
      words={words}
    />
  )
}
