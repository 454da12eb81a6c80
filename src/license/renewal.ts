import type { CalendarDate, Instant, License, Objection, Term, Termination } from './license.ts'
import { rulesOn } from './terms.ts'

/** An objection that has been received and neither withdrawn nor closed: it ends a term, or has. */
export type EffectiveObjection = Objection & {
  readonly effectiveOn: CalendarDate
  readonly effectiveAt: Instant
}

/** The objections that end a term, or have ended one. */
export function effectiveObjections({
  objections,
}: Pick<License, 'objections'>): EffectiveObjection[] {
  return objections.filter(
    (objection): objection is EffectiveObjection =>
      objection.withdrawnAt === null &&
      objection.closedAt === null &&
      objection.effectiveAt !== null,
  )
}

/** The termination that ends the license, or is to: the earliest that was neither withdrawn nor closed by a reinstatement. */
export function earliestTermination({
  terminations,
}: Pick<License, 'terminations'>): Termination | null {
  const standing = terminations.filter(
    ({ withdrawnAt, closedAt }) => withdrawnAt === null && closedAt === null,
  )
  return standing.sort((a, b) => a.effectiveAt - b.effectiveAt)[0] ?? null
}

/** Whether another term follows this one by itself: automatic, no objection effective at its end, no termination by then. */
export function renewsAfter(
  license: Pick<License, 'rules' | 'objections' | 'terminations'>,
  term: Pick<Term, 'startsOn' | 'endsOn' | 'endsAt'>,
): boolean {
  if (term.endsAt === null || rulesOn(license, term.startsOn).renewal !== 'automatic') return false
  if (effectiveObjections(license).some(({ effectiveOn }) => effectiveOn === term.endsOn))
    return false
  const termination = earliestTermination(license)
  return termination === null || termination.effectiveAt > term.endsAt
}
