import { sql } from 'kysely'
import type { Kysely } from 'kysely'

/** Which plans can be tried, and which machines have had their trial. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table plans add column trial boolean not null default false`.execute(db)
  await sql`
    create table trials (
      product text not null references products,
      fingerprint text not null,
      license text not null references licenses,
      created_at timestamptz not null,
      constraint trials_machine primary key (product, fingerprint)
    )`.execute(db)
  await sql`create index trials_license on trials (license)`.execute(db)
}
