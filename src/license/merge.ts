import type { EndedRelation } from './ended-relation.ts'
import type { LicenseEvent, Outcome } from './event.ts'
import type { CustomerId, Instant, License } from './license.ts'
import { recorded } from './recording.ts'

/** Two records of one customer, of which one stays. */
export interface Merge {
  readonly from: CustomerId
  readonly into: CustomerId
  readonly reason: string
}

/**
 * Brings a license along to the record of its customer that stays. Nothing of the contract changes: it is the same party.
 *
 * @param relation what ended the relation under the other record, and is told to this license too; null if there is nothing to tell.
 */
export function bringAlong(
  license: License,
  { from, into, reason }: Merge,
  relation: EndedRelation | null,
  now: Instant,
): Outcome {
  const at = Math.max(now, license.recordedAt)
  const merged: LicenseEvent = {
    type: 'customer.merged',
    at,
    data: { from, into },
    personal: { reason },
  }
  return {
    license: recorded({ ...license, customer: into }, at),
    events: [merged, ...relationTold(into, relation, at)],
  }
}

/** Tells a license of the record that stays how the relation under the other one ended. */
export function hearOfRelation(license: License, relation: EndedRelation, now: Instant): Outcome {
  const at = Math.max(now, license.recordedAt)
  return { license, events: relationTold(license.customer, relation, at) }
}

function relationTold(
  customer: CustomerId,
  relation: EndedRelation | null,
  at: Instant,
): readonly LicenseEvent[] {
  if (relation === null) return []
  const { reason } = relation
  return [{ type: 'relation.ended', at, data: { customer }, personal: { reason } }]
}
