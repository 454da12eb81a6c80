import { daysLater, momentAt } from './calendar.ts'
import type { Instant, License, Term } from './license.ts'
import { presetOf } from './presets/catalog.ts'
import { earliestTermination, renewsAfter } from './renewal.ts'
import { isVoid, rulesOn } from './terms.ts'

/** The next instant at which the clock makes something true that is to be recorded; null if it never will. */
export function nextDue(license: License): Instant | null {
  const over = earliestTermination(license)?.effectiveAt ?? Infinity
  const terms = license.terms.filter((term) => !isVoid(term))
  const instants = [
    ...terms.flatMap((term, n) => termDues(license, term, terms[n + 1])).filter((at) => at <= over),
    ...license.suspensions.filter(({ from, to }) => to !== from).map(({ from }) => from),
    ...(over === Infinity ? [] : [over]),
  ]
  const next = Math.min(...instants.filter((at) => at > license.settledAt))
  return next === Infinity ? null : next
}

/** The reminders before a term's last objection day, in order; none at or before its start. */
export function remindersOf(
  license: License,
  term: Term,
): readonly { readonly at: Instant; readonly days: number }[] {
  const { lastObjectionDay } = term
  if (lastObjectionDay === null) return []
  const { reminderDays, reminderTime } = presetOf(rulesOn(license, term.startsOn).preset)
  return reminderDays
    .map((days) => ({
      at: momentAt(daysLater(lastObjectionDay, -days), reminderTime, license.timeZone),
      days,
    }))
    .filter(({ at }) => at > term.startsAt)
}

function termDues(license: License, term: Term, next: Term | undefined): readonly Instant[] {
  if ((term.endsAt ?? Infinity) <= license.settledAt) return []
  const ends = term.endsAt === null || next?.startsAt === term.endsAt ? [] : [term.endsAt]
  const told =
    next === undefined && term.deadline !== null && renewsAfter(license, term)
      ? [...remindersOf(license, term).map(({ at }) => at), term.deadline]
      : []
  return [term.startsAt, ...told, ...ends].filter((at) => at < (term.cutAt ?? Infinity))
}
