import { inUtc } from './calendar.ts'
import type { LicenseEvent, Outcome } from './event.ts'
import type { Instant, License, Suspension, SuspensionId } from './license.ts'
import { unfit } from './problem.ts'
import { recorded } from './recording.ts'

/** A pause, from now on or announced for later. */
export interface Pause {
  readonly id: SuspensionId
  readonly reason: string
  /** Null for at once. */
  readonly effectiveAt: Instant | null
}

/**
 * Suspends a license: export-only while it lasts; its term runs on. A suspension that lasts stays as it is; an announced one is
 * replaced.
 *
 * @throws Problem unfit for a past instant.
 */
export function suspend(
  license: License,
  { id, reason, effectiveAt }: Pause,
  now: Instant,
): Outcome {
  if (effectiveAt !== null && effectiveAt < now)
    throw unfit('/effective_at', 'A suspension takes effect now or later.')
  const recordedAt = Math.max(now, license.recordedAt)
  const from = Math.max(effectiveAt ?? recordedAt, recordedAt)
  const open = openSuspension(license)
  if (open !== null && (open.from <= recordedAt || open.from === from))
    return { license, events: [] }
  const cleared = open === null ? { license, events: [] } : lift(license, open, recordedAt)
  const suspension: Suspension = { id, from, to: null, reason, recordedAt, liftedAt: null }
  const suspensions = [...cleared.license.suspensions, suspension]
  const event: LicenseEvent =
    from > recordedAt
      ? {
          type: 'suspension.announced',
          at: recordedAt,
          data: { suspension: id, effective_at: inUtc(from) },
          personal: { reason },
        }
      : {
          type: 'license.suspended',
          at: recordedAt,
          data: { suspension: id },
          personal: { reason },
        }
  return {
    license: recorded({ ...cleared.license, suspensions }, recordedAt),
    events: [...cleared.events, event],
  }
}

/** Ends a suspension, or calls an announced one off; without one nothing happens. */
export function resume(license: License, now: Instant): Outcome {
  const open = openSuspension(license)
  return open === null
    ? { license, events: [] }
    : lift(license, open, Math.max(now, license.recordedAt))
}

/** The suspension that lasts or is announced; null if none. */
export function openSuspension({ suspensions }: Pick<License, 'suspensions'>): Suspension | null {
  return suspensions.find(({ to }) => to === null) ?? null
}

function lift(license: License, open: Suspension, at: Instant): Outcome {
  const began = open.from <= at
  const lifted = { ...open, to: began ? at : open.from, liftedAt: at }
  const suspensions = license.suspensions.map((each) => (each === open ? lifted : each))
  return {
    license: recorded({ ...license, suspensions }, at),
    events: [
      {
        type: began ? 'license.resumed' : 'suspension.called_off',
        at,
        data: { suspension: open.id },
      },
    ],
  }
}
