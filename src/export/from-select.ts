import type { Table } from './table.ts'

/** A PostgreSQL connection of pg or PGlite, by its shape; it belongs to the export until the rows are read. */
export interface Connection {
  query(sql: string): Promise<{ readonly rows: object[] }>
}

/** Whatever the connection is set to, the same rows are the same text. */
const settings = ["timezone to 'UTC'", "datestyle to 'ISO'", "intervalstyle to 'iso_8601'"]

/**
 * Rows of a statement through a cursor that SQL declares, so that no further package is needed. The next rows are asked
 * for while these are written.
 *
 * @param connect gives a connection of its own, best one with `exactTypes`.
 * @param select written by the product, never by a user: it stands in SQL as it is.
 */
export function fromSelect(
  connect: () => Promise<{ connection: Connection; release: () => void | Promise<void> }>,
  select: string,
  batchRows = 1000,
): Table['rows'] {
  return () =>
    (async function* () {
      const { connection, release } = await connect()
      try {
        yield* fetched(connection, select, batchRows)
      } finally {
        await release()
      }
    })()
}

async function* fetched(connection: Connection, select: string, batchRows: number) {
  try {
    await connection.query('begin isolation level repeatable read read only')
    for (const setting of settings) await connection.query(`set local ${setting}`)
    await connection.query(`declare auszug_export no scroll cursor for ${select}`)
    const fetch = () => quiet(connection.query(`fetch ${batchRows} from auszug_export`))
    let next = fetch()
    for (;;) {
      const { rows } = await next
      if (rows.length === 0) return
      next = fetch()
      yield rows
    }
  } finally {
    await connection.query('rollback')
  }
}

/** A promise that is awaited later, or never if the reader goes away. */
function quiet<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined)
  return promise
}
