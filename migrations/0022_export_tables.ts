import { sql } from 'kysely'
import type { Kysely } from 'kysely'

/** What tables a product's export has, as its vendor publishes them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table products add export_tables jsonb not null default '[]'`.execute(db)
}
