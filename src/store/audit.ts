import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import { typesIn } from '../license/event-group.ts'
import type { EventGroup } from '../license/event-group.ts'
import type { Instant } from '../license/license.ts'
import type { Database } from './database.ts'
import { eventRows } from './event.ts'
import type { HistoryEvent } from './event.ts'
import { idsFrom } from './id.ts'
import { pageOf } from './page.ts'
import type { Page, PageQuery } from './page.ts'

export interface AuditFilter extends PageQuery {
  readonly group?: EventGroup | undefined
  readonly type?: string | undefined
  readonly license?: string | undefined
  /** Of the licenses that are theirs now. */
  readonly customer?: string | undefined
  /** By whose command: an opaque id. */
  readonly actor?: string | undefined
  /** Recorded then or later. */
  readonly from?: Instant | undefined
  /** Recorded before then. */
  readonly before?: Instant | undefined
  readonly oldestFirst?: boolean
}

/** How many events a page looks at where few of them may be meant. */
const mostLookedAt = 10_000

/**
 * What has happened to all licenses, the last recorded first where nothing else is asked for. Where types or an actor are asked for, a page may hold fewer than the
 * limit, and the list still goes on.
 */
export async function listAudit(db: Database, filter: AuditFilter): Promise<Page<HistoryEvent>> {
  const { limit, oldestFirst = false } = filter
  const within = boundsOf(filter)
  const isSought =
    (filter.group ?? filter.type ?? filter.actor) !== undefined &&
    filter.license === undefined &&
    filter.customer === undefined
  const way = oldestFirst ? sql`asc` : sql`desc`
  const reach = isSought ? await reachOf(db, within, way) : null
  const isReached = oldestFirst ? sql`and e.id <= ${reach}` : sql`and e.id >= ${reach}`
  const { rows } = await sql<HistoryEvent>`
    ${eventRows}
    where ${within} ${reach === null ? sql`` : isReached} ${conditionsOf(filter)}
    order by e.id ${way} limit ${limit + 1}`.execute(db)
  const page = pageOf(rows, limit)
  return page.next === null && reach !== null ? { ...page, next: reach } : page
}

/** The event up to which a page looks; null where it looks at all that there are. */
async function reachOf(
  db: Database,
  within: RawBuilder<unknown>,
  way: RawBuilder<unknown>,
): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select e.id from events e where ${within}
    order by e.id ${way} offset ${mostLookedAt} limit 1`.execute(db)
  return rows[0]?.id ?? null
}

/** An event's id begins with the instant of its recording. */
function boundsOf({ after, from, before, oldestFirst = false }: AuditFilter): RawBuilder<unknown> {
  const bounds = [
    ...(after === undefined ? [] : [oldestFirst ? sql`e.id > ${after}` : sql`e.id < ${after}`]),
    ...(before === undefined ? [] : [sql`e.id < ${idsFrom('evt', before)}`]),
    ...(from === undefined ? [] : [sql`e.id >= ${idsFrom('evt', from)}`]),
  ]
  return bounds.length === 0 ? sql`true` : sql.join(bounds, sql` and `)
}

function conditionsOf({ group, type, license, customer, actor }: AuditFilter): RawBuilder<unknown> {
  const conditions = [
    ...(group === undefined ? [] : [sql`and e.type = any(${typesIn(group)}::text[])`]),
    ...(type === undefined ? [] : [sql`and e.type = ${type}`]),
    ...(license === undefined ? [] : [sql`and e.license = ${license}`]),
    ...(customer === undefined
      ? []
      : [sql`and e.license in (select id from licenses where customer = ${customer})`]),
    ...(actor === undefined ? [] : [sql`and e.actor = ${actor}`]),
  ]
  return sql.join(conditions, sql` `)
}
