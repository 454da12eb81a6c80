import type { Instant, License, Objection, Term } from './license.ts'

/**
 * The license as it was known at an instant: only what had been recorded by then. Before its creation it is known as it was
 * created, terms that had passed included. What is recorded later never changes what was true.
 */
export function asOf(license: License, at: Instant): License {
  if (at >= license.recordedAt) return license
  const then = Math.max(at, license.createdAt)
  return {
    ...license,
    rules: license.rules.filter(isKnownAt(then)),
    terms: license.terms.filter(isKnownAt(then)).map((term) => termAt(license, term, then)),
    objections: license.objections
      .filter(isKnownAt(then))
      .map((objection) => objectionAt(license, objection, then)),
    suspensions: license.suspensions.filter(isKnownAt(then)).map((each) => ({
      ...each,
      to: each.liftedAt === null || each.liftedAt > then ? null : each.to,
    })),
    terminations: license.terminations.filter(isKnownAt(then)).map((each) => ({
      ...each,
      withdrawnAt: ifKnown(each.withdrawnAt, then),
      closedAt: ifKnown(each.closedAt, then),
    })),
  }
}

function isKnownAt(then: Instant): (fact: { readonly recordedAt: Instant }) => boolean {
  return ({ recordedAt }) => recordedAt <= then
}

function ifKnown(instant: Instant | null, then: Instant): Instant | null {
  return instant !== null && instant > then ? null : instant
}

/** A late objection cuts at the instant of its recording; a reinstatement records the end that lies before it. */
function termAt({ terms, objections }: License, term: Term, then: Instant): Term {
  const { cutAt } = term
  if (cutAt === null) return term
  if (isOvertaken(term)) return cutAt <= then ? term : { ...term, cutAt: null }
  // One that was closed before the term came can share its instant, and cut nothing of it.
  const byObjection = objections.some(
    ({ receiptRecordedAt, effectiveAt, closedAt }) =>
      receiptRecordedAt === cutAt &&
      effectiveAt === cutAt &&
      (closedAt === null || closedAt > term.recordedAt),
  )
  const place = terms.indexOf(term)
  const again = terms.find(({ origin }, n) => origin === 'reinstatement' && n > place)
  const cutRecordedAt = byObjection ? cutAt : (again?.recordedAt ?? cutAt)
  return cutRecordedAt <= then ? term : { ...term, cutAt: null }
}

/** Whether the first activation came before the last day to start on: the cut is then its recording. */
function isOvertaken({ origin, startsAt, cutAt }: Term): boolean {
  return origin === 'start_by' && cutAt !== null && cutAt < startsAt
}

function objectionAt({ terms }: License, objection: Objection, then: Instant): Objection {
  const { receiptRecordedAt, withdrawnAt, closedAt } = objection
  const waiting = terms.find((term) => isOvertaken(term) && (term.cutAt ?? 0) > then)
  const isOnItsWay = receiptRecordedAt !== null && receiptRecordedAt > then
  return {
    ...objection,
    ...(waiting !== undefined &&
      objection.effectiveOn !== null && {
        effectiveOn: waiting.endsOn,
        effectiveAt: waiting.endsAt,
      }),
    ...(isOnItsWay && {
      receivedAt: null,
      timely: null,
      effectiveOn: null,
      effectiveAt: null,
      receiptRecordedAt: null,
      review: null,
    }),
    withdrawnAt: ifKnown(withdrawnAt, then),
    closedAt: ifKnown(closedAt, then),
  }
}
