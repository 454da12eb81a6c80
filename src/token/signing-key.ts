import { generateKeyPairSync } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import { calculateJwkThumbprint } from 'jose'
import { publicKeys } from './public-key.ts'
import type { PublicKey, SigningAlgorithm } from './public-key.ts'

/** Published ahead; signs; verifies only; leaked, and known to nobody any more. */
export type KeyState = 'next' | 'active' | 'retired' | 'revoked'

/** A key pair of the server. The private half is a JWK (RFC 7517) too, and rests sealed: see `secret.ts`. */
export interface SigningKey {
  readonly publicKey: PublicKey
  readonly privateJwk: PrivateJwk
}

export type PrivateJwk = Readonly<{ kty: string; crv: string; x: string; y?: string; d: string }>

/** A new key pair; its `kid` is the RFC 7638 thumbprint. */
export async function newSigningKey(algorithm: SigningAlgorithm): Promise<SigningKey> {
  const privateKey = generate(algorithm)
  const { kty, crv, x, y, d } = privateKey.export({ format: 'jwk' })
  if (kty === undefined || crv === undefined || x === undefined || d === undefined)
    throw new TypeError('the new key has no JWK')
  const half = { kty, crv, x, ...(y !== undefined && { y }) }
  const [publicKey] = publicKeys([
    { ...half, alg: algorithm, kid: await calculateJwkThumbprint(half) },
  ])
  if (publicKey === undefined) throw new TypeError('the new key is of no known kind')
  return { publicKey, privateJwk: { ...half, d } }
}

function generate(algorithm: SigningAlgorithm): KeyObject {
  return algorithm === 'ES256'
    ? generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey
    : generateKeyPairSync('ed25519').privateKey
}
