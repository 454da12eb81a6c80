import { expect, test } from 'vitest'
import { exportTable, formats, integer, RowError, table, text } from '../../src/export/index.ts'
import { collect, collectText } from './collect.ts'
import { readBack, readers } from './readers.ts'

const schema = { id: integer(), name: text() }

/** A source that tells how far it was read and whether it was closed. */
function source(count: number, batchRows = 100) {
  const seen = { rows: 0, isClosed: false, isAborted: false }
  const numbers = table({
    name: 'numbers',
    schema,
    rows: async function* (signal) {
      signal.addEventListener('abort', () => {
        seen.isAborted = true
      })
      try {
        for (let id = 0; id < count; id += batchRows) {
          seen.rows += batchRows
          yield Array.from({ length: batchRows }, (_, index) => ({
            id: id + index,
            name: `n${id}`,
          }))
        }
      } finally {
        seen.isClosed = true
      }
    },
  })
  return { numbers, seen }
}

const all = formats().map(({ name }) => name)
const streaming = all.filter((name) => !['sqlite', 'parquet', 'xlsx', 'ods'].includes(name))

test.each(all)('%s reads nothing before somebody reads', async (name) => {
  const { numbers, seen } = source(1000)
  const stream = exportTable(numbers, name)
  await new Promise((resolve) => setTimeout(resolve, 5))
  expect(seen.rows).toBe(0)
  await stream.cancel()
})

test.each(streaming)(
  '%s reads its source no further than one batch ahead of its reader',
  async (name) => {
    const { numbers, seen } = source(100_000)
    const reader = exportTable(numbers, name).getReader()
    for (let chunks = 1; chunks <= 5; chunks++) {
      await reader.read()
      expect(seen.rows).toBeLessThanOrEqual(chunks * 100)
    }
    await reader.cancel()
  },
)

test.each(['xlsx', 'ods', 'parquet'])(
  '%s reads ahead by a bound, not by the table',
  async (name) => {
    const { numbers, seen } = source(1_000_000, 1000)
    const reader = exportTable(numbers, name).getReader()
    for (let chunk = 0; chunk < 4; chunk++) await reader.read()
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(seen.rows).toBeLessThanOrEqual(100_000)
    await reader.cancel()
    expect(seen.isClosed).toBe(true)
  },
)

test.each(all)('a reader of %s who goes away closes the source', async (name) => {
  const { numbers, seen } = source(1_000_000)
  const reader = exportTable(numbers, name).getReader()
  let read = reader.read()
  while (seen.rows === 0) {
    await Promise.race([read, new Promise((resolve) => setTimeout(resolve, 5))])
    if (seen.rows === 0) read = reader.read()
  }
  await reader.cancel()
  await read.catch(() => undefined)
  expect(seen).toMatchObject({ isClosed: true, isAborted: true })
})

test.each(all)('an aborted signal ends %s with its reason', async (name) => {
  const { numbers, seen } = source(10_000_000)
  const stop = new AbortController()
  const reading = collect(exportTable(numbers, name, { signal: stop.signal }))
  setTimeout(() => stop.abort(new Error('the customer closed the page')), 30)
  await expect(reading).rejects.toThrow('the customer closed the page')
  await expect.poll(() => seen.isClosed).toBe(true)
})

test('a signal that was aborted before opens no source', async () => {
  const { numbers, seen } = source(100)
  const stream = exportTable(numbers, 'csv', { signal: AbortSignal.abort(new Error('too late')) })
  await expect(collect(stream)).rejects.toThrow('too late')
  expect(seen.rows).toBe(0)
})

test('an abort ends the reading of a source that hangs', async () => {
  const hanging = table({
    name: 'hanging',
    schema,
    rows: () => ({
      [Symbol.asyncIterator]: () => ({ next: () => new Promise<never>(() => undefined) }),
    }),
  })
  const stop = new AbortController()
  const reading = collect(exportTable(hanging, 'csv', { signal: stop.signal }))
  setTimeout(() => stop.abort(new Error('enough')), 5)
  await expect(reading).rejects.toThrow('enough')
})

test.each(all)('a source that throws never makes a whole file in %s', async (name) => {
  const broken = table({
    name: 'broken',
    schema,
    rows: function* () {
      yield [{ id: 1, name: 'fine' }]
      throw new Error('connection lost')
    },
  })
  await expect(collect(exportTable(broken, name))).rejects.toThrow('connection lost')
})

test.each(all)('a row that breaks the schema ends %s with its number and column', async (name) => {
  const wrong = table({
    name: 'wrong',
    schema,
    rows: () => [
      [
        { id: 1, name: 'a' },
        { id: 2, name: 'b' },
      ],
      [{ id: 3, name: 4 }],
    ],
  })
  const failure = await collect(exportTable(wrong, name)).catch((error: unknown) => error)
  expect(failure).toBeInstanceOf(RowError)
  expect(failure).toMatchObject({ table: 'wrong', row: 3, column: 'name' })
})

test('rows one by one, in arrays, from a promise or an async source are the same file', async () => {
  const items = Array.from({ length: 1200 }, (_, id) => ({ id, name: 'x' }))
  const sources = [
    () => items,
    () => [items.slice(0, 700), items.slice(700)],
    () => Promise.resolve(items),
    async function* () {
      yield* items
    },
    async function* () {
      yield items.slice(0, 3)
      yield* items.slice(3, 10)
      yield []
      yield items.slice(10)
    },
  ]
  const files = await Promise.all(
    sources.map((rows) => collectText(exportTable(table({ name: 't', schema, rows }), 'csv'))),
  )
  expect(new Set(files).size).toBe(1)
})

test.each(Object.keys(readers))('a table without rows is a whole file in %s', async (name) => {
  const none = table({ name: 'none', schema, rows: () => [] })
  expect(await readBack(none, name)).toEqual([])
})

test('a row that is no object is refused', async () => {
  const { numbers } = source(1)
  const odd = { ...numbers, rows: () => [[[1, 'x']]] }
  await expect(collect(exportTable(odd, 'csv'))).rejects.toThrow(
    'a row is an object by column names',
  )
})

test('a disk that is full ends the export, and the source is closed', async () => {
  const { numbers, seen } = source(1_000_000)
  const disk = new WritableStream({
    write: () => {
      if (seen.rows > 300) throw new Error('ENOSPC: no space left on device')
    },
  })
  await expect(exportTable(numbers, 'csv').pipeTo(disk)).rejects.toThrow('no space left')
  await expect.poll(() => seen.isClosed).toBe(true)
})
