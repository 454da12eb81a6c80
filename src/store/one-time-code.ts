import { createHmac, randomBytes } from 'node:crypto'
import type { Instant } from '../license/license.ts'

/** How long a code lasts; every authenticator app takes this for granted. */
const stepMs = 30_000

/** A new secret for one-time codes: 160 random bits in base32 (RFC 4648), as authenticator apps take it. */
export function newCodeSecret(): string {
  const bits = [...randomBytes(20)].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  return (bits.match(/.{5}/g) ?? []).map((five) => alphabet.charAt(parseInt(five, 2))).join('')
}

/** The address that an authenticator app reads from a picture. */
export function codeAddress(secret: string, server: string, login: string): string {
  const label = encodeURIComponent(`${server}:${login}`)
  return `otpauth://totp/${label}?secret=${secret}&issuer=${encodeURIComponent(server)}`
}

/** The six digits of a step (RFC 6238 with HMAC-SHA-1, RFC 4226 section 5.3). */
export function codeOf(secret: string, step: number): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const mac = createHmac('sha1', bytesOf(secret)).update(counter).digest()
  const offset = mac.readUInt8(mac.length - 1) & 0xf
  return String((mac.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

/** The step at an instant. */
export function stepAt(now: Instant): number {
  return Math.floor(now / stepMs)
}

/**
 * The step that a code is of: the present one, or the one before or after for a clock that is a little off; null if it is of none of
 * them, or of one that was taken already.
 */
export function stepOf(
  secret: string,
  code: string,
  taken: number | null,
  now: Instant,
): number | null {
  const present = stepAt(now)
  const fits = (step: number): boolean => step > (taken ?? -1) && codeOf(secret, step) === code
  return [present, present - 1, present + 1].find(fits) ?? null
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

function bytesOf(base32: string): Buffer {
  const bits = Array.from(base32, (each) => alphabet.indexOf(each).toString(2).padStart(5, '0'))
  return Buffer.from((bits.join('').match(/.{8}/g) ?? []).map((byte) => parseInt(byte, 2)))
}
