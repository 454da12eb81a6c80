import type { Instant } from '../license/license.ts'
import { publicKeys } from './public-key.ts'
import type { PublicKey } from './public-key.ts'
import { isRecord } from './record.ts'

/** A key that signs evidence: dossiers, receipts, checkpoints. It is never one that signs tokens. */
export interface EvidenceKey {
  readonly publicKey: PublicKey
  readonly createdAt: Instant
  /** From then on it has signed nothing; null for the one that signs. */
  readonly retiredAt: Instant | null
  /** Since when it is known to have leaked; null if it is not. */
  readonly revokedAt: Instant | null
}

/** A JWK with its time, in the members of OpenID Federation's historical keys: NumericDates. */
type PublishedEvidenceKey = PublicKey & {
  readonly use: 'sig'
  readonly iat: number
  readonly exp?: number
  readonly revoked?: { readonly revoked_at: number; readonly reason: 'compromised' }
}

/** `/.well-known/evidence-keys.json`: every key that has ever signed, for ever; a revoked one with its date. */
export interface EvidenceKeySet {
  readonly issuer: string
  readonly keys: readonly PublishedEvidenceKey[]
}

export function evidenceKeySet(issuer: string, keys: readonly EvidenceKey[]): EvidenceKeySet {
  return {
    issuer,
    keys: keys.map(({ publicKey, createdAt, retiredAt, revokedAt }) => ({
      ...publicKey,
      use: 'sig',
      iat: seconds(createdAt),
      ...(retiredAt !== null && { exp: seconds(retiredAt) }),
      ...(revokedAt !== null && {
        revoked: { revoked_at: seconds(revokedAt), reason: 'compromised' },
      }),
    })),
  }
}

/** The usable keys of a published set. What is no key is left out. */
export function evidenceKeysIn(set: unknown): readonly EvidenceKey[] {
  const list: readonly unknown[] = isRecord(set) && Array.isArray(set.keys) ? set.keys : []
  return list.flatMap((jwk) => {
    const [publicKey] = publicKeys([jwk])
    if (publicKey === undefined || !isRecord(jwk)) return []
    const { iat, exp, revoked } = jwk
    return {
      publicKey,
      createdAt: instantIn(iat) ?? -Infinity,
      retiredAt: instantIn(exp),
      revokedAt: isRecord(revoked) ? (instantIn(revoked.revoked_at) ?? -Infinity) : null,
    }
  })
}

function instantIn(value: unknown): Instant | null {
  return typeof value === 'number' ? value * 1000 : null
}

function seconds(instant: Instant): number {
  return Math.floor(instant / 1000)
}
