import type { Actor } from '../license/actor.ts'
import { boundAnew } from '../license/ended-relation.ts'
import type { Override } from '../license/ended-relation.ts'
import type { Outcome } from '../license/event.ts'
import type { Instant, LicenseId } from '../license/license.ts'
import { transfer } from '../license/transfer.ts'
import type { Transfer } from '../license/transfer.ts'
import { timestamp } from './column.ts'
import { inTransaction } from './database.ts'
import type { Database } from './database.ts'
import { heldRelations } from './ended-relation.ts'
import { changeLicense } from './license.ts'
import type { Changed } from './license.ts'
import { refuseMerged } from './read-customer.ts'

/**
 * Hands a license over, and notes where in its history it has become the receiver's.
 *
 * @throws Problem not-found, unfit; relation-ended with the receiver, forbidden for an override by anybody but an admin.
 */
export function transferLicense(
  db: Database,
  id: string,
  asked: Transfer,
  override: Override | null,
  actor: Actor,
  now: Instant,
): Promise<Changed<Outcome>> {
  return inTransaction(db, async (trx) => {
    // The receiver is held before the license is locked, in the order in which a relation ends.
    const relation = (await heldRelations(trx, [asked.to])).get(asked.to) ?? null
    await refuseMerged(trx, [asked.to], '/customer')
    const changed = await changeLicense(trx, id, now, actor, (license) => ({
      ...boundAnew(transfer(license, asked, now), { command: 'transfer', relation, override }),
      giver: license.customer,
    }))
    const event = changed.recorded.find(({ type }) => type === 'license.transferred')
    if (event === undefined) throw new TypeError('a transfer is an event')
    const { license, n, occurredAt } = event
    const parties = { giver: changed.giver, receiver: asked.to }
    await trx
      .insertInto('transfers')
      .values({ license, n, ...parties, transferred_at: timestamp(occurredAt) })
      .execute()
    await lapseProposals(trx, license, occurredAt)
    return changed
  })
}

/** What waited for the giver's answer waits no longer. */
async function lapseProposals(trx: Database, license: LicenseId, at: Instant): Promise<void> {
  await trx
    .updateTable('proposals')
    .set({
      lapses_at: timestamp<Instant | null>(at),
      answered_at: timestamp<Instant | null>(at),
    })
    .where('license', '=', license)
    .where('answer', 'is', null)
    .where((eb) =>
      eb.or([eb('lapses_at', 'is', null), eb('lapses_at', '>', timestamp<Instant | null>(at))]),
    )
    .execute()
}
