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

export interface SettlementFilter extends PageQuery {
  /** Run then or later. */
  readonly from?: Instant | undefined
  /** Run before then. */
  readonly before?: Instant | undefined
  /** Those that set something aside. */
  readonly failed?: boolean | undefined
  readonly oldestFirst?: boolean
}

/** Past settlements, the newest first. */
export async function listSettlements(
  db: Database,
  { from, before, failed = false, oldestFirst = false, after, limit }: SettlementFilter,
): Promise<Page<Settlement>> {
  const rows = await settlements(db)
    .$if(after !== undefined, (query) =>
      query.where('id', oldestFirst ? '>' : '<', sql<SettlementId>`${after}`),
    )
    .$if(from !== undefined, (query) => query.where(sql<boolean>`at >= ${timestamp(from ?? 0)}`))
    .$if(before !== undefined, (query) => query.where(sql<boolean>`at < ${timestamp(before ?? 0)}`))
    .$if(failed, (query) => query.where('failed', '>', 0))
    .orderBy('id', oldestFirst ? 'asc' : 'desc')
    .limit(limit + 1)
    .execute()
  return pageOf(rows, limit)
}

export async function findSettlement(db: Database, id: string): Promise<Settlement | null> {
  const found = await settlements(db)
    .where(sql<boolean>`id = ${id}`)
    .executeTakeFirst()
  return found ?? null
}

function settlements(db: Database) {
  return db.selectFrom('settlements').selectAll()
}
