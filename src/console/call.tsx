import { inUtc, inZone } from '../license/calendar.ts'
import { Problem } from '../license/problem.ts'
import { readers } from '../license/roles.ts'
import { settle } from '../license/settle.ts'
import { findByClue, findCard } from '../store/lookup.ts'
import type { Found, FoundLicense } from '../store/lookup.ts'
import { callersAmong } from '../web/caller.ts'
import type { Caller } from '../web/caller.ts'
import { shortDay } from '../web/day.ts'
import { countryOf, digitsOf, spokenNumber } from '../web/phone-number.ts'
import { callAddress } from './call-address.ts'
import { CallCard, likeliest } from './call-card.tsx'
import { Head } from './head.tsx'
import { Note } from '../web/note.tsx'
import { Rows } from './rows.tsx'
import { StateOf } from './standing.tsx'
import { standingOf } from '../web/standing.ts'
import { unknownCaller } from './unknown-caller.tsx'
import { page } from './visit.ts'
import type { Drawn, StaffVisit } from './visit.ts'

export const callPages = [
  // What a telephone opens when it rings: it can send nothing but an address. No log line bears it.
  page('GET', '/console/call', readers, async (visit) => {
    const { query } = visit
    const callers = await callersBy(visit, query['number'] ?? '')
    const named = query['customer']
    const chosen = named === undefined ? undefined : await chosenCaller(visit, callers, named)
    const caller = chosen ?? (callers.length === 1 ? callers[0] : undefined)
    if (caller !== undefined) return callPage(visit, caller)
    return callers.length === 0 ? unknownCaller(visit, [], '') : severalCallers(visit, callers)
  }),
]

/** Who has the number that rings. */
async function callersBy({ deps }: StaffVisit, number: string): Promise<readonly Caller<Found>[]> {
  const digits = digitsOf(number, null)
  if (digits.length === 0) return []
  return callersAmong(await findByClue(deps.db, { kind: 'phone', digits }), number, null)
}

/**
 * The customer that was chosen by hand; with the number, or without.
 *
 * @throws Problem not-found
 */
async function chosenCaller(
  { deps }: StaffVisit,
  callers: readonly Caller<Found>[],
  id: string,
): Promise<Pick<Caller<Found>, 'customer'> & { readonly contact?: string }> {
  const caller = callers.find(({ customer }) => customer.id === id)
  if (caller !== undefined) return caller
  const customer = await findCard(deps.db, id)
  if (customer === null) throw new Problem('not-found', { customer: id })
  return { customer }
}

function callPage(
  visit: StaffVisit,
  { customer, contact }: { readonly customer: Found; readonly contact?: string },
): Drawn {
  const { words, now, query } = visit
  const text = words.ledger.call
  const number = query['number'] ?? ''
  const asked = customer.licenses.find(({ license }) => license.id === query['license'])
  const found = asked ?? likeliest(customer, now)
  const person = customer.contacts.find(({ id }) => id === contact)?.name
  const who = [...(person === undefined ? [] : [person]), customer.name].join(' · ')
  return {
    title: `${text.title}: ${who}`,
    body: (
      <div class="calling">
        <Head
          title={
            <>
              {person !== undefined && `${person} · `}
              <a href={`/console/customers/${customer.id}`}>{customer.name}</a>
            </>
          }
        >
          <p class="ringing">
            <span class="figures">{spokenNumber(number, countryOf(reachable(customer)))}</span>
            <span class="quiet">
              {timeOf(visit, found)} · {text.open}
            </span>
          </p>
        </Head>
        <KeptNote visit={visit} customer={customer} />
        <About visit={visit} customer={customer} found={found} />
      </div>
    ),
  }
}

/** The license that it is about; or that there is none. */
function About({
  visit,
  customer,
  found,
}: {
  readonly visit: StaffVisit
  readonly customer: Found
  readonly found: FoundLicense | undefined
}) {
  const text = visit.words.ledger.call
  if (found === undefined)
    return (
      <section class="sheet">
        <p>{text.noLicense}</p>
        <p>
          <a href={`/console/customers/${customer.id}`}>{text.card}</a>
        </p>
      </section>
    )
  return (
    <>
      <Choice visit={visit} customer={customer} chosen={found} />
      <CallCard
        visit={visit}
        found={found}
        back={callAddress(visit.query['number'] ?? '', customer.id, found.license.id)}
      />
    </>
  )
}

function reachable({ language, contacts }: Found) {
  return { language, phones: contacts.flatMap(({ phones }) => phones) }
}

/** The time on the clock, as it is where the contract runs. */
function timeOf({ now }: StaffVisit, found: FoundLicense | undefined): string {
  const zoned = found === undefined ? inUtc(now) : inZone(now, found.license.timeZone)
  return zoned.slice(11, 16)
}

/** Says that the number was just kept with a contact. */
function KeptNote({ visit, customer }: { readonly visit: StaffVisit; readonly customer: Found }) {
  const kept = customer.contacts.find(({ id }) => id === visit.query['kept'])
  if (kept === undefined) return null
  return (
    <Note kind="full">
      <p>{visit.words.ledger.call.added(kept.name)}</p>
    </Note>
  )
}

/** Which license it is about, where there are several. */
function Choice({
  visit,
  customer,
  chosen,
}: {
  readonly visit: StaffVisit
  readonly customer: Found
  readonly chosen: FoundLicense
}) {
  const { words, language, now, query } = visit
  if (customer.licenses.length < 2) return null
  return (
    <nav class="tabs" aria-label={words.ledger.call.licenses}>
      {customer.licenses.map(({ license, called }) => {
        const standing = standingOf(settle(license, now).license, now)
        return (
          <a
            href={callAddress(query['number'] ?? '', customer.id, license.id)}
            {...(license.id === chosen.license.id && { 'aria-current': 'true' as const })}
          >
            <span>{called}</span>
            <StateOf standing={standing} words={words} />
            {standing.lastDay !== null && (
              <span class="quiet">{shortDay(standing.lastDay, language)}</span>
            )}
          </a>
        )
      })}
    </nav>
  )
}

/** Several have the number: whoever is on the line says who they are. */
function severalCallers(visit: StaffVisit, callers: readonly Caller<Found>[]): Drawn {
  const { words, query } = visit
  const text = words.ledger.call
  const number = query['number'] ?? ''
  return {
    title: text.severalTitle,
    body: (
      <>
        <Head title={text.severalTitle} line={spokenNumber(number, null)} />
        <section class="sheet">
          <p>{text.severalLead}</p>
          <Rows<Caller<Found>>
            items={callers}
            columns={[
              {
                head: words.customers.name,
                cell: ({ customer: { id, name } }) => <a href={callAddress(number, id)}>{name}</a>,
              },
              {
                head: words.customers.contacts,
                cell: ({ customer: { contacts } }) => contacts.map(({ name }) => name).join(', '),
              },
              {
                head: words.places.licenses,
                cell: ({ customer }) => customer.licenses.map(({ called }) => called).join(', '),
              },
            ]}
          />
        </section>
      </>
    ),
  }
}
