import type { Instant } from '../license/license.ts'
import type { Standing } from './standing.ts'

const second = 1000
const minute = 60 * second
const hour = 60 * minute

/** How the last request went. */
export interface LastAsked {
  readonly at: Instant
  /** Requests without an answer since the last one with. */
  readonly failures: number
  readonly retryAfterMs: number
}

/**
 * When to ask the server again.
 *
 * @param luck From 0 to 1: spreads the clients, so that not all of them ask at the turn of a term.
 */
export function nextAsk(
  standing: Standing,
  refreshAt: Instant,
  last: LastAsked,
  luck: number,
): Instant {
  const { at, failures, retryAfterMs } = last
  if (failures > 0) {
    const wait = Math.min(minute * 2 ** (failures - 1), hour)
    return at + Math.max(wait, Math.min(retryAfterMs, 24 * hour)) * (1 + luck / 4)
  }
  if (standing.mode === 'export-only')
    return Math.min(
      at + 24 * hour * (1 - luck / 10),
      laterThan(at, standing.validUntil, luck * 5 * second),
    )
  // Where the token ends with its term there is no time to spread in: asking late would cost a renewing customer minutes.
  const exact = refreshAt >= (standing.validUntil ?? Infinity)
  const spread = exact ? 5 * second : Math.min(10 * minute, (refreshAt - at) / 10)
  return Math.min(laterThan(at, refreshAt, luck * spread), at + 24 * hour)
}

/** An instant that is over already would be asked at over and over. */
function laterThan(at: Instant, instant: Instant | null, spread: number): Instant {
  return instant === null ? Infinity : instant > at ? instant + spread : at + minute
}

/** The next instant at which the standing may be another, or a question is due. */
export function nextWake(
  { validUntil, term }: Standing,
  now: Instant,
  ...due: readonly Instant[]
): Instant {
  const ahead = [...due, validUntil, term?.endsAt].map((at) => (at && at > now ? at : Infinity))
  return Math.min(now + hour, ...ahead)
}
