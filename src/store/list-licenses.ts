import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import { decideAt } from '../license/facts.ts'
import type { Mode } from '../license/decide.ts'
import type { CalendarDate, Instant, License, LicenseId } from '../license/license.ts'
import { turnsOf } from '../license/turns.ts'
import { afterName, cursorOf, nameKey } from './by-name.ts'
import type { Database } from './database.ts'
import { isDueBy } from './due.ts'
import { loadLicenses } from './load-licenses.ts'
import type { Page, PageQuery } from './page.ts'
import { asOfNow } from './read-license.ts'
import type { LicenseNow } from './read-license.ts'
import { ownersCalled } from './reference.ts'
import type { ExternalRef } from './reference.ts'

/** In the order of their making, or in that of their customers' names. */
export interface LicenseOrder {
  readonly by: 'made' | 'customer'
  readonly descending: boolean
}

export interface LicenseFilter extends PageQuery {
  /** Left out: by their making, the first one first. */
  readonly order?: LicenseOrder | undefined
  readonly customer?: string | undefined
  /** Its id or code. */
  readonly product?: string | undefined
  /** Its id or code: the plan that a license is under now. */
  readonly plan?: string | undefined
  readonly externalRef?: ExternalRef | undefined
  readonly mode?: Mode | undefined
  /** None but these. */
  readonly among?: readonly LicenseId[] | undefined
  /** Those that have not ended and will have by the end of this day, as they stand. */
  readonly endsBy?: CalendarDate | undefined
  /** Those whose term, running or to come, is over by the end of this day and is followed by another, as they stand. */
  readonly renewsBy?: CalendarDate | undefined
}

/** How many licenses a page looks at where the law decides which of them belong to it. */
const mostLookedAt = 500

/**
 * Licenses one after the other. What a license is worth is no column: SQL finds those that can be meant, the law says which are.
 * Such a page may hold fewer than were asked for, and the list still goes on.
 */
export async function listLicenses(
  db: Database,
  filter: LicenseFilter,
  now: Instant,
): Promise<Page<LicenseNow>> {
  const { limit } = filter
  const isJudged =
    filter.mode !== undefined ||
    filter.endsBy !== undefined ||
    filter.renewsBy !== undefined ||
    filter.plan !== undefined
  const most = isJudged ? mostLookedAt : limit
  const rows = await candidates(db, filter, most + 1, now)
  const looked = rows.slice(0, most)
  const kept = await loadLicenses(
    db,
    looked.map(({ id }) => id),
  )
  const byId = new Map(kept.map((each) => [each.license.id, each]))
  const found = looked
    .flatMap((row) => {
      const each = byId.get(row.id)
      return each === undefined ? [] : [{ row, shown: asOfNow(each, now) }]
    })
    .filter(({ shown }) => isMeant(shown.license, filter, now))
  const shown = found.slice(0, limit)
  const last =
    found.length > limit ? shown.at(-1)?.row : rows.length > most ? looked.at(-1) : undefined
  return {
    data: shown.map((each) => each.shown),
    next: last === undefined ? null : cursorFor(last, filter.order),
  }
}

interface Candidate {
  readonly id: LicenseId
  /** Empty where the list is not by name. */
  readonly nameKey: string
}

async function candidates(
  db: Database,
  filter: LicenseFilter,
  limit: number,
  now: Instant,
): Promise<readonly Candidate[]> {
  const { after, order: { by, descending } = { by: 'made', descending: false } } = filter
  if (by === 'made') {
    const follows =
      after === undefined ? sql`true` : descending ? sql`id < ${after}` : sql`id > ${after}`
    const { rows } = await sql<Candidate>`
      select id, '' as "nameKey" from licenses
      where ${follows} ${conditionsOf(filter, now)}
      order by id ${descending ? sql`desc` : sql`asc`} limit ${limit}`.execute(db)
    return rows
  }
  const key = nameKey(sql`c.name`)
  const { follows, order } = afterName(key, sql`id`, { after, descending })
  const { rows } = await sql<Candidate>`
    select id, ${key} as "nameKey"
    from licenses join (select id as owner, name from customers) c on c.owner = customer
    where ${follows} ${conditionsOf(filter, now)}
    order by ${order} limit ${limit}`.execute(db)
  return rows
}

function cursorFor(last: Candidate, order: LicenseOrder | undefined): string {
  return order?.by === 'customer' ? cursorOf(last) : last.id
}

function conditionsOf(filter: LicenseFilter, now: Instant): RawBuilder<unknown> {
  const { customer, product, plan, externalRef, among } = filter
  const conditions: RawBuilder<unknown>[] = []
  if (among !== undefined) conditions.push(sql`id = any(${among}::text[])`)
  if (customer !== undefined) conditions.push(sql`customer = ${customer}`)
  if (product !== undefined)
    conditions.push(sql`product = (select id from products where ${product} in (id, code))`)
  // A turn that is not recorded yet may bring another plan.
  if (plan !== undefined)
    conditions.push(
      sql`(plan = (select id from plans where ${plan} in (id, code)) or ${isDueBy(now)})`,
    )
  if (externalRef !== undefined) conditions.push(sql`id in ${ownersCalled('license', externalRef)}`)
  // What is kept of its turns is true until the license is due.
  if (filter.endsBy !== undefined)
    conditions.push(sql`(ends_after <= ${filter.endsBy} or ${isDueBy(now)})`)
  if (filter.renewsBy !== undefined)
    conditions.push(sql`(renews_after <= ${filter.renewsBy} or ${isDueBy(now)})`)
  return sql.join(
    conditions.map((condition) => sql`and ${condition}`),
    sql` `,
  )
}

function isMeant(
  license: License,
  { plan, mode, endsBy, renewsBy }: LicenseFilter,
  now: Instant,
): boolean {
  const { endsAfter, renewsAfter } = turnsOf(license)
  return (
    (plan === undefined || plan === license.plan || plan === license.planCode) &&
    (mode === undefined || decideAt(license, now).mode === mode) &&
    (endsBy === undefined || isBy(endsAfter, endsBy)) &&
    (renewsBy === undefined || isBy(renewsAfter, renewsBy))
  )
}

function isBy(date: CalendarDate | null, day: CalendarDate): boolean {
  return date !== null && date <= day
}
