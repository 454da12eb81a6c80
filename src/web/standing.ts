import { dateAt } from '../license/calendar.ts'
import { decideAt } from '../license/facts.ts'
import type { CalendarDate, Instant, License, Term } from '../license/license.ts'
import { currentTerm, objectionDay } from '../license/objection-day.ts'
import { earliestTermination, effectiveObjections, renewsAfter } from '../license/renewal.ts'
import type { Worth } from './mark.tsx'

/** How a license stands today, as people ask for it. */
export interface Standing {
  readonly worth: Worth
  /** The rule that says so, where it is export-only. */
  readonly reason: 'not_started' | 'terminated' | 'suspended' | 'ended' | null
  readonly today: CalendarDate
  readonly term: Term | null
  /** The last day in full: of the term, or before an end that is set; null without one. */
  readonly lastDay: CalendarDate | null
  readonly renews: boolean
  /** The last day on which an objection to the next renewal is in time; null where there is none. */
  readonly lastObjectionDay: CalendarDate | null
}

export function standingOf(license: License, now: Instant): Standing {
  const { mode, reason } = decideAt(license, now)
  const term = currentTerm(license, now)
  const ends = endingDay(license, now)
  const isFull = mode === 'full'
  const renews = term !== null && ends === null && renewsAfter(license, term)
  const worth = !isFull ? 'export-only' : renews || term?.endsOn == null ? 'full' : 'ends'
  return {
    worth,
    reason:
      isFull || reason === 'in_term' || reason === 'no_seat' || reason === 'no_fingerprint'
        ? null
        : reason,
    today: dateAt(now, license.timeZone),
    term,
    lastDay: ends ?? term?.endsOn ?? null,
    renews,
    lastObjectionDay: objectionDay(license, now)?.lastDay ?? null,
  }
}

/** The last day before an end that somebody has declared, or before a termination that has taken effect; null if nobody has. */
function endingDay(license: License, now: Instant): CalendarDate | null {
  const termination = earliestTermination(license)
  if (termination !== null && termination.effectiveAt <= now)
    return dateAt(termination.effectiveAt - 1, license.timeZone)
  const instants = [
    ...effectiveObjections(license).map(({ effectiveAt }) => effectiveAt),
    ...(termination === null ? [] : [termination.effectiveAt]),
  ].filter((at) => at > now)
  return instants.length === 0 ? null : dateAt(Math.min(...instants) - 1, license.timeZone)
}
