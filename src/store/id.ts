import { randomBytes } from 'node:crypto'
import type { Instant } from '../license/license.ts'

/** Crockford's base32 in lower case: no i, l, o and u. */
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'

/** Of the 74 random bits of a UUIDv7 the first starts as 0, so that counting on never runs over. */
const randomBits = 74n

let last = { instant: -1, random: 0n }

/**
 * A new id that says what it names: the prefix and a UUIDv7 (RFC 9562) in Crockford's base32. Ids sort by their instant, and
 * those that one process makes at the same instant in the order of their making: a sandbox's clock stands still.
 */
export function newId<Prefix extends string>(prefix: Prefix, now: Instant): `${Prefix}_${string}` {
  const random = last.instant === now ? last.random + 1n + randomOf(32n) : randomOf(randomBits - 1n)
  last = { instant: now, random }
  const high = (BigInt(now) << 16n) | (7n << 12n) | (random >> 62n)
  const low = (2n << 62n) | (random & ((1n << 62n) - 1n))
  return `${prefix}_${base32((high << 64n) | low)}`
}

function randomOf(bits: bigint): bigint {
  return BigInt(`0x${randomBytes(10).toString('hex')}`) & ((1n << bits) - 1n)
}

/** 128 bits as 26 characters. */
function base32(uuid: bigint): string {
  return Array.from({ length: 26 }, (_, at) =>
    alphabet.charAt(Number((uuid >> BigInt(5 * (25 - at))) & 31n)),
  ).join('')
}
