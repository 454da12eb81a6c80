import { free } from '../license/activation.ts'
import type { Actor } from '../license/actor.ts'
import type { Outcome } from '../license/event.ts'
import type { Instant } from '../license/license.ts'
import { findActivation } from './activation.ts'
import type { LicenseActivation } from './activation.ts'
import type { Database } from './database.ts'
import { changeLicense } from './license.ts'
import type { Changed } from './license.ts'

/** Frees the seat that an activation has; one that has none any more stays as it is. */
export function freeActivation(
  db: Database,
  { id, license }: LicenseActivation,
  actor: Actor,
  now: Instant,
): Promise<Changed<Outcome>> {
  return changeLicense<Outcome>(db, license, now, actor, async (locked, _, trx) => {
    const current = await findActivation(trx, id)
    return current === null ? { license: locked, events: [] } : free(locked, current, now)
  })
}
