import { isDate } from '../license/calendar.ts'
import { listLicenses } from '../store/list-licenses.ts'
import type { LicenseFilter } from '../store/list-licenses.ts'
import type { Page } from '../store/page.ts'
import type { LicenseNow } from '../store/read-license.ts'
import type { Order } from './order.ts'
import { cursorIn, pageSize } from './pager.tsx'
import { standingOf } from '../web/standing.ts'
import type { StaffVisit } from './visit.ts'

/** The columns that licenses can be put in order by. */
export type LicenseColumn = 'made' | 'customer' | 'until'

/** A page of licenses, in the order that was asked for. */
export interface OrderedLicenses extends Page<LicenseNow> {
  /** Whether there are more than can be put in the order of their last day. */
  readonly tooMany: boolean
}

/** So many licenses are judged for an order by the last day, which is no column: a page waits for no more. */
export const mostInOrder = 2000

/** How often a page goes on looking where the law leaves few of those that were found. */
const mostLooks = 6

type Filter = Omit<LicenseFilter, 'after' | 'limit' | 'order'>

/** What the address asks for; what cannot be read counts as left out. */
export function licenseFilter(query: Readonly<Record<string, string>>): Filter {
  const dated = (name: string) => (isDate(query[name] ?? '') ? query[name] : undefined)
  return {
    product: query['product'] || undefined,
    plan: query['plan'] || undefined,
    mode: (['full', 'export-only'] as const).find((each) => each === query['mode']),
    endsBy: dated('ends_by'),
    renewsBy: dated('renews_by'),
  }
}

/** The licenses of a page. */
export async function orderedLicenses(
  visit: StaffVisit,
  filter: Filter,
  { by, descending }: Order<LicenseColumn>,
): Promise<OrderedLicenses> {
  if (by !== 'until') {
    const page = await fullPage(visit, { ...filter, order: { by, descending } })
    return { ...page, tooMany: false }
  }
  const all = await allLicenses(visit, filter)
  if (all === null) {
    const page = await fullPage(visit, { ...filter, order: { by: 'made', descending: true } })
    return { ...page, tooMany: true }
  }
  return { ...partByLastDay(visit, all, descending), tooMany: false }
}

async function fullPage(
  visit: StaffVisit,
  filter: Omit<LicenseFilter, 'after' | 'limit'>,
): Promise<Page<LicenseNow>> {
  const { deps, now } = visit
  const data: LicenseNow[] = []
  let after = cursorIn(visit)
  for (let look = 0; look < mostLooks; look++) {
    const limit = pageSize - data.length
    const page = await listLicenses(deps.db, { ...filter, after, limit }, now)
    data.push(...page.data)
    if (page.next === null || data.length === pageSize) return { data, next: page.next }
    after = page.next
  }
  return { data, next: after ?? null }
}

/** Null where there are more than can be put in order. */
async function allLicenses(
  { deps, now }: StaffVisit,
  filter: Filter,
): Promise<readonly LicenseNow[] | null> {
  const all: LicenseNow[] = []
  let after: string | undefined
  for (let look = 0; look * 500 < mostInOrder + 500; look++) {
    const page = await listLicenses(deps.db, { ...filter, after, limit: 500 }, now)
    all.push(...page.data)
    if (page.next === null) return all.length > mostInOrder ? null : all
    after = page.next
  }
  return null
}

/** Those without an end come last of all; of those with the same day, the earlier made first. */
function partByLastDay(
  visit: StaffVisit,
  all: readonly LicenseNow[],
  descending: boolean,
): Page<LicenseNow> {
  const { now } = visit
  const way = descending ? -1 : 1
  const placed = all
    .map((each) => ({ each, day: standingOf(each.license, now).lastDay ?? '9999' }))
    .toSorted((a, b) =>
      a.day === b.day
        ? a.each.license.id < b.each.license.id
          ? -1
          : 1
        : a.day < b.day
          ? -way
          : way,
    )
    .map(({ each }) => each)
  const after = cursorIn(visit)
  const start =
    after === undefined ? 0 : placed.findIndex(({ license }) => license.id === after) + 1
  const data = placed.slice(start, start + pageSize)
  const last = data.at(-1)
  return { data, next: start + pageSize < placed.length && last ? last.license.id : null }
}
