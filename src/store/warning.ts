import { sql } from 'kysely'
import type { Transaction } from 'kysely'
import type { Actor } from '../license/actor.ts'
import type { Outcome } from '../license/event.ts'
import type { Instant, License, LicenseId } from '../license/license.ts'
import { Problem } from '../license/problem.ts'
import type { Warning } from '../license/warning.ts'
import { inTransaction } from './database.ts'
import type { Database } from './database.ts'
import { changeLicense } from './license.ts'
import { pageOf } from './page.ts'
import type { Page, PageQuery } from './page.ts'
import { keeping } from './record-table.ts'
import type { EventId, Tables } from './tables.ts'

/** A warning with its license and the event that bears its words. */
export interface KeptWarning extends Warning {
  readonly license: LicenseId
  readonly timeZone: string
  readonly event: EventId
}

/** What the law makes of a warning, given the license and, within the transaction, what its letter is drawn from. */
export type WarningCommand = (
  license: License,
  within: Transaction<Tables>,
) => Promise<Outcome & { readonly warning: Warning }>

/**
 * Lets the law record a warning and keeps it, in one transaction with the license's history.
 *
 * @throws Problem not-found
 */
export function giveWarning(
  db: Database,
  license: string,
  now: Instant,
  actor: Actor,
  command: WarningCommand,
): Promise<KeptWarning> {
  return inTransaction(db, async (trx) => {
    const given = await changeLicense(trx, license, now, actor, (before, _, within) =>
      command(before, within),
    )
    const event = given.recorded.at(-1)?.id
    if (event === undefined) throw new TypeError('a warning is an event')
    const { id, timeZone } = given.license
    const warning = { ...given.warning, license: id, timeZone, event }
    await keep(trx, [warning])
    return warning
  })
}

/** @throws Problem not-found */
export async function readWarning(db: Database, license: string, id: string): Promise<KeptWarning> {
  const found = await findWarning(db, license, id)
  if (found === null) throw new Problem('not-found', { warning: id })
  return found
}

/** A warning of this license; null if there is none with this id. */
export async function findWarning(
  db: Database,
  license: string,
  id: string,
): Promise<KeptWarning | null> {
  const { rows } = await sql<KeptWarning>`
    ${warnings} where w.license = ${license} and w.id = ${id}`.execute(db)
  return rows[0] ?? null
}

/** A license's warnings, the newest entry first. */
export async function listWarnings(
  db: Database,
  license: string,
  { after, limit }: PageQuery,
): Promise<Page<KeptWarning>> {
  const { rows } = await sql<KeptWarning>`
    ${warnings}
    where w.license = ${license} ${after === undefined ? sql`` : sql`and w.id < ${after}`}
    order by w.id desc limit ${limit + 1}`.execute(db)
  return pageOf(rows, limit)
}

const keep = keeping<Omit<KeptWarning, 'timeZone' | 'recipient' | 'text'>>({
  name: 'warnings',
  key: ['id'],
  columns: {
    id: ['id', 'text'],
    license: ['license', 'text'],
    event: ['event', 'text'],
    at: ['at', 'instant'],
    form: ['form', 'text'],
    delivery: ['delivery', 'text'],
    language: ['language', 'text'],
    agent: ['agent', 'text'],
    recordedAt: ['recorded_at', 'instant'],
  },
})

const warnings = sql`
  select
    w.id, w.license, l.time_zone as "timeZone", w.event, w.at, w.form, w.delivery, w.language, w.agent,
    w.recorded_at as "recordedAt",
    (select o.value from event_personal o where o.event = w.event and o.field = 'text') as text,
    (select o.value from event_personal o where o.event = w.event and o.field = 'recipient') as recipient
  from warnings w join licenses l on l.id = w.license`
