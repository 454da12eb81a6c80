import { sql } from 'kysely'
import { isOver } from '../license/over.ts'
import type { Instant } from '../license/license.ts'
import type { RetentionClass } from '../license/retention.ts'
import { timestamp } from './column.ts'
import type { Database } from './database.ts'
import { eraseAccess } from './list-access.ts'
import { loadLicenses } from './load-licenses.ts'
import { forgetTold } from './outbox.ts'

/** What a batch has come to. */
export interface Batch {
  readonly erased: number
  /** Where the next one goes on. */
  readonly reached: string
  /** Whether nothing is left. */
  readonly finished: boolean
}

/** Erases a bounded part of what is older than an instant; chained bytes are none of it. */
type Erase = (trx: Database, before: Instant, now: Instant, reached: string) => Promise<Batch>

/** How much one transaction takes. */
const atOnce = 500

export const erasers: Readonly<Record<RetentionClass, Erase>> = {
  inquiries: async (trx, before) =>
    counted(
      await sql`
        update event_personal o set salt = null, value = null
        where o.salt is not null and o.event in (
          select e.id from events e
          where e.type in ('inquiry.logged', 'inquiry.corrected', 'inquiry.struck')
            and e.recorded_at < ${timestamp(before)}
            and exists (select from event_personal p where p.event = e.id and p.salt is not null)
          order by e.recorded_at limit ${atOnce}
        )`.execute(trx),
    ),
  evidence: eraseEvidence,
  machines: async (trx, before) =>
    counted(
      await sql`
        update activations set machine = null
        where id in (
          select id from activations
          where freed_at is not null and machine is not null and freed_at < ${timestamp(before)}
          order by freed_at limit ${atOnce}
        )`.execute(trx),
    ),
  sign_ins: async (trx, before, now) => {
    // People sign in by the database's own clock, also where a sandbox's is ahead of it.
    const old = sql`clock_timestamp() - ${now - before} * interval '1 millisecond'`
    const sessions = await sql`delete from sessions where seen_at < ${old}`.execute(trx)
    const attempts = await sql`delete from sign_in_failures where since < ${old}`.execute(trx)
    const invitations = await sql`delete from invitations where expires_at < ${old}`.execute(trx)
    const told = await eraseAccess(trx, 'sign_ins', before, atOnce)
    const { erased } = counted(sessions, attempts, invitations)
    return { erased: erased + told, reached: '', finished: told < atOnce }
  },
  access: async (trx, before) => {
    const erased = await eraseAccess(trx, 'others', before, atOnce)
    return { erased, reached: '', finished: erased < atOnce }
  },
  deliveries: async (trx, before) => {
    const erased = await forgetTold(trx, before)
    return { erased, reached: '', finished: erased === 0 }
  },
}

interface Result {
  readonly numAffectedRows?: bigint
}

/** What is erased is found no more, so each batch begins anew, until one finds nothing. */
function counted(...results: readonly Result[]): Batch {
  const erased = results.reduce((sum, { numAffectedRows }) => sum + Number(numAffectedRows ?? 0), 0)
  return { erased, reached: '', finished: erased === 0 }
}

/** SQL knows which licenses nothing has happened to for long; whether they are over, the law does. */
async function eraseEvidence(
  trx: Database,
  before: Instant,
  now: Instant,
  reached: string,
): Promise<Batch> {
  const { rows } = await sql<{ id: string }>`
    select l.id from licenses l
    where l.id > ${reached} and l.settles_at is null and l.recorded_at < ${timestamp(before)}
      and (
        exists (
          select from events e join event_personal o on o.event = e.id
          where e.license = l.id and o.salt is not null
        )
        or exists (select from documents d where d.license = l.id and d.name is not null)
      )
    order by l.id limit ${licensesAtOnce}`.execute(trx)
  const ids = rows.map(({ id }) => id)
  const last = ids.at(-1)
  if (last === undefined) return { erased: 0, reached, finished: true }
  await sql`select from licenses where id = any(${ids}::text[]) order by id for update`.execute(trx)
  const over = (await loadLicenses(trx, ids)).filter(
    ({ license, settlesAt }) =>
      settlesAt === null && license.recordedAt < before && isOver(license, now),
  )
  const erased = await eraseWords(
    trx,
    over.map(({ license: { id } }) => id),
  )
  return { erased, reached: last, finished: ids.length < licensesAtOnce }
}

const licensesAtOnce = 100

/** Names, reasons and texts of licenses with the salts that could prove them, and documents. Why an erasure was made stays. */
async function eraseWords(trx: Database, ids: readonly string[]): Promise<number> {
  if (ids.length === 0) return 0
  const theirs = sql`license = any(${ids}::text[])`
  const texts = await sql`
    update event_personal set salt = null, value = null
    where salt is not null and event in (
      select id from events where ${theirs} and type <> 'customer.erased'
    )`.execute(trx)
  await sql`update objections set declared_by = null, reason = null where ${theirs}`.execute(trx)
  await sql`update suspensions set reason = '' where ${theirs}`.execute(trx)
  await sql`update terminations set reason = '' where ${theirs}`.execute(trx)
  await sql`update agreements set accepted_by = '' where ${theirs}`.execute(trx)
  await sql`update activations set machine = null where ${theirs}`.execute(trx)
  await sql`
    delete from document_parts
    where document in (select id from documents where ${theirs})`.execute(trx)
  await sql`
    update letters set recipients = '[]', reply_to = null, subject = null, plain = null, html = null,
      refused = null, failed = null
    where ${theirs}`.execute(trx)
  const names = await sql`
    update documents set name = null where ${theirs} and name is not null`.execute(trx)
  return counted(texts, names).erased
}
