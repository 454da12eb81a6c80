import { sql } from 'kysely'
import type { EventType, LicenseEvent } from '../license/event.ts'
import type { Instant, LicenseId } from '../license/license.ts'
import { toldByLetter } from '../license/told-by-letter.ts'
import { commitment, eventHash, newSalt } from '../token/chain.ts'
import type { Database } from './database.ts'
import { feedLock, givenOut } from './feed-end.ts'
import { newId } from './id.ts'
import { prepared } from './prepared.ts'
import type { EventId } from './tables.ts'

/** What an event tells, as it is chained. */
export type ChainedData = Readonly<Record<string, unknown>> & {
  /** The commitment of each personal value: the value itself stands apart, with its salt. */
  readonly personal?: Readonly<Record<string, string>>
}

/** An event in its place in a license's history. */
export interface EventRecord {
  readonly id: EventId
  readonly license: LicenseId
  /** Its place in the license's history, from 0 on. */
  readonly n: number
  readonly type: EventType
  readonly occurredAt: Instant
  readonly recordedAt: Instant
  readonly actor: string
  readonly data: ChainedData
  readonly previousHash: string | null
  readonly hash: string
  readonly quiet: boolean
}

/** A personal value beside the chain. */
export interface PersonalValue {
  readonly event: EventId
  readonly field: string
  readonly salt: string
  readonly value: string
}

/** What has happened, and by whose command. */
export interface ActedEvent {
  readonly actor: string
  readonly event: LicenseEvent
}

/** Where a license's history ends so far. */
export interface ChainHead {
  readonly license: LicenseId
  readonly headHash: string | null
  readonly eventCount: number
}

/** Events as the next links of a chain, and the personal values that stand beside them. */
export interface Chained {
  readonly records: readonly EventRecord[]
  readonly personal: readonly PersonalValue[]
}

/** Puts what has happened into its places. */
export function chain(
  head: ChainHead,
  events: readonly ActedEvent[],
  recordedAt: Instant,
): Chained {
  const records: EventRecord[] = []
  const personal: PersonalValue[] = []
  let previousHash = head.headHash
  for (const { actor, event } of events) {
    const id = newId('evt', recordedAt)
    const values = Object.entries(event.personal ?? {}).map(
      ([field, value]) => ({ event: id, field, salt: newSalt(), value }) as const,
    )
    const data =
      values.length === 0 ? event.data : { ...event.data, personal: commitmentsOf(values) }
    const hash = eventHash({
      license: head.license,
      type: event.type,
      occurred_at: new Date(event.at).toISOString(),
      recorded_at: new Date(recordedAt).toISOString(),
      actor,
      data,
      previous_hash: previousHash,
    })
    const { type, at: occurredAt, quiet = false } = event
    const n = head.eventCount + records.length
    const place = { id, license: head.license, n, previousHash, hash }
    records.push({ ...place, type, occurredAt, recordedAt, actor, data, quiet })
    personal.push(...values)
    previousHash = hash
  }
  return { records, personal }
}

function commitmentsOf(values: readonly PersonalValue[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    values.map(({ field, salt, value }) => [field, commitment(salt, value)]),
  )
}

/**
 * Keeps events of many licenses, and by the same statement what is to be told of them: an entry of the outbox for each webhook that
 * listens, and for the letters; what is quiet is told nobody. Before they get their positions in the feed, the transaction announces
 * by an advisory lock from where on they will be: the feed goes no further until it is over.
 */
export async function keepEvents(trx: Database, { records, personal }: Chained): Promise<void> {
  if (records.length === 0) return
  const rows = records.map((record, place) => ({ ...record, place }))
  await insertEvents(trx, JSON.stringify(rows))
  if (personal.length > 0) await insertPersonal(trx, JSON.stringify(personal))
}

const insertEvents = prepared(
  'insert_events',
  sql`
    with announced as materialized (
      select pg_advisory_xact_lock_shared(${sql.lit(feedLock)} + ${givenOut})::text as held
    ), recorded as (
      insert into events
        (id, license, n, type, occurred_at, recorded_at, actor, data, previous_hash, hash, quiet)
      select
        x.id, x.license, x.n, x.type,
        timestamptz 'epoch' + x."occurredAt" * interval '1 millisecond',
        timestamptz 'epoch' + x."recordedAt" * interval '1 millisecond',
        x.actor, x.data, x."previousHash", x.hash, x.quiet
      from announced, json_to_recordset($1::json) as x (
        place integer, id text, license text, n integer, type text, "occurredAt" double precision,
        "recordedAt" double precision, actor text, data jsonb, "previousHash" text, hash text, quiet boolean
      )
      where announced.held is not null
      order by x.place
      returning position, id, license, type, recorded_at, quiet
    ), listeners as (
      select id as target, event_types as types from webhooks where disabled_at is null
      union all select 'letters', ${sql.lit(JSON.stringify(toldByLetter))}::jsonb
    )
    insert into outbox (target, message, event, license, type, recorded_at, due_at)
    select l.target, r.id, r.id, r.license, r.type, r.recorded_at, r.recorded_at
    from recorded r join listeners l on l.types is null or l.types ? r.type
    where not r.quiet
    order by r.position, l.target`,
)

const insertPersonal = prepared(
  'insert_event_personal',
  sql`
    insert into event_personal (event, field, salt, value)
    select x.event, x.field, x.salt, x.value
    from json_to_recordset($1::json) as x (event text, field text, salt text, value text)`,
)
