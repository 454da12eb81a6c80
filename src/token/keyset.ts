import type { Instant } from '../license/license.ts'
import type { PublicKey } from './public-key.ts'
import type { Signer } from './sign.ts'
import type { KeyState } from './signing-key.ts'

/** A public key and how far it has come. */
export interface PublishedKey {
  readonly publicKey: PublicKey
  readonly state: KeyState
}

/** A JWK set (RFC 7517, section 5). */
export interface KeySet {
  readonly keys: readonly (PublicKey & { readonly use: 'sig' })[]
}

/** `/.well-known/jwks.json`: next, active and retired keys. A revoked one vanishes. */
export function jwks(keys: readonly PublishedKey[]): KeySet {
  return {
    keys: keys
      .filter(({ state }) => state !== 'revoked')
      .map(({ publicKey }) => ({ ...publicKey, use: 'sig' })),
  }
}

/**
 * `/.well-known/keys.jwt`: the same keys, signed, so that whoever trusts the signer can trust them all. Clients go by its `iat`: of two sets the newer
 * counts, so it must be signed anew whenever a key changes its state.
 */
export function signKeySet(
  sign: Signer,
  issuer: string,
  keys: readonly PublishedKey[],
  now: Instant,
): string {
  return sign('vnd.auszug.keys+jwt', { iss: issuer, iat: Math.floor(now / 1000), ...jwks(keys) })
}
