import { readers } from '../license/roles.ts'
import { mostFound } from '../store/lookup.ts'
import type { Found } from '../store/lookup.ts'
import { findByText } from './find.ts'
import { Head } from './head.tsx'
import { Rows } from './rows.tsx'
import { filled, page } from './visit.ts'
import type { StaffVisit } from './visit.ts'

export const searchPages = [
  // What somebody looks for is nobody's business but theirs: it stands in no address and in no log.
  page('POST', '/console/search', readers, async (visit) => {
    const { deps, words } = visit
    const text = filled(visit, 'words')
    if (text === '') return { to: '/console/customers' }
    const finding = await findByText(deps.db, text)
    if ('to' in finding) return finding
    const [only, ...more] = finding.found
    if (only !== undefined && more.length === 0) return { to: addressOf(only) }
    const title = words.ledger.found.title(text.slice(0, 200))
    return {
      title,
      body: (
        <>
          <Head
            title={title}
            {...(only !== undefined && { line: words.ledger.found.by[finding.by] })}
          />
          <section class="sheet">
            {only === undefined ? (
              <Nobody visit={visit} />
            ) : (
              <FoundRows visit={visit} found={finding.found} />
            )}
          </section>
        </>
      ),
    }
  }),
]

/** The card; the license, where a key or an id names one. */
function addressOf({ id, keyed }: Found): string {
  return keyed === null ? `/console/customers/${id}` : `/console/licenses/${keyed}`
}

function Nobody({ visit: { words } }: { readonly visit: StaffVisit }) {
  return (
    <div class="empty">
      <h2>{words.ledger.found.none}</h2>
      <p class="quiet">{words.ledger.found.noneLead}</p>
      <a class="button second" href="/console/customers">
        {words.customers.all}
      </a>
    </div>
  )
}

function FoundRows({
  visit: { words },
  found,
}: {
  readonly visit: StaffVisit
  readonly found: readonly Found[]
}) {
  return (
    <>
      <Rows<Found>
        items={found.slice(0, mostFound)}
        columns={[
          {
            head: words.customers.name,
            cell: (each) => <a href={addressOf(each)}>{each.name}</a>,
          },
          {
            head: words.customers.contacts,
            cell: ({ contacts }) => contacts.map(({ name }) => name).join(', ') || '–',
          },
          {
            head: words.places.licenses,
            cell: ({ licenses }) => licenses.map(({ called }) => called).join(', ') || '–',
          },
        ]}
      />
      {found.length > mostFound && <p class="quiet">{words.search.more}</p>}
    </>
  )
}
