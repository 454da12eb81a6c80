import { sql } from 'kysely'
import type { Kysely } from 'kysely'

type Db = Kysely<unknown>

/** What is told outside, written in the transaction of what has happened: to webhooks, and in letters. */
export async function up(db: Db): Promise<void> {
  await webhooks(db)
  await outbox(db)
  await attempts(db)
}

async function webhooks(db: Db): Promise<void> {
  await sql`
    create table webhooks (
      id text primary key,
      url text not null,
      description text not null,
      event_types jsonb,
      sealed text not null,
      former_sealed text,
      former_until timestamptz,
      created_at timestamptz not null,
      disabled_at timestamptz,
      disabled_why text,
      revision integer not null
    )`.execute(db)
}

async function outbox(db: Db): Promise<void> {
  // No foreign keys: events and licenses are never deleted, and a lock on a webhook’s row for each message would be waited for by
  // every other transaction that tells it something. A message to a webhook that is gone is never taken, and is forgotten in time.
  await sql`
    create table outbox (
      position bigint generated always as identity primary key,
      target text not null,
      message text not null,
      event text,
      license text,
      type text not null,
      recorded_at timestamptz not null,
      due_at timestamptz,
      leased_until timestamptz,
      tries integer not null default 0,
      delivered_at timestamptz,
      given_up_at timestamptz,
      dismissed_at timestamptz,
      body text,
      unique (target, message)
    )`.execute(db)
  await sql`create index outbox_listed on outbox (target, position)`.execute(db)
  await sql`
    create index outbox_due on outbox (target, due_at, position)
    where due_at is not null`.execute(db)
  await sql`
    create index outbox_order on outbox (target, license, position)
    where due_at is not null`.execute(db)
  await sql`create index outbox_license on outbox (license)`.execute(db)
  await sql`
    create index outbox_failed on outbox (target, position)
    where given_up_at is not null and dismissed_at is null`.execute(db)
}

async function attempts(db: Db): Promise<void> {
  await sql`
    create table outbox_attempts (
      id bigint generated always as identity primary key,
      entry bigint not null references outbox on delete cascade,
      at timestamptz not null,
      ms integer not null,
      status integer,
      error text,
      answer text
    )`.execute(db)
  await sql`create index outbox_attempts_entry on outbox_attempts (entry, id)`.execute(db)
}
