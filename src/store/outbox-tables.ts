import type { Generated, GeneratedAlways } from 'kysely'
import type { EventType } from '../license/event.ts'
import type { Instant, LicenseId } from '../license/license.ts'
import type { Json, Timestamp } from './column.ts'
import type { EventId } from './tables.ts'

export type WebhookId = `whk_${string}`

/** Whom an entry of the outbox is for: a webhook, or the letters. */
export type Target = WebhookId | 'letters'

export interface WebhookTable {
  id: WebhookId
  url: string
  description: string
  /** Null for all. */
  event_types: Json<readonly EventType[] | null>
  sealed: string
  /** The secret before, which still signs beside the new one until then. */
  former_sealed: string | null
  former_until: Timestamp<Instant | null>
  created_at: Timestamp
  disabled_at: Timestamp<Instant | null>
  /** `by_hand`, or `gone`: it answered 410. */
  disabled_why: 'by_hand' | 'gone' | null
  revision: number
}

/** A row a message and target. Instants are those of the house's clock, but for the lease. */
export interface OutboxTable {
  /** In the order of what has happened: within a license it is the order of its history. */
  position: GeneratedAlways<number>
  target: Target
  /** What its receiver knows it by, the same at every attempt: the event's id, or one of its own. */
  message: string
  event: EventId | null
  license: LicenseId | null
  type: string
  recorded_at: Timestamp
  /** When it is to be sent next; null once there is nothing left to do. */
  due_at: Timestamp<Instant | null>
  /** Somebody sends it until then, by the database's own clock: a sandbox's stands still. */
  leased_until: Timestamp<Instant | null>
  /** How often it failed since it was last put on its way. */
  tries: Generated<number>
  delivered_at: Timestamp<Instant | null>
  given_up_at: Timestamp<Instant | null>
  /** When somebody said that it may stay undelivered. */
  dismissed_at: Timestamp<Instant | null>
  /** What was sent last: personal data stands in it. */
  body: string | null
}

export interface OutboxAttemptTable {
  id: GeneratedAlways<number>
  entry: number
  at: Timestamp
  /** How long it took. */
  ms: number
  /** The answer's status; null where none came. */
  status: number | null
  /** Why it failed, in a sentence; null where it did not. */
  error: string | null
  /** The beginning of the answer. */
  answer: string | null
}
