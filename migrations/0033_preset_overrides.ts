import { sql } from 'kysely'
import type { Kysely } from 'kysely'

/** Who let a plan pass that breaks the limits of its law preset, and why. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table plans add column preset_override jsonb`.execute(db)
}
