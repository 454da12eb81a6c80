import { createPrivateKey, sign } from 'node:crypto'
import { joseSignature } from './jose-signature.ts'
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
      ? (input: Buffer) => joseSignature(sign('sha256', input, key))
      : (input: Buffer) => sign(null, input, key)
  const heads = new Map<SignedType, string>()
  const headOf = (typ: SignedType): string => {
    const head = heads.get(typ) ?? encode({ alg, typ, kid })
    heads.set(typ, head)
    return head
  }
  return (typ, payload) => {
    const input = `${headOf(typ)}.${encode(payload)}`
    return `${input}.${signature(Buffer.from(input)).toString('base64url')}`
  }
}

function encode(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url')
}
