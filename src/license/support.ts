import type { Reason } from './decide.ts'
import { decideAt, grantAt } from './facts.ts'
import type { CalendarDate, Instant, License, Support } from './license.ts'
import { asOf } from './past.ts'
import { earliestTermination, effectiveObjections } from './renewal.ts'
import { recordedAround } from './terms.ts'

/** Whether support answers: the support contract is coupled to the license. */
export interface Entitlement extends Support {
  readonly entitled: boolean
  /** The last day of support as it stands; null without an end. */
  readonly until: CalendarDate | null
  /** Why support does not answer; null while it does. */
  readonly reason: Exclude<Reason, 'in_term'> | null
  /** Since when it does not; null while it does, and before the start. */
  readonly since: Instant | null
}

/** The support contract as it stands at an instant; null if there is none. Entitled in a term, neither suspended nor terminated. */
export function entitlement(license: License, at: Instant): Entitlement | null {
  const { support } = grantAt(license, at)
  const decision = decideAt(license, at)
  if (support === null || decision.support === null) return null
  const { reason } = decision
  const isOut =
    reason === 'ended' ||
    reason === 'suspended' ||
    reason === 'terminated' ||
    reason === 'not_started'
  return {
    ...support,
    ...decision.support,
    reason: isOut ? reason : null,
    since: isOut ? outSince(asOf(license, at), reason, at) : null,
  }
}

function outSince(
  license: License,
  reason: Exclude<Reason, 'in_term'>,
  at: Instant,
): Instant | null {
  switch (reason) {
    case 'not_started':
      return null
    case 'suspended':
      return license.suspensions.findLast(({ from }) => from <= at)?.from ?? null
    case 'terminated':
      return earliestTermination(license)?.effectiveAt ?? null
    case 'ended':
      return endedSince(license, at)
  }
}

/** An objection says since when; else a term was cut, or came to its end. */
function endedSince(license: License, at: Instant): Instant | null {
  const objected = effectiveObjections(license).map(({ effectiveAt }) => effectiveAt)
  const { term } = decideAt(license, at)
  const cutAt = recordedAround(license, at)?.cutAt ?? Infinity
  const since = Math.min(...objected, cutAt, term?.endsAt ?? Infinity)
  return objected.some((instant) => instant <= at) ? Math.min(...objected) : since
}
