import { sql } from 'kysely'
import type { Actor } from '../license/actor.ts'
import { system } from '../license/actor.ts'
import type { Outcome } from '../license/event.ts'
import type { CustomerId, Instant, License, LicenseId } from '../license/license.ts'
import { settle } from '../license/settle.ts'
import type { Database } from './database.ts'
import { loadLicenses } from './load-licenses.ts'
import { saveLicenses } from './save-licenses.ts'

const atOnce = 500

/**
 * Gives a command to every license of a customer, as the hinge does it to one: each is locked, time acts, the command acts.
 *
 * @param trx a transaction that holds the customer.
 */
export async function changeLicensesOf(
  trx: Database,
  customer: CustomerId,
  now: Instant,
  actor: Actor,
  command: (license: License) => Outcome,
): Promise<void> {
  const { rows } = await sql<{ id: LicenseId }>`
    select id from licenses where customer = ${customer} order by id for update`.execute(trx)
  const ids = rows.map(({ id }) => id)
  return changeLicenses(trx, ids, now, actor, command)
}

/** Gives a command to each of these licenses, whose rows are locked. */
export async function changeLicenses(
  trx: Database,
  ids: readonly LicenseId[],
  now: Instant,
  actor: Actor,
  command: (license: License) => Outcome,
): Promise<void> {
  for (let n = 0; n < ids.length; n += atOnce) {
    const kept = await loadLicenses(trx, ids.slice(n, n + atOnce))
    const changes = kept.map((before) => {
      const settled = settle(before.license, now)
      const { license, events, activations } = command(settled.license)
      const acted = [
        ...settled.events.map((event) => ({ actor: system.id, event })),
        ...events.map((event) => ({ actor: actor.id, event })),
      ]
      return { before, after: license, events: acted, activations }
    })
    await saveLicenses(trx, changes, now)
  }
}
