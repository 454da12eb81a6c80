import { dateAt, daysLater, isDate } from '../license/calendar.ts'
import type { CalendarDate } from '../license/license.ts'
import { readers } from '../license/roles.ts'
import { comingTurns } from '../store/coming-turns.ts'
import { listLicenses } from '../store/list-licenses.ts'
import type { LicenseFilter } from '../store/list-licenses.ts'
import type { LicenseNow } from '../store/read-license.ts'
import { customerNames } from '../store/names.ts'
import { longDay } from '../web/day.ts'
import { Field } from '../web/form.tsx'
import { Head } from './head.tsx'
import { LicenseRows } from './licenses.tsx'
import { TakeAlong } from './list.tsx'
import { planNames } from '../store/plan-name.ts'
import { page } from './visit.ts'
import type { StaffVisit } from './visit.ts'

/** So many of each stand on the page; the list of licenses has them all. */
const most = 20
/** How often the page goes on looking for that many. */
const mostLooks = 6

/** What would renew and what would end by a day, if nobody declared anything more. */
export const aheadPages = [
  page('GET', '/console/settlements/ahead', readers, async (visit) => {
    const { deps, words, language, now, query } = visit
    const asked = query['by'] ?? ''
    const by = isDate(asked) ? asked : daysLater(dateAt(now, 'UTC'), 30)
    const { turns, isExact } = await comingTurns(deps.db, by, now)
    const sum = (of: 'renews' | 'ends') => turns.reduce((total, each) => total + each[of], 0)
    const text = words.ahead
    return {
      title: text.title,
      body: (
        <>
          <Head
            title={text.title}
            path={[['/console/settlements', words.places.settlements]]}
            line={text.lead}
          />
          <section class="sheet">
            <form class="filter" action="/console/settlements/ahead">
              <Field name="by" type="date" label={text.by} value={by} />
              <button class="second">{text.look}</button>
            </form>
            <p>{text.sum(longDay(by, language), sum('renews'), sum('ends'))}</p>
            {!isExact && <p class="quiet small">{text.late}</p>}
          </section>
          {await part(visit, { kind: 'ends', by, count: sum('ends') })}
          {await part(visit, { kind: 'renews', by, count: sum('renews') })}
        </>
      ),
    }
  }),
]

interface Part {
  readonly kind: 'ends' | 'renews'
  readonly by: CalendarDate
  readonly count: number
}

/** Those that end, or those that renew: the first of them, and the way to all. */
async function part(visit: StaffVisit, { kind, by, count }: Part) {
  const { deps, words } = visit
  const text = words.ahead
  const licenses = await firstOf(visit, kind === 'ends' ? { endsBy: by } : { renewsBy: by })
  const query = { [kind === 'ends' ? 'ends_by' : 'renews_by']: by }
  const all = `/console/licenses?${new URLSearchParams({ ...query, order: 'until' }).toString()}`
  return (
    <section class="sheet">
      <h2>{text.parts[kind]}</h2>
      {licenses.length === 0 ? (
        <p class="quiet">{text.none[kind]}</p>
      ) : (
        <>
          <LicenseRows
            visit={visit}
            licenses={licenses}
            called={await planNames(
              deps.db,
              licenses.map(({ license }) => license),
            )}
            names={await customerNames(
              deps.db,
              licenses.map(({ license }) => license.customer),
            )}
          />
          {count > licenses.length && (
            <p>
              <a href={all}>{text.all(count)}</a>{' '}
              <span class="quiet">{text.first(licenses.length)}</span>
            </p>
          )}
          <TakeAlong visit={visit} name="licenses" query={query} />
        </>
      )}
    </section>
  )
}

async function firstOf(
  { deps, now }: StaffVisit,
  filter: Pick<LicenseFilter, 'endsBy' | 'renewsBy'>,
): Promise<readonly LicenseNow[]> {
  const found: LicenseNow[] = []
  let after: string | undefined
  for (let look = 0; look < mostLooks && found.length < most; look++) {
    const limit = most - found.length
    const list = await listLicenses(deps.db, { ...filter, after, limit }, now)
    found.push(...list.data)
    if (list.next === null) break
    after = list.next
  }
  return found
}
