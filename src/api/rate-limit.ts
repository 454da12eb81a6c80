import type { Instant } from '../license/license.ts'
import { Problem } from '../license/problem.ts'

/** Counts what an address does, so that it does not do it too often. */
export interface AddressLimit {
  /** @throws Problem rate-limited once an address has been counted too often within the window. */
  readonly count: (address: string, now: Instant) => void
}

/** Failed keys and tokens, so that guessing is slow; what is genuine is never refused for others' failures. */
export function failureLimit(): AddressLimit {
  return addressLimit(30, 60_000)
}

/** Trials that are asked for, so that nobody fills the server with customers: an office full of machines still gets its own. */
export function trialLimit(): AddressLimit {
  return addressLimit(60, 3_600_000, 'Too many trials from this address')
}

/** Files that strangers send, dossiers to be checked: a lawyer with a pile of them gets through. */
export function uploadLimit(): AddressLimit {
  return addressLimit(60, 600_000, 'Too many files from this address')
}

/** @param title of the refusal, where it is about something else than failed attempts. */
function addressLimit(most: number, windowMs: number, title?: string): AddressLimit {
  const windows = new Map<string, { readonly since: Instant; counted: number }>()
  return {
    count(address, now) {
      const known = windows.get(address)
      if (known === undefined || now - known.since >= windowMs || now < known.since) {
        forgetOld(windows, now - windowMs)
        windows.set(address, { since: now, counted: 1 })
        return
      }
      known.counted += 1
      if (known.counted > most)
        throw new Problem('rate-limited', {
          ...(title !== undefined && { title }),
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
