import { dateAt, firstMoment, momentAfter, nextDay } from './calendar.ts'
import type { CalendarDate, Instant, License, Period, Rules, Term } from './license.ts'
import { lastDay, lastDayFor, startAround } from './series.ts'

/** The rules that govern a term that begins on this day. */
export function rulesOn(license: Pick<License, 'rules'>, date: CalendarDate): Rules {
  const governing = license.rules.findLast((rules) => rules.from <= date) ?? license.rules[0]
  if (governing === undefined) throw new TypeError('a license has rules')
  return governing
}

/** A new first term, at the license's issue or reinstatement. An agreed last day takes the place of the length. */
export function firstTerm(
  license: Pick<License, 'rules' | 'timeZone'>,
  startsOn: CalendarDate,
  endsOn: CalendarDate | null,
  origin: 'issue' | 'reinstatement',
  recordedAt: Instant,
): Term {
  const { term, notice, renewal } = rulesOn(license, startsOn)
  const last = endsOn ?? (term === null ? null : lastDay(startsOn, term))
  return termOf(
    license.timeZone,
    startsOn,
    last,
    renewal === 'automatic' ? notice : null,
    origin,
    recordedAt,
  )
}

/** The term that follows another one, from the day after its last. An agreed last day takes the place of the length. */
export function termAfter(
  license: Pick<License, 'rules' | 'timeZone'>,
  term: Term,
  origin: 'renewal' | 'hand',
  recordedAt: Instant,
  endsOn: CalendarDate | null = null,
): Term {
  if (term.endsOn === null) throw new TypeError('nothing follows a perpetual term')
  const startsOn = nextDay(term.endsOn)
  const rules = rulesOn(license, startsOn)
  const last = endsOn ?? lastDay(startsOn, laterLength(rules))
  return termOf(license.timeZone, startsOn, last, laterNotice(rules), origin, recordedAt)
}

/**
 * The term that an instant lies in, among those that follow a term by renewal; the term itself where the instant lies in it.
 * A following term that is not recorded yet bears the instant at which the one before it ends as its `recordedAt`.
 */
export function termAround(
  license: Pick<License, 'rules' | 'timeZone'>,
  term: Term,
  at: Instant,
): Term {
  if (term.endsOn === null || term.endsAt === null || at < term.endsAt) return term
  const { timeZone } = license
  const first = nextDay(term.endsOn)
  const rules = rulesOn(license, first)
  const date = dateAt(at, timeZone)
  let startsOn = startAround(first, laterLength(rules), date < first ? first : date)
  // Where a zone sets its clocks back over midnight, a day's date is seen again after the next day's first moment.
  if (at >= momentAfter(lastDay(startsOn, laterLength(rules)), timeZone))
    startsOn = nextDay(lastDay(startsOn, laterLength(rules)))
  const startsAt = firstMoment(startsOn, timeZone)
  return termOf(
    timeZone,
    startsOn,
    lastDay(startsOn, laterLength(rules)),
    laterNotice(rules),
    'renewal',
    startsAt,
  )
}

/** The last recorded term that begins by the instant; null before the first. */
export function recordedAround(license: Pick<License, 'terms'>, at: Instant): Term | null {
  return license.terms.findLast((term) => term.startsAt <= at && !isVoid(term)) ?? null
}

/** Whether a term was cut before it began: recorded by hand, and then overtaken by an end. */
export function isVoid({ startsAt, cutAt }: Pick<Term, 'startsAt' | 'cutAt'>): boolean {
  return cutAt !== null && cutAt <= startsAt
}

function laterLength({ renewalTerm }: Rules): Period {
  if (renewalTerm === null) throw new TypeError('nothing follows a perpetual term')
  return renewalTerm
}

function laterNotice({ renewal, renewalNotice }: Rules): Period | null {
  return renewal === 'automatic' ? renewalNotice : null
}

function termOf(
  timeZone: string,
  startsOn: CalendarDate,
  endsOn: CalendarDate | null,
  notice: Period | null,
  origin: Term['origin'],
  recordedAt: Instant,
): Term {
  const lastObjectionDay = endsOn === null || notice === null ? null : lastDayFor(notice, endsOn)
  return {
    startsOn,
    endsOn,
    startsAt: firstMoment(startsOn, timeZone),
    endsAt: endsOn === null ? null : momentAfter(endsOn, timeZone),
    lastObjectionDay,
    deadline: lastObjectionDay === null ? null : momentAfter(lastObjectionDay, timeZone),
    recordedAt,
    cutAt: null,
    origin,
  }
}
