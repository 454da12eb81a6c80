import type { Table } from './table.ts'

/** A prepared statement of node:sqlite or better-sqlite3, by its shape. */
export interface Statement {
  iterate(...parameters: never[]): Iterable<unknown>
}

/** Rows of a statement in SQLite, in arrays. */
export function fromSqlite(statement: () => Statement, batchRows = 500): Table['rows'] {
  return () =>
    (function* () {
      let batch: object[] = []
      for (const row of statement().iterate()) {
        if (typeof row === 'object' && row !== null) batch.push(row)
        if (batch.length < batchRows) continue
        yield batch
        batch = []
      }
      if (batch.length > 0) yield batch
    })()
}
