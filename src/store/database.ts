import type { Kysely, Transaction } from 'kysely'
import type { Tables } from './tables.ts'

/** An open database, or a transaction in it: whatever takes one does its part within the other's. */
export type Database = Kysely<Tables>

/** One transaction: all of it is kept, or nothing. Within one that has begun it is a part of that. */
export function inTransaction<T>(
  db: Database,
  work: (trx: Transaction<Tables>) => Promise<T>,
): Promise<T> {
  return isTransaction(db) ? work(db) : db.transaction().execute(work)
}

function isTransaction(db: Database): db is Transaction<Tables> {
  return db.isTransaction
}
