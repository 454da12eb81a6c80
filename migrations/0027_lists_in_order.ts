import { sql } from 'kysely'
import type { Kysely } from 'kysely'

/** Customers in the order of their names, however many they are. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create index customers_by_name on customers (
      (lower(regexp_replace(normalize(name, NFKD), '[\u0300-\u036f]', '', 'g')) collate "C"), id
    )`.execute(db)
}
