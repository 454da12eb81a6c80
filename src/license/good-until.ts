import { dateAfter, dateAt, firstMoment, laterBy, nextDay } from './calendar.ts'
import type { Decision } from './decide.ts'
import { termShown } from './facts.ts'
import type { Instant, License, Lifetime, Term } from './license.ts'
import { earliestTermination, effectiveObjections, renewsAfter } from './renewal.ts'
import { openSuspension } from './suspension.ts'
import { comingTerm, rulesOn, spanAround } from './terms.ts'

/**
 * Until when a token that says this is good (exclusive; null for ever). Full: the earliest of its lifetime, the end of the term
 * with the leeway of a license that is going to renew then, an announced suspension, a set termination. Export-only: until a
 * coming term starts.
 *
 * @param lifetime how long it is good without contact; the agreed one if left out.
 * @see docs/token.md#exp
 */
export function goodUntil(
  license: License,
  decision: Decision,
  lifetime: Lifetime = lifetimeAt(license, decision.at),
): Instant | null {
  const { at } = decision
  if (decision.mode === 'export-only') return comingStart(license, decision)
  const term = termShown(license, at)
  if (term === null) throw new TypeError('full is in a term')
  return Math.min(
    after(at, lifetime, license.timeZone),
    endWithLeeway(license, term) ?? Infinity,
    openSuspension(license)?.from ?? Infinity,
    earliestTermination(license)?.effectiveAt ?? Infinity,
    // What was recorded while a request waited for the lock is known here, though the decision is of the request's instant.
    ...effectiveObjections(license).map(({ effectiveAt }) => effectiveAt),
  )
}

/** When a client asks again: after a quarter of the token's lifetime, a day, or when the decision changes, whichever is first. */
export function refreshAt(license: License, decision: Decision): Instant {
  const { at, validUntil } = decision
  const life = after(at, lifetimeAt(license, at), license.timeZone) - at
  const quarter = at + Math.floor(life / 4)
  return Math.min(quarter, at + 24 * 3_600_000, validUntil ?? Infinity)
}

function comingStart(license: License, { at, reason }: Decision): Instant | null {
  if (reason !== 'not_started' && reason !== 'ended') return null
  const start = comingTerm(license, at)?.startsAt ?? Infinity
  return start < (earliestTermination(license)?.effectiveAt ?? Infinity) ? start : null
}

function lifetimeAt(license: License, at: Instant): Lifetime {
  return rulesOn(license, dateAt(at, license.timeZone)).tokenLifetime
}

/** Days and longer on the calendar of the license's zone, hours exactly. */
function after(at: Instant, lifetime: Lifetime, timeZone: string): Instant {
  const hours = /^PT(\d+)H$/.exec(lifetime)?.[1]
  return hours === undefined ? laterBy(at, lifetime, timeZone) : at + Number(hours) * 3_600_000
}

function endWithLeeway(license: License, term: Term): Instant | null {
  if (term.endsOn === null || term.endsAt === null) return null
  if (!renewsAfter(license, term)) return term.endsAt
  const { renewalLeeway } = rulesOn(license, term.startsOn)
  const leeway = firstMoment(dateAfter(nextDay(term.endsOn), renewalLeeway), license.timeZone)
  // A next term can have been agreed that is shorter than the leeway of this one.
  return Math.min(leeway, spanAround(license, term, term.endsAt).endsAt ?? Infinity)
}
