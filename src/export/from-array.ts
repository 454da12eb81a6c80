import type { Table } from './table.ts'

/** Rows that are in memory anyway. */
export function fromArray(rows: readonly object[], batchRows = 500): Table['rows'] {
  return () =>
    (function* () {
      for (let at = 0; at < rows.length; at += batchRows) yield rows.slice(at, at + batchRows)
    })()
}
