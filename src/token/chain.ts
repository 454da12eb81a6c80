import { createHash, createHmac, randomBytes } from 'node:crypto'
import { canonical } from './canonical.ts'

/** What of an event is chained. Personal data is not among it: only its {@link commitment} is, inside `data`. */
export interface EventLink {
  readonly license: string
  readonly type: string
  /** When it became true: RFC 3339 in UTC with milliseconds, as `Date.prototype.toISOString` writes it. */
  readonly occurred_at: string
  readonly recorded_at: string
  /** An opaque id. */
  readonly actor: string
  readonly data: unknown
  /** The hash of the license's event before it; null for the first. */
  readonly previous_hash: string | null
}

/** SHA-256 over the canonical JSON (RFC 8785) of these seven members, base64url. Further members of the argument are ignored. */
export function eventHash(link: EventLink): string {
  const { license, type, occurred_at, recorded_at, actor, data, previous_hash } = link
  const chained = { license, type, occurred_at, recorded_at, actor, data, previous_hash }
  return createHash('sha256').update(canonical(chained)).digest('base64url')
}

/** 128 random bits, base64url: one for each value, kept with it and erased with it. */
export function newSalt(): string {
  return randomBytes(16).toString('base64url')
}

/**
 * What stands in the chain for a personal value: HMAC-SHA-256 under its salt, base64url. Without the salt nobody can try
 * names against it, so erasing value and salt leaves the chain checkable and tells nothing.
 */
export function commitment(salt: string, value: string): string {
  return createHmac('sha256', Buffer.from(salt, 'base64url')).update(value).digest('base64url')
}
