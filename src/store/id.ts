import { randomFillSync } from 'node:crypto'
import type { Instant } from '../license/license.ts'

/** Crockford's base32 in lower case: no i, l, o and u. */
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'

/** The 74 random bits of a UUIDv7: 12 that follow its version, and 62 that follow its variant, as 22 and 40. */
interface Random {
  readonly first: number
  readonly middle: number
  readonly last: number
}

const two20 = 2 ** 20
const two22 = 2 ** 22
const two25 = 2 ** 25
const two40 = 2 ** 40

/** The last of each kind: an id of another kind that is made in between, at another instant, disturbs no order. */
const made = new Map<string, { readonly instant: Instant; readonly random: Random }>()

/**
 * A new id that says what it names: the prefix and a UUIDv7 (RFC 9562) in Crockford's base32. Ids of a kind sort by their
 * instant, and those that one process makes at the same instant in the order of their making: a sandbox's clock stands still.
 */
export function newId<Prefix extends string>(prefix: Prefix, now: Instant): `${Prefix}_${string}` {
  const before = made.get(prefix)
  const random = before?.instant === now ? counted(before.random) : fresh()
  made.set(prefix, { instant: now, random })
  const { first, middle, last } = random
  const version = (0x7000 + first) * 2 ** 4 + 0x8 + Math.floor(middle / two20)
  return `${idsFrom(prefix, now)}${spell(version, 4)}${spell(middle % two20, 4)}${spell(Math.floor(last / two20), 4)}${spell(last % two20, 4)}`
}

/** What stands before every id of a kind that is made at this instant or later, and behind all that were made before. */
export function idsFrom<Prefix extends string>(prefix: Prefix, at: Instant): `${Prefix}_${string}` {
  return `${prefix}_${spell(Math.floor(at / two25), 5)}${spell(at % two25, 5)}`
}

/** The first bit starts as 0, so that counting on never runs over. */
function fresh(): Random {
  return {
    first: word() % 2 ** 11,
    middle: word() % two22,
    last: (word() % 2 ** 8) * 2 ** 32 + word(),
  }
}

/** Further by up to 2^32. */
function counted({ first, middle, last }: Random): Random {
  const sum = last + 1 + word()
  if (sum < two40) return { first, middle, last: sum }
  const carried = middle + 1
  return carried < two22
    ? { first, middle: carried, last: sum - two40 }
    : { first: first + 1, middle: 0, last: sum - two40 }
}

// Asking the system for every few bytes costs more than the rest of an id.
const words = new Uint32Array(256)
let used = words.length

/** 32 random bits. */
function word(): number {
  if (used === words.length) {
    randomFillSync(words)
    used = 0
  }
  return words[used++] ?? 0
}

/** The lowest bits, five a character. */
function spell(bits: number, length: number): string {
  let text = ''
  for (let shift = 5 * (length - 1); shift >= 0; shift -= 5)
    text += alphabet.charAt((bits >>> shift) & 31)
  return text
}
