import { dateAt, firstMoment } from './calendar.ts'
import { decideAt } from './facts.ts'
import type { CalendarDate, Instant, License, Term } from './license.ts'
import { isOver } from './over.ts'
import { earliestTermination, effectiveObjections } from './renewal.ts'
import { isVoid, spanAround } from './terms.ts'

/** What comes of a license by the clock alone, as it stands: days of its time zone. */
export interface Turns {
  /** The last day of the term that runs, or of the first to come, if another follows it at once; null if none does. */
  readonly renewsAfter: CalendarDate | null
  /** The last day before it is over for good; null for one that is over already, or never will be. */
  readonly endsAfter: CalendarDate | null
}

/** Counted from the instant that the license is settled to. */
export function turnsOf(license: License): Turns {
  const { settledAt } = license
  return { renewsAfter: renewsAfter(license, settledAt), endsAfter: endsAfter(license, settledAt) }
}

function renewsAfter(license: License, from: Instant): CalendarDate | null {
  const { term, conditions } = decideAt(license, from)
  const first = conditions.includes('in_term')
    ? term
    : license.terms.find((each) => each.startsAt > from && !isVoid(each))
  if (first?.endsOn == null || first.endsAt === null) return null
  const next = decideAt(license, first.endsAt)
  const follows = next.conditions.includes('in_term') && next.term?.startsAt === first.endsAt
  return follows ? first.endsOn : null
}

function endsAfter(license: License, from: Instant): CalendarDate | null {
  if (isOver(license, from)) return null
  const end = possibleEnds(license)
    .filter((at) => at > from)
    .toSorted((a, b) => a - b)
    .find((at) => isOver(license, at))
  return end === undefined ? null : dateAt(end - 1, license.timeZone)
}

/** Every instant at which it could come to its end: by a declaration, with its last term, or where what was agreed renews no more. */
function possibleEnds(license: License): readonly Instant[] {
  const termination = earliestTermination(license)
  const last = license.terms.findLast((term) => !isVoid(term))
  return [
    ...(termination === null ? [] : [termination.effectiveAt]),
    ...effectiveObjections(license).map(({ effectiveAt }) => effectiveAt),
    ...(last === undefined ? [] : endsOf(license, last)),
  ]
}

function endsOf(license: License, last: Term): readonly Instant[] {
  const later = license.rules
    .filter(({ from, renewal }) => renewal === 'none' && from > last.startsOn)
    .map(({ from }) => spanAround(license, last, firstMoment(from, license.timeZone)).endsAt)
  return [last.endsAt, last.cutAt, ...later].filter((at) => at !== null)
}
