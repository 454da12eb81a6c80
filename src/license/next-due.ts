import { daysLater, momentAt } from './calendar.ts'
import type { Instant, License, Term } from './license.ts'
import { presetOf } from './presets/catalog.ts'
import { earliestTermination, renewsAfter } from './renewal.ts'
import { isVoid, rulesOn } from './terms.ts'

/** The next instant at which the clock makes something true that is to be recorded; null if it never will. */
export function nextDue(license: License): Instant | null {
  const over = earliestTermination(license)?.effectiveAt ?? Infinity
  const instants = [
    ...termDues(license).filter((at) => at <= over),
    ...license.suspensions.filter(({ from, to }) => to !== from).map(({ from }) => from),
    ...lapsesOf(license),
    ...(over === Infinity ? [] : [over]),
  ]
  const next = Math.min(...instants.filter((at) => at > license.settledAt))
  return next === Infinity ? null : next
}

/** When proposals lapse that nobody has answered. */
function lapsesOf({ proposals }: License): readonly Instant[] {
  return proposals.flatMap(({ lapsesAt, answeredAt }) =>
    lapsesAt === null || answeredAt !== null ? [] : [lapsesAt],
  )
}

/** When people are reminded, and how many days before a term's last objection day that is. */
export interface Reminder {
  readonly at: Instant
  readonly days: number
}

/** The reminders before a term's last objection day, in order; none at or before its start. */
export function remindersOf(license: License, term: Term): readonly Reminder[] {
  const { lastObjectionDay, startsOn, startsAt } = term
  if (lastObjectionDay === null) return []
  const { timeZone } = license
  const { preset } = rulesOn(license, startsOn)
  const key = `${lastObjectionDay}${startsAt}${preset}${timeZone}`
  const known = reminders.get(key)
  if (known !== undefined) return known
  const { reminderDays, reminderTime } = presetOf(preset)
  const found = reminderDays
    .map((days) => ({ day: daysLater(lastObjectionDay, -days), days }))
    .filter(({ day }) => day >= startsOn)
    .map(({ day, days }) => ({ at: momentAt(day, reminderTime, timeZone), days }))
    .filter(({ at }) => at > startsAt)
  if (reminders.size >= mostReminders) reminders.clear()
  reminders.set(key, found)
  return found
}

// Terms of the same days in the same zone have the same reminders, and each is asked for them again and again.
const reminders = new Map<string, readonly Reminder[]>()
const mostReminders = 5000

/** What the terms that are not over bring with them; the last ones alone are looked at. */
function termDues(license: License): readonly Instant[] {
  const dues: Instant[] = []
  let next: Term | null = null
  for (let n = license.terms.length - 1; n >= 0; n--) {
    const term: Term | undefined = license.terms[n]
    if (term === undefined || isVoid(term)) continue
    const { startsAt, endsAt, cutAt } = term
    if ((endsAt ?? Infinity) <= license.settledAt) break
    const ends = endsAt === null || next?.startsAt === endsAt ? [] : [endsAt]
    const told = next === null ? toldAt(license, term) : []
    dues.push(...[startsAt, ...told, ...ends].filter((at) => at < (cutAt ?? Infinity)))
    next = term
  }
  return dues
}

/** When people are told: only of a term that is to renew, and while the renewal is not certain yet. */
function toldAt(license: License, term: Term): readonly Instant[] {
  const { deadline } = term
  if (deadline === null || deadline <= license.settledAt || !renewsAfter(license, term)) return []
  return [...remindersOf(license, term).map(({ at }) => at), deadline]
}
