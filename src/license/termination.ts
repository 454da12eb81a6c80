import { inUtc } from './calendar.ts'
import type { Actor } from './actor.ts'
import { checkWithdrawal } from './consent.ts'
import type { Withdrawal } from './consent.ts'
import type { Outcome } from './event.ts'
import { decideAt, termShown } from './facts.ts'
import type {
  Instant,
  License,
  Side,
  Termination,
  TerminationId,
  TerminationKind,
} from './license.ts'
import { Problem, unfit } from './problem.ts'
import { recorded } from './recording.ts'
import { earliestTermination } from './renewal.ts'
import { downgraded } from './settle.ts'
import { comingTerm } from './terms.ts'
import { certainAgain } from './withdrawal.ts'

/** An end at once, or at a later instant. */
export interface Ending {
  readonly id: TerminationId
  readonly side: Side | 'both'
  readonly kind: TerminationKind
  readonly reason: string
  /** Null for at once. */
  readonly effectiveAt: Instant | null
  readonly by: Actor
}

/**
 * Ends a license at an instant. The export stays, as always.
 *
 * @throws Problem already-ended, already-terminated; unfit for a past instant, or a side that the kind does not have.
 */
export function terminate(license: License, ending: Ending, now: Instant): Outcome {
  const recordedAt = Math.max(now, license.recordedAt)
  const { id, side, kind, reason, by } = ending
  if ((kind === 'mutual') !== (side === 'both'))
    throw unfit('/side', 'A mutual termination has the side both, and no other has.')
  if (ending.effectiveAt !== null && ending.effectiveAt < now)
    throw unfit('/effective_at', 'A termination takes effect now or later.')
  const effectiveAt = Math.max(ending.effectiveAt ?? recordedAt, recordedAt)
  const standing = earliestTermination(license)
  if (standing !== null && standing.effectiveAt <= effectiveAt)
    throw new Problem('already-terminated', { effective_at: inUtc(standing.effectiveAt) })
  if (isEnded(license, recordedAt)) throw new Problem('already-ended', { license: license.id })
  const termination: Termination = {
    id,
    side,
    kind,
    reason,
    effectiveAt,
    recordedAt,
    recordedBy: by.id,
    withdrawnAt: null,
    closedAt: null,
  }
  const terminations = [...license.terminations, termination]
  const after = recorded({ ...license, terminations }, recordedAt)
  const data = { termination: id, side, kind, effective_at: inUtc(effectiveAt) }
  const atOnce = effectiveAt <= recordedAt ? [downgraded(license, 'terminated', effectiveAt)] : []
  return {
    license: after,
    events: [{ type: 'license.terminated', at: recordedAt, data, personal: { reason } }, ...atOnce],
  }
}

/** Taking a termination back. */
export interface TerminationWithdrawal extends Withdrawal {
  /** Which side takes it back, as staff say; null for the one that set it. */
  readonly side: Side | null
}

/**
 * Takes back a termination that has not taken effect. Only the side that set it does that, with the other side's consent; a mutual
 * one either side does. An error is corrected whoever's it was.
 *
 * @throws Problem no-termination, termination-effective, other-side; deadline-passed where the other side could no longer object.
 */
export function withdrawTermination(
  license: License,
  withdrawal: TerminationWithdrawal,
  now: Instant,
): Outcome {
  const at = Math.max(now, license.recordedAt)
  const standing = earliestTermination(license)
  if (standing === null) throw new Problem('no-termination', { license: license.id })
  if (standing.effectiveAt <= at)
    throw new Problem('termination-effective', { effective_at: inUtc(standing.effectiveAt) })
  const side = withdrawingSide(withdrawal, standing)
  checkWithdrawal(
    withdrawal,
    standing,
    termShown(license, standing.effectiveAt - 1)?.deadline ?? null,
    now,
  )
  const { kind, reason, agreed } = withdrawal
  const terminations = license.terminations.map((each) =>
    each === standing ? { ...each, withdrawnAt: at } : each,
  )
  const after = recorded({ ...license, terminations }, at)
  const personal = {
    ...(reason === null ? {} : { reason }),
    ...(agreed === null ? {} : { agreed_by: agreed.by, agreed_how: agreed.how }),
  }
  const data = { termination: standing.id, side, kind }
  return {
    license: after,
    events: [
      { type: 'termination.withdrawn', at, data, personal },
      ...certainAgain(license, after, at),
    ],
  }
}

/** @throws Problem other-side */
function withdrawingSide(
  { side: said, kind, by }: TerminationWithdrawal,
  { side: setBy }: Termination,
): Side {
  const side = by.role === 'customer' ? 'customer' : said
  if (setBy === 'both') return side ?? 'vendor'
  if (kind === 'agreed' && side !== null && side !== setBy)
    throw new Problem('other-side', { set_by: setBy })
  return side ?? setBy
}

function isEnded(license: License, at: Instant): boolean {
  return decideAt(license, at).conditions.includes('ended') && comingTerm(license, at) === null
}
