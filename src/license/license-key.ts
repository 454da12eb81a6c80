import { inUtc } from './calendar.ts'
import type { LicenseEvent, Outcome } from './event.ts'
import type { Instant, License, LicenseKeyId } from './license.ts'
import { Problem, unfit } from './problem.ts'

/** What is known of a license's key beside its text. */
export interface KeyFacts {
  readonly id: LicenseKeyId
  /** From when on it opens nothing any more, since another has replaced it; null while it is not replaced. */
  readonly keepUntil: Instant | null
  /** When it was said to be in wrong hands: what was given out under the license until then is void. */
  readonly leakedAt: Instant | null
}

/** Another key in the place of one. */
export interface Replacement {
  /** The new key. */
  readonly by: LicenseKeyId
  /** Until when the old key opens the license, too; null ends it at once. */
  readonly keepOldUntil: Instant | null
  /** Whether the old key is in wrong hands. */
  readonly leaked: boolean
  readonly reason: string | null
}

/** Gives a license a key beside those that it has. */
export function addKey(license: License, key: LicenseKeyId, now: Instant): Outcome {
  return { license, events: [issued(key, Math.max(now, license.recordedAt))] }
}

/**
 * Gives a license a key in the place of another, which ends at once or goes on for a while. One that is kept for a while can be
 * replaced again: it has leaked since, say.
 *
 * @throws Problem key-ended; unfit for a leaked key that is to be kept, and for an end that does not lie ahead.
 */
export function replaceKey(
  license: License,
  key: KeyFacts,
  { by, keepOldUntil, leaked, reason }: Replacement,
  now: Instant,
): Outcome & { readonly replaced: KeyFacts } {
  const at = Math.max(now, license.recordedAt)
  if (key.keepUntil !== null && key.keepUntil <= at)
    throw new Problem('key-ended', { key: key.id, ended_at: inUtc(key.keepUntil) })
  if (leaked && keepOldUntil !== null)
    throw unfit('/keep_old_until', 'Leave it out: a key that has leaked ends at once.')
  if (keepOldUntil !== null && keepOldUntil <= at)
    throw unfit(
      '/keep_old_until',
      'Name an instant that lies ahead, or leave it out to end the key at once.',
    )
  const keepUntil = keepOldUntil ?? at
  const data = { key: key.id, by, keep_until: inUtc(keepUntil), leaked }
  const personal = reason === null ? {} : { reason }
  return {
    license,
    events: [issued(by, at), { type: 'key.replaced', at, data, personal }],
    replaced: { id: key.id, keepUntil, leakedAt: leaked ? at : key.leakedAt },
  }
}

function issued(key: LicenseKeyId, at: Instant): LicenseEvent {
  return { type: 'key.issued', at, data: { key } }
}
