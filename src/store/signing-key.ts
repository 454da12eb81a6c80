import type { Instant, ProductId } from '../license/license.ts'
import type { PublishedKey } from '../token/keyset.ts'
import type { SigningAlgorithm } from '../token/public-key.ts'
import type { KeyState } from '../token/signing-key.ts'
import { json, timestamp } from './column.ts'
import type { Database } from './database.ts'

/** A signing key as it is kept: its private half rests sealed under the key-encryption key. */
export interface KeptSigningKey extends PublishedKey {
  /** Whose tokens it signs; null for every product that has none of its own. */
  readonly product: ProductId | null
  readonly sealed: string
  readonly createdAt: Instant
  readonly activatedAt: Instant | null
  readonly retiredAt: Instant | null
  readonly revokedAt: Instant | null
  /** Null where nobody has said, and while it is not revoked. */
  readonly revokedWhy: string | null
}

export async function insertSigningKey(db: Database, key: KeptSigningKey): Promise<void> {
  const { publicKey, product, state, sealed } = key
  await db
    .insertInto('signing_keys')
    .values({
      kid: publicKey.kid,
      product,
      algorithm: publicKey.alg,
      state,
      public_key: json(publicKey),
      sealed,
      created_at: timestamp(key.createdAt),
      activated_at: timestamp(key.activatedAt),
      retired_at: timestamp(key.retiredAt),
      revoked_at: timestamp(key.revokedAt),
      revoked_why: key.revokedWhy,
    })
    .execute()
}

/** Every key, the oldest first. */
export async function listSigningKeys(db: Database): Promise<readonly KeptSigningKey[]> {
  const rows = await signingKeys(db).orderBy('created_at').orderBy('kid').execute()
  return rows
}

/** The key that signs for a product: its own, else the one for all. */
export async function activeSigningKey(
  db: Database,
  algorithm: SigningAlgorithm,
  product: ProductId,
): Promise<KeptSigningKey | null> {
  const found = await signingKeys(db)
    .where('state', '=', 'active')
    .where('algorithm', '=', algorithm)
    .where((eb) => eb.or([eb('product', '=', product), eb('product', 'is', null)]))
    .orderBy('product', (order) => order.asc().nullsLast())
    .executeTakeFirst()
  return found ?? null
}

/**
 * Brings a key into another state and notes when. Of several keys for the same, one is active at a time: the one before is retired
 * first, in the same transaction.
 */
export async function setKeyState(
  db: Database,
  kid: string,
  state: KeyState,
  now: Instant,
  why: string | null = null,
): Promise<void> {
  const at = timestamp<Instant | null>(now)
  const noted = {
    next: {},
    active: { activated_at: at },
    retired: { retired_at: at },
    revoked: { revoked_at: at, revoked_why: why },
  } as const satisfies Record<KeyState, object>
  await db
    .updateTable('signing_keys')
    .set({ state, ...noted[state] })
    .where('kid', '=', kid)
    .execute()
}

function signingKeys(db: Database) {
  return db
    .selectFrom('signing_keys')
    .select([
      'public_key as publicKey',
      'product',
      'state',
      'sealed',
      'created_at as createdAt',
      'activated_at as activatedAt',
      'retired_at as retiredAt',
      'revoked_at as revokedAt',
      'revoked_why as revokedWhy',
    ])
}
