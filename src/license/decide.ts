import { exportOnly, withExport } from './capability.ts'
import type { Capability } from './capability.ts'
import type { CalendarDate, Instant } from './license.ts'

export type Mode = 'full' | 'export-only'
/** Why a license allows what it allows, in the order in which the rules apply. */
export type Reason = 'not_started' | 'terminated' | 'suspended' | 'in_term' | 'ended'
/** What only the issue of a token can find: a machine without a seat, or one that does not name itself. */
export type SeatReason = 'no_seat' | 'no_fingerprint'

/** A term as people and machines need it: days to show, instants to judge by. */
export interface TermFacts {
  readonly startsOn: CalendarDate
  readonly endsOn: CalendarDate | null
  readonly startsAt: Instant
  readonly endsAt: Instant | null
}

/** From an instant on: which term is the decision's, and whether it runs. */
export interface Phase {
  readonly from: Instant
  /** Null before the first term. */
  readonly term: TermFacts | null
  readonly running: boolean
  readonly renewal: { readonly automatic: boolean; readonly ends: boolean }
}

/** All that the judgement looks at: numbers and strings, no calendar. The server draws it from a license, the client from a token. */
export interface Facts {
  /** In order, the first one at or before the judged instant. */
  readonly phases: readonly [Phase, ...Phase[]]
  readonly terminatedAt: Instant | null
  /** Half-open intervals; `to` is null while it lasts. */
  readonly suspensions: readonly { readonly from: Instant; readonly to: Instant | null }[]
  readonly capabilities: readonly Capability[]
  readonly limits: Readonly<Record<string, number>>
  readonly exportFormats: readonly string[]
  /** The last day of support as it stands; null without an end. Null where there is no support contract. */
  readonly support: { readonly until: CalendarDate | null } | null
}

/** What a license allows at an instant. */
export interface Decision {
  readonly at: Instant
  readonly mode: Mode
  readonly reason: Reason | SeatReason
  /** Every rule that holds, in the order of the rules, so that nobody mends them one by one. */
  readonly conditions: readonly (Reason | SeatReason)[]
  readonly capabilities: readonly Capability[]
  readonly limits: Readonly<Record<string, number>>
  readonly exportFormats: readonly string[]
  /** The next instant at which mode, reason or term change by the clock alone; null if none does. */
  readonly validUntil: Instant | null
  readonly term: TermFacts | null
  readonly renewal: { readonly automatic: boolean; readonly ends: boolean }
  readonly support: { readonly entitled: boolean; readonly until: CalendarDate | null } | null
}

/**
 * What the license allows at an instant. There are two modes and nothing below: whatever the facts are, the answer holds
 * `data:export` and the export formats.
 */
export function decide(facts: Facts, now: Instant): Decision {
  const phase = phaseAt(facts, now)
  const conditions = conditionsAt(facts, now)
  const full = conditions[0] === 'in_term'
  return {
    at: now,
    mode: full ? 'full' : 'export-only',
    reason: conditions[0],
    conditions,
    capabilities: full ? withExport(facts.capabilities) : exportOnly,
    limits: full ? facts.limits : {},
    exportFormats: facts.exportFormats,
    validUntil: nextChange(facts, now),
    term: phase.term,
    renewal: phase.renewal,
    support: facts.support && { entitled: full, until: facts.support.until },
  }
}

/** The same decision without a seat: export-only, for a reason that only the issue of a token can find. */
export function withoutSeat(decision: Decision, reason: SeatReason): Decision {
  return {
    ...decision,
    mode: 'export-only',
    reason,
    conditions: [reason, ...decision.conditions],
    capabilities: exportOnly,
    limits: {},
  }
}

function conditionsAt(facts: Facts, at: Instant): readonly [Reason, ...Reason[]] {
  const phase = phaseAt(facts, at)
  const time: Reason = phase.running ? 'in_term' : phase.term === null ? 'not_started' : 'ended'
  const held: Reason[] = []
  if (facts.terminatedAt !== null && facts.terminatedAt <= at) held.push('terminated')
  if (facts.suspensions.some(({ from, to }) => from <= at && (to === null || at < to)))
    held.push('suspended')
  const [first, ...others] = held
  if (first === undefined) return [time]
  return time === 'not_started' ? [time, ...held] : [first, ...others, time]
}

function phaseAt({ phases }: Facts, at: Instant): Phase {
  return phases.findLast(({ from }) => from <= at) ?? phases[0]
}

function nextChange(facts: Facts, now: Instant): Instant | null {
  const instants = [
    ...facts.phases.map(({ from }) => from),
    ...facts.suspensions.flatMap(({ from, to }) => (to === null ? [from] : [from, to])),
    ...(facts.terminatedAt === null ? [] : [facts.terminatedAt]),
  ]
  const ahead = instants.filter((instant) => instant > now).sort((a, b) => a - b)
  return ahead.find((instant) => changes(facts, now, instant)) ?? null
}

function changes(facts: Facts, now: Instant, then: Instant): boolean {
  return (
    conditionsAt(facts, now)[0] !== conditionsAt(facts, then)[0] ||
    phaseAt(facts, now).term?.startsAt !== phaseAt(facts, then).term?.startsAt
  )
}
