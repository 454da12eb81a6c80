import { withoutSeat } from './decide.ts'
import type { Decision } from './decide.ts'
import type { Outcome } from './event.ts'
import { decideAt, grantAt } from './facts.ts'
import { goodUntil } from './good-until.ts'
import type { Grant, Instant, Lease, LeaseId, License } from './license.ts'
import { Problem } from './problem.ts'
import { leaseMs, mostActivations } from './seat-terms.ts'

/** What a license allows now, and the lease that is held of it; null where none is. */
export interface Leased extends Outcome {
  readonly decision: Decision
  readonly lease: Lease | null
  /** With `no_seat`: who holds the seats. */
  readonly holders: readonly Lease[] | null
}

/**
 * Takes one of the seats for as long as it is used: until it is given back, or no heartbeat has come for the agreed length. Leases
 * are no part of a license's history.
 *
 * @param held the license's leases.
 * @throws Problem no-leases where seats are counted by machine.
 */
export function takeLease(
  license: License,
  held: readonly Lease[],
  { id, holder }: { readonly id: LeaseId; readonly holder: string | null },
  now: Instant,
): Leased {
  const grant = grantAt(license, now)
  const length = leaseLength(license, grant)
  const decision = decideAt(license, now)
  const none = { license, events: [], decision, lease: null, holders: null }
  if (decision.mode !== 'full') return none
  const running = held.filter((each) => isRunning(each, now))
  if (running.length >= (grant.seats ?? mostActivations))
    return { ...none, decision: withoutSeat(decision, 'no_seat'), holders: running }
  return { ...none, lease: lastingFrom({ id, holder, takenAt: now }, license, decision, length) }
}

/** A heartbeat: the lease runs on from now, unless the license has stopped being full. One that has lapsed is gone: take another. */
export function renewLease(license: License, lease: Lease, now: Instant): Leased {
  const length = leaseLength(license, grantAt(license, now))
  const decision = decideAt(license, now)
  if (!isRunning(lease, now)) throw new Problem('not-found', { lease: lease.id })
  const renewed = decision.mode === 'full' ? lastingFrom(lease, license, decision, length) : null
  return { license, events: [], decision, lease: renewed, holders: null }
}

/** @throws Problem no-leases */
function leaseLength({ id }: License, { lease = null }: Grant): number {
  if (lease === null) throw new Problem('no-leases', { license: id })
  return leaseMs(lease)
}

function isRunning({ expiresAt }: Lease, now: Instant): boolean {
  return expiresAt > now
}

/** A lease never outlives what is known of the license. */
function lastingFrom(
  lease: Omit<Lease, 'expiresAt'>,
  license: License,
  decision: Decision,
  length: number,
): Lease {
  const good = goodUntil(license, decision) ?? Infinity
  return { ...lease, expiresAt: Math.min(decision.at + length, good) }
}
