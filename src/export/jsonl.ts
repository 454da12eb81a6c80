import { base64 } from './base64.ts'
import { cellOf, type Cell } from './cells.ts'
import type { Fidelity, Format } from './format.ts'
import { numberText } from './plain-text.ts'
import type { Table } from './table.ts'
import { textStream } from './text-stream.ts'
import type { Encoders } from './value.ts'

const encode: Encoders<string> = {
  text: jsonText,
  // Beyond 2^53 most readers of JSON would round a number without a word.
  integer: (value) => (typeof value === 'number' ? String(value) : `"${value}"`),
  decimal: (value) => `"${value}"`,
  number: (value) => (Number.isFinite(value) ? numberText(value) : `"${numberText(value)}"`),
  boolean: (value) => (value ? 'true' : 'false'),
  date: (value) => `"${value}"`,
  instant: (value) => `"${value}"`,
  time: (value) => `"${value}"`,
  duration: (value) => `"${value}"`,
  binary: (value) => `"${base64(value)}"`,
  json: (value) => value,
}

export const jsonFidelity: Fidelity = {
  types: {
    text: ['exact'],
    integer: ['exact', 'beyond 2^53 as digits in quotes'],
    decimal: ['exact', 'digits in quotes'],
    number: ['exact', '`NaN`, `INF`, `-INF` in quotes'],
    boolean: ['exact'],
    date: ['exact'],
    instant: ['exact'],
    time: ['exact'],
    duration: ['text', 'ISO 8601'],
    binary: ['text', 'Base64'],
    json: ['exact'],
  },
  emptyText: ['exact'],
}

/** An object a line: the lossless reference. */
export const jsonl: Format = {
  name: 'jsonl',
  mediaType: 'application/jsonl',
  extension: 'jsonl',
  fidelity: jsonFidelity,
  write: (table, options) =>
    textStream(table, { ...jsonRows(table), head: '', rowEnd: '}\n', tail: '' }, options),
  describe: () => ({ dialect: { itemType: 'object' } }),
}

/** What a row is made of, here and in a JSON document. */
export function jsonRows(table: Table): { cells: Cell<string>[]; before: string[] } {
  return {
    cells: table.columns.map((column) => cellOf(column, encode, 'null')),
    before: table.columns.map(
      ({ name }, index) => `${index === 0 ? '{' : ','}${JSON.stringify(name)}:`,
    ),
  }
}

// oxlint-disable-next-line no-control-regex -- they are what must be escaped
const special = /["\\\u0000-\u001f]/

function jsonText(value: string): string {
  return special.test(value) ? JSON.stringify(value) : `"${value}"`
}
