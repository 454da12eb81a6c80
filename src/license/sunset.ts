import type { Decision } from './decide.ts'
import { decideAt } from './facts.ts'
import type { Instant, License } from './license.ts'
import { earliestTermination, effectiveObjections } from './renewal.ts'
import { openSuspension } from './suspension.ts'

/** What a license's last file says, from a vendor who closes. */
export interface Sunset {
  readonly decision: Decision
  /** Exclusive; null for ever. */
  readonly goodUntil: Instant | null
}

/**
 * What is left of a license when nobody will be there to ask: what it allows now, to the end of its term, and for ever if it is
 * perpetual. Nothing renews, so there is no leeway; a set end and an announced suspension stay. Null for a license that is not
 * full: the export needs no file.
 */
export function sunset(license: License, now: Instant): Sunset | null {
  const decision = decideAt(license, now)
  if (decision.mode === 'export-only') return null
  const end = Math.min(
    decision.term?.endsAt ?? Infinity,
    openSuspension(license)?.from ?? Infinity,
    earliestTermination(license)?.effectiveAt ?? Infinity,
    ...effectiveObjections(license).map(({ effectiveAt }) => effectiveAt),
  )
  return { decision, goodUntil: end === Infinity ? null : end }
}
