import { sql } from 'kysely'
import type { Kysely } from 'kysely'

/** The keys that dossiers, receipts and checkpoints are signed with. They are published for ever, so none is ever deleted. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // One that is retired or revoked signs nothing any more, so its private half is gone.
  await sql`
    create table evidence_keys (
      kid text primary key,
      public_key jsonb not null,
      sealed text,
      created_at timestamptz not null,
      retired_at timestamptz,
      revoked_at timestamptz
    )`.execute(db)
  await sql`
    create unique index evidence_keys_active on evidence_keys ((true))
    where retired_at is null and revoked_at is null`.execute(db)
}
