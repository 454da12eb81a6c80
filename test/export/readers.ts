import { exportTable, type Table } from '../../src/export/index.ts'
import type { Found } from './canonical.ts'
import { collect } from './collect.ts'
import { duckdbType, readDuckdb } from './read-duckdb.ts'
import { readOds } from './read-ods.ts'
import { readSqlite } from './read-sqlite.ts'
import { readXlsx } from './read-xlsx.ts'
import { readXml } from './read-xml.ts'

const csv = (delimiter: string, more = '') =>
  `read_csv(FILE, header=true, columns=COLUMNS, auto_detect=false, delim='${delimiter}', quote='"', escape='"', ` +
  `nullstr='', allow_quoted_nulls=false${more})`

type Reader = (table: Table, bytes: Uint8Array) => Promise<Found[][]> | Found[][]

/** A reader that we did not write for each format (ODS: by its standard; LibreOffice comes in `test:readers`). */
export const readers: Readonly<Record<string, Reader>> = {
  csv: (table, bytes) => readDuckdb(table, bytes, csv(',')),
  jsonl: (table, bytes) => readJson(table, bytes, 'newline_delimited'),
  json: (table, bytes) => readJson(table, bytes, 'array'),
  xml: readXml,
  xlsx: readXlsx,
  ods: readOds,
  sqlite: readSqlite,
  parquet: (table, bytes) => readDuckdb(table, bytes, 'read_parquet(FILE)'),
  gdpdu: (table, bytes) =>
    readDuckdb(table, bytes, csv(';', ", decimal_separator=','"), (column) =>
      ['integer', 'decimal', 'number', 'date'].includes(column.type)
        ? duckdbType(column)
        : 'VARCHAR',
    ),
}

export async function readBack(table: Table, format: string): Promise<Found[][]> {
  const reader = readers[format]
  if (reader === undefined) throw new Error(`no reader for ${format}`)
  return reader(table, await collect(exportTable(table, format)))
}

function readJson(table: Table, bytes: Uint8Array, format: string): Promise<Found[][]> {
  return readDuckdb(
    table,
    bytes,
    `read_json(FILE, columns=COLUMNS, format='${format}', maximum_object_size=100000000)`,
    (column) => (column.type === 'json' ? 'JSON' : duckdbType(column)),
  )
}
