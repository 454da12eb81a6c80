import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { columnOf } from '../../src/store/kept-tables.ts'
import { leftOut, serverRecords } from '../../src/store/server-records.ts'
import { openTestDatabase } from '../database.ts'
import type { TestDatabase } from '../database.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database.close())

const kinds: Readonly<Record<string, string>> = {
  text: 'text',
  integer: 'integer',
  bigint: 'integer',
  boolean: 'boolean',
  date: 'date',
  jsonb: 'json',
  bytea: 'binary',
  'timestamp with time zone': 'instant',
}

test('every column of every table is taken along, or its table is left out with a reason', async () => {
  const { rows } = await sql<{ table: string; column: string; type: string; isNullable: string }>`
    select table_name as table, column_name as column, data_type as type, is_nullable as "isNullable"
    from information_schema.columns
    where table_schema = 'public' and is_generated = 'NEVER'
    order by table_name, column_name`.execute(database.db)
  const left = new Set<string>(leftOut.map(({ table }) => table))
  const kept = rows
    .filter(({ table }) => !left.has(table) && !table.startsWith('kysely_'))
    .map(({ table, column, type, isNullable }) => [table, column, kinds[type], isNullable])
  const declared = serverRecords.flatMap(({ name, columns }) =>
    Object.entries(columns).map(([column, spec]) => {
      const { kind, isNullable } = columnOf(spec)
      return [name, column, kind, isNullable ? 'YES' : 'NO']
    }),
  )
  expect(new Set(declared.map(String))).toEqual(new Set(kept.map(String)))
})
