import { sql } from 'kysely'
import type { Kysely } from 'kysely'

type Db = Kysely<unknown>

/** Who the vendor is, what his letters say in his own words, and every letter that was written. */
export async function up(db: Db): Promise<void> {
  await vendor(db)
  await wordings(db)
  await letters(db)
}

async function vendor(db: Db): Promise<void> {
  await sql`
    create table vendor (
      one boolean primary key check (one),
      legal_name text not null,
      address text not null,
      register_number text not null,
      vat_id text not null,
      support_phone text not null,
      support_email text not null,
      reply_to text not null,
      notices_to text not null,
      language text not null,
      terms_url text not null,
      privacy_url text not null,
      export_help_url text not null,
      switched_off jsonb not null,
      logo text,
      revision integer not null
    )`.execute(db)
  // A logo stays for the letters that bear it, under the SHA-256 of its bytes.
  await sql`
    create table logos (
      id text primary key,
      media_type text not null,
      bytes bytea not null
    )`.execute(db)
}

async function wordings(db: Db): Promise<void> {
  await sql`
    create table letter_wordings (
      kind text not null,
      language text not null,
      version integer not null,
      subject text,
      text text,
      written_at timestamptz not null,
      written_by text not null,
      primary key (kind, language, version)
    )`.execute(db)
}

async function letters(db: Db): Promise<void> {
  await sql`
    create table letters (
      id text primary key,
      event text not null references events (id),
      license text not null references licenses,
      customer text not null references customers,
      kind text not null,
      language text not null,
      wording integer,
      logo text references logos,
      recipients jsonb not null,
      reply_to text,
      subject text,
      plain text,
      html text,
      written_at timestamptz not null,
      sending text,
      sends integer not null,
      mailed_at timestamptz,
      refused jsonb,
      failed text,
      handed_at timestamptz,
      handed_by text,
      unique (event, kind)
    )`.execute(db)
  await sql`create index letters_license on letters (license, id)`.execute(db)
  await sql`create index letters_customer on letters (customer, id)`.execute(db)
  await sql`
    create index letters_waiting on letters (id)
    where mailed_at is null and handed_at is null`.execute(db)
}
