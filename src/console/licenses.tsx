import type { CustomerId } from '../license/license.ts'
import { readers } from '../license/roles.ts'
import { findCustomer } from '../store/customer.ts'
import type { Database } from '../store/database.ts'
import { listPlans } from '../store/plan.ts'
import { listLicenses } from '../store/list-licenses.ts'
import type { LicenseNow } from '../store/read-license.ts'
import { longDay } from '../web/day.ts'
import { Select } from '../web/form.tsx'
import { Head } from './head.tsx'
import { cursorIn, Pager, pageSize } from './pager.tsx'
import { planNames } from './plan-name.ts'
import { Rows } from './rows.tsx'
import type { Column } from './rows.tsx'
import { standingOf, StateOf } from './standing.tsx'
import { page } from './visit.ts'
import type { StaffVisit } from './visit.ts'

export const licensesPages = [
  page('GET', '/console/licenses', readers, async (visit) => {
    const { deps, words, now, query } = visit
    const plans = await listPlans(deps.db, { limit: 200 })
    const plan = plans.data.find(({ code }) => code === query['plan'])?.code
    const list = await listLicenses(deps.db, { plan, after: cursorIn(visit), limit: pageSize }, now)
    const names = await namesOf(deps.db, list.data)
    const called = await planNames(
      deps.db,
      list.data.map(({ license }) => license),
    )
    return {
      title: words.places.licenses,
      body: (
        <>
          <Head title={words.places.licenses} />
          <section class="sheet">
            <form class="filter" action="/console/licenses">
              <Select
                name="plan"
                label={words.license.plan}
                options={[
                  ['', words.frame.any],
                  ...plans.data.map((each) => [each.code, each.name] as const),
                ]}
                chosen={plan}
              />
              <button class="second">{words.frame.filter}</button>
            </form>
            {list.data.length === 0 ? (
              <p class="quiet">{words.license.none}</p>
            ) : (
              <LicenseRows visit={visit} licenses={list.data} called={called} names={names} />
            )}
            <Pager visit={visit} next={list.next} />
          </section>
        </>
      ),
    }
  }),
]

/** Licenses with how they stand; with whose they are where that is not said by the page. */
export function LicenseRows({
  visit,
  licenses,
  called,
  names,
}: {
  readonly visit: StaffVisit
  readonly licenses: readonly LicenseNow[]
  /** What each is called, by its plan. */
  readonly called: ReadonlyMap<string, string>
  readonly names?: ReadonlyMap<CustomerId, string>
}) {
  const [license, ...state] = columnsOf(visit, called)
  return license === undefined ? null : (
    <Rows<LicenseNow>
      items={licenses}
      columns={[license, ...whoseColumns(visit, names), ...state]}
    />
  )
}

function columnsOf(
  { words, language, now }: StaffVisit,
  called: ReadonlyMap<string, string>,
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
): Column<LicenseNow>[] {
  if (names === undefined) return []
  return [
    {
      head: words.license.customer,
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
