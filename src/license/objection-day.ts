import { decideAt, termShown } from './facts.ts'
import type { CalendarDate, Instant, License, Term } from './license.ts'
import { earliestTermination } from './renewal.ts'
import { isVoid } from './terms.ts'

/** Until when an objection is in time: the day for people, the first moment too late for machines. */
export interface ObjectionDay {
  readonly lastDay: CalendarDate
  readonly deadline: Instant
}

/** The term that a license shows: the running one, else the first to come, else the last; after an objection took effect, the ended one. */
export function currentTerm(license: License, now: Instant): Term | null {
  const isRunning = decideAt(license, now).conditions.includes('in_term')
  const toCome = license.terms.find((term) => term.startsAt > now && !isVoid(term))
  return isRunning || toCome === undefined ? termShown(license, now) : toCome
}

/** The last objection day of the term that a license shows; null where nothing renews: perpetual, `none`, ended, terminated before the end. */
export function objectionDay(license: License, now: Instant): ObjectionDay | null {
  const term = currentTerm(license, now)
  if (
    term === null ||
    term.lastObjectionDay === null ||
    term.deadline === null ||
    term.endsAt === null
  )
    return null
  const over = Math.min(
    earliestTermination(license)?.effectiveAt ?? Infinity,
    term.cutAt ?? Infinity,
  )
  if (over <= term.endsAt || term.endsAt <= now) return null
  return { lastDay: term.lastObjectionDay, deadline: term.deadline }
}
