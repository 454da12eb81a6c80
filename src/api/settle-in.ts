import { activate } from '../license/activation.ts'
import type { Actor } from '../license/actor.ts'
import type { Override } from '../license/ended-relation.ts'
import { decideAt } from '../license/facts.ts'
import type { LicenseEvent } from '../license/event.ts'
import { issue } from '../license/issue.ts'
import type { Activation, CustomerId, Instant, License } from '../license/license.ts'
import { object } from '../license/objection.ts'
import { suspend } from '../license/suspension.ts'
import { newId } from '../store/id.ts'
import type { Plan } from '../store/plan.ts'
import { saltedFingerprintSync } from '../token/fingerprint-sync.ts'
import type { ArrivingLicense } from './arrivals.ts'

/** A license as it is to be kept, and what has no place in it. */
export interface SettledIn {
  readonly license: License
  /** All quiet: it is history, and tells nobody anything. */
  readonly events: readonly LicenseEvent[]
  readonly activations: readonly Activation[]
  readonly notes: readonly string[]
}

/**
 * Lets a license move in as the law has it: issued with the terms that have passed, its machines, its objection, its suspension. Of
 * what it was elsewhere nothing is dated back: an objection in time has its effect, from now on.
 *
 * @throws Problem where the law refuses.
 */
export function settleIn(
  arriving: ArrivingLicense,
  plan: Plan,
  { customer, override }: { readonly customer: CustomerId; readonly override: Override | null },
  actor: Actor,
  system: string,
  now: Instant,
): SettledIn {
  const { ref, overrides, metadata, timeZone, startsOn, endsOn } = arriving
  const issued = issue(
    {
      id: newId('lic', now),
      customer,
      product: plan.product,
      plan,
      terms: { ...plan.terms, ...overrides },
      timeZone,
      startsOn,
      endsOn,
      override,
      metadata,
      externalRefs: ref === null ? {} : { [system]: ref },
    },
    now,
  )
  const seated = withMachines(issued.license, arriving, now)
  const objected = withObjection(seated.license, arriving, actor, now)
  const paused = withSuspension(objected.license, arriving, now)
  const events = [...issued.events, ...seated.events, ...objected.events, ...paused.events]
  return {
    license: paused.license,
    events: events.map((event) => ({ ...event, quiet: true })),
    activations: seated.activations,
    notes: seated.notes,
  }
}

interface Seated {
  readonly license: License
  readonly events: readonly LicenseEvent[]
  readonly activations: readonly Activation[]
  readonly notes: readonly string[]
}

function withMachines(license: License, { machines }: ArrivingLicense, now: Instant): Seated {
  const events: LicenseEvent[] = []
  const live: Activation[] = []
  let left = 0
  let state = license
  for (const { fingerprint, name } of machines) {
    const id = newId('act', now)
    const salted = saltedFingerprintSync(license.id, fingerprint)
    // It names nobody but itself: of those that move in together none puts another out.
    const machine = { id, fingerprint: salted, machine: name, replace: id }
    const seat = activate(state, live, machine, now)
    state = seat.license
    events.push(...seat.events)
    live.push(...(seat.activations ?? []))
    if (seat.activation === null) left += 1
  }
  const notes =
    left === 0 ? [] : [`${left} of ${machines.length} machines ${whyLeft(license, now)}`]
  return { license: state, events, activations: live, notes }
}

function whyLeft(license: License, now: Instant): string {
  return decideAt(license, now).mode === 'full'
    ? 'stay out: there are no more seats.'
    : 'stay out: machines have seats only while the license is full.'
}

function withObjection(
  license: License,
  { objection }: ArrivingLicense,
  actor: Actor,
  now: Instant,
): { readonly license: License; readonly events: readonly LicenseEvent[] } {
  if (objection === null) return { license, events: [] }
  const reason = objection.reason ?? 'moved in'
  return object(license, { ...objection, id: newId('obj', now), reason, by: actor }, now)
}

function withSuspension(
  license: License,
  { suspension }: ArrivingLicense,
  now: Instant,
): { readonly license: License; readonly events: readonly LicenseEvent[] } {
  if (suspension === null) return { license, events: [] }
  const { reason, from } = suspension
  // What has begun elsewhere goes on here from now.
  const effectiveAt = from === null || from < now ? null : from
  return suspend(license, { id: newId('sus', now), reason, effectiveAt }, now)
}
