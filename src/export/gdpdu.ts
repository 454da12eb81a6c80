import type { Column } from './column.ts'
import { writeCsv, type CsvDialect } from './csv-dialect.ts'
import type { Fidelity, Format } from './format.ts'
import { gdpduDtd } from './gdpdu-dtd.ts'
import { gdpduIndex } from './gdpdu-index.ts'
import { decimalDigits } from './decimal-digits.ts'
import { plainText } from './plain-text.ts'
import type { Table } from './table.ts'

const fidelity: Fidelity = {
  types: {
    text: [
      'lossy',
      'a line end becomes a space, since the importing program takes it for the end of a record',
    ],
    integer: ['exact'],
    decimal: ['exact'],
    number: ['lossy', 'NaN and the infinities are left empty, minus zero becomes zero'],
    boolean: ['text', '`true`, `false`'],
    date: ['exact'],
    instant: ['text', 'ISO 8601 with offset'],
    time: ['text', 'ISO 8601'],
    duration: ['text', 'ISO 8601'],
    binary: ['text', 'Base64'],
    json: ['text', 'JSON text'],
  },
  emptyText: ['exact', 'null is an empty field, empty text is `""`'],
}

const text = (value: string) => `"${value.replace(/\r\n|[\r\n]/g, ' ').replaceAll('"', '""')}"`

const dialect: CsvDialect = {
  head: '',
  delimiter: ';',
  encode: {
    ...plainText,
    text,
    json: text,
    binary: (value) => text(plainText.binary(value)),
    decimal: (value) => value.replace('.', ','),
    number: (value) => (Number.isFinite(value) ? decimalDigits(value).replace('.', ',') : ''),
  },
  describe: () => ({
    dialect: { delimiter: ';', lineTerminator: '\r\n' },
    'auszug:null': 'A field without quotes and content is null; "" is the empty text.',
  }),
}

/**
 * The GoBD profile: data files and the `index.xml` by which a tax auditor's program imports them, after the German
 * description standard of 1 September 2004. Keys stand first, as the standard has it.
 */
export const gdpdu: Format = {
  name: 'gdpdu',
  mediaType: 'text/csv',
  extension: 'csv',
  folder: 'gdpdu',
  fidelity,
  write: (table, options) => writeCsv(keysFirst(table), dialect, options),
  describe: (table) => dialect.describe(table),
  beside: (tables) =>
    tables.length === 0
      ? []
      : [
          {
            path: 'index.xml',
            mediaType: 'application/xml',
            body: gdpduIndex(tables.map(keysFirst)),
          },
          { path: 'gdpdu-01-09-2004.dtd', mediaType: 'application/xml-dtd', body: gdpduDtd },
        ],
}

function keysFirst(table: Table): Table {
  const keys = table.primaryKey.flatMap((name) => table.columns.filter((c) => c.name === name))
  const isKey = (column: Column) => table.primaryKey.includes(column.name)
  return { ...table, columns: [...keys, ...table.columns.filter((column) => !isKey(column))] }
}
