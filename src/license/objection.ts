import { dateAt, inUtc } from './calendar.ts'
import type { Actor } from './actor.ts'
import type { LicenseEvent, Outcome } from './event.ts'
import { decideAt } from './facts.ts'
import type { Channel, Instant, License, Objection, ObjectionId, Side, Term } from './license.ts'
import { isOver } from './over.ts'
import { presetOf } from './presets/catalog.ts'
import { Problem, unfit } from './problem.ts'
import { recorded } from './recording.ts'
import { earliestTermination } from './renewal.ts'
import { downgraded } from './settle.ts'
import { isVoid, rulesOn, termAfter } from './terms.ts'
import { workingDayInstead } from './working-day.ts'

/** One side's word that the license is not to renew, as it reaches the server. */
export interface Declaration {
  readonly id: ObjectionId
  readonly side: Side
  readonly channel: Channel
  readonly declaredBy: string | null
  readonly reason: string | null
  /** When the other side received it, if not at once; null for now, and for a letter or an e-mail on its way. */
  readonly receivedAt: Instant | null
  readonly by: Actor
}

/** The objection that stands now; the same one where one of that side stood already. */
export interface Objected extends Outcome {
  readonly objection: Objection
}

/**
 * Records an objection to the renewal. It is effective at the first end of a term whose deadline lies after its receipt: never
 * lost by being late. Of each side one stands; objecting again answers with it, or counts as the receipt of its letter, or takes
 * its place where it was received in time for an earlier end.
 *
 * @param now the request's own instant: waiting for the lock counts against nobody.
 * @throws Problem nothing-renews where no term would follow anyway; forbidden, unfit for a receipt that may not be set so.
 */
export function object(license: License, declaration: Declaration, now: Instant): Objected {
  checkReceipt(declaration, now)
  const travels = declaration.channel === 'letter' || declaration.channel === 'email'
  const received = declaration.receivedAt ?? (travels ? null : now)
  const standing = standingObjection(license, declaration.side, now)
  if (standing === null) return declared(license, declaration, received, now)
  if (received === null) return { license, events: [], objection: standing }
  if (standing.receivedAt === null) return withReceipt(license, standing, received, now)
  if (!endsEarlier(license, standing, received, now))
    return { license, events: [], objection: standing }
  const closed = { ...standing, closedAt: Math.max(now, license.recordedAt) }
  const objections = license.objections.map((each) => (each === standing ? closed : each))
  return declared({ ...license, objections }, declaration, received, now)
}

/** Whether what is received now came in time for an earlier end than what stands: nobody is bound to a term that he objected to in time. */
function endsEarlier(
  license: License,
  standing: Objection,
  received: Instant,
  now: Instant,
): boolean {
  if (standing.receivedAt === null || received >= standing.receivedAt) return false
  const { term } = targetOf(license, received, Math.max(now, license.recordedAt))
  return (term.endsOn ?? '') < (standing.effectiveOn ?? '')
}

function declared(
  license: License,
  declaration: Declaration,
  received: Instant | null,
  now: Instant,
): Objected {
  const recordedAt = Math.max(now, license.recordedAt)
  const { id, side, channel, declaredBy, reason, by } = declaration
  const words = { id, side, channel, declaredBy, reason, recordedAt, recordedBy: by.id }
  const onItsWay: Objection = { ...words, ...noEffectYet }
  const objection =
    received === null ? onItsWay : effective(license, onItsWay, received, recordedAt)
  if (received === null) targetOf(license, now, recordedAt)
  const after = withObjection(license, objection, recordedAt)
  return {
    license: after,
    events: [objected(objection), ...endedBy(license, objection, recordedAt)],
    objection,
  }
}

const noEffectYet = {
  receivedAt: null,
  receiptRecordedAt: null,
  timely: null,
  effectiveOn: null,
  effectiveAt: null,
  review: null,
  withdrawnAt: null,
  closedAt: null,
} as const

/**
 * Records the receipt of a letter on its way: from it on it has its effect.
 *
 * @throws Problem no-objection, not-on-its-way, nothing-renews; forbidden, unfit for a receipt that may not be set so.
 */
export function receive(
  license: License,
  receipt: Pick<Declaration, 'side' | 'receivedAt' | 'reason' | 'by'>,
  now: Instant,
): Objected {
  const standing = standingObjection(license, receipt.side, now)
  if (standing === null) throw new Problem('no-objection', { side: receipt.side })
  checkReceipt(receipt, now)
  const received = receipt.receivedAt ?? now
  if (standing.receivedAt === null) return withReceipt(license, standing, received, now)
  if (receipt.receivedAt !== null && receipt.receivedAt !== standing.receivedAt)
    throw new Problem('not-on-its-way', { received_at: inUtc(standing.receivedAt) })
  return { license, events: [], objection: standing }
}

/** The side's objection that stands: neither withdrawn nor closed, and not yet come to its end; null if none. */
export function standingObjection(license: License, side: Side, now: Instant): Objection | null {
  const at = Math.max(now, license.recordedAt)
  return (
    license.objections.find(
      (each) =>
        each.side === side &&
        each.withdrawnAt === null &&
        each.closedAt === null &&
        (each.effectiveAt === null || each.effectiveAt > at),
    ) ?? null
  )
}

/** A receipt is never later than the request, and an earlier one takes an admin and a reason, or is a fresh one of the customer's. */
function checkReceipt(
  { side, receivedAt, reason, by }: Pick<Declaration, 'side' | 'receivedAt' | 'reason' | 'by'>,
  now: Instant,
): void {
  if (receivedAt === null || receivedAt === now) return
  if (receivedAt > now)
    throw unfit(
      '/received_at',
      'A receipt lies in the past, or is left out while the letter is on its way.',
    )
  const recent = side === 'customer' && now - receivedAt <= 24 * hour
  if (recent && (by.role === 'support' || by.role === 'admin')) return
  if (by.role !== 'admin')
    throw new Problem('forbidden', { needs: 'admin', why: 'received_at lies before this request' })
  if (reason === null) throw unfit('/reason', 'Say why the receipt is recorded later than it was.')
}

const hour = 3_600_000

function withReceipt(
  license: License,
  standing: Objection,
  received: Instant,
  now: Instant,
): Objected {
  const recordedAt = Math.max(now, license.recordedAt)
  const objection = effective(license, standing, received, recordedAt)
  const after = withObjection(license, objection, recordedAt)
  const { id, side, effectiveOn } = objection
  if (effectiveOn === null) throw new TypeError('a received objection is effective')
  const data = { objection: id, side, received_at: inUtc(received), effective_on: effectiveOn }
  const event: LicenseEvent = { type: 'objection.received', at: recordedAt, data }
  return { license: after, events: [event, ...endedBy(license, objection, recordedAt)], objection }
}

function effective(
  license: License,
  objection: Objection,
  received: Instant,
  recordedAt: Instant,
): Objection {
  const { term, timely, before } = targetOf(license, received, recordedAt)
  if (term.endsAt === null) throw new TypeError('what renews has an end')
  return {
    ...objection,
    receivedAt: received,
    receiptRecordedAt: recordedAt,
    timely,
    effectiveOn: term.endsOn,
    effectiveAt: Math.max(term.endsAt, recordedAt),
    review:
      before !== null && isReviewed(license, before, received)
        ? 'last_day_not_a_working_day'
        : null,
  }
}

interface Target {
  readonly term: Term
  readonly timely: boolean
  /** The term whose deadline was missed by it; null if none was. */
  readonly before: Term | null
}

/** The term that an objection received at an instant ends. */
function targetOf(license: License, received: Instant, recordedAt: Instant): Target {
  const terms = sinceReinstated(license, received)
  const running = terms.findLastIndex(({ startsAt }) => startsAt <= received)
  // A term that does not renew by itself can be followed by one that does, where that was agreed.
  const ran = terms.slice(Math.max(running, 0)).find(({ deadline }) => deadline !== null)
  if (ran === undefined || ran.deadline === null || isOver(license, recordedAt))
    throw nothingRenews(license)
  const timely = received < ran.deadline
  const place = terms.indexOf(ran)
  const term = timely ? ran : (terms[place + 1] ?? termAfter(license, ran, 'renewal', recordedAt))
  const termination = earliestTermination(license)?.effectiveAt ?? Infinity
  if (term.deadline === null || term.endsAt === null || termination <= term.endsAt)
    throw nothingRenews(license)
  return { term, timely, before: timely ? (terms[place - 1] ?? null) : ran }
}

/** The terms of the license since it began, or began anew: what was said about an earlier run of it does not touch a later one. */
function sinceReinstated(license: License, received: Instant): readonly Term[] {
  const terms = license.terms.filter((term) => !isVoid(term))
  const again = terms.findLastIndex(({ origin }) => origin === 'reinstatement')
  if (received < (terms[again]?.recordedAt ?? -Infinity)) throw nothingRenews(license)
  return terms.slice(Math.max(again, 0))
}

function nothingRenews({ id }: License): Problem {
  return new Problem('nothing-renews', { license: id })
}

/** Without a notice period, a last day that is no working day may count as the next working day (§ 193 BGB): a person looks. */
function isReviewed(license: License, before: Term, received: Instant): boolean {
  if (before.lastObjectionDay === null || before.lastObjectionDay !== before.endsOn) return false
  const { country } = presetOf(rulesOn(license, before.startsOn).preset)
  return workingDayInstead(before.lastObjectionDay, country) === dateAt(received, license.timeZone)
}

/** Puts the objection into its place, and cuts the renewed term that it comes too late to prevent. */
function withObjection(license: License, objection: Objection, recordedAt: Instant): License {
  const { effectiveAt, effectiveOn } = objection
  const known = license.objections.some(({ id }) => id === objection.id)
  const objections = known
    ? license.objections.map((each) => (each.id === objection.id ? objection : each))
    : [...license.objections, objection]
  const late = effectiveAt !== null && effectiveAt <= recordedAt
  const isCut = (term: Term): boolean =>
    late &&
    !isVoid(term) &&
    term.startsOn > (effectiveOn ?? '') &&
    (term.endsAt === null || term.endsAt > effectiveAt)
  const terms = license.terms.map((term) => (isCut(term) ? { ...term, cutAt: effectiveAt } : term))
  return recorded({ ...license, objections, terms }, recordedAt)
}

function objected({
  id,
  side,
  channel,
  receivedAt,
  effectiveOn,
  recordedAt,
  declaredBy,
  reason,
}: Objection): LicenseEvent {
  const received_at = receivedAt === null ? null : inUtc(receivedAt)
  return {
    type: 'license.objected',
    at: recordedAt,
    data: { objection: id, side, channel, received_at, effective_on: effectiveOn },
    personal: {
      ...(declaredBy === null ? {} : { declared_by: declaredBy }),
      ...(reason === null ? {} : { reason }),
    },
  }
}

/** What was recorded after the turn ends the license at once; what was recorded before it, the clock will. */
function endedBy(before: License, { effectiveAt }: Objection, recordedAt: Instant): LicenseEvent[] {
  if (effectiveAt === null || effectiveAt > recordedAt) return []
  if (decideAt(before, recordedAt).conditions.includes('ended')) return []
  return [downgraded(before, 'ended', effectiveAt)]
}
