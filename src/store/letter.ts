import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Actor } from '../license/actor.ts'
import type { LetterKind } from '../license/letter-kind.ts'
import type { CustomerId, Instant, LicenseId } from '../license/license.ts'
import { Problem } from '../license/problem.ts'
import type { LetterLanguage } from '../license/warning.ts'
import { json, timestamp } from './column.ts'
import type { Database } from './database.ts'
import { pageOf } from './page.ts'
import type { Page, PageQuery } from './page.ts'
import type { EventId } from './tables.ts'

export type LetterId = `let_${string}`

/** Whom a letter is mailed to. */
export interface Recipient {
  readonly name: string
  readonly email: string
}

/** A letter in the words in which it was written. */
export interface WrittenLetter {
  readonly id: LetterId
  readonly event: EventId
  readonly license: LicenseId
  readonly customer: CustomerId
  readonly kind: LetterKind
  readonly language: LetterLanguage
  /** The version of the vendor's own wording; null for the words of the house. */
  readonly wording: number | null
  /** The SHA-256 of the logo that it bears. */
  readonly logo: string | null
  readonly recipients: readonly Recipient[]
  readonly replyTo: string | null
  /** Null, as the texts are, once it is erased. */
  readonly subject: string | null
  readonly plain: string | null
  readonly html: string | null
  readonly writtenAt: Instant
  /** The entry of the outbox that it is mailed by; null where it is not. */
  readonly sending: string | null
}

/** Where a letter stands: on its way by mail, mailed, refused, to be sent by hand, or sent so. */
export const letterStates = ['waiting', 'sent', 'failed', 'to_hand', 'handed'] as const
export type LetterState = (typeof letterStates)[number]

export interface KeptLetter extends WrittenLetter {
  /** The customer's name as it is now. */
  readonly customerName: string
  readonly timeZone: string
  readonly state: LetterState
  /** How often it was put on its way again. */
  readonly sends: number
  readonly mailedAt: Instant | null
  /** Addresses that were refused while others took it. */
  readonly refused: readonly string[] | null
  /** Why the last attempt failed, in a sentence. */
  readonly failed: string | null
  readonly handedAt: Instant | null
  readonly handedBy: string | null
}

export interface LetterFilter extends PageQuery {
  readonly license?: string | undefined
  readonly customer?: string | undefined
  readonly kind?: LetterKind | undefined
  readonly state?: LetterState | undefined
  readonly oldestFirst?: boolean
}

/** Keeps a letter; one that was kept already for the same event and kind stays as it is. */
export async function keepLetter(db: Database, letter: WrittenLetter): Promise<void> {
  const { id, event, license, customer, kind, language, wording, logo, subject, plain } = letter
  await sql`
    insert into letters (
      id, event, license, customer, kind, language, wording, logo, recipients, reply_to, subject, plain,
      html, written_at, sending, sends
    ) values (
      ${id}, ${event}, ${license}, ${customer}, ${kind}, ${language}, ${wording}, ${logo},
      ${json(letter.recipients)}, ${letter.replyTo}, ${subject}, ${plain}, ${letter.html},
      ${timestamp(letter.writtenAt)}, ${letter.sending}, 0
    ) on conflict (event, kind) do nothing`.execute(db)
}

/** The letters that an entry of the outbox is to mail. */
export async function lettersSentBy(db: Database, message: string): Promise<readonly KeptLetter[]> {
  const { rows } = await sql<KeptLetter>`
    ${letters} where l.sending = ${message} order by l.id`.execute(db)
  return rows
}

/** Whether the letters of an event have been written. */
export async function isWritten(db: Database, event: string): Promise<boolean> {
  const { rows } = await sql`select from letters where event = ${event} limit 1`.execute(db)
  return rows.length > 0
}

/** @throws Problem not-found */
export async function readLetter(db: Database, id: string): Promise<KeptLetter> {
  const { rows } = await sql<KeptLetter>`${letters} where l.id = ${id}`.execute(db)
  const [found] = rows
  if (found === undefined) throw new Problem('not-found', { letter: id })
  return found
}

/** Letters, the newest first where nothing else is asked for. */
export async function listLetters(
  db: Database,
  { license, customer, kind, state, oldestFirst = false, after, limit }: LetterFilter,
): Promise<Page<KeptLetter>> {
  const where: RawBuilder<unknown>[] = [
    ...(license === undefined ? [] : [sql`l.license = ${license}`]),
    ...(customer === undefined ? [] : [sql`l.customer = ${customer}`]),
    ...(kind === undefined ? [] : [sql`l.kind = ${kind}`]),
    ...(state === undefined ? [] : [sql`${stateOf} = ${state}`]),
    ...(after === undefined ? [] : [oldestFirst ? sql`l.id > ${after}` : sql`l.id < ${after}`]),
  ]
  const { rows } = await sql<KeptLetter>`
    ${letters} ${where.length === 0 ? sql`` : sql`where ${sql.join(where, sql` and `)}`}
    order by l.id ${oldestFirst ? sql`asc` : sql`desc`} limit ${limit + 1}`.execute(db)
  return pageOf(rows, limit)
}

/** How many letters wait for a person: to be sent by hand, or refused by mail. */
export async function countWaitingLetters(
  db: Database,
): Promise<{ readonly toHand: number; readonly failed: number }> {
  const { rows } = await sql<{ state: LetterState; count: number }>`
    select ${stateOf} as state, count(*) as count from letters l
    where l.mailed_at is null and l.handed_at is null group by 1`.execute(db)
  const of = (state: LetterState): number =>
    Number(rows.find((each) => each.state === state)?.count ?? 0)
  return { toHand: of('to_hand'), failed: of('failed') }
}

export async function markMailed(
  db: Database,
  id: LetterId,
  refused: readonly string[],
  at: Instant,
): Promise<void> {
  await sql`
    update letters
    set mailed_at = ${timestamp(at)}, failed = null, sending = null,
      refused = ${refused.length === 0 ? null : json(refused)}
    where id = ${id}`.execute(db)
}

export async function markFailed(db: Database, id: LetterId, why: string): Promise<void> {
  await sql`update letters set failed = ${why} where id = ${id}`.execute(db)
}

/** A person has sent it on paper, or otherwise outside. */
export async function markHanded(
  db: Database,
  id: string,
  { id: by }: Actor,
  now: Instant,
): Promise<void> {
  await sql`
    update letters set handed_at = ${timestamp(now)}, handed_by = ${by}, sending = null
    where id = ${id} and handed_at is null`.execute(db)
}

/** Puts a letter on its way once more, to whom it is to now. */
export async function markSending(
  trx: Database,
  id: LetterId,
  message: string,
  recipients: readonly Recipient[],
): Promise<void> {
  await sql`
    update letters
    set sending = ${message}, sends = sends + 1, recipients = ${json(recipients)}, failed = null,
      handed_at = null, handed_by = null
    where id = ${id}`.execute(trx)
}

// A letter without an entry that is still due waits for nothing: entries are forgotten after a while, and stay behind in a move.
const stateOf = sql`
  case
    when l.handed_at is not null then 'handed'
    when exists (
      select from outbox o where o.target = 'letters' and o.message = l.sending and o.due_at is not null
    ) then 'waiting'
    when l.sending is null and l.mailed_at is not null then 'sent'
    when l.failed is not null then 'failed'
    when l.mailed_at is not null then 'sent'
    else 'to_hand'
  end`

const letters = sql`
  select
    l.id, l.event, l.license, l.customer, c.name as "customerName", i.time_zone as "timeZone", l.kind,
    l.language, l.wording, l.logo, l.recipients, l.reply_to as "replyTo", l.subject, l.plain, l.html,
    l.written_at as "writtenAt", l.sending, l.sends, l.mailed_at as "mailedAt", l.refused, l.failed,
    l.handed_at as "handedAt", l.handed_by as "handedBy", ${stateOf} as state
  from letters l join customers c on c.id = l.customer join licenses i on i.id = l.license`
