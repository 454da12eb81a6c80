import { sql } from 'kysely'
import type { Kysely } from 'kysely'

/** How seats change hands, and what is agreed about it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table activations
      add column replaced_by text,
      add column held_until timestamptz`.execute(db)

  // What was not given stays null, as everywhere in a plan: the law has the defaults.
  await sql`
    alter table plans
      add column seat_changes jsonb,
      add column replace_oldest boolean,
      add column seat_lapse text`.execute(db)
}
