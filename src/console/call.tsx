import { readers } from '../license/roles.ts'
import { findByClue } from '../store/lookup.ts'
import type { Found } from '../store/lookup.ts'
import { countryOf, digitsOf, matchOf } from '../web/phone-number.ts'
import { Head } from './head.tsx'
import { Rows } from './rows.tsx'
import { page } from './visit.ts'

export const callPages = [
  // What a telephone opens when it rings: it can send nothing but an address. No log line bears it.
  page('GET', '/console/call', readers, async (visit) => {
    const { deps, words, query } = visit
    const number = query['number'] ?? ''
    const digits = digitsOf(number, null)
    const likely = digits.length === 0 ? [] : await findByClue(deps.db, { kind: 'phone', digits })
    const found = likely.filter((customer) => isReachedBy(number, customer))
    const [only] = found
    if (found.length === 1 && only !== undefined) return { to: `/console/customers/${only.id}` }
    const title = found.length === 0 ? words.search.stranger : words.search.several
    return {
      title,
      body: (
        <>
          <Head title={title} line={number} />
          <section class="sheet">
            {found.length === 0 ? (
              <p>{words.search.strangerLead}</p>
            ) : (
              <Rows<Found>
                items={found}
                columns={[
                  {
                    head: words.customers.name,
                    cell: ({ id, name }) => <a href={`/console/customers/${id}`}>{name}</a>,
                  },
                  {
                    head: words.customers.contacts,
                    cell: ({ contacts }) => contacts.map(({ name }) => name).join(', '),
                  },
                ]}
              />
            )}
          </section>
        </>
      ),
    }
  }),
]

/** Whether one of the customer's phones is the one that rings. */
function isReachedBy(number: string, { language, contacts }: Found): boolean {
  const phones = contacts.flatMap((contact) => contact.phones)
  const guess = countryOf({ language, phones })
  return phones.some((phone) => matchOf(number, phone, null, guess) !== null)
}
