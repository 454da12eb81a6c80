import { dateBeforeEveryZone, firstMoment, momentAfter, nextDay } from './calendar.ts'
import type { TermFacts } from './decide.ts'
import type { CalendarDate, Instant, License, Period, Rules, Term } from './license.ts'
import { lastDay, lastDayFor, startAround } from './series.ts'

/** The rules that govern a term that begins on this day. */
export function rulesOn(license: Pick<License, 'rules'>, date: CalendarDate): Rules {
  const governing = license.rules.findLast((rules) => rules.from <= date) ?? license.rules[0]
  if (governing === undefined) throw new TypeError('a license has rules')
  return governing
}

/** The days after a date from which other rules govern, in order; terms that begin before them are as they were agreed. */
export function turnsAfter({ rules }: Pick<License, 'rules'>, date: CalendarDate): CalendarDate[] {
  const governing = rules.findLastIndex(({ from }) => from <= date)
  const dates = rules.slice(Math.max(governing, 0) + 1).map(({ from }) => from)
  return [...new Set(dates.filter((from) => from > date))].sort()
}

/** The license with a term more, under the plan that was agreed from it on. */
export function withTerm(license: License, term: Term): License {
  const { plan } = rulesOn(license, term.startsOn)
  const agreed = plan === undefined ? {} : { plan: plan.id, planCode: plan.code }
  return { ...license, ...agreed, terms: [...license.terms, term] }
}

/** A new first term, at the license's issue or reinstatement. An agreed last day takes the place of the length. */
export function firstTerm(
  license: Pick<License, 'rules' | 'timeZone'>,
  startsOn: CalendarDate,
  endsOn: CalendarDate | null,
  origin: 'issue' | 'start_by' | 'reinstatement',
  recordedAt: Instant,
): Term {
  const { timeZone } = license
  const { term, notice, renewal } = rulesOn(license, startsOn)
  const last = endsOn ?? (term === null ? null : lastDay(startsOn, term))
  const span: TermFacts = {
    startsOn,
    endsOn: last,
    startsAt: firstMoment(startsOn, timeZone),
    endsAt: last === null ? null : momentAfter(last, timeZone),
  }
  return termOf(timeZone, span, renewal === 'automatic' ? notice : null, origin, recordedAt)
}

/** The term that follows another one, from the day after its last. An agreed last day takes the place of the length. */
export function termAfter(
  license: Pick<License, 'rules' | 'timeZone'>,
  term: Pick<Term, 'endsOn'>,
  origin: 'renewal' | 'hand',
  recordedAt: Instant,
  endsOn: CalendarDate | null = null,
): Term {
  if (term.endsOn === null) throw new TypeError('nothing follows a perpetual term')
  const { timeZone } = license
  const startsOn = nextDay(term.endsOn)
  const rules = rulesOn(license, startsOn)
  const span = spanFrom(startsOn, laterLength(rules), timeZone)
  const agreed = endsOn === null ? span : { ...span, endsOn, endsAt: momentAfter(endsOn, timeZone) }
  return termOf(timeZone, agreed, laterNotice(rules), origin, recordedAt)
}

/**
 * The days of the term that an instant lies in, among those that follow a term by renewal; the term itself where the instant lies
 * in it or before.
 */
export function spanAround(
  license: Pick<License, 'rules' | 'timeZone'>,
  term: TermFacts,
  at: Instant,
): TermFacts {
  if (term.endsOn === null || term.endsAt === null || at < term.endsAt) return term
  let from = term.endsAt
  let first = nextDay(term.endsOn)
  for (;;) {
    const rules = rulesOn(license, first)
    const length = laterLength(rules)
    // What does not renew by itself has no term after its first.
    if (rules.renewal === 'none') return spanFrom(first, length, license.timeZone)
    const [turn] = turnsAfter(license, first)
    const next = turn === undefined ? null : startFrom(first, length, turn)
    const turnsAt = next === null ? Infinity : firstMoment(next, license.timeZone)
    if (next === null || at < turnsAt) return spanAmong(license, first, from, at)
    from = turnsAt
    first = next
  }
}

/** The term of one length that an instant lies in, among those that follow each other from a first day, which begins `from`. */
function spanAmong(
  license: Pick<License, 'rules' | 'timeZone'>,
  first: CalendarDate,
  from: Instant,
  at: Instant,
): TermFacts {
  const { timeZone } = license
  const length = laterLength(rulesOn(license, first))
  const startsOn = at === from ? first : startNear(first, length, at)
  let span = spanFrom(startsOn, length, timeZone)
  while (at >= span.endsAt) span = spanFrom(nextDay(span.endsOn), length, timeZone)
  return span
}

/** The first day of the first term that begins on a day or after it. */
function startFrom(first: CalendarDate, length: Period, date: CalendarDate): CalendarDate {
  const start = startAround(first, length, date)
  return start === date ? start : nextDay(lastDay(start, length))
}

/** A start at or shortly before an instant: no zone is behind UTC by more than a day, and a zone may show a date twice or never. */
function startNear(first: CalendarDate, length: Period, at: Instant): CalendarDate {
  const date = dateBeforeEveryZone(at)
  return date <= first ? first : startAround(first, length, date)
}

/** The term of {@link spanAround}. One that is not recorded bears the instant at which the one before it ends as its `recordedAt`. */
export function termAround(
  license: Pick<License, 'rules' | 'timeZone'>,
  term: Term,
  at: Instant,
): Term {
  const span = spanAround(license, term, at)
  if (span === term) return term
  const notice = laterNotice(rulesOn(license, span.startsOn))
  return termOf(license.timeZone, span, notice, 'renewal', span.startsAt)
}

/** The last recorded term that begins by the instant; null before the first. */
export function recordedAround(license: Pick<License, 'terms'>, at: Instant): Term | null {
  return license.terms.findLast((term) => term.startsAt <= at && !isVoid(term)) ?? null
}

/** The first recorded term that begins after the instant; null if none is to come. */
export function comingTerm(license: Pick<License, 'terms'>, at: Instant): Term | null {
  let coming: Term | null = null
  for (let n = license.terms.length - 1; n >= 0; n--) {
    const term = license.terms[n]
    if (term === undefined || isVoid(term)) continue
    if (term.startsAt <= at) break
    coming = term
  }
  return coming
}

/** Whether a term was cut before it began: overtaken by an end, or by the first activation. */
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

interface Span extends TermFacts {
  readonly endsOn: CalendarDate
  readonly endsAt: Instant
}

// Every license of a zone, a first day and a length has the same later terms.
const spans = new Map<string, Span>()
const mostSpans = 20_000

function spanFrom(startsOn: CalendarDate, length: Period, timeZone: string): Span {
  const key = `${startsOn}${length}${timeZone}`
  const known = spans.get(key)
  if (known !== undefined) return known
  const endsOn = lastDay(startsOn, length)
  const span = {
    startsOn,
    endsOn,
    startsAt: firstMoment(startsOn, timeZone),
    endsAt: momentAfter(endsOn, timeZone),
  }
  if (spans.size >= mostSpans) spans.clear()
  spans.set(key, span)
  return span
}

function termOf(
  timeZone: string,
  { startsOn, endsOn, startsAt, endsAt }: TermFacts,
  notice: Period | null,
  origin: Term['origin'],
  recordedAt: Instant,
): Term {
  const lastObjectionDay = endsOn === null || notice === null ? null : lastDayFor(notice, endsOn)
  return {
    startsOn,
    endsOn,
    startsAt,
    endsAt,
    lastObjectionDay,
    deadline: lastObjectionDay === null ? null : momentAfter(lastObjectionDay, timeZone),
    recordedAt,
    cutAt: null,
    origin,
  }
}
