import type { License, Term } from '../license/license.ts'
import { currentTerm } from '../license/objection-day.ts'
import { waitingTerm } from '../license/start.ts'
import { rulesOn, termAfter } from '../license/terms.ts'
import { longDay, placeOf } from '../web/day.ts'
import { lengthInWords } from './length-field.tsx'
import type { StaffVisit } from './visit.ts'

/** What will come of a license if nobody declares anything: its first days in one line, then what follows from them. */
export interface Prospect {
  readonly when: string
  readonly means: readonly string[]
}

export function prospectOf(visit: StaffVisit, license: License): Prospect {
  const { words, language, now } = visit
  const text = words.prospect
  const [first] = license.terms
  if (first === undefined) throw new TypeError('a license has a term')
  const day = (date: string): string => longDay(date, language)
  if (waitingTerm(license, now) !== null)
    return {
      when: text.startsBy(day(first.startsOn)),
      means: [lengthOfFirst(visit, license), ...renewalOf(visit, license, null)],
    }
  if (first.endsOn === null)
    return { when: text.withoutEnd(day(first.startsOn)), means: [text.perpetual] }
  const term = currentTerm(license, now) ?? first
  const place = placeOf(license.timeZone)
  const isOver = term.endsAt !== null && term.endsAt <= now
  return {
    when: text.term(day(term.startsOn), day(term.endsOn ?? term.startsOn), place),
    means: [
      ...(license.terms.length > 1 ? [text.passed(license.terms.length - 1)] : []),
      ...(isOver ? [text.over] : renewalOf(visit, license, term)),
    ],
  }
}

function lengthOfFirst(visit: StaffVisit, license: License): string {
  const { term } = rulesOn(license, license.terms[0]?.startsOn ?? '')
  const text = visit.words.prospect
  return term === null ? text.perpetual : text.firstTerm(lengthInWords(visit, term))
}

/**
 * The last objection day and what follows without an objection; or that the license does not renew.
 *
 * @param term the one that renews; null where its days are not known yet.
 */
function renewalOf(visit: StaffVisit, license: License, term: Term | null): readonly string[] {
  const { words, language } = visit
  const text = words.prospect
  const [first] = license.terms
  const rules = rulesOn(license, (term ?? first)?.startsOn ?? '')
  if (rules.term === null) return []
  if (rules.renewal === 'none') return [text.doesNotRenew]
  const length = lengthInWords(visit, rules.renewalTerm ?? rules.term)
  if (term === null) return [text.renewsBy(length)]
  if (term.lastObjectionDay === null || term.endsOn === null) return []
  const next = termAfter(license, term, 'renewal', visit.now)
  const day = (date: string): string => longDay(date, language)
  return [
    text.objection(day(term.lastObjectionDay)),
    text.renews(length, day(next.endsOn ?? next.startsOn)),
    ...(next.lastObjectionDay === null ? [] : [text.nextObjection(day(next.lastObjectionDay))]),
  ]
}
