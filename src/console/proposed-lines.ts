import { amend, memberNames } from '../license/amendment.ts'
import type { CalendarDate, License } from '../license/license.ts'
import { standingObjection } from '../license/objection.ts'
import { Problem } from '../license/problem.ts'
import type { Asked } from '../license/proposal.ts'
import { longDay, placeOf } from '../web/day.ts'
import { amendedLines, beginsOn, shownMembers } from './amendment-fields.tsx'
import type { StaffVisit } from './visit.ts'

type Amending = Extract<Asked, { kind: 'amendment' }>

/** What would be otherwise once it is accepted, and what is accepted with it: a line each. */
export function proposedLines(
  visit: StaffVisit,
  license: License,
  asked: Asked,
): readonly string[] {
  const text = visit.words.proposals
  if (asked.kind === 'withdrawal') return [takenBack(visit, license, asked)]
  const { agreement } = asked
  return [
    changeLine(visit, license, asked),
    ...(agreement === null ? [] : [text.paper(agreement.title, agreement.version)]),
  ]
}

function changeLine(visit: StaffVisit, license: License, { amendment }: Amending): string {
  const text = visit.words.proposals
  const others = memberNames(amendment.changes).filter((name) => !shownMembers.includes(name))
  const lines = [
    ...amendedLines(visit, license, amendment),
    ...(others.length === 0 ? [] : [text.others(others.join(', '))]),
  ]
  return `${beginning(visit, license, amendment)}: ${lines.join(' · ')}`
}

function beginning(
  { words, language, now }: StaffVisit,
  license: License,
  amendment: Amending['amendment'],
): string {
  const text = words.proposals
  if (amendment.from === 'now') return text.fromNow
  const day = firstDayOf(license, amendment, now)
  return day === null
    ? text.fromNextTerm
    : text.fromDay(longDay(day, language), placeOf(license.timeZone))
}

/** Null where it cannot be agreed any more. */
function firstDayOf(
  license: License,
  amendment: Amending['amendment'],
  now: number,
): CalendarDate | null {
  try {
    return beginsOn(license, amend(license, { ...amendment, agreement: null }, now).license)
  } catch (error) {
    if (error instanceof Problem) return null
    throw error
  }
}

function takenBack(
  { words, language, now }: StaffVisit,
  license: License,
  { side, objection }: Extract<Asked, { kind: 'withdrawal' }>,
): string {
  const text = words.proposals
  const { effectiveOn = null } = license.objections.find(({ id }) => id === objection) ?? {}
  const other = standingObjection(license, side === 'vendor' ? 'customer' : 'vendor', now)
  if (other !== null) return text.otherStands[side]
  return effectiveOn === null
    ? text.takenBackOnItsWay[side]
    : text.takenBack[side](longDay(effectiveOn, language))
}
