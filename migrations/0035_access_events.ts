import { sql } from 'kysely'
import type { Kysely } from 'kysely'

type Db = Kysely<unknown>

/** Who changed people, tokens, keys, webhooks and settings, and who signed in; and why a key was revoked. */
export async function up(db: Db): Promise<void> {
  await sql`
    create table access_events (
      id text primary key,
      type text not null,
      at timestamptz not null,
      actor text not null,
      about text,
      data jsonb not null
    )`.execute(db)
  await sql`create index access_events_type on access_events (type, id)`.execute(db)
  await sql`create index access_events_actor on access_events (actor, id)`.execute(db)
  await sql`create index access_events_about on access_events (about, id)`.execute(db)
  await keep(db)
  await sql`alter table signing_keys add column revoked_why text`.execute(db)
  await sql`alter table evidence_keys add column revoked_why text`.execute(db)
}

/** What has happened is not changed; only what was kept for its time goes, in a transaction that says so. */
async function keep(db: Db): Promise<void> {
  await sql`
    create function refuse_change_of_access() returns trigger language plpgsql as $$
    begin
      if tg_op = 'DELETE' and current_setting('auszug.erases', true) = tg_table_name then
        return old;
      end if;
      raise exception 'what has happened is not changed: % on % is refused', tg_op, tg_table_name
        using errcode = 'integrity_constraint_violation';
    end $$`.execute(db)
  await sql`
    create trigger access_events_are_kept before update or delete on access_events
    for each row execute function refuse_change_of_access()`.execute(db)
  await sql`
    create trigger all_access_events_are_kept before truncate on access_events
    for each statement execute function refuse_change_of_access()`.execute(db)
}
