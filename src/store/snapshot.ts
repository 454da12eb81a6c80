import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import { cursorRows } from './cursor.ts'
import type { Database } from './database.ts'

/** The database as it was at one moment, however long the reading takes. It holds a connection until it is closed. */
export interface Snapshot {
  /** Through a cursor, a thousand rows at a time. */
  readonly rows: <Row>(select: RawBuilder<Row>) => AsyncGenerator<readonly Row[]>
  /** Closing it again does nothing. */
  readonly close: () => Promise<void>
}

export async function openSnapshot(db: Database): Promise<Snapshot> {
  const trx = await db
    .startTransaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute()
  // The moment is that of the first statement.
  await sql`select`.execute(trx)
  return {
    rows: (select) => cursorRows(trx, select),
    close: async () => {
      if (!trx.isRolledBack) await trx.rollback().execute()
    },
  }
}
