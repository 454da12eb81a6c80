import type { CustomerId } from '../license/license.ts'
import { readers } from '../license/roles.ts'
import { findCustomer } from '../store/customer.ts'
import type { Database } from '../store/database.ts'
import { idsFlagged } from '../store/flagged.ts'
import { listPlans } from '../store/plan.ts'
import type { Plan } from '../store/plan.ts'
import { listProducts } from '../store/product.ts'
import type { Product } from '../store/product.ts'
import type { LicenseNow } from '../store/read-license.ts'
import { longDay } from '../web/day.ts'
import { Field, Select } from '../web/form.tsx'
import { Head } from './head.tsx'
import { filterIn, List } from './list.tsx'
import { Note } from '../web/note.tsx'
import type { Ordering } from './order.ts'
import { orderingOf } from './order.ts'
import { licenseFilter, mostInOrder, orderedLicenses } from './ordered-licenses.ts'
import type { LicenseColumn } from './ordered-licenses.ts'
import { planNames } from '../store/plan-name.ts'
import { Rows } from './rows.tsx'
import type { Column } from './rows.tsx'
import { StateOf } from './standing.tsx'
import { standingOf } from '../web/standing.ts'
import { page } from './visit.ts'
import type { StaffVisit } from './visit.ts'
import type { Words } from './words/words.ts'

const filterNames = ['product', 'plan', 'mode', 'ends_by', 'renews_by', 'flagged'] as const

export const licensesPages = [
  page('GET', '/console/licenses', readers, async (visit) => {
    const { deps, words, query } = visit
    const products = (await listProducts(deps.db, { limit: 200 })).data
    const plans = (await listPlans(deps.db, { limit: 200 })).data
    const chosen = filterIn(visit, filterNames)
    const order = orderingOf(visit, ['made', 'customer', 'until'], { by: 'made', descending: true })
    const among = await flaggedOnes(visit)
    const list = await orderedLicenses(visit, { ...licenseFilter(query), among }, order)
    const names = await namesOf(deps.db, list.data)
    const called = await planNames(
      deps.db,
      list.data.map(({ license }) => license),
    )
    const { issued, customer, until, none } = words.license
    return {
      title: words.places.licenses,
      body: (
        <>
          <Head title={words.places.licenses} />
          <section class="sheet">
            <List
              visit={visit}
              name="licenses"
              filter={{
                names: filterNames,
                fields: <LicenseFields words={words} {...{ products, plans, chosen }} />,
              }}
              order={{ chosen: order, labels: { made: issued, customer, until } }}
              next={list.next}
              isEmpty={list.data.length === 0}
              none={<p class="quiet">{none}</p>}
            >
              {list.tooMany && (
                <Note>
                  <p>{words.lists.tooMany(mostInOrder)}</p>
                </Note>
              )}
              <LicenseRows
                visit={visit}
                licenses={list.data}
                called={called}
                names={names}
                order={order}
              />
            </List>
          </section>
        </>
      ),
    }
  }),
]

/** Those over their fair-use limit, where the list is of them alone. */
async function flaggedOnes({ deps, query, now }: StaffVisit) {
  if (query['flagged'] !== 'true') return undefined
  return idsFlagged(deps.db, now)
}

function LicenseFields({
  words,
  products,
  plans,
  chosen,
}: {
  readonly words: Words
  readonly products: readonly Pick<Product, 'code' | 'name'>[]
  readonly plans: readonly Plan[]
  readonly chosen: Readonly<Record<string, string>>
}) {
  const any = ['', words.frame.any] as const
  const text = words.lists
  const called = (plan: Plan) => [plan.code, `${plan.product.name} ${plan.name}`] as const
  return (
    <>
      <Select
        name="product"
        label={text.product}
        options={[any, ...products.map(({ code, name }) => [code, name] as const)]}
        chosen={chosen['product']}
      />
      <Select
        name="plan"
        label={words.license.plan}
        options={[any, ...plans.map(called)]}
        chosen={chosen['plan']}
      />
      <Select
        name="mode"
        label={text.mode}
        options={[any, ...Object.entries(text.modes)]}
        chosen={chosen['mode']}
      />
      <Select
        name="flagged"
        label={words.ledger.flags.filter}
        options={[any, ['true', words.ledger.flags.only]]}
        chosen={chosen['flagged']}
      />
      <Field name="ends_by" type="date" label={text.endsBy} value={chosen['ends_by']} />
      <Field name="renews_by" type="date" label={text.renewsBy} value={chosen['renews_by']} />
    </>
  )
}

/** Licenses with how they stand; with whose they are where that is not said by the page. */
export function LicenseRows({
  visit,
  licenses,
  called,
  names,
  order,
}: {
  readonly visit: StaffVisit
  readonly licenses: readonly LicenseNow[]
  /** What each is called, by its plan. */
  readonly called: ReadonlyMap<string, string>
  readonly names?: ReadonlyMap<CustomerId, string>
  readonly order?: Ordering<LicenseColumn>
}) {
  const [license, ...state] = columnsOf(visit, called, order)
  return license === undefined ? null : (
    <Rows<LicenseNow>
      items={licenses}
      columns={[license, ...whoseColumns(visit, names, order), ...state]}
    />
  )
}

function columnsOf(
  { words, language, now }: StaffVisit,
  called: ReadonlyMap<string, string>,
  order: Ordering<LicenseColumn> | undefined,
): Column<LicenseNow>[] {
  return [
    {
      head: words.license.license,
      cell: ({ license: { id, plan } }) => (
        <a href={`/console/licenses/${id}`}>{called.get(plan)}</a>
      ),
    },
    {
      head: words.people.state,
      cell: ({ license }) => <StateOf standing={standingOf(license, now)} words={words} />,
    },
    {
      head: words.license.until,
      order: order?.link('until'),
      cell: ({ license }) => {
        const { lastDay } = standingOf(license, now)
        return lastDay === null ? words.license.perpetual : longDay(lastDay, language)
      },
    },
    {
      head: words.license.afterwards,
      cell: ({ license }) => {
        const standing = standingOf(license, now)
        return standing.renews ? words.license.renews : words.license.exportStays
      },
    },
  ]
}

/** Whose they are, where the page does not say it. */
function whoseColumns(
  { words }: StaffVisit,
  names: ReadonlyMap<CustomerId, string> | undefined,
  order: Ordering<LicenseColumn> | undefined,
): Column<LicenseNow>[] {
  if (names === undefined) return []
  return [
    {
      head: words.license.customer,
      order: order?.link('customer'),
      cell: ({ license }) => (
        <a href={`/console/customers/${license.customer}`}>{names.get(license.customer)}</a>
      ),
    },
  ]
}

async function namesOf(
  db: Database,
  licenses: readonly LicenseNow[],
): Promise<ReadonlyMap<CustomerId, string>> {
  const ids = [...new Set(licenses.map(({ license }) => license.customer))]
  const customers = await Promise.all(ids.map((id) => findCustomer(db, id)))
  return new Map(ids.map((id, n) => [id, customers[n]?.name ?? id]))
}
