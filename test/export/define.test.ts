import { expect, test } from 'vitest'
import {
  decimal,
  defineExport,
  exportPackage,
  exportTable,
  integer,
  table,
  text,
  type TableSpec,
} from '../../src/export/index.ts'

const rows = () => []
const orders = (more: Partial<TableSpec> = {}) =>
  table({ name: 'orders', schema: { id: integer() }, rows, ...more })

test.each([
  ['a slash', 'a/b'],
  ['a way out', '..'],
  ['a backslash', 'a\\b'],
  ['a device of Windows', 'CON'],
  ['a device with an extension', 'nul.x'],
  ['nothing', ''],
  ['a dot at the end', 'a.'],
  ['a line end', 'a\nb'],
  ['a space', 'a b'],
  ['a name in decomposed letters', 'a\u0308'],
] as const)('a table may not be named with %s', (_, name) => {
  expect(() => orders({ name })).toThrow(/a name is a file's name too/)
})

test('names in any script are names', () => {
  expect(orders({ name: 'Bestellungen_März' }).name).toBe('Bestellungen_März')
  expect(orders({ name: '注文' }).name).toBe('注文')
})

test('a column is declared once, whatever its case', () => {
  const schema = [
    ['id', integer()],
    ['ID', text()],
  ] as const
  expect(() => orders({ schema })).toThrow('declares the column "ID" twice')
})

test.each([
  ['no column', { schema: {} }, 'declares no column'],
  ['an unprintable column', { schema: { 'a\u0000': text() } }, "cannot be a column's name"],
  ['a blank column', { schema: { ' ': text() } }, "cannot be a column's name"],
  ['a key of no column', { primaryKey: ['no'] }, 'the primary key names "no", which is no column'],
  ['an empty unique key', { unique: [[]] }, 'a unique key without a column'],
] as const)('a table with %s is refused', (_, more, reason) => {
  expect(() => orders(more)).toThrow(reason)
})

test.each([
  [0, 0],
  [2, 3],
  [2.5, 1],
  [1001, 0],
])('decimal(%s, %s) is no decimal', (precision, scale) => {
  expect(() => decimal(precision, scale)).toThrow(RangeError)
})

test('columns whose names look like numbers keep their order', () => {
  const schema = [
    ['b', text()],
    ['2', text()],
    ['1', text()],
  ] as const
  expect(orders({ schema }).columns.map(({ name }) => name)).toEqual(['b', '2', '1'])
})

test('two tables of one name are refused, whatever the case', () => {
  const tables = [orders(), orders({ name: 'Orders' })]
  expect(() => defineExport({ product: 'P', tables })).toThrow('"Orders" is declared twice')
})

test.each([
  ['customers', ['id'], 'refers to "customers", which is not declared'],
  ['orders', ['no'], 'refers to "orders.no", which is no column'],
  ['orders', ['id', 'id'], 'unequal numbers of columns'],
])('a foreign key to %s (%s) is refused', (target, columns, reason) => {
  const foreignKeys = [{ columns: ['id'], references: { table: target, columns } }]
  const tables = [orders({ foreignKeys })]
  expect(() => defineExport({ product: 'P', tables })).toThrow(reason)
})

test('a format, dialect or table that is not there is refused before anything is written', () => {
  const data = defineExport({ product: 'P', tables: [orders()] })
  expect(() => exportTable(data.table('orders'), 'xls')).toThrow('no format "xls": there are csv')
  expect(() => exportTable(orders(), 'csv', { dialect: 'excel-fr' })).toThrow(
    'no dialect "excel-fr"',
  )
  expect(() => exportPackage(data, { formats: ['csv', 'pdf'] })).toThrow('no format "pdf"')
  expect(() => exportPackage(data, { formats: [], skip: ['x'] })).toThrow('no table "x"')
})
