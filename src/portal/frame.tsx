import { Brand, Document } from '../web/document.tsx'
import { Form } from '../web/form.tsx'
import type { DrawnPage } from '../web/page-answer.ts'
import { Switches } from '../web/switches.tsx'
import type { GuestVisit, Visit } from './visit.ts'

/** A page of the portal. The way to one's data stands in its head, in the same place in every state. */
export function framed(visit: Visit, shown: DrawnPage) {
  const { language, theme, words, guest, deps, vendor } = visit
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
          <Brand href="/portal" {...(vendor.legalName !== '' && { name: vendor.legalName })} />
          {guest !== null && <Places visit={{ ...visit, guest }} />}
        </header>
        <main id="content" tabindex={-1}>
          {shown.body}
        </main>
        <footer>
          <Seller visit={visit} />
          <Appearance visit={visit} />
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

/** Who answers questions, and what stands behind the contract. */
function Seller({ visit: { words, vendor } }: { readonly visit: Visit }) {
  const text = words.frame
  const email = vendor.supportEmail === '' ? vendor.replyTo : vendor.supportEmail
  const parts = [
    ['', vendor.legalName],
    [`tel:${vendor.supportPhone.replace(/[^\d+]/g, '')}`, vendor.supportPhone],
    [`mailto:${email}`, email],
    [vendor.termsUrl, vendor.termsUrl && text.terms],
    [vendor.privacyUrl, vendor.privacyUrl && text.privacy],
  ].filter(([, label]) => label !== '')
  if (parts.length === 0) return null
  return (
    <address class="portal-seller small" aria-label={text.seller}>
      {parts.map(([href, label]) => (
        <span>{href === '' ? label : <a href={href}>{label}</a>}</span>
      ))}
    </address>
  )
}

function Appearance({ visit }: { readonly visit: Visit }) {
  const { words, language, theme, guest, here, sends } = visit
  return (
    <Switches
      action="/portal/appearance"
      token={guest?.formToken ?? null}
      kind="portal-foot"
      back={sends ? '/portal' : here}
      language={language}
      theme={theme}
      words={words}
    />
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
