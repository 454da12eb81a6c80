import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Instant } from '../license/license.ts'
import { typesOf } from './access-event.ts'
import type { AccessEvent, AccessGroup } from './access-event.ts'
import type { Database } from './database.ts'
import { idsFrom } from './id.ts'
import { pageOf } from './page.ts'
import type { Page, PageQuery } from './page.ts'

export interface AccessFilter extends PageQuery {
  readonly group?: AccessGroup | undefined
  readonly type?: string | undefined
  /** By whom it was done, or about whom or what: an id. */
  readonly who?: string | undefined
  /** Then or later. */
  readonly from?: Instant | undefined
  /** Before then. */
  readonly before?: Instant | undefined
  readonly oldestFirst?: boolean | undefined
}

/** What has happened to who has access, the newest first where nothing else is asked for. */
export async function listAccess(db: Database, filter: AccessFilter): Promise<Page<AccessEvent>> {
  const { limit, oldestFirst = false } = filter
  const { rows } = await sql<AccessEvent>`
    select id, type, at, actor, about, data from access_events
    where ${sql.join(conditionsOf(filter), sql` and `)}
    order by id ${oldestFirst ? sql`asc` : sql`desc`} limit ${limit + 1}`.execute(db)
  return pageOf(rows, limit)
}

/** An event's id begins with its instant. */
function conditionsOf(filter: AccessFilter): readonly RawBuilder<unknown>[] {
  const { group, type, who, from, before, after, oldestFirst = false } = filter
  return [
    sql`true`,
    ...(group === undefined ? [] : [sql`type = any(${typesOf(group)}::text[])`]),
    ...(type === undefined ? [] : [sql`type = ${type}`]),
    ...(who === undefined ? [] : [sql`(actor = ${who} or about = ${who})`]),
    ...(from === undefined ? [] : [sql`id >= ${idsFrom('acc', from)}`]),
    ...(before === undefined ? [] : [sql`id < ${idsFrom('acc', before)}`]),
    ...(after === undefined ? [] : [oldestFirst ? sql`id > ${after}` : sql`id < ${after}`]),
  ]
}

/**
 * Takes away what is older than an instant, of the sign-ins or of everything else; the database refuses it to everybody who does not
 * say so.
 *
 * @returns how many events.
 */
export async function eraseAccess(
  trx: Database,
  of: 'sign_ins' | 'others',
  before: Instant,
  atOnce: number,
): Promise<number> {
  await sql`select set_config('auszug.erases', 'access_events', true)`.execute(trx)
  const { numAffectedRows } = await sql`
    delete from access_events where id in (
      select id from access_events
      where (type = any(${typesOf('sign_ins')}::text[])) = ${of === 'sign_ins'}
        and id < ${idsFrom('acc', before)}
      order by id limit ${atOnce}
    )`.execute(trx)
  await sql`select set_config('auszug.erases', '', true)`.execute(trx)
  return Number(numAffectedRows ?? 0)
}
