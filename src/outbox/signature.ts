import { createHmac } from 'node:crypto'
import type { Instant } from '../license/license.ts'

/** What makes a message known as ours: Standard Webhooks, symmetric. */
export interface Signed {
  readonly 'webhook-id': string
  /** Seconds since 1970, by the machine's own clock: a receiver compares it with its own. */
  readonly 'webhook-timestamp': string
  /** A signature by each secret, the newest first, with a space between them. */
  readonly 'webhook-signature': string
}

/**
 * Signs a message with each of these secrets.
 *
 * @param secrets as receivers know them: `whsec_` and Base64.
 * @see https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
 */
export function signed(
  message: string,
  body: string,
  secrets: readonly string[],
  stamp: Instant,
): Signed {
  const seconds = String(Math.floor(stamp / 1000))
  const signatures = secrets.map((secret) => {
    const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64')
    const mac = createHmac('sha256', key).update(`${message}.${seconds}.${body}`)
    return `v1,${mac.digest('base64')}`
  })
  return {
    'webhook-id': message,
    'webhook-timestamp': seconds,
    'webhook-signature': signatures.join(' '),
  }
}
