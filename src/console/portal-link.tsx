import { letterLanguageFor } from '../license/letter-kind.ts'
import { Problem, unfit } from '../license/problem.ts'
import { supporters } from '../license/roles.ts'
import { findCustomer } from '../store/customer.ts'
import type { Contact, KnownCustomer } from '../store/customer.ts'
import { makeLink } from '../store/portal-access.ts'
import { post } from '../store/post-portal-mail.ts'
import { Choices, Form } from '../web/form.tsx'
import { Head } from './head.tsx'
import { Note } from '../web/note.tsx'
import { secretPage } from './secret.tsx'
import { filled, may, named, page } from './visit.ts'
import type { Drawn, StaffVisit } from './visit.ts'
import { wordsIn } from './words/words.ts'

const path = '/console/customers/:customer/contacts/:contact/portal-link'

/** A way into the portal for a contact who asks for one on the telephone. */
export const portalLinkPages = [
  page('GET', path, supporters, async (visit) => choice(visit, await addresseeIn(visit))),
  page('POST', path, supporters, async (visit) => {
    const addressee = await addresseeIn(visit)
    const isMailed = filled(visit, 'way') === 'mail'
    const shown = isMailed ? await mailed(visit, addressee) : await handedOut(visit, addressee)
    // Whoever has it is that contact to the portal, so it stays on record who made it.
    const { id: by } = visit.person
    const contact = addressee.contact.id
    visit.deps.log({ event: 'portal-link', contact, by, way: isMailed ? 'mail' : 'shown' })
    return shown
  }),
]

interface Addressee {
  readonly customer: KnownCustomer
  readonly contact: Contact
}

/** @throws Problem not-found */
async function addresseeIn(visit: StaffVisit): Promise<Addressee> {
  const customer = await findCustomer(visit.deps.db, named(visit, 'customer'))
  const contact = customer?.contacts.find(({ id }) => id === named(visit, 'contact'))
  if (customer === null || contact === undefined || contact.emails.length === 0)
    throw new Problem('not-found')
  return { customer, contact }
}

function choice(visit: StaffVisit, addressee: Addressee): Drawn {
  const { words } = visit
  const { customer, contact } = addressee
  const text = words.portalLink
  const title = text.title(contact.name)
  return {
    title,
    body: (
      <>
        <Head
          title={title}
          path={[
            ['/console/customers', words.places.customers],
            [`/console/customers/${customer.id}`, customer.name],
          ]}
        />
        <section class="sheet narrow">
          <p>{text.lead(contact.name)}</p>
          <Ways visit={visit} {...addressee} />
          <p class="quiet small">{text.onlyTo(contact.name)}</p>
        </section>
      </>
    ),
  }
}

/** By mail where the door sends some, else by being shown alone. */
function Ways({ visit, customer, contact }: Addressee & { readonly visit: StaffVisit }) {
  const { deps, words, person } = visit
  const text = words.portalLink
  const at = `/console/customers/${customer.id}`
  const { emails } = contact
  const [first = ''] = emails
  const sends = deps.sendMail !== undefined
  return (
    <>
      {!sends && <p class="quiet">{text.noMail}</p>}
      <Form action={`${at}/contacts/${contact.id}/portal-link`} token={person.formToken}>
        {sends && emails.length > 1 && (
          <Choices
            name="to"
            legend={text.to}
            options={emails.map((each) => [each, each] as const)}
            chosen={first}
          />
        )}
        {sends && emails.length === 1 && <input type="hidden" name="to" value={first} />}
        <div class="acts">
          {sends && (
            <button name="way" value="mail">
              {emails.length === 1 ? text.mailTo(first) : text.mail}
            </button>
          )}
          <button name="way" value="show" class={sends ? 'second' : ''}>
            {text.show}
          </button>
          <a class="button plain" href={at}>
            {words.frame.cancel}
          </a>
        </div>
      </Form>
    </>
  )
}

async function handedOut(visit: StaffVisit, { customer, contact }: Addressee): Promise<Drawn> {
  const text = visit.words.portalLink
  const token = await makeLink(visit.deps.db, contact.id, null)
  if (token === null) throw new TypeError('a link that is handed out is never refused')
  return secretPage(visit, {
    title: text.title(contact.name),
    lead: text.shown(contact.name),
    secret: addressOf(visit, token),
    back: `/console/customers/${customer.id}`,
  })
}

async function mailed(visit: StaffVisit, { customer, contact }: Addressee): Promise<Drawn> {
  const { deps, words, now } = visit
  const to = contact.emails.find((each) => each === filled(visit, 'to'))
  if (to === undefined || deps.sendMail === undefined)
    throw unfit('/to', words.portalLink.noAddress)
  const token = await makeLink(deps.db, contact.id, to, false)
  const mail = wordsIn(letterLanguageFor(customer.language)).portalLink
  const isSent =
    token !== null &&
    (await post(
      deps,
      {
        kind: 'sign_in',
        to,
        subject: mail.mailSubject,
        text: mail.mailText(contact.name, customer.name, addressOf(visit, token)),
      },
      now,
    ))
  const text = words.portalLink
  const title = text.title(contact.name)
  return {
    title,
    ...(!isSent && { status: 429 }),
    body: (
      <section class="sheet narrow">
        <h1>{title}</h1>
        <Note kind={isSent ? 'full' : 'ends'}>
          <p>{isSent ? text.sent(to) : text.enough(to)}</p>
        </Note>
        <div class="acts">
          <a class="button" href={`/console/customers/${customer.id}`}>
            {words.frame.back}
          </a>
        </div>
      </section>
    ),
  }
}

function addressOf({ deps }: StaffVisit, token: string): string {
  return `${deps.publicUrl}/portal/link/${token}`
}

/** The way to it, beside a contact who can be written to. */
export function PortalLinkAct({
  visit,
  customer,
  contact: { id, name, emails },
}: Addressee & { readonly visit: StaffVisit }) {
  const text = visit.words.portalLink
  if (emails.length === 0 || !may(visit, supporters)) return null
  return (
    <p>
      <a
        href={`/console/customers/${customer.id}/contacts/${id}/portal-link`}
        aria-label={`${text.act}: ${name}`}
      >
        {text.act}
      </a>
    </p>
  )
}
