import { byteStream } from './byte-stream.ts'
import type { Fidelity, Format } from './format.ts'

const fidelity: Fidelity = {
  types: {
    text: ['exact'],
    integer: ['exact'],
    decimal: ['exact', 'beyond 38 digits as text'],
    number: ['exact'],
    boolean: ['exact'],
    date: ['exact'],
    instant: ['exact', 'in UTC'],
    time: ['exact'],
    duration: ['text', 'ISO 8601'],
    binary: ['exact'],
    json: ['exact', 'JSON text, typed JSON'],
  },
  emptyText: ['exact'],
}

/** Columns for analysts, compressed by Snappy, in groups of rows: the memory it takes is that of one group. */
export const parquet: Format = {
  name: 'parquet',
  mediaType: 'application/vnd.apache.parquet',
  extension: 'parquet',
  fidelity,
  write: (table, options) =>
    byteStream(async function* (signal) {
      const { parquetFile } = await import('./parquet-file.ts')
      yield* parquetFile(table, { ...options, signal })
    }, options.signal),
}
