import { sql } from 'kysely'
import type { Instant, LicenseId } from '../license/license.ts'
import { timestamp } from './column.ts'
import type { Database } from './database.ts'
import type { LicenseKeyId } from './tables.ts'

/** A license's key: known by its hash, with a copy sealed under the key-encryption key. */
export interface LicenseKey {
  readonly id: LicenseKeyId
  readonly license: LicenseId
  /** SHA-256 of its canonical spelling, base64url. */
  readonly hash: string
  readonly sealed: string
  readonly createdAt: Instant
  /** From when on it opens nothing any more, since another has replaced it; null while it is not replaced. */
  readonly keepUntil: Instant | null
}

export async function insertKey(db: Database, key: LicenseKey): Promise<void> {
  const { id, license, hash, sealed, createdAt, keepUntil } = key
  await db
    .insertInto('license_keys')
    .values({
      id,
      license,
      hash,
      sealed,
      created_at: timestamp(createdAt),
      keep_until: timestamp(keepUntil),
    })
    .execute()
}

/** All keys that a license has had, the oldest first. */
export function listKeys(db: Database, license: string): Promise<readonly LicenseKey[]> {
  return db
    .selectFrom('license_keys')
    .select([
      'id',
      'license',
      'hash',
      'sealed',
      'created_at as createdAt',
      'keep_until as keepUntil',
    ])
    .where(sql<boolean>`license = ${license}`)
    .orderBy('id')
    .execute()
}

/** The license that a key opens at an instant; null if it is unknown or replaced since. */
export async function licenseOfKey(
  db: Database,
  hash: string,
  now: Instant,
): Promise<LicenseId | null> {
  const found = await db
    .selectFrom('license_keys')
    .select('license')
    .where('hash', '=', hash)
    .where((eb) => eb.or([eb('keep_until', 'is', null), eb('keep_until', '>', timestamp(now))]))
    .executeTakeFirst()
  return found?.license ?? null
}

/** Replaces a key: it opens the license until then and no longer. */
export async function keepKeyUntil(db: Database, id: LicenseKeyId, until: Instant): Promise<void> {
  await db
    .updateTable('license_keys')
    .set({ keep_until: timestamp(until) })
    .where('id', '=', id)
    .execute()
}
