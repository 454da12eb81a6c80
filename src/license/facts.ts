import { dateAt } from './calendar.ts'
import { decide } from './decide.ts'
import type { Decision, Facts, Phase, TermFacts } from './decide.ts'
import type { CalendarDate, Grant, Instant, License, Term } from './license.ts'
import { asOf } from './past.ts'
import { earliestTermination, effectiveObjections, renewsAfter } from './renewal.ts'
import type { EffectiveObjection } from './renewal.ts'
import { comingTerm, isVoid, recordedAround, rulesOn, spanAround, termAround } from './terms.ts'

/** What a license allows at any instant: past ones from what was recorded by then, future ones from what is recorded now. */
export function decideAt(license: License, at: Instant): Decision {
  return decide(factsAt(license, at), at)
}

/** The facts that {@link decide} looks at, drawn from the license and its calendar around an instant. */
export function factsAt(license: License, at: Instant): Facts {
  const known = latest.get(license)
  if (known !== undefined && known.at === at) return known.facts
  const facts = drawnAt(license, at)
  latest.set(license, { at, facts })
  return facts
}

// A request asks after the same instant again and again, and a license never changes in place.
const latest = new WeakMap<License, { readonly at: Instant; readonly facts: Facts }>()

function drawnAt(license: License, at: Instant): Facts {
  const known = asOf(license, at)
  const now = shown(known, at)
  const phase = phaseOf(known, at, now)
  const terminatedAt = earliestTermination(known)?.effectiveAt ?? null
  const { capabilities, limits, support } = grantAt(known, at)
  return {
    phases:
      now.until === null
        ? [phase]
        : [phase, phaseOf(known, now.until, shown(known, now.until, now.term))],
    terminatedAt,
    suspensions: known.suspensions.filter(({ to }) => to === null || to > at),
    capabilities,
    limits,
    exportFormats: known.exportFormats,
    support: support && { until: supportUntil(known, now, terminatedAt) },
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
  const known = asOf(license, at)
  const { term } = shown(known, at)
  if (term === null) return null
  const recorded = recordedAround(known, term.startsAt)
  if (recorded === null) throw new TypeError('a term follows a recorded one')
  return recorded.startsAt === term.startsAt ? recorded : termAround(known, recorded, term.startsAt)
}

interface Shown {
  readonly term: TermFacts | null
  readonly running: boolean
  /** When another term, or none, is the decision's. */
  readonly until: Instant | null
  /** Where the term was cut short. */
  readonly cutAt: Instant | null
}

/** @param near the term shown at an earlier instant, from which the one that follows is near. */
function shown(license: License, at: Instant, near: TermFacts | null = null): Shown {
  const over = earliestTermination(license)?.effectiveAt ?? Infinity
  const stop = stopBefore(license, over)
  if (stop !== null && stop.effectiveAt <= at)
    return { term: termEndedBy(license, stop), running: false, until: null, cutAt: null }
  const recorded = recordedAround(license, at)
  const next = comingTerm(license, at)
  if (recorded === null)
    return { term: null, running: false, until: next?.startsAt ?? null, cutAt: null }
  const { cutAt } = recorded
  const stopped = stop?.effectiveAt ?? Infinity
  // What follows the last recorded term is reckoned, up to the last moment at which the license still renews.
  const reach = Math.min(at, over - 1)
  const follows = next === null && cutAt === null && reach >= (recorded.endsAt ?? Infinity)
  const from = near !== null && near.startsAt > recorded.startsAt ? near : recorded
  const term = follows ? followingTerm(license, from, reach) : recorded
  const end = Math.min(term.endsAt ?? Infinity, cutAt ?? Infinity, stopped)
  if (at < end) return { term, running: true, until: end === Infinity ? null : end, cutAt }
  return { term, running: false, until: next?.startsAt ?? null, cutAt }
}

/** The term around an instant that follows one by renewal; that one itself where nothing follows it. */
function followingTerm(license: License, term: TermFacts, at: Instant): TermFacts {
  return renewsAfter(license, term) ? spanAround(license, term, at) : term
}

/** The objection that ends the license, or is to: the earliest; null if none, or if a termination ends it before. */
function stopBefore(license: License, over: Instant): EffectiveObjection | null {
  const [stop] = effectiveObjections(license).sort((a, b) => a.effectiveAt - b.effectiveAt)
  return stop !== undefined && stop.effectiveAt <= over ? stop : null
}

function termEndedBy(
  license: License,
  { effectiveOn, effectiveAt }: EffectiveObjection,
): TermFacts {
  const recorded = license.terms.findLast((each) => each.endsOn === effectiveOn && !isVoid(each))
  if (recorded !== undefined) return recorded
  const last = license.terms.at(-1)
  if (last === undefined) throw new TypeError('a license has a term')
  return spanAround(license, last, effectiveAt - 1)
}

function phaseOf(license: License, from: Instant, { term, running }: Shown): Phase {
  const first = term ?? comingTerm(license, from)
  const rules = rulesOn(license, first?.startsOn ?? dateAt(from, license.timeZone))
  const ends =
    term?.endsOn != null &&
    effectiveObjections(license).some(({ effectiveOn }) => effectiveOn === term.endsOn)
  return {
    from,
    term: term && spanOf(term),
    running,
    renewal: { automatic: rules.renewal === 'automatic', ends },
  }
}

function spanOf({ startsOn, endsOn, startsAt, endsAt }: TermFacts): TermFacts {
  return { startsOn, endsOn, startsAt, endsAt }
}

/** The last day of support: the last of the term, or of what an end left of it. */
function supportUntil(
  license: License,
  { term, cutAt, until }: Shown,
  terminatedAt: Instant | null,
): CalendarDate | null {
  const ending = term ?? (until === null ? null : recordedAround(license, until))
  const end = Math.min(terminatedAt ?? Infinity, cutAt ?? Infinity)
  return end < (ending?.endsAt ?? Infinity)
    ? dateAt(end - 1, license.timeZone)
    : (ending?.endsOn ?? null)
}
