import type { LicenseEvent, Outcome } from './event.ts'
import { attached } from './issue.ts'
import type { Agreement, CustomerId, Instant, License, Offered } from './license.ts'
import { Problem, unfit } from './problem.ts'
import type { Misfit } from './problem.ts'
import { recorded } from './recording.ts'

/** A license that goes to another customer, since the business is sold, say. */
export interface Transfer {
  readonly to: CustomerId
  readonly reason: string
  /** What the customer who gives it away agreed to. */
  readonly giver: Agreement
  /** What the customer who takes it over agreed to. */
  readonly receiver: Agreement
}

/**
 * Hands a license over to another customer, by what both agreed to. The contract goes on as it stands: terms, objections, what was
 * agreed, machines, keys, and the whole history. What was proposed lapses: it was asked of the giver, and of nobody else.
 *
 * @throws Problem unfit for the customer who has it already, and for an agreement that lies ahead.
 */
export function transfer(
  license: License,
  { to, reason, giver, receiver }: Transfer,
  now: Instant,
): Outcome {
  const at = Math.max(now, license.recordedAt)
  const { customer: from } = license
  if (to === from) throw unfit('/customer', 'Name another customer: the license is theirs already.')
  const errors = [...misfitsOf('giver', giver, now), ...misfitsOf('receiver', receiver, now)]
  if (errors.length > 0) throw new Problem('unfit', { errors })
  const agreements = [...license.agreements, giver, receiver]
  const waiting = license.proposals.filter((each) => isWaiting(each, at))
  const proposals = license.proposals.map((each) =>
    waiting.includes(each) ? { ...each, lapsesAt: at, answeredAt: at } : each,
  )
  const lapsed = waiting.map(({ id, side }): LicenseEvent => ({
    type: 'proposal.lapsed',
    at,
    data: { proposal: id, side },
  }))
  const handed: LicenseEvent = {
    type: 'license.transferred',
    at,
    data: { from, to, giver: giver.id, receiver: receiver.id },
    personal: { reason },
  }
  return {
    license: recorded({ ...license, customer: to, agreements, proposals }, at),
    // What comes before the handing over is the giver's, what comes after it the receiver's.
    events: [...lapsed, attached(giver, at), handed, attached(receiver, at)],
  }
}

function isWaiting({ lapsesAt, answeredAt }: Offered, at: Instant): boolean {
  return answeredAt === null && (lapsesAt ?? Infinity) > at
}

function misfitsOf(party: string, { acceptedAt }: Agreement, now: Instant): Misfit[] {
  const detail = 'An agreement was accepted in the past.'
  return acceptedAt > now ? [{ pointer: `/agreements/${party}/accepted_at`, detail }] : []
}
