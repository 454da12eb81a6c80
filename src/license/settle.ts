import { dateAt } from './calendar.ts'
import { exportOnly } from './capability.ts'
import type { LicenseEvent, Outcome } from './event.ts'
import { decideAt } from './facts.ts'
import type { Instant, License, Term } from './license.ts'
import { nextDue, remindersOf } from './next-due.ts'
import { earliestTermination, renewsAfter } from './renewal.ts'
import { comingTerm, isVoid, recordedAround, termAfter, withTerm } from './terms.ts'

/**
 * Records what the clock has made true up to an instant, in order: starts, reminders, deadlines, renewals and endings. It draws
 * conclusions into records and never changes an answer; doing it twice does nothing.
 *
 * @param mostTerms how many terms it records at most; what is left stays due.
 */
export function settle(license: License, now: Instant, mostTerms: number = Infinity): Outcome {
  const events: LicenseEvent[] = []
  const bound = license.terms.length + mostTerms
  let settled = license
  for (;;) {
    const due = nextDue(settled)
    if (due === null || due > now) break
    if (settled.terms.length >= bound) return { license: settled, events }
    const step = pass(settled, due, now)
    settled = { ...step.license, settledAt: due }
    if (step.events.length > 0)
      settled = { ...settled, recordedAt: Math.max(now, settled.recordedAt) }
    events.push(...step.events)
  }
  return now > settled.settledAt
    ? { license: { ...settled, settledAt: now }, events }
    : { license: settled, events }
}

/** All that becomes true at one instant, in the order of the law: starts, pauses, proposals that lapse, deadlines, ends. */
function pass(license: License, at: Instant, now: Instant): Outcome {
  const { terms, suspensions, proposals } = license
  const events: LicenseEvent[] = []
  const beginning = recordedAround(license, at)
  if (beginning?.startsAt === at && isBeginning(terms, at))
    events.push({ type: 'license.started', at, data: { starts_on: beginning.startsOn } })
  for (const { id, from, to } of suspensions)
    if (from === at && to !== from)
      events.push({ type: 'license.suspended', at, data: { suspension: id } })
  for (const { id, side, lapsesAt, answeredAt } of proposals)
    if (lapsesAt === at && answeredAt === null)
      events.push({ type: 'proposal.lapsed', at, data: { proposal: id, side } })
  if (earliestTermination(license)?.effectiveAt === at && !isOver(license, at - 1))
    events.push(downgraded(license, 'terminated', at))
  const ending = terms.findLast((term) => !isVoid(term) && term.startsAt < at)
  if (ending === undefined) return { license, events }
  events.push(...told(license, ending, at, now))
  if (ending.endsAt !== at || ending.cutAt !== null) return { license, events }
  const end = atEnd(license, ending, at, now)
  return { license: end.license, events: [...events, ...end.events] }
}

/** A term begins something where it follows none: it is the first, or comes after a gap. */
function isBeginning(terms: readonly Term[], at: Instant): boolean {
  return !terms.some(({ endsAt, cutAt }) => endsAt === at && cutAt === null)
}

/** Whether it had come to its end already, so that a termination set for later ends nothing. */
function isOver(license: License, at: Instant): boolean {
  return decideAt(license, at).conditions.includes('ended') && comingTerm(license, at) === null
}

/** Reminders and the passing of the deadline. Of several missed reminders only the last goes out, and only before the deadline. */
function told(license: License, term: Term, at: Instant, now: Instant): LicenseEvent[] {
  const { deadline, endsOn, lastObjectionDay } = term
  if (
    deadline === null ||
    endsOn === null ||
    lastObjectionDay === null ||
    !renewsAfter(license, term)
  )
    return []
  if (at === deadline) return [{ type: 'renewal.certain', at, data: { ends_on: endsOn } }]
  const last = remindersOf(license, term).findLast((reminder) => reminder.at <= now)
  if (last === undefined || last.at !== at || deadline <= now) return []
  return [{ type: 'renewal.reminder', at, data: { last_day: lastObjectionDay, days: last.days } }]
}

function atEnd(license: License, ending: Term, at: Instant, now: Instant): Outcome {
  if (license.terms.at(-1) !== ending) {
    const follows = license.terms.some((term) => !isVoid(term) && term.startsAt === at)
    return { license, events: follows ? [] : [downgraded(license, 'ended', at)] }
  }
  if (!renewsAfter(license, ending)) {
    const terminated = earliestTermination(license)
    const over = terminated !== null && terminated.effectiveAt <= at
    return { license, events: over ? [] : [downgraded(license, 'ended', at)] }
  }
  const term = termAfter(license, ending, 'renewal', Math.max(now, license.recordedAt))
  const after = withTerm(license, term)
  if (term.endsAt !== at) return { license: after, events: [renewed(term)] }
  // Where a zone leaves a whole day out, a term of that day is over as it begins.
  const rest = atEnd(after, term, at, now)
  return { license: rest.license, events: [renewed(term), ...rest.events] }
}

/** The event of a renewal. */
export function renewed({ startsOn, endsOn, startsAt, lastObjectionDay }: Term): LicenseEvent {
  if (endsOn === null) throw new TypeError('a renewed term ends')
  return {
    type: 'license.renewed',
    at: startsAt,
    data: { starts_on: startsOn, ends_on: endsOn, last_day: lastObjectionDay },
  }
}

/** The event of an ending: what was allowed the moment before, and what is from now on. */
export function downgraded(
  license: License,
  reason: 'ended' | 'terminated',
  at: Instant,
): LicenseEvent {
  return {
    type: 'license.downgraded',
    at,
    data: {
      reason,
      on: dateAt(at - 1, license.timeZone),
      before: decideAt(license, at - 1).capabilities,
      after: exportOnly,
    },
  }
}
