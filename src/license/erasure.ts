import type { Outcome } from './event.ts'
import type { CustomerId, Instant, License } from './license.ts'
import { isOver } from './over.ts'
import { recorded } from './recording.ts'

/** Why a customer's personal data goes. */
export interface Erasure {
  readonly customer: CustomerId
  readonly reason: string
}

/** Whether the contract stands in the way: it runs, is to begin, or can renew. */
export function needsItsCustomer(license: License, now: Instant): boolean {
  return !isOver(license, now)
}

/**
 * Tells a license that its customer's personal data goes, with what the vendor noted on it. What it allows is decided by other facts
 * and stays. One that the customer gave away is told without the reason, which is nothing of whoever has it now.
 */
export function tellErasure(
  license: License,
  { customer, reason }: Erasure,
  now: Instant,
): Outcome {
  const at = Math.max(now, license.recordedAt)
  const isTheirs = license.customer === customer
  return {
    license: recorded(isTheirs ? { ...license, metadata: {}, externalRefs: {} } : license, at),
    events: [
      {
        type: 'customer.erased',
        at,
        data: { customer },
        ...(isTheirs && { personal: { reason } }),
      },
    ],
  }
}
