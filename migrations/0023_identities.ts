import { sql } from 'kysely'
import type { Kysely } from 'kysely'

/** Whom an identity provider knows our people as, and what it gave at a sign-in, so that a browser can be signed out there too. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // One provider knows a person by one name; another one that the server is moved to may know them as well.
  await sql`
    create table identities (
      issuer text not null,
      subject text not null,
      person text not null references people,
      email text,
      linked_at timestamptz not null,
      primary key (issuer, subject),
      constraint identities_person unique (person, issuer)
    )`.execute(db)
  await sql`alter table sessions add column id_token text`.execute(db)
}
