import type { Instant } from '../license/license.ts'

const second = 1000
const minute = 60 * second
const hour = 60 * minute

/** How long is waited after each failure, at least: the last attempt is made three days after the first one. */
const pauses = [
  5 * second,
  5 * minute,
  30 * minute,
  2 * hour,
  5 * hour,
  10 * hour,
  14 * hour,
  20 * hour,
  20 * hour,
] as const

/** By how much of itself a pause is drawn out at the most, so that what failed together does not come back together. */
const jitter = 0.1

/** The longest that a receiver may ask to be left alone. */
const longestWish = 24 * hour

/**
 * When a message that failed is tried again; null once it is given up.
 *
 * @param tries how often it has failed by now, from 1 on.
 * @param wishMs how long the receiver asked to be left alone (`Retry-After`); null if it did not.
 * @param dice from 0 to 1.
 */
export function nextTry(
  tries: number,
  now: Instant,
  wishMs: number | null,
  dice: number,
): Instant | null {
  const pause = pauses[tries - 1]
  if (pause === undefined) return null
  const wish = Math.min(wishMs ?? 0, longestWish)
  return now + Math.max(Math.round(pause * (1 + jitter * dice)), wish)
}
