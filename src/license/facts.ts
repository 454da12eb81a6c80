import { dateAt } from './calendar.ts'
import { decide } from './decide.ts'
import type { Decision, Facts, Phase } from './decide.ts'
import type { CalendarDate, Grant, Instant, License, Term } from './license.ts'
import { asOf } from './past.ts'
import { earliestTermination, effectiveObjections, renewsAfter } from './renewal.ts'
import { isVoid, recordedAround, rulesOn, termAround } from './terms.ts'

/** What a license allows at any instant: past ones from what was recorded by then, future ones from what is recorded now. */
export function decideAt(license: License, at: Instant): Decision {
  return decide(factsAt(license, at), at)
}

/** The facts that {@link decide} looks at, drawn from the license and its calendar around an instant. */
export function factsAt(license: License, at: Instant): Facts {
  const known = asOf(license, at)
  const now = phaseOf(known, at)
  const terminatedAt = earliestTermination(known)?.effectiveAt ?? null
  const { capabilities, limits, support } = grantAt(known, at)
  return {
    phases: now.until === null ? [now.phase] : [now.phase, phaseOf(known, now.until).phase],
    terminatedAt,
    suspensions: known.suspensions.filter(({ to }) => to === null || to > at),
    capabilities,
    limits,
    exportFormats: known.exportFormats,
    support: support && { until: supportUntil(known, now.phase, terminatedAt) },
  }
}

/** The grant that is given at an instant; before the first, the first. */
export function grantAt({ grants }: Pick<License, 'grants'>, at: Instant): Grant {
  const grant = grants.findLast(({ from }) => from <= at) ?? grants[0]
  if (grant === undefined) throw new TypeError('a license has a grant')
  return grant
}

/** The decision's term at an instant, with its objection day; null before the first. */
export function termShown(license: License, at: Instant): Term | null {
  return shown(asOf(license, at), at).term
}

interface Shown {
  readonly term: Term | null
  readonly running: boolean
  /** When another term, or none, is the decision's. */
  readonly until: Instant | null
}

function shown(license: License, at: Instant): Shown {
  const stop = effectiveObjections(license).sort((a, b) => a.effectiveAt - b.effectiveAt)[0]
  if (stop !== undefined && stop.effectiveAt <= at)
    return { term: termEndingOn(license, stop.effectiveOn), running: false, until: null }
  const recorded = recordedAround(license, at)
  if (recorded === null)
    return { term: null, running: false, until: license.terms[0]?.startsAt ?? null }
  const next = license.terms.find((term) => term.startsAt > recorded.startsAt && !isVoid(term))
  const ended = earliestTermination(license)?.effectiveAt ?? Infinity
  // What follows the last recorded term is reckoned, up to the last moment at which the license still renews.
  const reach = Math.min(at, ended - 1, (stop?.effectiveAt ?? Infinity) - 1)
  const follows =
    next === undefined && recorded.cutAt === null && reach >= (recorded.endsAt ?? Infinity)
  const term =
    follows && renewsAfter(license, recorded) ? termAround(license, recorded, reach) : recorded
  const end = Math.min(
    term.endsAt ?? Infinity,
    term.cutAt ?? Infinity,
    stop?.effectiveAt ?? Infinity,
  )
  if (at < end) return { term, running: true, until: end === Infinity ? null : end }
  return { term, running: false, until: next?.startsAt ?? null }
}

function phaseOf(license: License, at: Instant): { phase: Phase; until: Instant | null } {
  const { term, running, until } = shown(license, at)
  const rules = rulesOn(
    license,
    (term ?? license.terms[0])?.startsOn ?? dateAt(at, license.timeZone),
  )
  const ends = effectiveObjections(license).some(({ effectiveOn }) => effectiveOn === term?.endsOn)
  const phase = {
    from: at,
    term,
    running,
    renewal: { automatic: rules.renewal === 'automatic', ends },
  }
  return { phase, until }
}

function termEndingOn(license: License, endsOn: CalendarDate): Term {
  const term = license.terms.find((each) => each.endsOn === endsOn)
  if (term !== undefined) return term
  const last = license.terms.at(-1)
  const end = effectiveObjections(license).find(
    ({ effectiveOn }) => effectiveOn === endsOn,
  )?.effectiveAt
  if (last === undefined || end === undefined) throw new TypeError(`no term ends on ${endsOn}`)
  return termAround(license, last, end - 1)
}

function supportUntil(
  license: License,
  { term }: Phase,
  terminatedAt: Instant | null,
): CalendarDate | null {
  const end = term?.endsAt ?? null
  if (terminatedAt !== null && (end === null || terminatedAt < end))
    return dateAt(terminatedAt - 1, license.timeZone)
  return term === null ? (license.terms[0]?.endsOn ?? null) : term.endsOn
}
