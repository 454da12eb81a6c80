import { sql } from 'kysely'
import type { Kysely } from 'kysely'

/** Who signs in, by what, and for how long. All ends here are of the database's own clock: a sandbox's stands still. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table people (
      id text primary key,
      login text not null constraint people_login unique,
      name text not null,
      role text not null,
      password text,
      one_time_code text,
      code_step bigint,
      recovery_codes jsonb not null,
      created_at timestamptz not null,
      left_at timestamptz
    )`.execute(db)

  // Without a person it is the first admin's.
  await sql`
    create table invitations (
      hash text primary key,
      person text references people,
      expires_at timestamptz not null
    )`.execute(db)

  await sql`
    create table sessions (
      hash text primary key,
      person text not null references people,
      awaits_code boolean not null,
      started_at timestamptz not null,
      seen_at timestamptz not null
    )`.execute(db)
  await sql`create index sessions_person on sessions (person)`.execute(db)

  await sql`
    create table sign_in_failures (
      key text primary key,
      since timestamptz not null,
      failures integer not null
    )`.execute(db)
}
