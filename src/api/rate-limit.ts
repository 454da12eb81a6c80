import type { Instant } from '../license/license.ts'
import { Problem } from '../license/problem.ts'

/** Counts failed keys and tokens per address, so that guessing is slow; what is genuine is never refused for others' failures. */
export interface FailureLimit {
  /**
   * Counts a failure of an address.
   *
   * @throws Problem rate-limited once it has had too many within the window.
   */
  readonly count: (address: string, now: Instant) => void
}

/** @param most failures of one address within `windowMs` before it is told to wait. */
export function failureLimit(most: number = 30, windowMs: number = 60_000): FailureLimit {
  const windows = new Map<string, { readonly since: Instant; failures: number }>()
  return {
    count(address, now) {
      const known = windows.get(address)
      if (known === undefined || now - known.since >= windowMs || now < known.since) {
        forgetOld(windows, now - windowMs)
        windows.set(address, { since: now, failures: 1 })
        return
      }
      known.failures += 1
      if (known.failures > most)
        throw new Problem('rate-limited', {
          retry_after: Math.max(1, Math.ceil((known.since + windowMs - now) / 1000)),
        })
    },
  }
}

/** Memory stays bounded however many addresses try: past 10,000 the oldest windows go. */
function forgetOld(windows: Map<string, { readonly since: Instant }>, before: Instant): void {
  if (windows.size < 10_000) return
  for (const [address, { since }] of windows) if (since < before) windows.delete(address)
  for (const address of windows.keys()) {
    if (windows.size < 10_000) return
    windows.delete(address)
  }
}
