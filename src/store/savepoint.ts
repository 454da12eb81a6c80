import { sql } from 'kysely'
import type { Database } from './database.ts'

/** Does a part of a transaction. Where it fails, that part is as if it had not been, and the rest can go on. */
export async function asPart<T>(trx: Database, work: () => Promise<T>): Promise<T> {
  await sql`savepoint part`.execute(trx)
  try {
    const result = await work()
    await sql`release savepoint part`.execute(trx)
    return result
  } catch (error) {
    await sql`rollback to savepoint part`.execute(trx)
    throw error
  }
}
