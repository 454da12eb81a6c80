import { sql } from 'kysely'
import type { Kysely } from 'kysely'

/** When a license key was said to be in wrong hands. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table license_keys add column leaked_at timestamptz`.execute(db)
}
