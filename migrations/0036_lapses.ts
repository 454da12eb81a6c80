import { sql } from 'kysely'
import type { Kysely } from 'kysely'

/** A license is due when a proposal about it lapses, too. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    update licenses l set settles_at = least(l.settles_at, p.lapses_at)
    from (
      select l.id, min(p.lapses_at) as lapses_at
      from licenses l join proposals p on p.license = l.id
      where p.answer is null and p.lapses_at > l.settled_at
      group by l.id
    ) p
    where p.id = l.id`.execute(db)
}
