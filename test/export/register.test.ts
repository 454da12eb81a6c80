import { expect, test } from 'vitest'
import {
  cellOf,
  defineExport,
  exportPackage,
  exportTable,
  formats,
  integer,
  plainText,
  registerFormat,
  table,
  text,
  textStream,
  type Format,
} from '../../src/export/index.ts'
import { collect, collectText } from './collect.ts'
import { textOf, unzip } from './unzip.ts'

/** What a vendor writes for a format of his own. */
const piped: Format = {
  name: 'piped',
  mediaType: 'text/plain',
  extension: 'pipe.txt',
  fidelity: formats()[0]!.fidelity,
  write: (from, options) =>
    textStream(
      from,
      {
        cells: from.columns.map((column) => cellOf(column, plainText, '-')),
        head: '',
        before: from.columns.map(() => '|'),
        rowEnd: '|\n',
        tail: '',
      },
      options,
    ),
}

const pairs = table({
  name: 'pairs',
  schema: { id: integer(), word: text().nullable() },
  rows: () => [
    { id: 1, word: 'one' },
    { id: 2, word: null },
  ],
})

test('a vendor adds a format, and it is offered like the others', async () => {
  registerFormat(piped)
  expect(await collectText(exportTable(pairs, 'piped'))).toBe('|1|one|\n|2|-|\n')
  const data = defineExport({ product: 'P', tables: [pairs] })
  const files = await unzip(await collect(exportPackage(data, { formats: ['piped'] })))
  expect(textOf(files, 'data/tables/pairs.pipe.txt')).toBe('|1|one|\n|2|-|\n')
})

test('a name that is taken, or no file could have, is refused', () => {
  expect(() => registerFormat({ ...piped, name: 'csv' })).toThrow('csv is there already')
  expect(() => registerFormat({ ...piped, name: 'a/b' })).toThrow('needs a plain name')
  expect(() => registerFormat({ ...piped, name: 'ab', extension: '../x' })).toThrow('needs a plain')
})
