import { quoted, type CsvDialect } from './csv-dialect.ts'
import { plainText } from './plain-text.ts'

/** Where a spreadsheet takes text for a formula or a command, and the guard itself, so that it can be taken off. */
const risky = /^[=+\-@\t\r\n'\uFF1D\uFF0B\uFF0D\uFF20]/

const special = /[";\r\n\t]/

/** For a double click in German Excel: BOM, semicolons, decimal commas, WAHR and FALSCH, text that starts no formula. */
export const excelGerman: CsvDialect = {
  head: '\uFEFF',
  delimiter: ';',
  encode: {
    ...plainText,
    text: (value) => quoted(guarded(value), special),
    decimal: (value) => value.replace('.', ','),
    number: (value) => plainText.number(value).replace('.', ','),
    boolean: (value) => (value ? 'WAHR' : 'FALSCH'),
    binary: (value) => guarded(plainText.binary(value)) || '""',
    // A sign in front of a letter makes Excel look for a formula.
    duration: guarded,
    json: (value) => quoted(guarded(value), special),
  },
  describe: (table) => ({
    encoding: 'utf-8',
    dialect: { delimiter: ';', lineTerminator: '\r\n' },
    'auszug:null': 'A field without quotes and content is null; "" is the empty text.',
    'auszug:formulaGuard': {
      prefix: "'",
      columns: table.columns
        .filter(
          ({ type }) =>
            type === 'text' || type === 'duration' || type === 'json' || type === 'binary',
        )
        .map(({ name }) => name),
      undo: "Text that begins with ' had one ' put in front, so that no spreadsheet takes it for a formula: take one off.",
    },
  }),
}

function guarded(value: string): string {
  return risky.test(value) ? `'${value}` : value
}
