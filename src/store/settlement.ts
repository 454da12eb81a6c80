import { sql } from 'kysely'
import type { Instant } from '../license/license.ts'
import { json, timestamp } from './column.ts'
import type { Database } from './database.ts'
import { pageOf } from './page.ts'
import type { Page, PageQuery } from './page.ts'
import type { SettlementId, Transition } from './tables.ts'

/** One run of the job that recorded something. */
export interface Settlement {
  readonly id: SettlementId
  readonly at: Instant
  readonly renewed: number
  readonly ended: number
  /** How many licenses it set aside. */
  readonly failed: number
  /** At most the first thousand. */
  readonly transitions: readonly Transition[]
}

export async function insertSettlement(db: Database, settlement: Settlement): Promise<void> {
  const { at, transitions, ...counts } = settlement
  await db
    .insertInto('settlements')
    .values({ ...counts, at: timestamp(at), transitions: json(transitions) })
    .execute()
}

/** Past settlements, the newest first. */
export async function listSettlements(
  db: Database,
  { after, limit }: PageQuery,
): Promise<Page<Settlement>> {
  const rows = await db
    .selectFrom('settlements')
    .selectAll()
    .$if(after !== undefined, (query) => query.where(sql<boolean>`id < ${after}`))
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  return pageOf(rows, limit)
}
