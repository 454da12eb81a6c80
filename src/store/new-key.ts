import type { Instant, LicenseId, LicenseKeyId } from '../license/license.ts'
import { unfit } from '../license/problem.ts'
import { anyLicenseKey, isStrongKey } from '../token/brought-key.ts'
import { hashLicenseKey, makeLicenseKey } from '../token/new-license-key.ts'
import { seal } from '../token/secret.ts'
import { newId } from './id.ts'
import type { LicenseKey } from './key.ts'

/** Under what the copy of a key that is kept is sealed. */
interface Sealing {
  readonly kek: Uint8Array
}

/** A key's text, and what is kept of it. */
export interface NewKey {
  readonly key: string
  readonly record: LicenseKey
}

/**
 * A key for a license: a new one, or one that is brought along.
 *
 * @param brought as it was typed.
 * @param id under which it is kept; a new one if left out.
 * @throws Problem unfit for a text that cannot be a key, or can be guessed.
 */
export function keyFor(
  at: Sealing,
  license: LicenseId,
  brought: string | undefined,
  now: Instant,
  id: LicenseKeyId = newId('key', now),
): Promise<NewKey> {
  if (brought === undefined) return kept(at, { id, license }, makeLicenseKey(), now)
  const key = anyLicenseKey(brought)
  const misfit = misfitOfKey(key)
  if (key === null || misfit !== null) throw unfit('/key', misfit ?? '')
  return kept(at, { id, license }, key, now)
}

/** Why a text in its spelling for looking up is no key to bring along; null if it is one. */
export function misfitOfKey(key: string | null): string | null {
  if (key === null)
    return 'A key has 20 to 1,000 printable characters without spaces; one of ours is mistyped.'
  return isStrongKey(key) ? null : 'The key can be guessed: it has less than 128 bits.'
}

async function kept(
  { kek }: Sealing,
  of: Pick<LicenseKey, 'id' | 'license'>,
  key: string,
  now: Instant,
): Promise<NewKey> {
  const sealed = await seal(kek, key)
  const hash = hashLicenseKey(key)
  const fresh = { createdAt: now, keepUntil: null, leakedAt: null }
  return { key, record: { ...of, hash, sealed, ...fresh } }
}
