import { sql } from 'kysely'
import type { Kysely } from 'kysely'

/** Which license went from whom to whom: `n` is the place of the event in its history. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table transfers (
      license text not null references licenses,
      n integer not null,
      giver text not null references customers,
      receiver text not null references customers,
      transferred_at timestamptz not null,
      primary key (license, n)
    )`.execute(db)
  await sql`create index transfers_giver on transfers (giver)`.execute(db)
  await sql`create index transfers_receiver on transfers (receiver)`.execute(db)
}
