import { PGlite } from '@electric-sql/pglite'
import { DatabaseSync } from 'node:sqlite'
import pg from 'pg'
import { expect, test } from 'vitest'
import {
  exactTypes,
  exportTable,
  fromArray,
  fromCursor,
  fromKysely,
  fromSelect,
  fromSqlite,
  integer,
  table,
  text,
  type Table,
} from '../../src/export/index.ts'
import { collectText } from './collect.ts'

const schema = { id: integer(), name: text().nullable() }
const items = Array.from({ length: 2500 }, (_, id) => ({
  id,
  name: id % 2 === 0 ? null : `n${id}`,
}))
const wanted = ['id,name', ...items.map(({ id, name }) => `${id},${name ?? ''}`), ''].join('\r\n')

async function written(rows: Table['rows']): Promise<string> {
  return collectText(exportTable(table({ name: 't', schema, rows }), 'csv'))
}

test('an array is a source', async () => {
  expect(await written(fromArray(items))).toBe(wanted)
})

test('a statement of SQLite is a source, opened anew for every file', async () => {
  const database = new DatabaseSync(':memory:')
  database.exec('create table t (id integer, name text)')
  const insert = database.prepare('insert into t values (?, ?)')
  for (const { id, name } of items) insert.run(id, name)
  const rows = fromSqlite(() => database.prepare('select * from t order by id'))
  expect(await written(rows)).toBe(wanted)
  expect(await written(rows)).toBe(wanted)
})

test('a select in PostgreSQL is a source, read through a cursor and rolled back behind it', async () => {
  const database = await PGlite.create()
  await database.exec(
    `create table t as select id::bigint, case when id % 2 = 1 then 'n' || id end as name from generate_series(0, 2499) id`,
  )
  let released = 0
  const connect = async () => ({
    connection: database,
    release: () => {
      released += 1
    },
  })
  expect(await written(fromSelect(connect, 'select * from t order by id'))).toBe(wanted)
  const wrong = written(fromSelect(connect, 'select * from missing'))
  await expect(wrong).rejects.toThrow('relation "missing" does not exist')
  // Within a read-only or a failed transaction this would be refused.
  await database.exec('create table free (id int)')
  expect(released).toBe(2)
  await database.close()
})

test('exact types leave to PostgreSQL what JavaScript has no type for', () => {
  const { getTypeParser } = exactTypes(pg.types)
  const read = (oid: number, text: string): unknown => getTypeParser(oid)(text)
  expect(read(1184, '2026-09-30 12:00:00.123456+00')).toBe('2026-09-30 12:00:00.123456+00')
  expect(read(1082, '2026-09-30')).toBe('2026-09-30')
  expect(read(1186, 'P1DT2H')).toBe('P1DT2H')
  expect(read(16, 't')).toBe(true)
  expect(read(3802, '{"a":1}')).toEqual({ a: 1 })
})

test('a cursor of pg is a source, and closed at its end and on an error', async () => {
  let closed = 0
  const cursor = (limit: number) => {
    let at = 0
    return {
      read: async (count: number) => {
        if (at >= limit) throw new Error('connection lost')
        return items.slice(at, (at += count))
      },
      close: async () => {
        closed += 1
      },
    }
  }
  expect(await written(fromCursor(() => cursor(Infinity)))).toBe(wanted)
  await expect(written(fromCursor(() => cursor(2000)))).rejects.toThrow('connection lost')
  expect(closed).toBe(2)
})

test('a query of Kysely is a source', async () => {
  const query = {
    async *stream() {
      yield* items
    },
  }
  expect(await written(fromKysely(() => query))).toBe(wanted)
})
