import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { Table } from '../../src/export/index.ts'
import { native, textual, type Found } from './canonical.ts'

/** Reads a table of a database file with node:sqlite. */
export async function readSqlite(table: Table, bytes: Uint8Array): Promise<Found[][]> {
  const directory = await mkdtemp(join(tmpdir(), 'auszug-sqlite-'))
  try {
    const path = join(directory, 'file.sqlite')
    await writeFile(path, bytes)
    const database = new DatabaseSync(path, { readOnly: true })
    const statement = database.prepare(`select * from "${table.name}"`)
    statement.setReadBigInts(true)
    const rows = statement.all().map((row) =>
      table.columns.map((column) => {
        const value = row[column.name]
        if (column.type === 'boolean' && value !== null) return native(column, value === 1n)
        return typeof value === 'string' && column.type !== 'text'
          ? textual(column, value)
          : native(column, value)
      }),
    )
    database.close()
    return rows
  } finally {
    await rm(directory, { recursive: true, force: true })
  }
}
