import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import { columnOf } from './kept-tables.ts'
import type { KeptTable } from './kept-tables.ts'

/** Every row of a table, or those that a condition lets through, in the order of its key. */
export function selecting(
  { name, columns, key }: KeptTable,
  where: RawBuilder<unknown> = sql`true`,
): RawBuilder<object> {
  const values = Object.entries(columns).map(([column, spec]) => {
    const value = sql.ref(`r.${column}`)
    // Text that no setting of the connection changes.
    return columnOf(spec).kind === 'instant'
      ? sql`to_char(${value} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as ${sql.id(column)}`
      : value
  })
  return sql<object>`
    select ${sql.join(values)} from ${sql.table(name)} r where ${where}
    order by ${sql.join(key.map((column) => sql.ref(`r.${column}`)))}`
}
