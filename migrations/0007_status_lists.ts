import { sql } from 'kysely'
import type { Kysely } from 'kysely'

type Db = Kysely<unknown>

/**
 * Late news of tokens. Licenses and activations that are there get their place with the next token, as new ones do: a token from
 * before names none.
 */
export async function up(db: Db): Promise<void> {
  // The time between two signatures is by the database's own clock: a sandbox's stands still.
  await sql`
    create table status_lists (
      n integer primary key,
      algorithm text not null,
      revision integer not null,
      uri text,
      jwt text,
      kid text,
      issued_at timestamptz,
      signed_at timestamptz
    )`.execute(db)

  // A place is taken before its activation is kept, in the same transaction.
  await sql`
    create table status_entries (
      list integer not null references status_lists,
      idx integer not null,
      license text not null references licenses,
      activation text references activations deferrable initially deferred,
      status integer not null,
      primary key (list, idx)
    )`.execute(db)
  await sql`create index status_entries_license on status_entries (license)`.execute(db)

  // 1 is void, for ever: whoever has a void place gets another.
  await sql`
    create unique index status_entries_bound on status_entries (activation)
    where status <> 1 and activation is not null`.execute(db)
  await sql`
    create unique index status_entries_unbound on status_entries (license)
    where status <> 1 and activation is null`.execute(db)

  await sql`
    create index status_entries_said on status_entries (list, idx, status)
    where status <> 0`.execute(db)

  // A row for each change that no published list bears yet. Rows are added and taken away, never changed: whoever changes many
  // statuses waits for nobody who signs.
  await sql`
    create table status_news (
      id text primary key default gen_random_uuid(),
      list integer not null references status_lists
    )`.execute(db)
  await sql`create index status_news_list on status_news (list)`.execute(db)
}
