import { sql } from 'kysely'
import type { Transaction } from 'kysely'
import type { Actor } from '../license/actor.ts'
import { system } from '../license/actor.ts'
import type { LicenseEvent, Outcome } from '../license/event.ts'
import type { Instant, License, LicenseId } from '../license/license.ts'
import { Problem } from '../license/problem.ts'
import { settle } from '../license/settle.ts'
import type { EventRecord } from './append-events.ts'
import { inTransaction } from './database.ts'
import type { Database } from './database.ts'
import { loadLicenses } from './load-licenses.ts'
import type { KeptLicense } from './load-licenses.ts'
import { saveLicenses } from './save-licenses.ts'
import type { Tables } from './tables.ts'

/**
 * What a command decides. What else belongs to it (a look at the activations, a key's row) it does by the transaction, within
 * which the license stands still.
 */
export type Command<T extends Outcome> = (
  license: License,
  now: Instant,
  trx: Transaction<Tables>,
  /** How often the license was changed before. */
  revision: number,
) => T | Promise<T>

/** What is kept in consequence, and how many machines use the license. */
export type Changed<T extends Outcome> = T & {
  readonly license: License
  /** What time made true and what the command did, in order. */
  readonly events: readonly LicenseEvent[]
  readonly recorded: readonly EventRecord[]
  readonly revision: number
  readonly seatsUsed: number
}

/**
 * The hinge: locks a license, lets time act, lets the command act, and keeps all of it in one transaction. A command that throws
 * leaves nothing, not even what time had made true: the next one does that again.
 *
 * @throws Problem not-found
 */
export function changeLicense<T extends Outcome>(
  db: Database,
  id: string,
  now: Instant,
  actor: Actor,
  command: Command<T>,
): Promise<Changed<T>> {
  return inTransaction(db, async (trx) => {
    const before = await lockLicense(trx, id)
    const settled = settle(before.license, now)
    const outcome = await command(settled.license, now, trx, before.revision)
    const events = [
      ...settled.events.map((event) => ({ actor: system.id, event })),
      ...outcome.events.map((event) => ({ actor: actor.id, event })),
    ]
    const { activations } = outcome
    const change = { before, after: outcome.license, events, activations }
    const [saved] = await saveLicenses(trx, [change], now)
    if (saved === undefined) throw new TypeError('one change is saved as one')
    const seatsUsed =
      activations === undefined ? before.seatsUsed : await countSeats(trx, before.license.id)
    return { ...outcome, ...saved, events: [...settled.events, ...outcome.events], seatsUsed }
  })
}

/**
 * The row is locked first and read by a second statement: one statement would wait for the lock and then read the lists as they
 * were before it waited.
 */
async function lockLicense(trx: Database, id: string): Promise<KeptLicense> {
  await sql`select from licenses where id = ${id} for update`.execute(trx)
  const [kept] = await loadLicenses(trx, [id])
  if (kept === undefined) throw new Problem('not-found', { license: id })
  return kept
}

async function countSeats(trx: Database, license: LicenseId): Promise<number> {
  const { seats } = await trx
    .selectFrom('activations')
    .select((eb) => eb.fn.countAll<number>().as('seats'))
    .where('license', '=', license)
    .where('freed_at', 'is', null)
    .executeTakeFirstOrThrow()
  return seats
}
