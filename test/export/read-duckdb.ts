import { DuckDBInstance } from '@duckdb/node-api'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Column, Table } from '../../src/export/index.ts'
import { native, textual, type Found } from './canonical.ts'

/**
 * Reads a file with DuckDB.
 *
 * @param source SQL around the file's name, such as `read_parquet(FILE)`; `COLUMNS` stands for the declared types.
 */
export async function readDuckdb(
  table: Table,
  bytes: Uint8Array,
  source: string,
  typeName: (column: Column) => string = duckdbType,
): Promise<Found[][]> {
  const directory = await mkdtemp(join(tmpdir(), 'auszug-duckdb-'))
  const instance = await DuckDBInstance.create(':memory:')
  try {
    const file = join(directory, 'file')
    await writeFile(file, bytes)
    const connection = await instance.connect()
    await connection.run("set timezone = 'UTC'")
    const columns = table.columns.map((c) => `${literal(c.name)}: ${literal(typeName(c))}`)
    const from = source.replace('FILE', literal(file)).replace('COLUMNS', `{${columns.join(', ')}}`)
    const types = (await connection.runAndReadAll(`describe select * from ${from}`)).getRows()
    const typeOf = (column: Column) =>
      String(types.find(([name]) => name === column.name)?.[1] ?? 'missing')
    const fields = table.columns.map((column) => expression(column, typeOf(column)))
    const result = await connection.runAndReadAll(`select ${fields.join(', ')} from ${from}`)
    return result.getRows().map((row) =>
      row.map((value, index) => {
        const column = table.columns[index]!
        return typeOf(column) === 'VARCHAR' && column.type !== 'text'
          ? textual(column, decoded(plain(value), typeOf(column)))
          : native(column, decoded(plain(value), typeOf(column)))
      }),
    )
  } finally {
    instance.closeSync()
    await rm(directory, { recursive: true, force: true })
  }
}

/** The type that a reader would declare for a column. */
export function duckdbType({ type, precision, scale }: Column): string {
  switch (type) {
    case 'integer':
      return 'BIGINT'
    case 'decimal':
      return `DECIMAL(${precision},${scale})`
    case 'number':
      return 'DOUBLE'
    case 'boolean':
      return 'BOOLEAN'
    case 'date':
      return 'DATE'
    case 'instant':
      return 'TIMESTAMPTZ'
    case 'time':
      return 'TIME'
    case 'text':
    case 'duration':
    case 'binary':
    case 'json':
      return 'VARCHAR'
  }
}

/** Values that JavaScript has no type for are asked for as whole numbers or as text, by DuckDB's own rules. */
function expression({ name }: Column, type: string): string {
  const quoted = `"${name.replaceAll('"', '""')}"`
  if (type.startsWith('TIMESTAMP')) return `epoch_us(${quoted})`
  if (type === 'TIME') return `datediff('microseconds', TIME '00:00:00', ${quoted})`
  if (type === 'DATE' || type.startsWith('DECIMAL')) return `${quoted}::VARCHAR`
  // As bytes: the binding takes a byte order mark off a text.
  if (type === 'VARCHAR' || type === 'JSON') return `encode(${quoted}::VARCHAR)`
  return quoted
}

function plain(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'bytes' in value ? value.bytes : value
}

function decoded(value: unknown, type: string): unknown {
  if (!(value instanceof Uint8Array) || type === 'BLOB') return value
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(value)
}

function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}
