import { sql } from 'kysely'
import type { Kysely } from 'kysely'

/** What the desk asks of its ledger first thing in the morning, and what is read out to it on the telephone. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create index inquiries_beyond on inquiries (at, license)
    where struck_at is null and topic <> 'in_scope'`.execute(db)
  await sql`create index objections_read_out on objections ((right(id, 12)))`.execute(db)
  await sql`
    create index objections_on_their_way on objections (recorded_at, license)
    where received_at is null and withdrawn_at is null and closed_at is null`.execute(db)
  await sql`
    create index objections_to_review on objections (recorded_at)
    where review is not null and withdrawn_at is null`.execute(db)
}
