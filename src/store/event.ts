import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { LicenseId } from '../license/license.ts'
import { Problem } from '../license/problem.ts'
import type { EventRecord } from './append-events.ts'
import type { Database } from './database.ts'
import { feedEnd } from './feed-end.ts'
import type { Page, PageQuery } from './page.ts'

/** An event as readers see it: the links of the chain as they were hashed, and the personal values beside it. */
export interface HistoryEvent extends EventRecord {
  readonly position: number
  /** By field, each with its salt, so that its commitment in the data can be checked; null once it is erased. */
  readonly personal: Readonly<
    Record<string, { readonly value: string; readonly salt: string } | null>
  >
}

export interface EventFilter extends PageQuery {
  readonly type?: string | undefined
}

/** A license's history, the oldest first. */
export async function listEvents(
  db: Database,
  license: string,
  { type, after, limit }: EventFilter,
): Promise<Page<HistoryEvent>> {
  const place = await placeOf(db, after, 'n')
  const { rows } = await sql<HistoryEvent>`
    ${eventRows}
    where e.license = ${license} and e.n > ${place} ${ofType(type)}
    order by e.n limit ${limit + 1}`.execute(db)
  return pageBy(rows, limit, ({ n }) => n)
}

/**
 * The events of all licenses in the order of one feed. None that is kept later comes before those that were read: whoever goes on
 * from the last cursor misses nothing. Not to be read in a transaction, which would see what was so when it began.
 */
export async function readFeed(
  db: Database,
  { type, after, limit }: EventFilter,
): Promise<Page<HistoryEvent>> {
  const end = await feedEnd(db)
  const place = await placeOf(db, after, 'position')
  const reach = type === undefined ? end : Math.min(end, place + mostLookedAt)
  const { rows } = await sql<HistoryEvent>`
    ${eventRows}
    where e.position > ${place} and e.position <= ${reach} ${ofType(type)}
    order by e.position limit ${limit + 1}`.execute(db)
  const page = pageBy(rows, limit, ({ position }) => position)
  return page.next === null && reach < end ? { ...page, next: String(reach) } : page
}

/** How far a page of the feed looks for events of one type: such a page may hold few, and the feed still goes on. */
const mostLookedAt = 10_000

/** These events as they were hashed, without what stands beside the chain; ids that do not exist are left out. */
export async function eventsById(
  db: Database,
  ids: readonly string[],
): Promise<readonly EventRecord[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<EventRecord>`
    select ${links} from events e where e.id = any(${[...ids]}::text[])`.execute(db)
  return rows
}

function ofType(type: string | undefined): RawBuilder<unknown> {
  return type === undefined ? sql`` : sql`and e.type = ${type}`
}

/** Erases personal values of a license's history, with the salts that could prove them. The chain still checks. */
export async function erasePersonal(db: Database, license: LicenseId): Promise<void> {
  await sql`
    update event_personal set salt = null, value = null
    where event in (select id from events where license = ${license})`.execute(db)
}

const links = sql`
  e.id, e.license, e.n, e.type, e.occurred_at as "occurredAt", e.recorded_at as "recordedAt", e.actor, e.data,
  e.previous_hash as "previousHash", e.hash, e.quiet`

/** Events `e` as {@link HistoryEvent}s. */
export const eventRows = sql`
  select
    e.position, ${links},
    (
      select coalesce(json_object_agg(
        o.field, case when o.salt is not null then json_build_object('value', o.value, 'salt', o.salt) end
      ), '{}')
      from event_personal o where o.event = e.id
    ) as personal
  from events e`

/**
 * The place that a cursor names: a number, or the id of an event.
 *
 * @throws Problem malformed if the cursor is none of ours.
 */
async function placeOf(
  db: Database,
  cursor: string | undefined,
  order: 'n' | 'position',
): Promise<number> {
  if (cursor === undefined) return -1
  if (/^\d{1,15}$/.test(cursor)) return Number(cursor)
  const { rows } = await sql<{ place: number }>`
    select ${sql.id(order)} as place from events where id = ${cursor}`.execute(db)
  const [named] = rows
  if (named !== undefined) return named.place
  throw new Problem('malformed', {
    errors: [{ pointer: '', detail: 'Use the cursor that the list gave as next.' }],
  })
}

function pageBy(
  rows: readonly HistoryEvent[],
  limit: number,
  cursorOf: (event: HistoryEvent) => number,
): Page<HistoryEvent> {
  const data = rows.slice(0, limit)
  const last = data.at(-1)
  return { data, next: rows.length > limit && last !== undefined ? String(cursorOf(last)) : null }
}
