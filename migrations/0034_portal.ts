import { sql } from 'kysely'
import type { Kysely } from 'kysely'

type Db = Kysely<unknown>

/** What customers do for themselves: sign in by a link, accept what is proposed, and declare without signing in. */
export async function up(db: Db): Promise<void> {
  await access(db)
  await proposals(db)
  await declarations(db)
}

/** Ends of links and sessions are of the database's own clock: a sandbox's stands still. A contact who is taken away takes them along. */
async function access(db: Db): Promise<void> {
  await sql`
    create table portal_links (
      hash text primary key,
      contact text not null references contacts on delete cascade,
      mail_hash text,
      made_at timestamptz not null,
      expires_at timestamptz not null
    )`.execute(db)
  await sql`create index portal_links_contact on portal_links (contact)`.execute(db)

  await sql`
    create table portal_sessions (
      hash text primary key,
      contact text not null references contacts on delete cascade,
      mail_hash text,
      started_at timestamptz not null,
      seen_at timestamptz not null
    )`.execute(db)
  await sql`create index portal_sessions_contact on portal_sessions (contact)`.execute(db)

  // Sealed: a link to sign in by opens a customer's licenses, and a confirmation says what somebody has declared.
  await sql`
    create table portal_mails (
      id text primary key,
      kind text not null,
      recipient text not null,
      sealed text not null,
      made_at timestamptz not null,
      due_at timestamptz not null,
      sent_at timestamptz
    )`.execute(db)
  await sql`create index portal_mails_due on portal_mails (due_at) where sent_at is null`.execute(
    db,
  )
  await sql`create index portal_mails_recipient on portal_mails (recipient, made_at)`.execute(db)
}

async function proposals(db: Db): Promise<void> {
  await sql`
    create table proposals (
      id text primary key,
      license text not null references licenses,
      side text not null,
      asked jsonb not null,
      reason text,
      proposed_by text,
      recorded_by text not null,
      recorded_at timestamptz not null,
      lapses_at timestamptz,
      answer text,
      answered_by text,
      answered_at timestamptz
    )`.execute(db)
  await sql`create index proposals_license on proposals (license, id)`.execute(db)
  await sql`create index proposals_open on proposals (side, id) where answer is null`.execute(db)
}

async function declarations(db: Db): Promise<void> {
  // Whatever is typed is received. The words can be erased; that, when and of which kind stays.
  await sql`
    create table declarations (
      id text primary key,
      hash text not null,
      kind text not null,
      language text not null,
      received_at timestamptz not null,
      words jsonb,
      license text references licenses,
      customer text references customers,
      objection text,
      ends_on date,
      handled_at timestamptz,
      handled_by text
    )`.execute(db)
  await sql`create unique index declarations_hash on declarations (hash)`.execute(db)
  await sql`create index declarations_customer on declarations (customer, id)`.execute(db)
  await sql`create index declarations_open on declarations (id) where handled_at is null`.execute(
    db,
  )
}
