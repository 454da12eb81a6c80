import { builtinFor } from './builtin.ts'
import { byteStream } from './byte-stream.ts'
import type { Fidelity, Format } from './format.ts'

const fidelity: Fidelity = {
  types: {
    text: ['exact'],
    integer: ['exact'],
    decimal: ['text', 'all digits'],
    number: ['lossy', 'minus zero becomes zero; NaN is the text `NaN`'],
    boolean: ['exact', '1 and 0'],
    date: ['text', 'ISO 8601'],
    instant: ['text', 'ISO 8601 with offset'],
    time: ['text', 'ISO 8601'],
    duration: ['text', 'ISO 8601'],
    binary: ['exact'],
    json: ['text', 'JSON text'],
  },
  emptyText: ['exact'],
}

/** A database file with keys and foreign keys; in a package one for all tables. Node only: it is built in a temporary file. */
export const sqlite: Format = {
  name: 'sqlite',
  mediaType: 'application/vnd.sqlite3',
  extension: 'sqlite',
  fidelity,
  canWrite,
  write: (table, options) =>
    byteStream(async function* (signal) {
      const { databaseFile } = await import('./sqlite-file.ts')
      const onRows = options.onRows
      yield* databaseFile([table], {
        signal,
        ...(onRows === undefined ? {} : { onRows: (_, count) => onRows(count) }),
        onFailure: (_, error) => {
          throw error
        },
      })
    }, options.signal),
  writeAll: (tables, options) =>
    byteStream(async function* (signal) {
      const { databaseFile } = await import('./sqlite-file.ts')
      yield* databaseFile(tables, { ...options, signal })
    }, options.signal),
  describe: (table) => ({ dialect: { table: table.name } }),
}

/** workerd has the module and its names, but nothing behind them: only a database that opens is one. */
function canWrite(): boolean {
  try {
    const { DatabaseSync } = builtinFor('sqlite', 'node:sqlite')
    new DatabaseSync(':memory:').close()
    return true
  } catch {
    return false
  }
}
