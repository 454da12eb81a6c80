import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import { decideAt } from '../license/facts.ts'
import type { Mode } from '../license/decide.ts'
import type { CalendarDate, Instant, License, LicenseId } from '../license/license.ts'
import { turnsOf } from '../license/turns.ts'
import type { Database } from './database.ts'
import { isDueBy } from './due.ts'
import { loadLicenses } from './load-licenses.ts'
import type { Page, PageQuery } from './page.ts'
import { asOfNow } from './read-license.ts'
import type { LicenseNow } from './read-license.ts'
import { ownersCalled } from './reference.ts'
import type { ExternalRef } from './reference.ts'

export interface LicenseFilter extends PageQuery {
  readonly customer?: string | undefined
  /** Its id or code. */
  readonly product?: string | undefined
  /** Its id or code: the plan that a license is under now. */
  readonly plan?: string | undefined
  readonly externalRef?: ExternalRef | undefined
  readonly mode?: Mode | undefined
  /** Those that have not ended and will have by the end of this day, as they stand. */
  readonly endsBy?: CalendarDate | undefined
  /** Those whose term, running or to come, is over by the end of this day and is followed by another, as they stand. */
  readonly renewsBy?: CalendarDate | undefined
}

/** How many licenses a page looks at where the law decides which of them belong to it. */
const mostLookedAt = 500

/**
 * Licenses in the order of their making. What a license is worth is no column: SQL finds those that can be meant, the law says
 * which are. Such a page may hold fewer than were asked for, and the list still goes on.
 */
export async function listLicenses(
  db: Database,
  filter: LicenseFilter,
  now: Instant,
): Promise<Page<LicenseNow>> {
  const { after, limit } = filter
  const isJudged =
    filter.mode !== undefined ||
    filter.endsBy !== undefined ||
    filter.renewsBy !== undefined ||
    filter.plan !== undefined
  const most = isJudged ? mostLookedAt : limit
  const { rows } = await sql<{ id: LicenseId }>`
    select id from licenses
    where id > ${after ?? ''} ${conditionsOf(filter, now)}
    order by id limit ${most + 1}`.execute(db)
  const looked = rows.slice(0, most).map(({ id }) => id)
  const kept = await loadLicenses(db, looked)
  const found = kept
    .map((each) => asOfNow(each, now))
    .filter(({ license }) => isMeant(license, filter, now))
  if (found.length > limit) {
    const data = found.slice(0, limit)
    return { data, next: data.at(-1)?.license.id ?? null }
  }
  return { data: found, next: rows.length > most ? (looked.at(-1) ?? null) : null }
}

function conditionsOf(filter: LicenseFilter, now: Instant): RawBuilder<unknown> {
  const { customer, product, plan, externalRef } = filter
  const conditions: RawBuilder<unknown>[] = []
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
