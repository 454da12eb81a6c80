import { exportOnly } from '../license/capability.ts'
import type { Capability } from '../license/capability.ts'
import { decide } from '../license/decide.ts'
import type { Decision, Mode, Reason, SeatReason, TermFacts } from '../license/decide.ts'
import type { CalendarDate, Instant } from '../license/license.ts'
import { factsOf } from '../token/claims.ts'
import type { Claims } from '../token/claims.ts'
import type { FaultCode } from '../token/fault.ts'

/** Why the client itself is export-only, or full past the end of a term. */
export type ClientReason =
  | 'unlicensed'
  | 'stale'
  | 'ended'
  | FaultCode
  | 'wrong_machine'
  | 'sandbox'
  | 'store_unreadable'
  | 'clock'
  | 'in_leeway'

/** What the product may do, and why. */
export interface Standing {
  /** There is no third. */
  readonly mode: Mode
  /** The server's or the client's; open, for a newer server. */
  readonly reason: Reason | SeatReason | ClientReason | (string & {})
  readonly capabilities: readonly Capability[]
  readonly limits: Readonly<Record<string, number>>
  readonly exportFormats: readonly string[]
  readonly term: TermFacts | null
  /** The last day on which an objection to the renewal is in time; null where nothing renews. */
  readonly objection: { readonly lastDay: CalendarDate; readonly deadline: Instant } | null
  readonly renewal: Decision['renewal'] | null
  readonly support: Decision['support']
  /** The next instant at which this changes by the clock alone; null if none is known. */
  readonly validUntil: Instant | null
}

/** Without a token that counts: the floor, which needs no proof. */
export function floor(reason: ClientReason, exportFormats: readonly string[]): Standing {
  return {
    mode: 'export-only',
    reason,
    capabilities: exportOnly,
    limits: {},
    exportFormats,
    term: null,
    objection: null,
    renewal: null,
    support: null,
    validUntil: null,
  }
}

/**
 * What a checked token is worth.
 *
 * @param now Not before the latest time seen.
 * @param own What the machine's clock says; behind `now` it is not believed, but it explains why.
 */
export function standingOf(claims: Claims, now: Instant, own: Instant): Standing {
  const decision = decide(factsOf(claims), now)
  const { at: _at, conditions: _conditions, ...known } = decision
  const { objection } = claims
  const exp = (claims.exp ?? 0) * 1000
  return {
    ...known,
    reason: reasonOf(claims, decision, own),
    objection: objection
      ? { lastDay: objection.last_day, deadline: objection.deadline * 1000 }
      : null,
    validUntil: known.validUntil ?? (exp > now ? exp : null),
  }
}

/** The same, once there is late news of the token: a reason why it allows the export only. */
export function restricted(standing: Standing, reason: string | undefined): Standing {
  if (!reason || standing.mode === 'export-only') return standing
  return { ...standing, mode: 'export-only', reason, capabilities: exportOnly, limits: {} }
}

function reasonOf(
  claims: Claims,
  { at, mode, reason, term }: Decision,
  own: Instant,
): Standing['reason'] {
  const termIsOver = (term?.endsAt ?? Infinity) <= at
  if (mode === 'full') return termIsOver ? 'in_leeway' : claims.reason
  if (claims.mode === 'export-only')
    return (claims.exp ?? Infinity) * 1000 <= at ? 'stale' : claims.reason
  if (own < at && decide(factsOf(claims), own).mode === 'full') return 'clock'
  return reason === 'suspended' || termIsOver ? reason : 'stale'
}
