import { isRecord } from './record.ts'

/** RFC 9864 (`Ed25519`) and RFC 7518: what a license server signs with. Nothing else is ever accepted. */
export type SigningAlgorithm = 'Ed25519' | 'EdDSA' | 'ES256'

/** A public key as JWK (RFC 7517): the algorithm is pinned here, so that a token cannot choose one. */
export interface PublicKey {
  readonly kty: 'OKP' | 'EC'
  readonly crv: 'Ed25519' | 'P-256'
  readonly x: string
  readonly y?: string
  readonly alg: SigningAlgorithm
  /** Its thumbprint (RFC 7638). */
  readonly kid: string
}

const most = 100

/**
 * The usable keys of a JWK set, or of a list of JWKs: at most 100. A key of another kind, or without a `kid`, is left out: a newer server
 * may have some. Without an `alg` it is the curve's.
 */
export function publicKeys(set: unknown): readonly PublicKey[] {
  const list = Array.isArray(set) ? set : isRecord(set) && Array.isArray(set.keys) ? set.keys : []
  return list.slice(0, most).flatMap((jwk: unknown) => publicKey(jwk) ?? [])
}

function publicKey(jwk: unknown): PublicKey | null {
  if (!isRecord(jwk)) return null
  const { kty, crv, x, y, kid, use = 'sig', key_ops = ['verify'] } = jwk
  if (typeof x !== 'string' || typeof kid !== 'string' || use !== 'sig') return null
  if (!Array.isArray(key_ops) || !key_ops.includes('verify')) return null
  if (kty === 'OKP' && crv === 'Ed25519') {
    const { alg = 'Ed25519' } = jwk
    return alg === 'Ed25519' || alg === 'EdDSA' ? { kty, crv, x, kid, alg } : null
  }
  const { alg = 'ES256' } = jwk
  return kty === 'EC' && crv === 'P-256' && typeof y === 'string' && alg === 'ES256'
    ? { kty, crv, x, y, kid, alg }
    : null
}
