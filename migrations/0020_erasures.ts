import { sql } from 'kysely'
import type { Kysely } from 'kysely'

/** Which customers' personal data was erased, when and why. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table erasures (
      customer text primary key references customers,
      reason text not null,
      erased_at timestamptz not null,
      erased_by text not null
    )`.execute(db)
}
