import type { Actor } from '../license/actor.ts'
import { boundAnew } from '../license/ended-relation.ts'
import type { Override } from '../license/ended-relation.ts'
import type { Outcome } from '../license/event.ts'
import type { Instant, License } from '../license/license.ts'
import { inTransaction } from './database.ts'
import type { Database } from './database.ts'
import { heldRelations } from './ended-relation.ts'
import { insertKey } from './key.ts'
import type { LicenseKey } from './key.ts'
import { keyFor } from './new-key.ts'
import { refuseMerged } from './read-customer.ts'
import { saveLicenses } from './save-licenses.ts'

/** A license that the law has issued, and by whose word. */
export interface Issuing {
  readonly outcome: Outcome
  /** A key that is brought along, as it was typed; a new one is made without. */
  readonly brought?: string | undefined
  readonly override: Override | null
  readonly actor: Actor
}

/** A new license, and its first key. */
export interface IssuedLicense {
  readonly license: License
  readonly key: string
}

/**
 * Keeps a license for a customer with whom the relation goes on, or for whom an admin has said so, with its first key.
 *
 * @throws Problem unfit, reference-taken, key-taken, relation-ended, forbidden
 */
export async function keepIssued(
  db: Database,
  kek: Uint8Array,
  { outcome, brought, override, actor }: Issuing,
  now: Instant,
): Promise<IssuedLicense> {
  const { id, customer } = outcome.license
  const { key, record } = await keyFor({ kek }, id, brought, now)
  return inTransaction(db, async (trx) => {
    const relation = (await heldRelations(trx, [customer])).get(customer) ?? null
    await refuseMerged(trx, [customer], '/customer')
    const bound = boundAnew(outcome, { command: 'issue', relation, override })
    return { license: await insertLicense(trx, bound, record, actor), key }
  })
}

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
