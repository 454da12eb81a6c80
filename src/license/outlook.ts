import { firstMoment, nextDay } from './calendar.ts'
import { decideAt } from './facts.ts'
import type { CalendarDate, Instant, License } from './license.ts'
import { isOver } from './over.ts'

/** Whether a license that has not ended will have by the end of a day, as it stands. */
export function endsBy(license: License, day: CalendarDate, now: Instant): boolean {
  const after = Math.max(firstMoment(nextDay(day), license.timeZone), now)
  return !isOver(license, now) && isOver(license, after)
}

/** Whether the term that runs is over by the end of a day, and is followed by another, as it stands. */
export function renewsBy(license: License, day: CalendarDate, now: Instant): boolean {
  const { term, conditions } = decideAt(license, now)
  const turn = term?.endsAt ?? null
  if (turn === null || !conditions.includes('in_term')) return false
  if (turn > firstMoment(nextDay(day), license.timeZone)) return false
  const next = decideAt(license, turn)
  return next.conditions.includes('in_term') && next.term?.startsAt === turn
}
