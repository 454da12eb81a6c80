import fc from 'fast-check'
import { expect, test } from 'vitest'
import { csvRows } from '../../src/api/csv-rows.ts'
import { Problem } from '../../src/license/problem.ts'

const cells = (text: string) =>
  csvRows(text).map(({ line, cells: each }) => [line, ...each.values()])

test.each([
  ['a,b\n1,2\n', [[2, '1', '2']]],
  ['a,b\r\n1,2', [[2, '1', '2']]],
  [
    '\ufeffa;b\r\n1;2\r\n\r\n3;4\r\n',
    [
      [2, '1', '2'],
      [4, '3', '4'],
    ],
  ],
  [
    'a\tb\n"1\t""x""\n2"\t3\n4\t5',
    [
      [2, '1\t"x"\n2', '3'],
      [4, '4', '5'],
    ],
  ],
  ['a,b\n1\n', [[2, '1', '']]],
  ['a,b\n', []],
])('%j has its lines and cells', (text, expected) => expect(cells(text)).toEqual(expected))

test.each(['a,a\n1,2', 'a\n"1', 'a\n"1"2\n', 'a\n1,2,3'])('%j is refused', (text) => {
  expect(() => csvRows(text, ',')).toThrow(Problem)
})

test('whatever stands in cells comes back out of them', () => {
  const cell = fc.string({ unit: 'grapheme' }).map((text) => text.trim())
  const row = fc.tuple(cell, cell).filter((each) => each.some((text) => text !== ''))
  const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`
  fc.assert(
    fc.property(fc.array(row), fc.constantFrom(',', ';'), (rows, delimiter) => {
      const lines = [['x', 'y'], ...rows].map((each) => each.map(quoted).join(delimiter))
      const read = csvRows(lines.join('\r\n'), delimiter)
      expect(read.map((each) => [...each.cells.values()])).toEqual(rows)
    }),
  )
})
