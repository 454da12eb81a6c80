import { sql } from 'kysely'
import type { Instant, Lease, LicenseId } from '../license/license.ts'
import { timestamp } from './column.ts'
import type { Database } from './database.ts'

/** The leases of a license that have not lapsed, in the order of their taking. */
export function runningLeases(db: Database, license: LicenseId, now: Instant): Promise<Lease[]> {
  return leases(db)
    .where('license', '=', license)
    .where('expires_at', '>', timestamp(now))
    .orderBy('taken_at')
    .orderBy('id')
    .execute()
}

/** A lease of the license, lapsed or not; null if it was never taken, or is gone. */
export async function findLease(
  db: Database,
  license: LicenseId,
  id: string,
): Promise<Lease | null> {
  const found = await leases(db)
    .where('license', '=', license)
    .where(sql<boolean>`id = ${id}`)
    .executeTakeFirst()
  return found ?? null
}

/**
 * Forgets what has lapsed. Under the license's lock, before leases are counted: a heartbeat that comes later, with an earlier
 * instant, is not to revive one whose seat has been given away.
 */
export async function forgetLapsed(trx: Database, license: LicenseId, now: Instant): Promise<void> {
  await trx
    .deleteFrom('leases')
    .where('license', '=', license)
    .where('expires_at', '<=', timestamp(now))
    .execute()
}

/** Keeps a lease, new or renewed. */
export async function keepLease(trx: Database, license: LicenseId, lease: Lease): Promise<void> {
  const { id, holder, takenAt, expiresAt } = lease
  await trx
    .insertInto('leases')
    .values({
      id,
      license,
      holder,
      taken_at: timestamp(takenAt),
      expires_at: timestamp(expiresAt),
    })
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet({ expires_at: timestamp(expiresAt) }),
    )
    .execute()
}

/** Gives a lease back; one that is gone is no error. */
export async function dropLease(db: Database, license: LicenseId, id: string): Promise<void> {
  await db
    .deleteFrom('leases')
    .where('license', '=', license)
    .where(sql<boolean>`id = ${id}`)
    .execute()
}

function leases(db: Database) {
  return db
    .selectFrom('leases')
    .select(['id', 'holder', 'taken_at as takenAt', 'expires_at as expiresAt'])
}
