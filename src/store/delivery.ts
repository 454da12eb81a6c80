import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Instant, LicenseId } from '../license/license.ts'
import { Problem } from '../license/problem.ts'
import { timestamp } from './column.ts'
import { inTransaction } from './database.ts'
import type { Database } from './database.ts'
import { tell } from './outbox.ts'
import type { WebhookId } from './outbox-tables.ts'
import type { Page, PageQuery } from './page.ts'
import type { EventId } from './tables.ts'
import { readWebhook } from './webhook.ts'

/** How it stands with something that is told. */
export type DeliveryState = 'waiting' | 'delivered' | 'failed'

/** Something that a webhook is told, and how it went. */
export interface Delivery {
  readonly position: number
  readonly webhook: WebhookId
  readonly message: string
  readonly license: LicenseId | null
  readonly type: string
  readonly recordedAt: Instant
  readonly state: DeliveryState
  /** When it is tried next; null unless it waits. */
  readonly dueAt: Instant | null
  /** How often it was tried. */
  readonly attempts: number
  readonly deliveredAt: Instant | null
  readonly givenUpAt: Instant | null
  /** When somebody said that it may stay undelivered. */
  readonly dismissedAt: Instant | null
  /** What the last attempt was answered; null where nothing was. */
  readonly status: number | null
  readonly error: string | null
}

/** An attempt to deliver it. */
export interface DeliveryAttempt {
  readonly at: Instant
  readonly ms: number
  readonly status: number | null
  readonly error: string | null
  readonly answer: string | null
}

/** A delivery with all that is known of it. */
export interface WholeDelivery extends Delivery {
  /** What was sent; null before the first attempt, and once it is erased. */
  readonly body: string | null
  /** The oldest first. */
  readonly tried: readonly DeliveryAttempt[]
}

export interface DeliveryFilter extends PageQuery {
  readonly state?: DeliveryState | undefined
  readonly type?: string | undefined
  readonly license?: string | undefined
}

const states = {
  waiting: sql`o.due_at is not null`,
  failed: sql`o.due_at is null and o.given_up_at is not null`,
  delivered: sql`o.due_at is null and o.given_up_at is null`,
} as const satisfies Record<DeliveryState, RawBuilder<unknown>>

const columns = sql`
  o.position, o.target as webhook, o.message, o.license, o.type, o.recorded_at as "recordedAt",
  case when ${states.waiting} then 'waiting' when ${states.failed} then 'failed' else 'delivered' end as state,
  o.due_at as "dueAt", o.delivered_at as "deliveredAt", o.given_up_at as "givenUpAt",
  o.dismissed_at as "dismissedAt",
  (select count(*) from outbox_attempts a where a.entry = o.position) as attempts,
  (select a.status from outbox_attempts a where a.entry = o.position order by a.id desc limit 1) as status,
  (select a.error from outbox_attempts a where a.entry = o.position order by a.id desc limit 1) as error`

/** What a webhook was told and is to be told, the newest first. */
export async function listDeliveries(
  db: Database,
  webhook: string,
  { state, type, license, after, limit }: DeliveryFilter,
): Promise<Page<Delivery>> {
  const conditions = [
    sql`o.target = ${webhook}`,
    ...(state === undefined ? [] : [states[state]]),
    ...(type === undefined ? [] : [sql`o.type = ${type}`]),
    ...(license === undefined ? [] : [sql`o.license = ${license}`]),
    ...(after === undefined ? [] : [sql`o.position < ${placeOf(after)}`]),
  ]
  const { rows } = await sql<Delivery>`
    select ${columns} from outbox o where ${sql.join(conditions, sql` and `)}
    order by o.position desc limit ${limit + 1}`.execute(db)
  const data = rows.slice(0, limit)
  const last = data.at(-1)
  return { data, next: rows.length > limit && last !== undefined ? String(last.position) : null }
}

/** A delivery as a license's file tells of it. */
export interface LicenseDelivery extends Delivery {
  readonly event: EventId | null
  /** The receiver's address. */
  readonly url: string
  readonly triedAt: Instant | null
}

/** What webhooks were told and are to be told about a license, the oldest first, as far as it is still kept. */
export async function deliveriesAbout(
  db: Database,
  license: LicenseId,
): Promise<readonly LicenseDelivery[]> {
  const { rows } = await sql<LicenseDelivery>`
    select ${columns}, o.event, w.url,
      (select max(a.at) from outbox_attempts a where a.entry = o.position) as "triedAt"
    from outbox o join webhooks w on w.id = o.target
    where o.license = ${license}
    order by o.position`.execute(db)
  return rows
}

/** @throws Problem malformed if the cursor is none of ours. */
function placeOf(cursor: string): number {
  if (/^\d{1,15}$/.test(cursor)) return Number(cursor)
  throw new Problem('malformed', {
    errors: [{ pointer: '/after', detail: 'Use the cursor that the list gave as next.' }],
  })
}

/** @throws Problem not-found */
export async function readDelivery(
  db: Database,
  webhook: string,
  message: string,
): Promise<WholeDelivery> {
  const { rows } = await sql<WholeDelivery>`
    select ${columns}, o.body, (
      select coalesce(json_agg(json_build_object(
        'at', (date_part('epoch', a.at) * 1000)::bigint, 'ms', a.ms, 'status', a.status, 'error', a.error,
        'answer', a.answer
      ) order by a.id), '[]') from outbox_attempts a where a.entry = o.position
    ) as tried
    from outbox o where o.target = ${webhook} and o.message = ${message}`.execute(db)
  const [found] = rows
  if (found === undefined) throw new Problem('not-found', { delivery: message })
  return found
}

/** The type of the message by which somebody tries a webhook. */
export const trialType = 'webhook.test'

/** Puts a message that tells of nothing on its way. @throws Problem not-found */
export function tryWebhook(db: Database, webhook: string, now: Instant): Promise<string> {
  return inTransaction(db, async (trx) => {
    const { id: target } = await readWebhook(trx, webhook)
    return tell(trx, { target, type: trialType, license: null, event: null }, now)
  })
}

/** Puts a message on its way again, as it was sent before. @throws Problem not-found */
export async function redeliver(
  db: Database,
  webhook: string,
  message: string,
  now: Instant,
): Promise<void> {
  const { rows } = await sql`
    update outbox set ${onItsWay(now)} where target = ${webhook} and message = ${message}
    returning position`.execute(db)
  if (rows.length === 0) throw new Problem('not-found', { delivery: message })
}

function onItsWay(now: Instant): RawBuilder<unknown> {
  return sql`due_at = ${timestamp(now)}, tries = 0, given_up_at = null, dismissed_at = null`
}

/** Puts all that was given up on its way again. How many there were. */
export async function redeliverFailed(
  db: Database,
  webhook: string,
  now: Instant,
): Promise<number> {
  const { numAffectedRows = 0n } = await sql`
    update outbox o set ${onItsWay(now)}
    where o.target = ${webhook} and ${isFailed}`.execute(db)
  return Number(numAffectedRows)
}

/** Lets what was given up stay undelivered: nobody is asked to look at it any more. How many there were. */
export async function dismissFailed(db: Database, webhook: string, now: Instant): Promise<number> {
  const { numAffectedRows = 0n } = await sql`
    update outbox o set dismissed_at = ${timestamp(now)}
    where o.target = ${webhook} and ${isFailed}`.execute(db)
  return Number(numAffectedRows)
}

const isFailed = sql`o.given_up_at is not null and o.dismissed_at is null`

/** What a person should look at: a webhook with messages that were given up, or that has said that it is gone. */
export interface FailingWebhook {
  readonly webhook: WebhookId
  readonly url: string
  readonly description: string
  /** Messages that were given up and not dismissed. */
  readonly givenUp: number
  /** Since when it is told nothing, because it answered that it is gone; null where it did not. */
  readonly goneAt: Instant | null
}

/** Webhooks that somebody should look at; what is fine is not among them. */
export async function failedDeliveries(db: Database): Promise<readonly FailingWebhook[]> {
  const { rows } = await sql<FailingWebhook>`
    select * from (
      select
        w.id as webhook, w.url, w.description,
        (select count(*) from outbox o where o.target = w.id and ${isFailed}) as "givenUp",
        case when w.disabled_why = 'gone' then w.disabled_at end as "goneAt"
      from webhooks w
    ) f where "givenUp" > 0 or "goneAt" is not null
    order by webhook`.execute(db)
  return rows
}

/** How it stands with the outbox as a whole. */
export interface OutboxFigures {
  readonly waiting: number
  /** Since when the one waits that is due longest; null where nothing is. */
  readonly dueSince: Instant | null
  readonly failed: number
}

/** Of webhooks and of letters, as they are. What waits for a webhook that is disabled does not count. */
export async function outboxFigures(
  db: Database,
  now: Instant,
): Promise<Readonly<Record<'webhooks' | 'letters', OutboxFigures>>> {
  const figures = async (where: RawBuilder<unknown>): Promise<OutboxFigures> => {
    const { rows } = await sql<OutboxFigures>`
      select
        count(*) filter (where o.due_at is not null) as waiting,
        min(o.due_at) filter (where o.due_at <= ${timestamp(now)}) as "dueSince",
        count(*) filter (where ${isFailed}) as failed
      from outbox o
      where (o.due_at is not null or o.given_up_at is not null) and ${where}`.execute(db)
    return rows[0] ?? { waiting: 0, dueSince: null, failed: 0 }
  }
  return {
    webhooks: await figures(sql`o.target in (select id from webhooks where disabled_at is null)`),
    letters: await figures(sql`o.target = 'letters'`),
  }
}
