import { sql } from 'kysely'
import type { Kysely } from 'kysely'

/** What customers asked support, and what they were asked to stop. Words stand beside the events, where they can be erased. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table inquiries (
      id text primary key,
      license text not null references licenses,
      event text not null references events (id),
      at timestamptz not null,
      channel text not null,
      topic text not null,
      repeats text references inquiries,
      minutes integer,
      entitled boolean not null,
      agent text not null,
      recorded_at timestamptz not null,
      corrected_at timestamptz,
      struck_at timestamptz
    )`.execute(db)
  await sql`create index inquiries_license on inquiries (license, id)`.execute(db)
  await sql`
    create index inquiries_window on inquiries (license, at)
    where struck_at is null`.execute(db)

  await sql`
    create table warnings (
      id text primary key,
      license text not null references licenses,
      event text not null references events (id),
      at timestamptz not null,
      form text not null,
      delivery text not null,
      language text not null,
      agent text not null,
      recorded_at timestamptz not null
    )`.execute(db)
  await sql`create index warnings_license on warnings (license, id)`.execute(db)
}
