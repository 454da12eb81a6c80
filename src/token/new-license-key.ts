import { createHash, randomBytes } from 'node:crypto'
import { licenseKeyOf } from './license-key.ts'

/** A new license key with 135 random bits, in its canonical spelling. */
export function makeLicenseKey(): string {
  return licenseKeyOf(randomBytes(17))
}

/** What a key is looked up by: SHA-256 of its canonical spelling, base64url. */
export function hashLicenseKey(canonicalKey: string): string {
  return createHash('sha256').update(canonicalKey).digest('base64url')
}
