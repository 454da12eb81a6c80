import { doubled, quoted, writeCsv, type CsvDialect } from './csv-dialect.ts'
import { excelGerman } from './csv-excel.ts'
import type { Fidelity, Format, WriteOptions } from './format.ts'
import { plainText } from './plain-text.ts'

/** Null is nothing at all, empty text is `""`, as in PostgreSQL's CSV. */
const nullSign = 'A field without quotes and content is null; "" is the empty text.'

/** What must stand within quotes. */
const special = /[",\r\n]/

const canonical: CsvDialect = {
  head: '',
  delimiter: ',',
  encode: {
    ...plainText,
    text: (value) => quoted(value, special),
    // No bytes are something else than no value.
    binary: (value) => plainText.binary(value) || '""',
    json: (value) => `"${doubled(value)}"`,
  },
  describe: () => ({
    dialect: { delimiter: ',', lineTerminator: '\r\n' },
    'auszug:null': nullSign,
  }),
}

const fidelity: Fidelity = {
  types: {
    text: ['exact'],
    integer: ['exact'],
    decimal: ['exact'],
    number: ['exact'],
    boolean: ['exact'],
    date: ['exact'],
    instant: ['exact'],
    time: ['exact'],
    duration: ['text', 'ISO 8601'],
    binary: ['text', 'Base64'],
    json: ['text', 'JSON text'],
  },
  emptyText: ['exact', 'null is an empty field, empty text is `""`'],
}

/** RFC 4180: UTF-8 without a BOM, CRLF between records, line ends within quotes as they are. No formula is escaped. */
export const csv: Format = {
  name: 'csv',
  mediaType: 'text/csv',
  extension: 'csv',
  dialects: ['excel-de'],
  fidelity,
  write: (table, options) => writeCsv(table, dialectOf(options), options),
  describe: (table, options) => dialectOf(options).describe(table),
}

function dialectOf({ dialect }: WriteOptions): CsvDialect {
  return dialect === 'excel-de' ? excelGerman : canonical
}
