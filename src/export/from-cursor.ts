import type { Table } from './table.ts'

/** A cursor of pg-cursor, by its shape. */
export interface Cursor {
  read(maxRows: number): Promise<object[]>
  close(): Promise<void>
}

/**
 * Rows of a pg cursor, a thousand at a time, closed in every case.
 *
 * @param open gets a signal that aborts when nobody reads any longer.
 */
export function fromCursor(
  open: (signal: AbortSignal) => Cursor | Promise<Cursor>,
  batchRows = 1000,
): Table['rows'] {
  return (signal) =>
    (async function* () {
      const cursor = await open(signal)
      try {
        for (;;) {
          const rows = await cursor.read(batchRows)
          if (rows.length === 0) return
          yield rows
        }
      } finally {
        await cursor.close()
      }
    })()
}
