import { sql } from 'kysely'
import type { Actor } from '../license/actor.ts'
import type { Instant, LicenseId } from '../license/license.ts'
import { addKey, replaceKey } from '../license/license-key.ts'
import type { KeyFacts, Replacement } from '../license/license-key.ts'
import { Problem } from '../license/problem.ts'
import { timestamp } from './column.ts'
import type { Database } from './database.ts'
import { changeLicense } from './license.ts'
import { voidLicense } from './status-entry.ts'
import { orTaken } from './violation.ts'

/** A license's key: known by its hash, with a copy sealed under the key-encryption key. */
export interface LicenseKey extends KeyFacts {
  readonly license: LicenseId
  /** SHA-256 of its canonical spelling, base64url. */
  readonly hash: string
  readonly sealed: string
  readonly createdAt: Instant
}

/** @throws Problem key-taken */
export async function insertKey(db: Database, key: LicenseKey): Promise<void> {
  const { id, license, hash, sealed, createdAt, keepUntil, leakedAt } = key
  const insert = db
    .insertInto('license_keys')
    .values({
      id,
      license,
      hash,
      sealed,
      created_at: timestamp(createdAt),
      keep_until: timestamp(keepUntil),
      leaked_at: timestamp(leakedAt),
    })
    .execute()
  await orTaken(insert, 'license_keys_hash', 'key-taken', {})
}

/**
 * Keeps another key of a license, beside those that it has.
 *
 * @throws Problem not-found, key-taken
 */
export async function addLicenseKey(
  db: Database,
  key: LicenseKey,
  actor: Actor,
  now: Instant,
): Promise<void> {
  await changeLicense(db, key.license, now, actor, async (license, _, trx) => {
    await insertKey(trx, key)
    return addKey(license, key.id, now)
  })
}

/**
 * Keeps a key in the place of another, which ends at once or when it is said.
 *
 * @param old the id of the one that is replaced.
 * @throws Problem not-found, key-ended, key-taken, unfit
 */
export async function replaceLicenseKey(
  db: Database,
  old: string,
  key: LicenseKey,
  asked: Omit<Replacement, 'by'>,
  actor: Actor,
  now: Instant,
): Promise<void> {
  await changeLicense(db, key.license, now, actor, async (license, _, trx) => {
    // The license is locked, so its keys stand still.
    const found = (await listKeys(trx, license.id)).find(({ id }) => id === old)
    if (found === undefined) throw new Problem('not-found', { key: old })
    const outcome = replaceKey(license, found, { ...asked, by: key.id }, now)
    await keepKeyFacts(trx, outcome.replaced)
    await insertKey(trx, key)
    // Whoever holds a token by a key that has leaked is to ask again, by a good one.
    if (outcome.replaced.leakedAt !== null) await voidLicense(trx, license.id)
    return outcome
  })
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
      'leaked_at as leakedAt',
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

/** Keeps until when a key opens its license, and whether it has leaked. */
export async function keepKeyFacts(
  db: Database,
  { id, keepUntil, leakedAt }: KeyFacts,
): Promise<void> {
  await db
    .updateTable('license_keys')
    .set({ keep_until: timestamp(keepUntil), leaked_at: timestamp(leakedAt) })
    .where('id', '=', id)
    .execute()
}
