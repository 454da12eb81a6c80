import type { Actor } from '../license/actor.ts'
import type { Outcome } from '../license/event.ts'
import type { License } from '../license/license.ts'
import { inTransaction } from './database.ts'
import type { Database } from './database.ts'
import { insertKey } from './key.ts'
import type { LicenseKey } from './key.ts'
import { saveLicenses } from './save-licenses.ts'

/**
 * Keeps a new license with its first key. That the key was issued is an event, after those of the outcome.
 *
 * @throws Problem reference-taken
 */
export function insertLicense(
  db: Database,
  { license, events }: Outcome,
  key: LicenseKey,
  actor: Actor,
): Promise<License> {
  const now = license.createdAt
  const issued = { type: 'key.issued', at: now, data: { key: key.id } } as const
  const acted = [...events, issued].map((event) => ({ actor: actor.id, event }))
  return inTransaction(db, async (trx) => {
    const [saved] = await saveLicenses(trx, [{ before: null, after: license, events: acted }], now)
    if (saved === undefined) throw new TypeError('one license is saved as one')
    await insertKey(trx, key)
    return saved.license
  })
}
