import { isDeepStrictEqual } from 'node:util'
import type { Decision } from '../../src/license/decide.ts'
import { decideAt } from '../../src/license/facts.ts'
import type { Instant, License, Objection, Term } from '../../src/license/license.ts'
import { settle } from '../../src/license/settle.ts'
import type { Life, Moment } from './random-life.ts'

// How the promises look at a life: at which instants, at which of its states.

export const day = 86_400_000
export const year = 365 * day

export type Received = Objection & {
  readonly receivedAt: Instant
  readonly effectiveAt: Instant
  readonly effectiveOn: string
}

/** The moments at which an objection became effective, or is to. */
export function newObjections(
  life: Life,
): (Moment & { objection: Received; recordedAt: Instant })[] {
  return life.moments.flatMap((moment) => {
    const { objection, command, events } = moment
    const isNew = events.some(
      ({ type }) => type === 'license.objected' || type === 'objection.received',
    )
    if (objection === null || command === 'job' || !isNew) return []
    const { receivedAt, effectiveAt, effectiveOn } = objection
    if (receivedAt === null || effectiveAt === null || effectiveOn === null) return []
    const recordedAt = objection.receiptRecordedAt ?? objection.recordedAt
    return [
      { ...moment, objection: { ...objection, receivedAt, effectiveAt, effectiveOn }, recordedAt },
    ]
  })
}

/** What would have become of the license, a term further than an end, if nobody had objected or terminated: which ends its calendar has. */
export function unobjected(license: License, end: Instant | null): License {
  const untold = <T extends { readonly recordedAt: Instant }>(each: T) => ({
    ...each,
    withdrawnAt: each.recordedAt,
  })
  const terms = license.terms.map((term, n) =>
    n === license.terms.length - 1 ? { ...term, cutAt: null } : term,
  )
  const objections = license.objections.map(untold)
  const terminations = license.terminations.map(untold)
  const settledAt = Math.min(license.settledAt, terms.at(-1)?.startsAt ?? 0)
  const calendar = { ...license, terms, objections, terminations, settledAt }
  return settle(calendar, Math.max(end ?? 0, license.settledAt)).license
}

export interface Snapshot {
  readonly license: License
  readonly now: Instant
}

/** The license after each change, at the change's instant. */
export function snapshots({ born, moments, plot, license, now }: Life): Snapshot[] {
  return [
    { license: born, now: plot.createdAt },
    ...moments.map(({ after, now: at }) => ({
      license: after,
      now: Math.max(at, after.recordedAt),
    })),
    { license, now: Math.max(now, license.recordedAt) },
  ]
}

export interface Decided {
  readonly license: License
  readonly decision: Decision
}

const decided = new WeakMap<Life, readonly Decided[]>()

export function decisions(life: Life): readonly Decided[] {
  const known = decided.get(life)
  if (known !== undefined) return known
  const reckoned = snapshots(life).flatMap(({ license, now }) =>
    [...some(life, 3, edges(license)), ...ahead(life, now), now, now - 40 * year].map((at) => ({
      license,
      decision: decideAt(license, at),
    })),
  )
  decided.set(life, reckoned)
  return reckoned
}

/** The instants around which a license's answers can turn. */
export function edges({
  terms,
  suspensions,
  terminations,
  objections,
  recordedAt,
}: License): Instant[] {
  const instants = [
    ...terms
      .slice(-3)
      .flatMap(({ startsAt, endsAt, cutAt, deadline }) => [startsAt, endsAt, cutAt, deadline]),
    ...suspensions.flatMap(({ from, to }) => [from, to]),
    ...terminations.map(({ effectiveAt }) => effectiveAt),
    ...objections.map(({ effectiveAt }) => effectiveAt),
    recordedAt,
  ]
  return [...new Set(instants)].flatMap((at) => (at === null ? [] : [at - 1, at]))
}

/** At most eight of them, as the dice fall. */
export function some({ plot }: Life, n: number, instants: readonly Instant[]): readonly Instant[] {
  const stride = Math.ceil(instants.length / 8)
  return instants.filter((_, place) => (place + plot.dice + n) % stride === 0)
}

/** Some instants from near to far, decades too. */
export function ahead({ plot }: Life, from: Instant): Instant[] {
  const roll = (plot.dice % 9973) / 9973
  return [1, 30 * day, 2 * year, 60 * year].map((span) => from + 1 + Math.floor(span * roll))
}

export function between({ plot }: Life, from: Instant, to: Instant): Instant {
  return to <= from ? from : from + (plot.dice % (to - from))
}

export function termDays({ terms }: License): number {
  const { startsAt, endsAt } = terms.at(-1) ?? { startsAt: 0, endsAt: null }
  return Math.max(1, Math.floor(((endsAt ?? startsAt + year) - startsAt) / day))
}

export function unrecorded(terms: readonly Term[]): Term[] {
  return terms.map((term) => ({ ...term, recordedAt: 0 }))
}

export function isTerminated({ terminations }: License, by: Instant): boolean {
  return terminations.some(
    ({ effectiveAt, withdrawnAt, closedAt }) =>
      effectiveAt < by && withdrawnAt === null && closedAt === null,
  )
}

export function outcome({ mode, reason, term }: Decision): readonly unknown[] {
  return [mode, reason, term?.startsAt ?? null]
}

export function check(holds: boolean, broken: string, facts: unknown): asserts holds {
  if (!holds) throw new Error(`${broken}: ${JSON.stringify(facts)}`)
}

export function same(one: unknown, other: unknown, broken: string): void {
  if (!isDeepStrictEqual(one, other))
    throw new Error(`${broken}:\n${JSON.stringify(one)}\n${JSON.stringify(other)}`)
}
