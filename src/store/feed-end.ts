import { sql } from 'kysely'
import type { Database } from './database.ts'

/** Marks the feed's advisory locks: it stands above the 40 bits of a position. */
export const feedLock = 0x415a55n << 40n

/** How far the feed's positions are given out. */
export const givenOut = sql<number>`(
  select case when is_called then last_value else 0 end from events_position_seq
)`

/**
 * Up to which position every event is kept or never will be. Positions are given out before their transactions end, and these may
 * end in another order; each of them holds a lock that says from where on it writes, until it is over. How far they are given
 * out is asked before the locks: whoever takes a lock in between writes further on.
 */
export async function feedEnd(db: Database): Promise<number> {
  const { rows: reached } = await sql<{ position: number }>`select ${givenOut} as position`.execute(
    db,
  )
  const { rows: running } = await sql<{ position: number | null }>`
    select min((classid::bigint << 32 | objid::bigint) - ${sql.lit(feedLock)}) as position
    from pg_locks
    where locktype = 'advisory' and objsubid = 1
      and classid::bigint >> 8 = ${sql.lit(feedLock >> 40n)}
      and database = (select oid from pg_database where datname = current_database())`.execute(db)
  const end = reached[0]?.position ?? 0
  return Math.min(end, running[0]?.position ?? end)
}
