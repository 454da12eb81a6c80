import { formatOf } from './register.ts'
import type { Table } from './table.ts'

export interface TableOptions {
  /** Such as `excel-de` for CSV. */
  readonly dialect?: string
  readonly signal?: AbortSignal
  /** Hears how many rows were taken from the source, batch by batch. */
  readonly onRows?: (count: number) => void
}

/**
 * One table as one file. A row that breaks the schema and a source that throws error the stream, so no reader takes a
 * short file for a whole one.
 *
 * @throws Error if there is no such format or dialect.
 */
export function exportTable(
  table: Table,
  format: string,
  options: TableOptions = {},
): ReadableStream<Uint8Array> {
  return formatOf(format, options.dialect).write(table, options)
}
