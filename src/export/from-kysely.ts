import type { Table } from './table.ts'

/** A query of Kysely, by its shape. Its dialect brings the cursor. */
export interface StreamingQuery {
  stream(chunkSize?: number): AsyncIterableIterator<object>
}

export function fromKysely(query: () => StreamingQuery, batchRows = 1000): Table['rows'] {
  return () => query().stream(batchRows)
}
