import type { PublicKey } from './public-key.ts'

const curves = {
  Ed25519: { name: 'Ed25519' },
  'P-256': { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' },
}
const imported = new WeakMap<PublicKey, ReturnType<typeof importKey>>()

/**
 * Whether these bytes were signed with this key: EdDSA (RFC 8032) or ECDSA with SHA-256, the signature as in JOSE (RFC 7518, section 3.4). WebCrypto
 * does it by itself: of JOSE's many ways this profile has two, and a client carries no others.
 *
 * @throws whatever WebCrypto throws for a key that lies on no curve.
 */
export async function isSignature(
  key: PublicKey,
  signature: Uint8Array<ArrayBuffer>,
  signed: Uint8Array<ArrayBuffer>,
): Promise<boolean> {
  const known = imported.get(key) ?? importKey(key)
  imported.set(key, known)
  return crypto.subtle.verify(curves[key.crv], await known, signature, signed)
}

function importKey({ alg: _alg, kid: _kid, ...jwk }: PublicKey) {
  return crypto.subtle.importKey('jwk', jwk, curves[jwk.crv], false, ['verify'])
}
