import exceljs from 'exceljs'
import { expect, test } from 'vitest'
import { exportTable, integer, table, text } from '../../src/export/index.ts'
import { collect } from './collect.ts'
import { textOf, unzip } from './unzip.ts'

function numbers(count: number) {
  return table({
    name: 'a_table_with_a_name_of_more_than_31_letters',
    schema: { id: integer() },
    rows: function* () {
      for (let id = 0; id < count; id += 1000)
        yield Array.from({ length: Math.min(1000, count - id) }, (_, index) => ({ id: id + index }))
    },
  })
}

test.each([
  [1_048_575, [1_048_575]],
  [1_048_576, [1_048_575, 1]],
])('%s rows are sheets of %s rows and a heading each', async (count, wanted) => {
  const files = await unzip(await collect(exportTable(numbers(count), 'xlsx')))
  const sheets = [...files.keys()].filter((path) => path.startsWith('xl/worksheets/'))
  expect(sheets.map((path) => textOf(files, path).split('<row ').length - 2)).toEqual(wanted)
  const names = wanted.map((_, index) => (index === 0 ? '31' : '31'))
  expect(textOf(files, 'xl/workbook.xml').split('<sheet ')).toHaveLength(names.length + 1)
})

test('a further sheet in OpenDocument has a name of its own and the heading again', async () => {
  const content = textOf(
    await unzip(await collect(exportTable(numbers(1_048_576), 'ods'))),
    'content.xml',
  )
  const names = [...content.matchAll(/table:name="([^"]*)"/g)].map(([, name]) => name)
  expect(names).toEqual(['a_table_with_a_name_of_more_tha', 'a_table_with_a_name_of_more (2)'])
  expect(content.split('<table:table-header-rows>')).toHaveLength(3)
})

test('a text that is longer than a cell goes on at the end of its row, never cut', async () => {
  const long = `${'x'.repeat(32_766)}😀${'y'.repeat(70_000)}`
  const notes = table({
    name: 'notes',
    schema: { note: text(), other: text(), last: integer() },
    rows: () => [{ note: long, other: 'z'.repeat(32_768), last: 7 }],
  })
  const workbook = new exceljs.Workbook()
  await workbook.xlsx.load((await collect(exportTable(notes, 'xlsx'))).slice().buffer)
  const row = workbook.worksheets[0]!.getRow(2)
  const cells = Array.from({ length: row.cellCount }, (_, index) => row.getCell(index + 1).text)
  expect(cells.every((cell) => cell.length <= 32_767 && cell.isWellFormed())).toBe(true)
  expect(cells[2]).toBe('7')
  const parts = cells.slice(3).filter((cell) => cell.startsWith('note['))
  expect(parts.map((part) => part.slice(0, 9))).toEqual(['note[2]: ', 'note[3]: ', 'note[4]: '])
  expect(cells[0] + parts.map((part) => part.slice(9)).join('')).toBe(long)
  expect(cells.at(-1)).toBe('other[2]: z')
})

test('text that looks like a formula is a text cell', async () => {
  const notes = table({ name: 'n', schema: { note: text() }, rows: () => [{ note: '=1+1' }] })
  const workbook = new exceljs.Workbook()
  await workbook.xlsx.load((await collect(exportTable(notes, 'xlsx'))).slice().buffer)
  expect(workbook.worksheets[0]!.getCell('A2').type).toBe(exceljs.ValueType.String)
})
