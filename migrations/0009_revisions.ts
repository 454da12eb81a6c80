import { sql } from 'kysely'
import type { Kysely } from 'kysely'

/** What can be edited counts its edits, so that nobody overwrites what he has not seen. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table products add revision integer not null default 1`.execute(db)
  await sql`alter table plans add revision integer not null default 1`.execute(db)
  await sql`alter table customers add revision integer not null default 1`.execute(db)
}
