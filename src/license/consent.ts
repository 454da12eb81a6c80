import type { Actor } from './actor.ts'
import type { Instant } from './license.ts'
import { Problem, unfit } from './problem.ts'

/** Who at the customer's agreed, when, and how. */
export interface Consent {
  readonly by: string
  readonly at: Instant
  readonly how: string
}

/** Taking a declaration back: with the other side's recorded consent, or as the correction of an error. */
export interface Withdrawal {
  readonly kind: 'agreed' | 'error'
  readonly reason: string | null
  readonly agreed: Consent | null
  readonly by: Actor
}

const hour = 3_600_000

/**
 * Whether a declaration may be taken back so. The other side may have relied on it: it takes that side's consent, which always
 * names the person at the customer's; or it is a correction, by an admin with a reason or by the one who recorded it within an
 * hour, and only while everybody can still object.
 *
 * @param deadline the first moment at which it is too late for a correction; null where none runs.
 * @throws Problem unfit, forbidden, deadline-passed
 */
export function checkWithdrawal(
  { kind, reason, agreed, by }: Withdrawal,
  declared: Written,
  deadline: Instant | null,
  now: Instant,
): void {
  if (kind === 'agreed') {
    if (agreed === null) throw unfit('/agreed', 'Name who at the customer’s agreed, when, and how.')
    if (agreed.at > now) throw unfit('/agreed/at', 'A consent lies in the past.')
    return
  }
  checkCorrection(declared, reason, by, now)
  if (deadline !== null && now >= deadline) throw new Problem('deadline-passed')
}

/** Something that was written down, by whom and when. */
export interface Written {
  readonly recordedAt: Instant
  /** The opaque id of who recorded it. */
  readonly recordedBy: string
}

/**
 * Whether an entry may be mended: within the hour by the one who made it, later by an admin with a reason.
 *
 * @throws Problem forbidden, unfit
 */
export function checkCorrection(
  { recordedAt, recordedBy }: Written,
  reason: string | null,
  by: Actor,
  now: Instant,
): void {
  if (by.id === recordedBy && now - recordedAt <= hour) return
  if (by.role !== 'admin')
    throw new Problem('forbidden', {
      needs: 'admin',
      why: 'an error is corrected within the hour by who made it',
    })
  if (reason === null) throw unfit('/reason', 'Say what the error was.')
}
