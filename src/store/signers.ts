import type { Instant } from '../license/license.ts'
import type { PublicKey, SigningAlgorithm } from '../token/public-key.ts'
import { seal, unseal } from '../token/secret.ts'
import { signer } from '../token/sign.ts'
import type { Signer } from '../token/sign.ts'
import { newSigningKey } from '../token/signing-key.ts'
import type { KeyState, PrivateJwk } from '../token/signing-key.ts'
import { inTransaction } from './database.ts'
import type { Database } from './database.ts'
import { system } from '../license/actor.ts'
import { noteAccess } from './note-access.ts'
import type { By } from './note-access.ts'
import { insertSigningKey, listSigningKeys, setKeyState } from './signing-key.ts'

/** The keys that sign now, opened once and kept in memory. */
export interface Signers {
  /** The signer of an algorithm's active key. A rotation by another process is noticed within seconds. */
  readonly forAlgorithm: (algorithm: SigningAlgorithm) => Promise<Signer>
  /** After a rotation or a revocation here: the next token is signed by what the database says then. */
  readonly reread: () => void
}

/** How long an opened key is used before the database is asked whether another is active. */
const rereadMs = 5000

/** Opened keys: whoever opens a database anew for each request keeps them from one to the next. */
export interface SignerShelf {
  /** By key id. */
  readonly opened: Map<string, Signer>
  readonly active: Map<SigningAlgorithm, { readonly sign: Signer; readonly readAt: number }>
}

export function signerShelf(): SignerShelf {
  return { opened: new Map(), active: new Map() }
}

/**
 * @param kek opens the private halves.
 * @param shelf keys of this very database and kek; without it, they are kept for as long as what is returned.
 */
export function openSigners(
  db: Database,
  kek: Uint8Array,
  { opened, active }: SignerShelf = signerShelf(),
): Signers {
  return {
    async forAlgorithm(algorithm) {
      const known = active.get(algorithm)
      if (known !== undefined && performance.now() - known.readAt < rereadMs) return known.sign
      const key = (await listSigningKeys(db)).find(
        ({ state, publicKey }) => state === 'active' && publicKey.alg === algorithm,
      )
      if (key === undefined) throw new TypeError(`no active key for ${algorithm}`)
      const { publicKey, sealed } = key
      const sign = opened.get(publicKey.kid) ?? (await open(publicKey, sealed, kek))
      opened.set(publicKey.kid, sign)
      active.set(algorithm, { sign, readAt: performance.now() })
      return sign
    },
    reread: () => active.clear(),
  }
}

/** Makes the algorithm's first keys: the one that signs, and the next, so that products can pin both. */
export async function ensureSigningKeys(
  db: Database,
  kek: Uint8Array,
  algorithm: SigningAlgorithm,
  now: Instant,
): Promise<void> {
  await inTransaction(db, async (trx) => {
    await trx.selectFrom('server').select('sandbox').forUpdate().execute()
    const keys = (await listSigningKeys(trx)).filter(({ publicKey }) => publicKey.alg === algorithm)
    if (!keys.some(({ state }) => state === 'active'))
      await addKey(trx, kek, algorithm, 'active', now)
    if (!keys.some(({ state }) => state === 'next')) await addKey(trx, kek, algorithm, 'next', now)
  })
}

/** The next key signs from now on, the one before goes on verifying, and a new next one is published ahead. */
export async function rotateSigningKeys(
  db: Database,
  kek: Uint8Array,
  algorithm: SigningAlgorithm,
  by: By,
  now: Instant,
): Promise<void> {
  await inTransaction(db, async (trx) => {
    await ensureSigningKeys(trx, kek, algorithm, now)
    const keys = (await listSigningKeys(trx)).filter(({ publicKey }) => publicKey.alg === algorithm)
    const [before, next] = (['active', 'next'] as const).map((state) =>
      keys.find((key) => key.state === state),
    )
    if (before === undefined || next === undefined) throw new TypeError(`no keys for ${algorithm}`)
    await setKeyState(trx, before.publicKey.kid, 'retired', now)
    await setKeyState(trx, next.publicKey.kid, 'active', now)
    await addKey(trx, kek, algorithm, 'next', now)
    const told = { algorithm, former: before.publicKey.kid }
    await noteAccess(trx, 'signing_key.rotated', next.publicKey.kid, told, by, now)
  })
}

/**
 * Revokes a leaked key: if it signs, the next one does from now on, and there is always a next one published ahead. Revoking it
 * again changes nothing.
 *
 * @param reason why; null where nobody has said.
 * @returns false if there is no such key.
 */
export function revokeSigningKey(
  db: Database,
  kek: Uint8Array,
  { kid, reason }: { readonly kid: string; readonly reason: string | null },
  by: By,
  now: Instant,
): Promise<boolean> {
  return inTransaction(db, async (trx) => {
    await trx.selectFrom('server').select('sandbox').forUpdate().execute()
    const key = (await listSigningKeys(trx)).find(({ publicKey }) => publicKey.kid === kid)
    if (key === undefined || key.state === 'revoked') return key !== undefined
    const { alg } = key.publicKey
    if (key.state === 'active') await rotateSigningKeys(trx, kek, alg, by, now)
    await setKeyState(trx, kid, 'revoked', now, reason)
    await noteAccess(trx, 'signing_key.revoked', kid, { reason }, by, now)
    await ensureSigningKeys(trx, kek, alg, now)
    return true
  })
}

async function open(publicKey: PublicKey, sealed: string, kek: Uint8Array): Promise<Signer> {
  const privateJwk: PrivateJwk = JSON.parse(await unseal(kek, sealed))
  return signer({ publicKey, privateJwk })
}

async function addKey(
  db: Database,
  kek: Uint8Array,
  algorithm: SigningAlgorithm,
  state: KeyState,
  now: Instant,
): Promise<void> {
  const { publicKey, privateJwk } = await newSigningKey(algorithm)
  await insertSigningKey(db, {
    publicKey,
    product: null,
    state,
    sealed: await seal(kek, JSON.stringify(privateJwk)),
    createdAt: now,
    activatedAt: state === 'active' ? now : null,
    retiredAt: null,
    revokedAt: null,
    revokedWhy: null,
  })
  await noteAccess(db, 'signing_key.made', publicKey.kid, { algorithm }, system, now)
}
