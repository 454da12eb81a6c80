import type { Outcome } from './event.ts'
import { withoutSeat } from './decide.ts'
import type { Decision } from './decide.ts'
import { decideAt, grantAt } from './facts.ts'
import type { Activation, ActivationId, Instant, License } from './license.ts'
import { start } from './start.ts'

/** How many machines may use a license whose seats are unlimited. */
export const mostActivations = 10_000

/** A machine that asks for a token. */
export interface Machine {
  /** The id that its activation gets if it is a new one. */
  readonly id: ActivationId
  /** SHA-256 of its fingerprint, salted with the license's id; null if it does not name itself. */
  readonly fingerprint: string | null
  /** What people call it. */
  readonly machine: string | null
}

/** What the license allows on this machine, and the seat that it has; null for an unbound token. */
export interface Seated extends Outcome {
  readonly decision: Decision
  readonly activation: Activation | null
}

/**
 * Finds or makes the machine's activation. A license that waits for its first one starts first. One is made and counted only while the license itself decides `full`; past the seats
 * the answer is export-only. If seats shrink, the earliest activations keep theirs.
 *
 * @param live the license's activations that are not freed, in the order of their creation.
 */
export function activate(
  license: License,
  live: readonly Activation[],
  machine: Machine,
  now: Instant,
): Seated {
  const outcome = start(license, now)
  // A machine that has waited for the lock while another one started the license has its start, too.
  const asked = decideAt(outcome.license, now)
  const at = Math.max(now, outcome.license.recordedAt)
  const decision = asked.reason === 'not_started' ? decideAt(outcome.license, at) : asked
  const { seats } = grantAt(license, now)
  const { fingerprint } = machine
  if (decision.mode !== 'full') return { ...outcome, decision, activation: null }
  if (fingerprint === null)
    return {
      ...outcome,
      decision: seats === null ? decision : withoutSeat(decision, 'no_fingerprint'),
      activation: null,
    }
  const place = live.findIndex((each) => each.fingerprint === fingerprint)
  const found = live[place]
  if ((found === undefined ? live.length : place) >= (seats ?? mostActivations))
    return { ...outcome, decision: withoutSeat(decision, 'no_seat'), activation: null }
  if (found !== undefined) return { ...outcome, decision, activation: found }
  const { id } = machine
  const activation: Activation = {
    id,
    fingerprint,
    machine: machine.machine,
    createdAt: at,
    lastSeenAt: at,
    freedAt: null,
  }
  const personal = machine.machine === null ? {} : { machine: machine.machine }
  return {
    license: outcome.license,
    events: [
      ...outcome.events,
      { type: 'activation.created', at, data: { activation: id }, personal },
    ],
    activations: [activation],
    decision,
    activation,
  }
}

/** Frees a machine's seat; freeing it again changes nothing. */
export function free(license: License, activation: Activation, now: Instant): Outcome {
  if (activation.freedAt !== null) return { license, events: [] }
  const at = Math.max(now, license.recordedAt)
  return {
    license,
    events: [{ type: 'activation.freed', at, data: { activation: activation.id } }],
    activations: [{ ...activation, freedAt: at }],
  }
}
