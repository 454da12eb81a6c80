import { readers, sellers } from '../license/roles.ts'
import { keepNumber } from '../store/keep-number.ts'
import { mostFound } from '../store/lookup.ts'
import type { Found } from '../store/lookup.ts'
import { digitsOf, spokenNumber } from '../web/phone-number.ts'
import { Form } from '../web/form.tsx'
import { callAddress } from './call-address.ts'
import { findByText } from './find.ts'
import { Head } from './head.tsx'
import { filled, may, page } from './visit.ts'
import type { Drawn, StaffVisit } from './visit.ts'

export const unknownCallerPages = [
  page('POST', '/console/call/find', readers, async (visit) => {
    const { deps } = visit
    const text = filled(visit, 'words')
    const finding = text === '' ? { by: 'words', found: [] } : await findByText(deps.db, text)
    return 'to' in finding ? finding : unknownCaller(visit, finding.found, text)
  }),
  page('POST', '/console/call/number', sellers, async (visit) => {
    const { deps, now, words } = visit
    const number = numberIn(visit)
    const customer = filled(visit, 'customer')
    const contact = filled(visit, 'contact')
    const owner = contact === '' ? { name: words.ledger.call.newContact } : { contact }
    const kept = number === '' ? '' : await keepNumber(deps.db, customer, owner, number, now)
    return { to: `${callAddress(number, customer)}&kept=${kept}` }
  }),
]

/** The number that rang, as it may be kept: from the address, or from the form that followed. */
function numberIn(visit: StaffVisit): string {
  const number = visit.sends ? filled(visit, 'number') : (visit.query['number'] ?? '')
  return digitsOf(number, null).length === 0 || number.length > 50 ? '' : number
}

/** Nobody has the number: whoever calls is found by what they say, and may be known next time. Nothing is logged. */
export function unknownCaller(visit: StaffVisit, found: readonly Found[], asked: string): Drawn {
  const { words, person } = visit
  const text = words.ledger.call
  const number = numberIn(visit)
  const title = number === '' ? text.noNumberTitle : text.unknownTitle
  return {
    title,
    body: (
      <>
        <Head title={title} line={spokenNumber(number, null)} />
        <section class="sheet narrow">
          <p>{text.unknownLead}</p>
          <Form action="/console/call/find" token={person.formToken} kind="filter finding">
            <input type="hidden" name="number" value={number} />
            <div class="field">
              <label for="caller">{text.find}</label>
              <input id="caller" name="words" value={asked} required autofocus autocomplete="off" />
            </div>
            <button>{text.findDo}</button>
          </Form>
          {asked !== '' && found.length === 0 && <p>{text.nobody}</p>}
          {found.slice(0, mostFound).map((customer) => (
            <Candidate visit={visit} customer={customer} number={number} />
          ))}
          {found.length > mostFound && <p class="quiet">{words.search.more}</p>}
          {number !== '' && !may(visit, sellers) && <p class="quiet small">{text.mayAsk}</p>}
        </section>
      </>
    ),
  }
}

/** Somebody who may be calling: to open the call with, and to keep the number with. */
function Candidate({
  visit,
  customer: { id, name, contacts, licenses },
  number,
}: {
  readonly visit: StaffVisit
  readonly customer: Found
  readonly number: string
}) {
  const { words, person } = visit
  const text = words.ledger.call
  return (
    <article class="candidate">
      <div>
        <h2>{name}</h2>
        <p class="quiet small">{licenses.map(({ called }) => called).join(', ')}</p>
      </div>
      <a class="button" href={callAddress(number, id)}>
        {text.isThem}
      </a>
      {number !== '' && may(visit, sellers) && (
        <Form action="/console/call/number" token={person.formToken} kind="acts">
          <input type="hidden" name="customer" value={id} />
          <input type="hidden" name="number" value={number} />
          {contacts.slice(0, 5).map((contact) => (
            <button class="second" name="contact" value={contact.id}>
              {text.addNumber(contact.name)}
            </button>
          ))}
          <button class="second" name="contact" value="">
            {text.addContact}
          </button>
        </Form>
      )}
    </article>
  )
}
