import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  decimal,
  exportTable,
  number,
  boolean,
  integer,
  table,
  text,
} from '../../src/export/index.ts'
import { collectText } from './collect.ts'
import { readBack } from './readers.ts'
import { readDuckdb } from './read-duckdb.ts'

const notes = (rows: readonly (string | null)[]) =>
  table({
    name: 'notes',
    schema: { id: integer(), note: text().nullable() },
    rows: () => rows.map((note, id) => ({ id, note })),
  })

test('CSV is RFC 4180: a header, CRLF between records, quotes where they must be, no BOM', async () => {
  const file = await collectText(
    exportTable(notes(['a,b', 'say "hi"', 'x\ny', '', null, ' s']), 'csv'),
  )
  expect(file).toBe('id,note\r\n0,"a,b"\r\n1,"say ""hi"""\r\n2,"x\ny"\r\n3,""\r\n4,\r\n5, s\r\n')
})

test('CSV escapes no formula: it is the file that others compute with', async () => {
  expect(await collectText(exportTable(notes(['=1+1', "'a"]), 'csv'))).toContain(
    "0,=1+1\r\n1,'a\r\n",
  )
})

test('a heading is quoted like any text', async () => {
  const odd = table({ name: 't', schema: { 'a,"b"': text() }, rows: () => [{ 'a,"b"': 'x' }] })
  expect(await collectText(exportTable(odd, 'csv'))).toBe('"a,""b"""\r\nx\r\n')
})

test('the German Excel dialect has a BOM, semicolons, decimal commas and German booleans', async () => {
  const one = table({
    name: 't',
    schema: { name: text(), total: decimal(12, 2), ratio: number(), paid: boolean() },
    rows: () => [{ name: 'a;b', total: '-1234.5', ratio: 0.25, paid: true }],
  })
  expect(await collectText(exportTable(one, 'csv', { dialect: 'excel-de' }))).toBe(
    '\uFEFFname;total;ratio;paid\r\n"a;b";-1234,50;0,25;WAHR\r\n',
  )
})

test.each(['=1+1', '+1', '-1', '@x', '\tx', '\rx', '\n=x', "'x", "''x", '＝1'])(
  'no spreadsheet takes %j for a formula, and the guard comes off again',
  async (note) => {
    const file = await collectText(exportTable(notes([note]), 'csv', { dialect: 'excel-de' }))
    const field = file.slice(file.indexOf('0;') + 2, -2).replace(/^"(.*)"$/s, '$1')
    expect(field).toBe(`'${note}`)
  },
)

const anyText = fc.string({ unit: 'grapheme', maxLength: 12 })
const trickyText = fc
  .array(fc.constantFrom('"', ',', '\r', '\n', '\r\n', ';', "'", ' ', '\\', 'a', '=', '\t'), {
    maxLength: 8,
  })
  .map((parts) => parts.join(''))

test('every text and every null comes back from CSV', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.option(fc.oneof(anyText, trickyText)), { minLength: 1, maxLength: 30 }),
      async (rows) => {
        const found = await readBack(notes(rows), 'csv')
        expect(found.map(([, note]) => note!.value)).toEqual(rows)
      },
    ),
    { numRuns: 40 },
  )
})

test('every text and every null comes back from the German Excel dialect', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.option(fc.oneof(anyText, trickyText)), { minLength: 1, maxLength: 30 }),
      async (rows) => {
        const guarded = notes(rows)
        const file = await collectText(exportTable(guarded, 'csv', { dialect: 'excel-de' }))
        const found = await readDuckdb(
          guarded,
          new TextEncoder().encode(file),
          `read_csv(FILE, header=true, columns=COLUMNS, auto_detect=false, delim=';', quote='"', escape='"', nullstr='', allow_quoted_nulls=false)`,
        )
        expect(found.map(([, note]) => note!.value?.replace(/^'/, '') ?? null)).toEqual(rows)
      },
    ),
    { numRuns: 40 },
  )
})

test('every text, integer and null comes back from JSON Lines', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.record({
          id: fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
          note: fc.option(fc.oneof(anyText, trickyText)),
        }),
      ),
      async (rows) => {
        const lines = await collectText(exportTable({ ...notes([]), rows: () => rows }, 'jsonl'))
        const read = lines
          .split('\n')
          .slice(0, -1)
          .map((line) => JSON.parse(line))
        expect(read.map(({ id, note }) => ({ id: BigInt(id), note }))).toEqual(rows)
      },
    ),
    { numRuns: 200 },
  )
})
