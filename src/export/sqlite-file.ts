import type { DatabaseSync } from 'node:sqlite'
import { batches, type Row } from './batches.ts'
import { builtinFor } from './builtin.ts'
import type { Bytes } from './byte-stream.ts'
import { cellOf, placed, type Cell } from './cells.ts'
import type { Column } from './column.ts'
import type { JoinedOptions } from './format.ts'
import { plainText } from './plain-text.ts'
import type { Table } from './table.ts'
import type { Encoders } from './value.ts'

type Stored = string | number | bigint | Uint8Array | null

const encode: Encoders<Stored> = {
  ...plainText,
  // SQLite keeps a small number as an integer only when it is given one.
  integer: (value) => BigInt(value),
  number: (value) => (Number.isNaN(value) ? 'NaN' : value),
  boolean: (value) => (value ? 1n : 0n),
  binary: (value) => value,
}

/** A database of the tables, from a temporary file that is gone in every case. The bound is the disk, not the memory. */
export async function* databaseFile(tables: readonly Table[], options: JoinedOptions): Bytes {
  const { DatabaseSync } = builtinFor('sqlite', 'node:sqlite')
  const { mkdtemp, open, rm } = builtinFor('sqlite', 'node:fs/promises')
  const directory = await mkdtemp(`${builtinFor('sqlite', 'node:os').tmpdir()}/auszug-export-`)
  try {
    const path = `${directory}/export.sqlite`
    const database = new DatabaseSync(path)
    try {
      database.exec(
        'PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF',
      )
      database.exec('PRAGMA journal_mode = MEMORY')
      for (const table of tables) await fill(database, table, tables, options)
    } finally {
      database.close()
    }
    const file = await open(path)
    try {
      for await (const chunk of file.readableWebStream()) yield new Uint8Array(chunk)
    } finally {
      await file.close()
    }
  } finally {
    await rm(directory, { recursive: true, force: true })
  }
}

/** A table is there whole or not at all: it has a transaction of its own. */
async function fill(
  database: DatabaseSync,
  table: Table,
  tables: readonly Table[],
  options: JoinedOptions,
): Promise<void> {
  database.exec('BEGIN')
  try {
    database.exec(createTable(table, tables))
    await insert(database, table, options)
    database.exec('COMMIT')
  } catch (error) {
    database.exec('ROLLBACK')
    options.onFailure(table, error)
  }
}

async function insert(database: DatabaseSync, table: Table, options: JoinedOptions): Promise<void> {
  const marks = table.columns.map(() => '?').join(', ')
  const statement = database.prepare(`INSERT INTO ${quoted(table.name)} VALUES (${marks})`)
  const cells = table.columns.map((column) => cellOf(column, encode, null))
  const signal = options.signal ?? new AbortController().signal
  let row = 0
  for await (const batch of batches(table, signal, (n) => options.onRows?.(table, n)))
    for (const item of batch) statement.run(...values(table, cells, item, ++row))
}

function values(table: Table, cells: readonly Cell<Stored>[], item: Row, row: number): Stored[] {
  try {
    return cells.map((cell, index) => cell(item[table.columns[index]!.name]))
  } catch (error) {
    throw placed(error, table, cells, item, row)
  }
}

function createTable(table: Table, tables: readonly Table[]): string {
  const columns = table.columns.map(
    (column) => `${quoted(column.name)} ${affinity(column)}${column.isNullable ? '' : ' NOT NULL'}`,
  )
  const keys = [
    ...(table.primaryKey.length > 0 ? [`PRIMARY KEY (${names(table.primaryKey)})`] : []),
    ...table.unique.map((key) => `UNIQUE (${names(key)})`),
    ...table.foreignKeys
      .filter((key) => tables.some(({ name }) => name === key.references.table))
      .map(
        ({ columns: own, references }) =>
          `FOREIGN KEY (${names(own)}) REFERENCES ${quoted(references.table)} (${names(references.columns)})`,
      ),
  ]
  return `CREATE TABLE ${quoted(table.name)} (\n  ${[...columns, ...keys].join(',\n  ')}\n)`
}

/** Text stays text: a numeric affinity would turn the decimal `1.50` into 1.5. */
function affinity({ type }: Column): string {
  switch (type) {
    case 'integer':
    case 'boolean':
      return 'INTEGER'
    case 'number':
      return 'REAL'
    case 'binary':
      return 'BLOB'
    case 'text':
    case 'decimal':
    case 'date':
    case 'instant':
    case 'time':
    case 'duration':
    case 'json':
      return 'TEXT'
  }
}

function names(columns: readonly string[]): string {
  return columns.map(quoted).join(', ')
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}
