import { sql } from 'kysely'
import type { Transaction } from 'kysely'
import type { Actor } from '../license/actor.ts'
import { fairUseFrom } from '../license/fair-use.ts'
import type { Inquiry, InquiryOutcome } from '../license/inquiry.ts'
import type { CustomerId, Instant, License, LicenseId } from '../license/license.ts'
import { Problem } from '../license/problem.ts'
import { timestamp } from './column.ts'
import { inTransaction } from './database.ts'
import type { Database } from './database.ts'
import { changeLicense } from './license.ts'
import type { Changed } from './license.ts'
import { pageOf } from './page.ts'
import type { Page, PageQuery } from './page.ts'
import { keeping } from './record-table.ts'
import type { RecordTable } from './record-table.ts'
import type { EventId, Tables } from './tables.ts'

/** An inquiry with its license and the event that bears its words. */
export interface KeptInquiry extends Inquiry {
  readonly license: LicenseId
  readonly timeZone: string
  readonly event: EventId
}

/** What the law makes of an inquiry, given the license and, within the transaction, the rest of its ledger. */
export type InquiryCommand = (
  license: License,
  ledger: Transaction<Tables>,
) => Promise<InquiryOutcome>

/**
 * Lets the law log, correct or strike an inquiry and keeps it, in one transaction with the license's history.
 *
 * @throws Problem not-found
 */
export function changeInquiry(
  db: Database,
  license: string,
  now: Instant,
  actor: Actor,
  command: InquiryCommand,
): Promise<Changed<InquiryOutcome> & { readonly inquiry: KeptInquiry }> {
  return inTransaction(db, async (trx) => {
    const changed = await changeLicense(trx, license, now, actor, (before, _, within) =>
      command(before, within),
    )
    const { id, timeZone } = changed.license
    const words = await wordsOf(trx, changed)
    const inquiry = { ...changed.inquiry, license: id, timeZone, event: words }
    await keep(trx, [inquiry])
    return { ...changed, inquiry }
  })
}

/** The event that bears the words: the newest, but for one that was struck and keeps those that it had. */
async function wordsOf(trx: Database, changed: Changed<InquiryOutcome>): Promise<EventId> {
  const { inquiry, license, recorded } = changed
  const before = inquiry.struckAt === null ? null : await findInquiry(trx, license.id, inquiry.id)
  const event = before?.event ?? recorded.at(-1)?.id
  if (event === undefined) throw new TypeError('what is logged is an event')
  return event
}

/** @throws Problem not-found */
export async function readInquiry(db: Database, license: string, id: string): Promise<KeptInquiry> {
  const found = await findInquiry(db, license, id)
  if (found === null) throw new Problem('not-found', { inquiry: id })
  return found
}

/** An inquiry of this license; null if there is none with this id. */
export async function findInquiry(
  db: Database,
  license: string,
  id: string,
): Promise<KeptInquiry | null> {
  const { rows } = await sql<KeptInquiry>`
    ${inquiries} where i.license = ${license} and i.id = ${id}`.execute(db)
  return rows[0] ?? null
}

export interface InquiryFilter extends PageQuery {
  readonly license?: string | undefined
  readonly customer?: CustomerId | undefined
  readonly topic?: Inquiry['topic'] | undefined
  /** Asked then or later. */
  readonly since?: Instant | undefined
  readonly oldestFirst?: boolean
}

/** Inquiries, the newest entry first where nothing else is asked for. */
export async function listInquiries(
  db: Database,
  { license, customer, topic, since, oldestFirst = false, after, limit }: InquiryFilter,
): Promise<Page<KeptInquiry>> {
  const { rows } = await sql<KeptInquiry>`
    ${inquiries}
    where true
      ${after === undefined ? sql`` : oldestFirst ? sql`and i.id > ${after}` : sql`and i.id < ${after}`}
      ${license === undefined ? sql`` : sql`and i.license = ${license}`}
      ${customer === undefined ? sql`` : sql`and l.customer = ${customer}`}
      ${topic === undefined ? sql`` : sql`and i.topic = ${topic}`}
      ${since === undefined ? sql`` : sql`and i.at >= ${timestamp(since)}`}
    order by i.id ${oldestFirst ? sql`asc` : sql`desc`} limit ${limit + 1}`.execute(db)
  return pageOf(rows, limit)
}

/** What counts for a license's fair use, as far as its plan has such a rule. */
export async function inquiriesInWindow(
  db: Database,
  license: License,
  now: Instant,
): Promise<readonly Pick<Inquiry, 'at' | 'topic' | 'struckAt'>[]> {
  const from = fairUseFrom(license, now)
  if (from === null) return []
  const { rows } = await sql<Pick<Inquiry, 'at' | 'topic' | 'struckAt'>>`
    select at, topic, struck_at as "struckAt" from inquiries
    where license = ${license.id} and at >= ${timestamp(from)} and struck_at is null`.execute(db)
  return rows
}

const inquiryRows: RecordTable<Omit<KeptInquiry, 'timeZone' | 'contact' | 'subject'>> = {
  name: 'inquiries',
  key: ['id'],
  columns: {
    id: ['id', 'text'],
    license: ['license', 'text'],
    event: ['event', 'text'],
    at: ['at', 'instant'],
    channel: ['channel', 'text'],
    topic: ['topic', 'text'],
    repeats: ['repeats', 'text'],
    minutes: ['minutes', 'integer'],
    entitled: ['entitled', 'boolean'],
    agent: ['agent', 'text'],
    recordedAt: ['recorded_at', 'instant'],
    correctedAt: ['corrected_at', 'instant'],
    struckAt: ['struck_at', 'instant'],
  },
}

const keep = keeping(inquiryRows)

const inquiries = sql`
  select
    i.id, i.license, l.time_zone as "timeZone", i.event, i.at, i.channel, i.topic, i.repeats, i.minutes,
    i.entitled, i.agent, i.recorded_at as "recordedAt", i.corrected_at as "correctedAt",
    i.struck_at as "struckAt",
    (select o.value from event_personal o where o.event = i.event and o.field = 'subject') as subject,
    (select o.value from event_personal o where o.event = i.event and o.field = 'contact') as contact
  from inquiries i join licenses l on l.id = i.license`
