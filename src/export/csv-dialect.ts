import { cellOf } from './cells.ts'
import type { FileDescription, WriteOptions } from './format.ts'
import type { Table } from './table.ts'
import { textStream } from './text-stream.ts'
import type { Encoders } from './value.ts'

export interface CsvDialect {
  readonly head: string
  readonly delimiter: string
  readonly encode: Encoders<string>
  /** What the descriptor says of the dialect. */
  readonly describe: (table: Table) => FileDescription
}

export function writeCsv(
  table: Table,
  dialect: CsvDialect,
  options: WriteOptions,
): ReadableStream<Uint8Array> {
  const { delimiter, encode, head } = dialect
  const names = table.columns.map((column) => encode.text(column.name)).join(delimiter)
  return textStream(
    table,
    {
      cells: table.columns.map((column) => cellOf(column, encode, '')),
      head: `${head}${names}\r\n`,
      before: table.columns.map((_, index) => (index === 0 ? '' : delimiter)),
      rowEnd: '\r\n',
      tail: '',
    },
    options,
  )
}

/** @param needs what must stand within quotes. */
export function quoted(value: string, needs: RegExp): string {
  if (value === '') return '""'
  return needs.test(value) ? `"${doubled(value)}"` : value
}

export function doubled(value: string): string {
  return value.includes('"') ? value.replaceAll('"', '""') : value
}
