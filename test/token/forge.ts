import { createPrivateKey, sign } from 'node:crypto'
import type { SigningKey } from '../../src/token/signing-key.ts'

/** A compact JWS with any header and payload whatever, truly signed. */
export function forge(
  header: object | string,
  payload: object | string,
  { privateJwk }: SigningKey,
): string {
  const key = createPrivateKey({ key: { ...privateJwk }, format: 'jwk' })
  const input = `${part(header)}.${part(payload)}`
  const signature =
    privateJwk.kty === 'EC'
      ? sign('sha256', Buffer.from(input), { key, dsaEncoding: 'ieee-p1363' })
      : sign(null, Buffer.from(input), key)
  return `${input}.${signature.toString('base64url')}`
}

/** Base64url of a text, of bytes, or of an object as JSON. */
export function part(value: object | string): string {
  const bytes = typeof value === 'string' || Buffer.isBuffer(value) ? value : JSON.stringify(value)
  return Buffer.from(bytes).toString('base64url')
}
