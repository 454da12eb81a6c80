import { sql } from 'kysely'
import type { Instant } from '../license/license.ts'
import { json, timestamp } from './column.ts'
import type { Database } from './database.ts'
import { idsFrom, newId } from './id.ts'
import { stranger } from './note-access.ts'
import type { PersonId } from './tables.ts'

/** How many failed attempts are noted within the window, of everybody together. */
const most = 100
const windowMs = 15 * 60_000

/**
 * Notes an attempt that failed. One at a name that nobody has is noted too, without the name, so that it takes as long as one at a
 * name that somebody has. Whoever fails ever so often fills no table: beyond the bound nothing is noted, of anybody.
 */
export async function noteFailure(
  db: Database,
  person: PersonId | null,
  at: 'password' | 'code',
  now: Instant,
): Promise<void> {
  await sql`
    insert into access_events (id, type, at, actor, about, data)
    select ${newId('acc', now)}, 'sign_in.failed', ${timestamp(now)}, ${stranger.id}, ${person}::text, ${json({ at })}
    where (
      select count(*) from access_events
      where type = 'sign_in.failed' and id >= ${idsFrom('acc', now - windowMs)}
    ) < ${most}`.execute(db)
}

/** Notes that whoever tries to sign in as somebody is to wait: once in the window. */
export async function noteLock(
  db: Database,
  login: string,
  at: 'password' | 'code',
  now: Instant,
): Promise<void> {
  await sql`
    insert into access_events (id, type, at, actor, about, data)
    select ${newId('acc', now)}, 'sign_in.locked', ${timestamp(now)}, ${stranger.id}, p.id, ${json({ at })}
    from people p
    where p.login = ${login.toLowerCase()} and p.left_at is null and not exists (
      select from access_events e
      where e.type = 'sign_in.locked' and e.about = p.id and e.id >= ${idsFrom('acc', now - windowMs)}
    )`.execute(db)
}
