import { sql } from 'kysely'
import type { Kysely } from 'kysely'

type Db = Kysely<unknown>

/** How long what is kept, where an admin has said so, and what was erased on which day. */
export async function up(db: Db): Promise<void> {
  // A null keeps for ever; a class without a row is kept as long as is usual.
  await sql`
    create table retention_periods (
      class text primary key,
      period text,
      changed_at timestamptz not null,
      changed_by text not null
    )`.execute(db)
  await sql`
    create table retention_runs (
      class text not null,
      day date not null,
      erased integer not null,
      reached text not null,
      finished boolean not null,
      primary key (class, day)
    )`.execute(db)
  await looks(db)
}

/** What a run looks for. */
async function looks(db: Db): Promise<void> {
  await sql`
    create index events_inquiries on events (recorded_at)
    where type in ('inquiry.logged', 'inquiry.corrected', 'inquiry.struck')`.execute(db)
  await sql`
    create index activations_freed_names on activations (freed_at)
    where freed_at is not null and machine is not null`.execute(db)
}
