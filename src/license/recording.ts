import type { Instant, License } from './license.ts'

/**
 * The license with something recorded at an instant. What becomes true from then on is due, also where the clock had been
 * recorded further while the request waited for the lock.
 */
export function recorded(license: License, at: Instant): License {
  return { ...license, recordedAt: at, settledAt: Math.min(license.settledAt, at) }
}
