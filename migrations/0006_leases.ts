import { sql } from 'kysely'
import type { Kysely } from 'kysely'

/** Seats that are counted by use: leases come and go, and what has lapsed is deleted. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table plans add column lease text`.execute(db)
  await sql`
    create table leases (
      id text primary key,
      license text not null references licenses,
      holder text,
      taken_at timestamptz not null,
      expires_at timestamptz not null
    )`.execute(db)
  await sql`create index leases_license on leases (license, taken_at, id)`.execute(db)
}
