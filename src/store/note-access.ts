import { sql } from 'kysely'
import type { Actor } from '../license/actor.ts'
import type { Instant } from '../license/license.ts'
import type { AccessEventData, AccessEventType } from './access-event.ts'
import { json, timestamp } from './column.ts'
import type { Database } from './database.ts'
import { newId } from './id.ts'

/** By whom something is done: a person, a token, the command line, or the server. */
export type By = Pick<Actor, 'id'>

/** The command line, at the machine of the server. */
export const commandLine: By = { id: 'cli' }

/** Who has not shown yet who they are. */
export const stranger: By = { id: 'stranger' }

/** Notes what is done, in the transaction of what is done. */
export async function noteAccess<Type extends AccessEventType>(
  trx: Database,
  type: Type,
  about: string | null,
  data: AccessEventData[Type],
  by: By,
  now: Instant,
): Promise<void> {
  await sql`
    insert into access_events (id, type, at, actor, about, data)
    values (${newId('acc', now)}, ${type}, ${timestamp(now)}, ${by.id}, ${about}, ${json(data)})`.execute(
    trx,
  )
}
