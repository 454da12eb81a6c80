import {
  binary,
  boolean,
  date,
  decimal,
  duration,
  instant,
  integer,
  json,
  number,
  table,
  text,
  time,
  type Table,
} from '../../src/export/index.ts'

const long = 'Weizenmehl 😀 '.repeat(6000)

const texts = [
  '',
  ' ',
  ' führend und folgend ',
  'Grüße, "Welt"; naïve',
  'Zeile eins\nZeile zwei\r\nZeile drei\rEnde\n',
  'tab\tund  zwei Leerzeichen',
  '=1+1',
  '@SUM(A1)',
  '-2+3',
  '+49 30 1234',
  "'quoted",
  '00123',
  'NULL',
  'null',
  '\\N',
  '_x000D_ is not a line end',
  '漢字 العربية हिन्दी 👩‍👩‍👧 é é \u200b\u00a0',
  '\u0001 control \u001f',
  '<b>&amp;</b> ]]> &#13;',
  '\ufeffBOM',
  long,
]

const integers = [
  0,
  1,
  -1,
  999_999_999_999_999,
  10 ** 15,
  Number.MAX_SAFE_INTEGER,
  2n ** 53n + 1n,
  2n ** 63n - 1n,
  -(2n ** 63n),
  '9007199254740993',
]
const small = ['0.00', '-0.05', '1234567890.12', '-99.90', 7n, 42, '0.1']
const large = [
  '9223372036854775808',
  '99999999999999999999999999.999999999999',
  '-0.000000000001',
  '1.5',
  '0',
]
const numbers = [
  0,
  -0,
  1.5,
  -1e-7,
  1e21,
  0.1 + 0.2,
  5e-324,
  1.7976931348623157e308,
  NaN,
  Infinity,
  -Infinity,
]
const dates = ['2026-09-30', '0001-01-01', '9999-12-31', '1900-02-28', '1900-03-01', '2024-02-29']
const instants = [
  new Date('2026-09-30T21:59:59.999Z'),
  '2026-09-30T23:59:59.999+02:00',
  '2026-03-29 02:30:00.123456-11:00',
  '1899-12-31T00:00:00Z',
  '2026-09-30 12:00:00+02',
  '9999-12-31T23:59:59.999999Z',
]
const times = ['00:00:00', '23:59:59.999', '12:30:15.123456', '07:05:09.5']
const durations = ['P1Y2M3DT4H5M6.7S', 'PT0S', '-P3D', 'P2W', 'PT36H']
const bytes = [
  new Uint8Array(0),
  new Uint8Array([0]),
  Uint8Array.from({ length: 256 }, (_, n) => n),
]
const documents = [
  {},
  [],
  'text',
  0,
  true,
  { a: [1, null, 'ü"\n'], b: { c: 0.5 } },
  [[], { '': '' }],
]

/** As many rows as the longest list of difficult values has; the last column is null in every other row. */
export const tortureRows: readonly object[] = texts.map((value, row) => ({
  id: row,
  text: value,
  integer: integers[row % integers.length],
  decimal: small[row % small.length],
  'long decimal': large[row % large.length],
  number: numbers[row % numbers.length],
  boolean: row % 2 === 0,
  date: dates[row % dates.length],
  instant: instants[row % instants.length],
  time: times[row % times.length],
  duration: durations[row % durations.length],
  binary: bytes[row % bytes.length],
  json: documents[row % documents.length],
  'null or empty': row % 3 === 0 ? null : row % 3 === 1 ? '' : 'full',
  'maybe integer': row % 2 === 0 ? null : row,
  'maybe instant': row % 2 === 0 ? null : '2026-01-01T00:00:00Z',
  'maybe binary': row % 2 === 0 ? null : new Uint8Array(0),
}))

/** Every type with the values that break exports. */
export const torture: Table = table({
  name: 'torture',
  title: 'Folter "und" <Tests>',
  schema: {
    id: integer(),
    text: text(),
    integer: integer(),
    decimal: decimal(12, 2),
    'long decimal': decimal(38, 12),
    number: number(),
    boolean: boolean(),
    date: date(),
    instant: instant(),
    time: time(),
    duration: duration(),
    binary: binary(),
    json: json(),
    'null or empty': text().nullable(),
    'maybe integer': integer().nullable(),
    'maybe instant': instant().nullable(),
    'maybe binary': binary().nullable(),
  },
  primaryKey: ['id'],
  rows: () => tortureRows,
})
