import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Database } from './database.ts'

const rowsAtOnce = 1000
let opened = 0

/**
 * The rows of a select, a thousand at a time, however many they are.
 *
 * @param trx a transaction: the cursor lives as long as it does.
 */
export async function* cursorRows<Row>(
  trx: Database,
  select: RawBuilder<Row>,
): AsyncGenerator<readonly Row[]> {
  const name = sql.id(`cursor_${(opened = (opened + 1) % 1_000_000)}`)
  await sql`declare ${name} no scroll cursor for ${select}`.execute(trx)
  for (;;) {
    const { rows } = await sql<Row>`fetch ${sql.lit(rowsAtOnce)} from ${name}`.execute(trx)
    if (rows.length === 0) break
    yield rows
  }
  await sql`close ${name}`.execute(trx)
}
