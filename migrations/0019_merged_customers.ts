import { sql } from 'kysely'
import type { Kysely } from 'kysely'

/** Customers who turned out to be others that were there already, and who they were. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table merged_customers (
      id text primary key,
      merged_into text not null references customers,
      name text not null,
      language text not null,
      created_at timestamptz not null,
      reason text not null,
      merged_at timestamptz not null,
      merged_by text not null
    )`.execute(db)
  await sql`create index merged_customers_into on merged_customers (merged_into)`.execute(db)
}
