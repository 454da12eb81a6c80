import { sql } from 'kysely'
import type { Kysely } from 'kysely'

/** With whom the vendor has ended the relation, and since when. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table ended_relations (
      id text primary key,
      customer text not null references customers,
      reason text not null,
      ended_at timestamptz not null,
      ended_by text not null,
      resumed_at timestamptz,
      resumed_by text
    )`.execute(db)
  await sql`create index ended_relations_customer on ended_relations (customer, id)`.execute(db)
  // A relation that is ended is not ended again.
  await sql`
    create unique index ended_relations_standing on ended_relations (customer)
    where resumed_at is null`.execute(db)
}
