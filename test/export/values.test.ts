import { describe, expect, test } from 'vitest'
import {
  binary,
  boolean,
  date,
  decimal,
  duration,
  exportTable,
  instant,
  integer,
  json,
  number,
  RowError,
  table,
  text,
  time,
  type ColumnType,
} from '../../src/export/index.ts'
import { collectText } from './collect.ts'

async function written(type: ColumnType, value: unknown): Promise<string> {
  const one = table({ name: 't', schema: { v: type }, rows: () => [{ v: value }] })
  return JSON.stringify(JSON.parse(await collectText(exportTable(one, 'jsonl'))).v)
}

describe('a value is written in its one form', () => {
  test.each([
    ['digits of a 64-bit column', integer(), '-9223372036854775808', '"-9223372036854775808"'],
    ['a bigint that fits a number', integer(), 12n, '12'],
    ['minus zero as an integer', integer(), -0, '0'],
    ['a decimal with fewer digits', decimal(12, 2), '1.5', '"1.50"'],
    ['a decimal with zeros at both ends', decimal(12, 2), '+0012.500', '"12.50"'],
    ['a decimal without a whole part', decimal(12, 2), '.5', '"0.50"'],
    ['minus zero as a decimal', decimal(12, 2), '-0.00', '"0.00"'],
    [
      'a decimal without a fraction',
      decimal(20, 0),
      18446744073709551615n,
      '"18446744073709551615"',
    ],
    ['a decimal that is all fraction', decimal(2, 2), '0.25', '"0.25"'],
    ['one and zero of SQLite', boolean(), 1n, 'true'],
    ['a Date', instant(), new Date('2026-09-30T12:00:00.5Z'), '"2026-09-30T12:00:00.500Z"'],
    ['a Date before 1970', instant(), new Date(-1), '"1969-12-31T23:59:59.999Z"'],
    [
      'a Date of the year 1',
      instant(),
      new Date('0001-01-01T00:00:00Z'),
      '"0001-01-01T00:00:00.000Z"',
    ],
    [
      'an offset in hours alone',
      instant(),
      '2026-09-30 12:00:00+02',
      '"2026-09-30T12:00:00+02:00"',
    ],
    ['nanoseconds that are none', time(), '12:00:00.123456000', '"12:00:00.123456"'],
    ['an ArrayBuffer', binary(), new Uint8Array([1, 2]).buffer, '"AQI="'],
    ['a JSON string', json(), 'x', '"x"'],
    ['a null that may be', text().nullable(), null, 'null'],
  ] as const)('%s', async (_, type, value, wanted) => {
    expect(await written(type, value)).toBe(wanted)
  })
})

describe('a value that its column does not take ends the file with its place', () => {
  test.each([
    ['a number for text', text(), 1, 'wants text, got number 1'],
    ['half a surrogate pair', text(), 'a\ud800', 'half a surrogate pair'],
    ['null where none may be', text(), null, 'null, and the column is not nullable'],
    ['JSON null where none may be', json(), null, 'null, and the column is not nullable'],
    ['a missing property', text().nullable(), undefined, 'nothing (the row has no such property)'],
    [
      'an integer beyond 64 bits',
      integer(),
      2n ** 63n,
      'does not fit in 64 bits: declare decimal(n, 0)',
    ],
    ['an unsafe number', integer(), 2 ** 53, 'wants a bigint'],
    ['a fraction for an integer', integer(), 1.5, 'wants a bigint'],
    ['a float for a decimal', decimal(12, 2), 0.1, 'wants an exact decimal as text'],
    ['a decimal too fine', decimal(12, 2), '0.001', 'does not fit in decimal(12, 2)'],
    ['a decimal too large', decimal(4, 2), '100.00', 'does not fit in decimal(4, 2)'],
    ['no decimal at all', decimal(4, 2), '-', 'wants decimal(4, 2)'],
    ['a decimal point alone', decimal(4, 2), '.', 'wants decimal(4, 2)'],
    ['text for a number', number(), '1', 'wants a number'],
    ['2 for a boolean', boolean(), 2, 'wants true or false'],
    ['a Date for a day', date(), new Date(0), 'a Date is an instant'],
    ['a day that never was', date(), '2026-02-29', 'wants a day as YYYY-MM-DD'],
    ['a day of the year 0', date(), '0000-01-01', 'wants a day as YYYY-MM-DD'],
    [
      'an instant without an offset',
      instant(),
      '2026-09-30T12:00:00',
      'wants an instant with its offset',
    ],
    ['an invalid Date', instant(), new Date(NaN), 'an invalid Date'],
    ['nanoseconds', instant(), '2026-09-30T12:00:00.123456789Z', 'finer than a microsecond'],
    ['24 o’clock', time(), '24:00:00', 'wants a time as HH:MM:SS'],
    ['a length without a unit', duration(), 'P', 'wants an ISO 8601 duration'],
    ['text for bytes', binary(), 'AQI=', 'wants a Uint8Array'],
    ['a bigint in JSON', json(), { a: 1n }, 'wants JSON'],
  ] as const)('%s', async (_, type, value, reason) => {
    const error = await written(type, value).then(
      () => undefined,
      (failure: unknown) => failure,
    )
    expect(error).toBeInstanceOf(RowError)
    expect(error).toMatchObject({ table: 't', row: 1, column: 'v' })
    expect(String(error)).toContain(`table "t", row 1, column "v": `)
    expect(String(error)).toContain(reason)
  })
})
