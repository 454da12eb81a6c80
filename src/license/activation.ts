import { withoutSeat } from './decide.ts'
import type { Decision } from './decide.ts'
import type { EventData, LicenseEvent, Outcome } from './event.ts'
import { decideAt, grantAt } from './facts.ts'
import type { Activation, ActivationId, Grant, Instant, License } from './license.ts'
import { changesLeft, lapsesAt, machineSeats, mostActivations } from './seat-terms.ts'
import type { ChangesLeft } from './seat-terms.ts'
import { start } from './start.ts'

/** A machine that asks for a token. */
export interface Machine {
  /** The id that its activation gets if it is a new one. */
  readonly id: ActivationId
  /** SHA-256 of its fingerprint, salted with the license's id; null if it does not name itself. */
  readonly fingerprint: string | null
  /** What people call it. */
  readonly machine: string | null
  /** Whose seat it takes over if none is free; by itself only where the plan lets it. */
  readonly replace?: string | null
}

/** What the license allows on this machine, and the seat that it has; null for an unbound token. */
export interface Seated extends Outcome {
  readonly decision: Decision
  readonly activation: Activation | null
  /** With `no_seat`. */
  readonly taken: Taken | null
}

/** Who has the seats, and how often one can still be taken over. */
export interface Taken {
  readonly holders: readonly Activation[]
  readonly changesLeft: ChangesLeft
}

/**
 * Finds or makes the machine's activation. A license that waits for its first one starts first. One is made and counted only while the license itself decides `full`; past the seats
 * machines that have lapsed make room, or one whose seat is taken over, as often as was agreed; else the answer is export-only. If seats shrink, the earliest activations keep theirs.
 *
 * @param known the license's activations in the order of their creation: the live ones, and those whose seat was taken over.
 */
export function activate(
  license: License,
  known: readonly Activation[],
  machine: Machine,
  now: Instant,
): Seated {
  const outcome = start(license, now)
  // A machine that has waited for the lock while another one started the license has its start, too.
  const asked = decideAt(outcome.license, now)
  const at = Math.max(now, outcome.license.recordedAt)
  const decision = asked.reason === 'not_started' ? decideAt(outcome.license, at) : asked
  const unbound = { ...outcome, decision, activation: null, taken: null }
  if (decision.mode !== 'full') return unbound
  const grant = grantAt(license, now)
  const { fingerprint } = machine
  if (fingerprint === null)
    return machineSeats(grant) === null
      ? unbound
      : { ...unbound, decision: withoutSeat(decision, 'no_fingerprint') }
  const places = placesFor({ ...machine, fingerprint }, license, known, grant, at)
  const room = roomIn(places)
  if (room === null) {
    const { live, most, changesLeft: left } = places
    const taken = { holders: live.slice(0, most), changesLeft: left }
    return { ...unbound, decision: withoutSeat(decision, 'no_seat'), taken }
  }
  const activation = places.own ?? newActivation({ ...machine, fingerprint }, at)
  const made = places.own === null ? [activation] : []
  const freed = room.map(({ why, activation: { id } }) => freedEvent(id, why, at))
  return {
    ...unbound,
    events: [...outcome.events, ...freed, ...made.map(created)],
    activations: [...room.map((each) => freedFor(activation.id, each, at)), ...made],
    activation,
  }
}

/** Frees a machine's seat; freeing it again changes nothing. */
export function free(license: License, activation: Activation, now: Instant): Outcome {
  if (activation.freedAt !== null) return { license, events: [] }
  const at = Math.max(now, license.recordedAt)
  return {
    license,
    events: [freedEvent(activation.id, 'released', at)],
    activations: [{ ...activation, freedAt: at }],
  }
}

/** A machine that names itself. */
type Named = Machine & { readonly fingerprint: string }

/** A license's seats, seen from a machine that wants one. */
interface Places {
  /** In the order of their creation. */
  readonly live: readonly Activation[]
  /** The machine's own, with or without a seat. */
  readonly own: Activation | null
  readonly most: number
  readonly hasLapsed: (activation: Activation) => boolean
  readonly changesLeft: ChangesLeft
  /** Whose seat among these the machine may take over. */
  readonly replaced: (holders: readonly Activation[]) => Activation | null
}

function placesFor(
  machine: Named,
  license: License,
  known: readonly Activation[],
  grant: Grant,
  at: Instant,
): Places {
  const live = known.filter(({ freedAt }) => freedAt === null)
  const left = changesLeft(license, grant, takeoversAmong(known), at)
  return {
    live,
    own: live.find(({ fingerprint }) => fingerprint === machine.fingerprint) ?? null,
    most: machineSeats(grant) ?? mostActivations,
    hasLapsed: lapsesAt(license, grant, at),
    changesLeft: left,
    replaced: left.count === 0 ? () => null : replacedBy(machine, grant.replaceOldest ?? false, at),
  }
}

function takeoversAmong(known: readonly Activation[]): readonly Instant[] {
  return known.flatMap(({ replacedBy: newcomer, freedAt }) =>
    newcomer === null || freedAt === null ? [] : [freedAt],
  )
}

/** A machine that makes room, and why it does. */
interface Leaving {
  readonly activation: Activation
  readonly why: EventData['activation.freed']['why']
}

/** Who makes room for the machine: nobody if it has a seat or one is free; null if no seat is to be had. */
function roomIn({ live, own, most, hasLapsed, replaced }: Places): readonly Leaving[] | null {
  if (hasPlace(live, own, most)) return []
  const lapsed = live.filter((each) => each !== own && hasLapsed(each))
  const present = live.filter((each) => !lapsed.includes(each))
  const leaving = lapsed.map((activation): Leaving => ({ activation, why: 'lapsed' }))
  if (hasPlace(present, own, most)) return leaving
  const taken = replaced(present.slice(0, most))
  if (taken === null) return null
  // After seats have shrunk, those past them have none, and are not to move up into the one that is taken over.
  const past = present.slice(most).filter((each) => each !== own)
  return [
    ...leaving,
    { activation: taken, why: 'replaced' },
    ...past.map((activation): Leaving => ({ activation, why: 'past_seats' })),
  ]
}

function hasPlace(live: readonly Activation[], own: Activation | null, most: number): boolean {
  return (own === null ? live.length : live.indexOf(own)) < most
}

/** The one that the machine names; where the plan wants it so, the one that was longest unseen, unless it runs by a file. */
function replacedBy(
  { replace = null }: Machine,
  replaceOldest: boolean,
  now: Instant,
): Places['replaced'] {
  if (replace !== null) return (holders) => holders.find(({ id }) => id === replace) ?? null
  if (!replaceOldest) return () => null
  return (holders) =>
    holders
      .filter(({ heldUntil }) => (heldUntil ?? 0) <= now)
      .reduce<Activation | null>(
        (oldest, each) => (oldest !== null && oldest.lastSeenAt <= each.lastSeenAt ? oldest : each),
        null,
      )
}

function freedFor(newcomer: ActivationId, { activation, why }: Leaving, at: Instant): Activation {
  return { ...activation, freedAt: at, replacedBy: why === 'replaced' ? newcomer : null }
}

function newActivation({ id, fingerprint, machine }: Named, at: Instant): Activation {
  const seen = { createdAt: at, lastSeenAt: at }
  return { id, fingerprint, machine, ...seen, freedAt: null, replacedBy: null, heldUntil: null }
}

function created({ id, machine, createdAt: at }: Activation): LicenseEvent {
  const personal = machine === null ? {} : { machine }
  return { type: 'activation.created', at, data: { activation: id }, personal }
}

function freedEvent(id: ActivationId, why: Leaving['why'], at: Instant): LicenseEvent {
  return { type: 'activation.freed', at, data: { activation: id, why } }
}
