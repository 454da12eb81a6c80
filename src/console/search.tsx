import { readers } from '../license/roles.ts'
import { searchCustomers } from '../store/customer-search.ts'
import type { FoundCustomer } from '../store/customer-search.ts'
import { Head } from './head.tsx'
import { Rows } from './rows.tsx'
import { filled, page } from './visit.ts'

const most = 50

export const searchPages = [
  // What somebody looks for is nobody's business but theirs: it stands in no address and in no log.
  page('POST', '/console/search', readers, async (visit) => {
    const { deps, words } = visit
    const text = filled(visit, 'words')
    const typed = text.split(/\s+/).filter((word) => word !== '')
    if (typed.length === 0) return { to: '/console/customers' }
    const found = await searchCustomers(deps.db, typed.slice(0, 8), most + 1)
    const [only] = found
    if (found.length === 1 && only !== undefined) return { to: `/console/customers/${only.id}` }
    return {
      title: words.search.title(text),
      body: (
        <>
          <Head title={words.search.title(text)} />
          <section class="sheet">
            {found.length === 0 ? (
              <div class="empty">
                <h2>{words.search.none}</h2>
                <p class="quiet">{words.search.noneLead}</p>
                <a class="button second" href="/console/customers">
                  {words.customers.all}
                </a>
              </div>
            ) : (
              <Rows<FoundCustomer>
                items={found.slice(0, most)}
                columns={[
                  {
                    head: words.customers.name,
                    cell: ({ id, name }) => <a href={`/console/customers/${id}`}>{name}</a>,
                  },
                  { head: words.customers.contacts, cell: ({ contacts }) => contacts.join(', ') },
                ]}
              />
            )}
            {found.length > most && <p class="quiet">{words.search.more}</p>}
          </section>
        </>
      ),
    }
  }),
]
