import { sql } from 'kysely'
import type { Kysely } from 'kysely'

/** When a license renews next and when it ends, as it stands, so that what comes can be counted and listed. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table licenses add renews_after date, add ends_after date`.execute(db)
  await sql`
    create index licenses_renews_after on licenses (renews_after) where renews_after is not null`.execute(
    db,
  )
  await sql`
    create index licenses_ends_after on licenses (ends_after) where ends_after is not null`.execute(
    db,
  )
  // The law alone knows the days. What is due is looked at by the job, which keeps them from then on.
  await sql`
    update licenses set settles_at = timestamptz 'epoch' where settles_at is not null`.execute(db)
}
