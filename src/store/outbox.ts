import { sql } from 'kysely'
import type { Instant, LicenseId } from '../license/license.ts'
import { timestamp } from './column.ts'
import type { Database } from './database.ts'
import { newId } from './id.ts'
import type { Target } from './outbox-tables.ts'
import { prepared } from './prepared.ts'
import type { EventId } from './tables.ts'

/** Something to be told, taken to be sent now. */
export interface Entry {
  readonly position: number
  readonly target: Target
  /** What its receiver knows it by, the same at every attempt: the event's id, or one of its own. */
  readonly message: string
  readonly event: EventId | null
  readonly license: LicenseId | null
  readonly type: string
  readonly recordedAt: Instant
  /** How often it failed since it was last put on its way. */
  readonly tries: number
  /** As it was sent before; null at first, and once it is erased. */
  readonly body: string | null
}

/** What came of an attempt. */
export interface Sent {
  readonly position: number
  readonly at: Instant
  readonly ms: number
  /** The answer's status; null where none came. */
  readonly status: number | null
  /** Why it failed, in a sentence; null where it was delivered. */
  readonly error: string | null
  /** The beginning of the answer. */
  readonly answer: string | null
  /** What was sent. */
  readonly body: string | null
  /** When it is tried again; null where it was delivered or is given up. */
  readonly dueAt: Instant | null
}

/** For whom something is due: webhooks that are not disabled, and the letters. */
export async function dueTargets(db: Database, now: Instant): Promise<readonly Target[]> {
  const { rows } = await sql<{ target: Target }>`
    select t.target from (
      select id as target from webhooks where disabled_at is null
      union all select 'letters'
    ) t
    where exists (select from outbox o where o.target = t.target and o.due_at <= ${timestamp(now)})
    order by t.target`.execute(db)
  return rows.map(({ target }) => target)
}

/**
 * Takes what is due for a target, the longest due first, and lends it out for two minutes: to be sent outside any transaction and then
 * marked by {@link markSent}. What is never marked is taken again after that. Of each license only the first that waits is taken, so
 * that what happened later is never told before.
 */
export async function takeEntries(
  db: Database,
  target: Target,
  now: Instant,
  limit: number,
): Promise<readonly Entry[]> {
  const rows = await take(db, target, new Date(now).toISOString(), limit)
  return rows.toSorted((a, b) => a.position - b.position)
}

const take = prepared<Entry>(
  'take_outbox',
  sql`
    update outbox set leased_until = now() + interval '2 minutes'
    where position in (
      select o.position from outbox o
      where o.target = $1 and o.due_at <= $2::timestamptz
        and (o.leased_until is null or o.leased_until <= now())
        and not exists (
          select from outbox e
          where e.target = o.target and e.license = o.license and e.position < o.position
            and e.due_at is not null
        )
      order by o.due_at, o.position limit $3
      for update skip locked
    )
    returning position, target, message, event, license, type, recorded_at as "recordedAt", tries, body`,
)

/** Marks what was sent, delivered or not, and keeps the attempts. */
export async function markSent(db: Database, sent: readonly Sent[]): Promise<void> {
  if (sent.length > 0) await mark(db, JSON.stringify(sent))
}

const mark = prepared(
  'mark_outbox',
  sql`
    with sent as (
      select * from json_to_recordset($1::json) as x (
        position bigint, at double precision, ms double precision, status integer, error text,
        answer text, body text, "dueAt" double precision
      )
    ), marked as (
      update outbox o set
        leased_until = null,
        due_at = timestamptz 'epoch' + s."dueAt" * interval '1 millisecond',
        tries = case when s.error is null then 0 else o.tries + 1 end,
        delivered_at = case
          when s.error is null then timestamptz 'epoch' + s.at * interval '1 millisecond'
          else o.delivered_at
        end,
        given_up_at = case
          when s.error is not null and s."dueAt" is null
          then timestamptz 'epoch' + s.at * interval '1 millisecond'
        end,
        body = coalesce(s.body, o.body)
      from sent s where o.position = s.position
      returning o.position
    )
    insert into outbox_attempts (entry, at, ms, status, error, answer)
    select
      s.position, timestamptz 'epoch' + s.at * interval '1 millisecond', s.ms, s.status, s.error, s.answer
    from sent s join marked m on m.position = s.position
    order by s.position`,
)

/** What is put into the outbox apart from the events that it tells of by itself. */
export interface Told {
  readonly target: Target
  readonly type: string
  readonly license: LicenseId | null
  /** The event that it is about; null where it is about none. */
  readonly event: EventId | null
}

/** Puts something into the outbox, due at once, under an id of its own; within the transaction of what it tells of. */
export async function tell(trx: Database, told: Told, now: Instant): Promise<string> {
  const message = newId('msg', now)
  const at = timestamp(now)
  await trx
    .insertInto('outbox')
    .values({ ...told, message, recorded_at: at, due_at: timestamp<Instant | null>(now) })
    .execute()
  return message
}

/**
 * Forgets what was settled, one way or the other, before then: at most a thousand at once.
 *
 * @returns how many.
 */
export async function forgetTold(db: Database, before: Instant): Promise<number> {
  const { numAffectedRows = 0n } = await sql`
    delete from outbox where position in (
      select position from outbox
      where due_at is null and recorded_at < ${timestamp(before)}
      order by position limit 1000
    )`.execute(db)
  return Number(numAffectedRows)
}
