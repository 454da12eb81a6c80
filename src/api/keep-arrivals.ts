import type { Deps } from '../deps.ts'
import type { Actor } from '../license/actor.ts'
import type { LicenseEvent } from '../license/event.ts'
import type { Instant } from '../license/license.ts'
import { inTransaction } from '../store/database.ts'
import type { LicenseKey } from '../store/key.ts'
import { insertCustomers, insertLicenses } from '../store/move-in.ts'
import { insertPlan } from '../store/plan.ts'
import { insertProduct } from '../store/product.ts'
import type { Change } from '../store/save-licenses.ts'
import type { Draft, Drafts } from './draft-arrivals.ts'
import { keyFor } from '../store/new-key.ts'

const licensesAtOnce = 500

/**
 * Keeps what was drafted: all of it in one transaction, or nothing.
 *
 * @returns the new keys, by license; a key that was brought along is known already.
 * @throws Problem code-taken, reference-taken where somebody else was faster.
 */
export function keepArrivals(
  deps: Pick<Deps, 'db' | 'kek'>,
  { products, plans, customers, licenses }: Drafts,
  actor: Actor,
  now: Instant,
): Promise<ReadonlyMap<string, string>> {
  return inTransaction(deps.db, async (trx) => {
    for (const product of products) await insertProduct(trx, product)
    for (const plan of plans) await insertPlan(trx, plan)
    for (let at = 0; at < customers.length; at += licensesAtOnce)
      await insertCustomers(trx, customers.slice(at, at + licensesAtOnce))
    const newKeys = new Map<string, string>()
    for (let at = 0; at < licenses.length; at += licensesAtOnce) {
      const some = licenses.slice(at, at + licensesAtOnce)
      const keyed = await Promise.all(some.map((draft) => withKey(deps, draft, actor, now)))
      const changes = keyed.map(({ change }) => change)
      const records = keyed.map(({ record }) => record)
      await insertLicenses(trx, changes, records, now)
      for (const { newKey, record } of keyed)
        if (newKey !== null) newKeys.set(record.license, newKey)
    }
    return newKeys
  })
}

interface Keyed {
  readonly change: Change
  readonly record: LicenseKey
  readonly newKey: string | null
}

async function withKey(
  deps: Pick<Deps, 'kek'>,
  { settled: { license, events, activations }, key }: Draft,
  actor: Actor,
  now: Instant,
): Promise<Keyed> {
  const issued = await keyFor(deps, license.id, key ?? undefined, now)
  const told: LicenseEvent = {
    type: 'key.issued',
    at: now,
    data: { key: issued.record.id },
    quiet: true,
  }
  const acted = [...events, told].map((event) => ({ actor: actor.id, event }))
  return {
    change: { before: null, after: license, events: acted, activations },
    record: issued.record,
    newKey: key === null ? issued.key : null,
  }
}
