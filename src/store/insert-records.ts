import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import { Problem } from '../license/problem.ts'
import type { ProblemCode } from '../license/problem.ts'
import type { Database } from './database.ts'
import { columnOf } from './kept-tables.ts'
import type { ColumnKind, KeptTable } from './kept-tables.ts'

const types = {
  text: 'text',
  integer: 'bigint',
  boolean: 'boolean',
  date: 'date',
  instant: 'timestamptz',
  json: 'jsonb',
  binary: 'text',
} as const satisfies Record<ColumnKind, string>

/**
 * Adds rows of a table by one statement, instants as RFC 3339.
 *
 * @param refusal the code of a problem with them.
 * @throws Problem of that code if they contradict each other, or what is there.
 */
export async function insertRecords(
  trx: Database,
  { name, columns }: KeptTable,
  rows: readonly object[],
  refusal: ProblemCode = 'broken-package',
): Promise<void> {
  if (rows.length === 0) return
  const names = Object.keys(columns)
  const definitions = Object.entries(columns).map(
    ([column, spec]) => sql`${sql.id(column)} ${sql.raw(types[columnOf(spec).kind])}`,
  )
  const statement = sql`
    insert into ${sql.table(name)} (${sql.join(names.map((column) => sql.id(column)))})
    select ${sql.join(Object.entries(columns).map(valueOf))}
    from json_to_recordset(${JSON.stringify(rows)}::json) as x (${sql.join(definitions)})`
  try {
    await statement.execute(trx)
  } catch (error) {
    if (isRefusal(error)) throw new Problem(refusal, { table: name, why: error.message })
    throw error
  }
}

function valueOf([column, spec]: [string, KeptTable['columns'][string]]): RawBuilder<unknown> {
  const value = sql.ref(`x.${column}`)
  return columnOf(spec).kind === 'binary' ? sql`decode(${value}, 'base64')` : value
}

/** SQLSTATE 22: a value that the column cannot hold; 23: what refers to nothing, or comes twice. */
function isRefusal(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && /^2[23]/.test(String(error.code))
}
