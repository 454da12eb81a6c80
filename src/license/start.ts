import { dateAt, momentAfter, nextDay } from './calendar.ts'
import type { LicenseEvent, Outcome } from './event.ts'
import type { CalendarDate, Instant, License, Objection, Term } from './license.ts'
import { recorded } from './recording.ts'
import { earliestTermination } from './renewal.ts'
import { firstTerm, isVoid, rulesOn, turnsAfter } from './terms.ts'

/** The term that begins by the clock if no activation comes before it; null for a license that has started, or has a day to. */
export function waitingTerm({ terms }: Pick<License, 'terms'>, at: Instant): Term | null {
  return (
    terms.find((term) => term.origin === 'start_by' && term.startsAt > at && !isVoid(term)) ?? null
  )
}

/**
 * Starts a license that waits for its first activation, today in its zone; any other stays as it is, and so does a terminated one.
 * The first term is then reckoned from today, and what stands against its end moves with it.
 */
export function start(license: License, now: Instant): Outcome {
  const at = Math.max(now, license.recordedAt)
  const waiting = waitingTerm(license, at)
  const terminatedAt = earliestTermination(license)?.effectiveAt ?? Infinity
  if (waiting === null || terminatedAt <= at) return { license, events: [] }
  const term = firstTerm(license, dayAt(at, license.timeZone), null, 'issue', at)
  const terms = license.terms.map((each) => (each === waiting ? { ...each, cutAt: at } : each))
  const moved = license.objections.map((each) => movedTo(each, waiting, term))
  const started: LicenseEvent = { type: 'license.started', at, data: { starts_on: term.startsOn } }
  return {
    license: recorded(
      {
        ...license,
        ...movedRules(license, waiting, term, at),
        terms: [...terms, term],
        objections: moved,
      },
      at,
    ),
    events: [
      started,
      ...moved
        .filter((each, n) => each !== license.objections[n])
        .flatMap(({ id, effectiveOn }): LicenseEvent[] =>
          effectiveOn === null
            ? []
            : [{ type: 'objection.moved', at, data: { objection: id, effective_on: effectiveOn } }],
        ),
    ],
  }
}

/** The day of the contract's calendar that an instant lies in, also where a zone's clocks show the day before it twice. */
export function dayAt(instant: Instant, timeZone: string): CalendarDate {
  const date = dateAt(instant, timeZone)
  return instant < momentAfter(date, timeZone) ? date : nextDay(date)
}

/** What was agreed for the term after the first one comes with that term. */
function movedRules(
  license: License,
  waiting: Term,
  term: Term,
  at: Instant,
): Pick<License, 'rules' | 'grants'> {
  const { rules, grants } = license
  const turn = turnsAfter(license, waiting.startsOn).at(-1)
  const grant = grants.findLast(({ from }) => from > waiting.startsAt)
  if (term.endsOn === null || term.endsAt === null) return { rules, grants }
  const from = nextDay(term.endsOn)
  return {
    rules:
      turn === undefined ? rules : [...rules, { ...rulesOn(license, turn), from, recordedAt: at }],
    grants: grant === undefined ? grants : [...grants, { ...grant, from: term.endsAt }],
  }
}

function movedTo(objection: Objection, from: Term, to: Term): Objection {
  const stands = objection.withdrawnAt === null && objection.closedAt === null
  return stands && objection.effectiveOn !== null && objection.effectiveOn === from.endsOn
    ? { ...objection, effectiveOn: to.endsOn, effectiveAt: to.endsAt }
    : objection
}
