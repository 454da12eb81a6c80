import { dateAfter, dateAt, firstMoment, nextDay } from './calendar.ts'
import type { Activation, Grant, Instant, LeaseLength, License, SeatChanges } from './license.ts'
import { lastDayFor } from './series.ts'

/** How many machines may use a license whose seats are unlimited. */
export const mostActivations = 10_000

/** How often a seat may be taken over where nothing else was agreed. */
export const usualSeatChanges: SeatChanges = { count: 3, window: 'P30D' }

/** What was agreed about seats beside their number, with every default in its place. */
export function seatTerms(terms: {
  readonly [M in keyof SeatTerms]?: SeatTerms[M] | undefined
}): SeatTerms {
  const { seatChanges = usualSeatChanges, replaceOldest = false } = terms
  const { seatLapse = null, lease = null } = terms
  return { seatChanges, replaceOldest, seatLapse, lease }
}

type SeatTerms = Required<Pick<Grant, 'seatChanges' | 'replaceOldest' | 'seatLapse' | 'lease'>>

/** How many machines may have a token at once; null for any number. Where seats are counted by use, that is any. */
export function machineSeats({ seats, lease = null }: Grant): number | null {
  return lease === null ? seats : null
}

/** Whether this is the length of a lease: whole minutes or hours, from PT1M to PT24H. */
export function isLeaseLength(text: string): boolean {
  return /^PT[1-9]\d{0,3}[MH]$/.test(text) && leaseMs(text) <= 86_400_000
}

/** In milliseconds. */
export function leaseMs(lease: LeaseLength): number {
  return Number(lease.slice(2, -1)) * (lease.endsWith('H') ? 3_600_000 : 60_000)
}

/**
 * Whether a machine has been unseen for so long that it gives up its seat: as many days of the license's calendar have passed since
 * the day on which it was last seen. One that has a license file is not expected to be seen while the file is good.
 */
export function lapsesAt(
  { timeZone }: Pick<License, 'timeZone'>,
  { seatLapse = null }: Grant,
  now: Instant,
): (activation: Activation) => boolean {
  if (seatLapse === null) return () => false
  const unseenSince = firstMoment(nextDay(lastDayFor(seatLapse, dateAt(now, timeZone))), timeZone)
  return ({ lastSeenAt, heldUntil }) => lastSeenAt < unseenSince && (heldUntil ?? 0) <= now
}

/** How often a seat can still be taken over. */
export interface ChangesLeft {
  readonly count: number
  /** From when on it can be once more; null while it can be now, and where it never can. */
  readonly nextAt: Instant | null
}

/** @param takeovers when seats were taken over. */
export function changesLeft(
  { timeZone }: Pick<License, 'timeZone'>,
  { seatChanges = usualSeatChanges }: Grant,
  takeovers: readonly Instant[],
  now: Instant,
): ChangesLeft {
  const ends = takeovers
    .map((at) => firstMoment(dateAfter(dateAt(at, timeZone), seatChanges.window), timeZone))
    .filter((end) => end > now)
    .sort((a, b) => a - b)
  const count = Math.max(0, seatChanges.count - ends.length)
  const isSpent = count === 0 && seatChanges.count > 0
  // Where less was agreed since, more than one has to be over before there is one to give.
  return { count, nextAt: isSpent ? (ends[ends.length - seatChanges.count] ?? null) : null }
}
