import { dateAt } from '../license/calendar.ts'
import type { Instant, License } from '../license/license.ts'
import { object, standingObjection } from '../license/objection.ts'
import { Problem } from '../license/problem.ts'
import { waitingTerm } from '../license/start.ts'
import { termAfter } from '../license/terms.ts'
import type { Contact } from '../store/customer.ts'
import { daysFrom, longDay, placeOf } from '../web/day.ts'
import { standingOf } from '../web/standing.ts'
import type { Standing } from '../web/standing.ts'
import { may } from './visit.ts'
import type { GuestVisit } from './visit.ts'

/** What a license says to its customer, a sentence for each question. */
export interface Sentences {
  readonly standing: Standing
  /** What it allows today. */
  readonly allows: string
  /** Until when. */
  readonly until: string
  /** How many days that is; null where nobody counts them. */
  readonly left: string | null
  /** What happens next. */
  readonly next: string
  /** What the customer can do. */
  readonly can: string
  /** Whether this contact can object now. */
  readonly mayObject: boolean
}

export function sentencesOf(
  visit: GuestVisit,
  license: License,
  contacts: readonly Contact[],
): Sentences {
  const standing = standingOf(license, visit.now)
  const effective = objectionNow(visit, license)
  const isOpen = effective !== null && standingObjection(license, 'customer', visit.now) === null
  return {
    standing,
    allows: allowsOf(visit, standing),
    ...untilOf(visit, license, standing),
    next: nextOf(visit, license, standing),
    can: canOf(visit, license, { standing, effective: isOpen ? effective : null, contacts }),
    mayObject: isOpen && may(visit, 'object'),
  }
}

/** The last day that an objection of now would end; null where there is nothing to object to. */
function objectionNow({ guest, now }: GuestVisit, license: License): string | null {
  try {
    const said = { channel: 'portal', declaredBy: null, reason: null, receivedAt: null } as const
    const declaration = { ...said, id: 'obj_0', side: 'customer', by: guest } as const
    return object(license, declaration, now).objection.effectiveOn
  } catch (error) {
    if (error instanceof Problem) return null
    throw error
  }
}

function allowsOf({ words }: GuestVisit, { reason }: Standing): string {
  switch (reason) {
    case null:
      return words.card.allowsFull
    case 'not_started':
      return words.card.allowsNotStarted
    case 'suspended':
      return words.card.allowsSuspended
    case 'ended':
    case 'terminated':
      return words.card.allowsEnded
  }
}

function untilOf(
  { words, language, now }: GuestVisit,
  license: License,
  { reason, lastDay, term, today }: Standing,
): Pick<Sentences, 'until' | 'left'> {
  const text = words.card
  const waiting = waitingTerm(license, now)
  if (reason === 'not_started')
    return {
      until:
        waiting !== null
          ? text.beginsLater(longDay(waiting.startsOn, language))
          : text.begins(longDay(term?.startsOn ?? today, language)),
      left: null,
    }
  if (lastDay === null) return { until: text.perpetual, left: null }
  const day = longDay(lastDay, language)
  if (reason === 'ended' || reason === 'terminated') return { until: text.ended(day), left: null }
  const left = daysFrom(today, lastDay)
  return {
    until: `${reason === 'suspended' ? text.termUntil : text.until} ${text.endOfDay(day, placeOf(license.timeZone))}`,
    left: left < 0 ? null : text.daysLeft(left),
  }
}

function nextOf(
  { words, language, now }: GuestVisit,
  license: License,
  standing: Standing,
): string {
  const text = words.card
  const { reason, term, renews, lastDay } = standing
  if (reason === 'ended' || reason === 'terminated') return text.staysEnded
  if (reason === 'suspended') return text.resumes
  if (waitingTerm(license, now) !== null) return text.daysFromStart
  if (term === null || lastDay === null) return text.nothingEnds
  if (renews) {
    const { endsOn } = termAfter(license, term, 'renewal', now)
    return endsOn === null ? text.nothingEnds : text.renewsTo(longDay(endsOn, language))
  }
  const side = endedBy(license, now)
  if (side === 'customer') return text.objectedByYou
  if (side === 'vendor') return text.objectedByVendor
  return side === 'terminated' ? text.terminated : text.endsByItself
}

/** Whose doing it is that nothing renews. */
function endedBy(license: License, now: Instant): 'customer' | 'vendor' | 'terminated' | null {
  const { objections, terminations } = license
  const set = terminations.find(
    ({ withdrawnAt, closedAt, effectiveAt }) =>
      withdrawnAt === null && closedAt === null && effectiveAt > now,
  )
  const effective = objections
    .filter(
      ({ withdrawnAt, closedAt, effectiveAt }) =>
        withdrawnAt === null && closedAt === null && effectiveAt !== null,
    )
    .toSorted((a, b) => (a.effectiveAt ?? 0) - (b.effectiveAt ?? 0))[0]
  if (set !== undefined && set.effectiveAt < (effective?.effectiveAt ?? Infinity))
    return 'terminated'
  return effective?.side ?? null
}

interface Doing {
  readonly standing: Standing
  /** The end that an objection of now would come to; null where there is none, or one stands. */
  readonly effective: string | null
  readonly contacts: readonly Contact[]
}

function canOf(
  visit: GuestVisit,
  license: License,
  { standing, effective, contacts }: Doing,
): string {
  const { words, language, now } = visit
  const text = words.card
  if (effective === null) {
    const own = standingObjection(license, 'customer', now)
    return own !== null && may(visit, 'sign') ? text.takeBack : text.nothing
  }
  if (!may(visit, 'object')) {
    const names = contacts.filter(({ may: rights }) => rights.includes('object'))
    return names.length === 0
      ? text.nobodyObjects
      : text.mayNotObject(names.map(({ name }) => name).join(', '))
  }
  if (waitingTerm(license, now) !== null) return text.mayObjectEarly
  const { lastObjectionDay, term } = standing
  const inTime = lastObjectionDay !== null && term?.endsOn === effective
  return inTime && lastObjectionDay >= dateAt(now, license.timeZone)
    ? text.mayObject(longDay(lastObjectionDay, language), placeOf(license.timeZone))
    : text.mayObjectLate(longDay(effective, language))
}
