import { checkWithdrawal } from './consent.ts'
import type { Withdrawal } from './consent.ts'
import type { LicenseEvent, Outcome } from './event.ts'
import type { Instant, License, Objection, Side, Term } from './license.ts'
import { Problem } from './problem.ts'
import { recorded } from './recording.ts'
import { renewsAfter } from './renewal.ts'
import { isVoid, termAround } from './terms.ts'

/**
 * Takes a side's objection back, as if it had not been made.
 *
 * @throws Problem no-objection, already-ended where it has done its work, deadline-passed for a correction that comes too late.
 */
export function withdraw(
  license: License,
  side: Side,
  withdrawal: Withdrawal,
  now: Instant,
): Outcome & { readonly objection: Objection } {
  const at = Math.max(now, license.recordedAt)
  const last = license.objections.findLast(
    (each) => each.side === side && each.withdrawnAt === null && each.closedAt === null,
  )
  if (last === undefined) throw new Problem('no-objection', { side })
  const done = last.effectiveAt !== null && last.effectiveAt <= at
  if (done)
    throw new Problem(withdrawal.kind === 'error' ? 'deadline-passed' : 'already-ended', { side })
  checkWithdrawal(withdrawal, last, endedTerm(license, last)?.deadline ?? null, now)
  const objection = { ...last, withdrawnAt: at }
  const objections = license.objections.map((each) => (each === last ? objection : each))
  const after = recorded({ ...license, objections }, at)
  return {
    license: after,
    events: [withdrawn(objection, withdrawal, at), ...certainAgain(license, after, at)],
    objection,
  }
}

/** The term that an objection ends; null while it is on its way. */
function endedTerm(license: License, { effectiveOn, effectiveAt }: Objection): Term | null {
  const last = license.terms.at(-1)
  if (effectiveAt === null || last === undefined) return null
  return (
    license.terms.findLast((term) => term.endsOn === effectiveOn && !isVoid(term)) ??
    termAround(license, last, effectiveAt - 1)
  )
}

function withdrawn(
  { id, side }: Objection,
  { kind, reason, agreed }: Withdrawal,
  at: Instant,
): LicenseEvent {
  return {
    type: 'objection.withdrawn',
    at,
    data: { objection: id, side, kind },
    personal: {
      ...(reason === null ? {} : { reason }),
      ...(agreed === null ? {} : { agreed_by: agreed.by, agreed_how: agreed.how }),
    },
  }
}

/** Where the deadline passed while something stood in the way of the renewal, taking that away makes the renewal certain. */
export function certainAgain(before: License, after: License, at: Instant): LicenseEvent[] {
  const term = after.terms.at(-1)
  if (term === undefined || term.deadline === null || term.endsOn === null || term.deadline > at)
    return []
  if (term.cutAt !== null || renewsAfter(before, term) || !renewsAfter(after, term)) return []
  return [{ type: 'renewal.certain', at, data: { ends_on: term.endsOn } }]
}
