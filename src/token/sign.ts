import { createPrivateKey, sign } from 'node:crypto'
import type { SignedType } from './signed.ts'
import type { SigningKey } from './signing-key.ts'

/** Signs a payload as a compact JWS (RFC 7515) of the given type. */
export type Signer = (typ: SignedType, payload: object) => string

/**
 * A signer with its key imported once, to be kept. It signs at once, by node:crypto: WebCrypto's way through the thread pool costs four times the
 * signature itself.
 */
export function signer({ publicKey, privateJwk }: SigningKey): Signer {
  const { alg, kid } = publicKey
  const key = createPrivateKey({ key: { ...privateJwk }, format: 'jwk' })
  const signature =
    alg === 'ES256'
      ? (input: Buffer) => sign('sha256', input, { key, dsaEncoding: 'ieee-p1363' })
      : (input: Buffer) => sign(null, input, key)
  return (typ, payload) => {
    const input = `${encode({ alg, typ, kid })}.${encode(payload)}`
    return `${input}.${signature(Buffer.from(input)).toString('base64url')}`
  }
}

function encode(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url')
}
