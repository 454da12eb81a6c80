import { createHash, randomBytes } from 'node:crypto'

/** A secret that somebody carries: 256 random bits, base64url. */
export function makeSecretText(): string {
  return randomBytes(32).toString('base64url')
}

/** What is kept of it. A secret of 256 bits needs no slow hash. */
export function hashOfSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url')
}

/** Ten codes that open once each: 50 random bits, as two groups of five letters and digits that are not mistaken for others. */
export function makeRecoveryCodes(): readonly string[] {
  return Array.from({ length: 10 }, () => {
    const letters = [...randomBytes(10)].map((byte) => alphabet.charAt(byte % 32)).join('')
    return `${letters.slice(0, 5)}-${letters.slice(5)}`
  })
}

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'
