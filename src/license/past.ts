import type { Instant, License } from './license.ts'

/**
 * The license as it was known at an instant: only what had been recorded by then. Before its creation it is known as it was
 * created, terms that had passed included. What is recorded later never changes what was true.
 */
export function asOf(license: License, at: Instant): License {
  if (at >= license.recordedAt) return license
  const then = Math.max(at, license.createdAt)
  const isKnown = ({ recordedAt }: { readonly recordedAt: Instant }): boolean => recordedAt <= then
  const notYet = (instant: Instant | null): Instant | null =>
    instant !== null && instant > then ? null : instant
  const terms = license.terms.filter(isKnown)
  return {
    ...license,
    terms: terms.map((term) =>
      term.cutAt === null ? term : { ...term, cutAt: notYet(term.cutAt) },
    ),
    objections: license.objections.filter(isKnown).map((objection) => ({
      ...objection,
      ...(objection.receiptRecordedAt !== null && objection.receiptRecordedAt > then
        ? {
            receivedAt: null,
            timely: null,
            effectiveOn: null,
            effectiveAt: null,
            receiptRecordedAt: null,
          }
        : {}),
      withdrawnAt: notYet(objection.withdrawnAt),
      closedAt: notYet(objection.closedAt),
    })),
    suspensions: license.suspensions
      .filter(isKnown)
      .map((suspension) => ({
        ...suspension,
        to: notYet(suspension.liftedAt) === null ? null : suspension.to,
      })),
    terminations: license.terminations.filter(isKnown).map((termination) => ({
      ...termination,
      withdrawnAt: notYet(termination.withdrawnAt),
      closedAt: notYet(termination.closedAt),
    })),
  }
}
