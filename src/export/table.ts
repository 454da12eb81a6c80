import type { Column, ColumnType } from './column.ts'
import { checkColumns, checkKeys, checkTableName } from './table-check.ts'

/** Rows one by one or in arrays; arrays are much the faster, since each costs one promise and not each row. */
export type Rows = Iterable<object> | AsyncIterable<object>

export interface ForeignKey {
  readonly columns: readonly string[]
  readonly references: { readonly table: string; readonly columns: readonly string[] }
}

export interface Table {
  readonly name: string
  readonly title: string
  readonly description: string
  readonly columns: readonly Column[]
  readonly primaryKey: readonly string[]
  readonly foreignKeys: readonly ForeignKey[]
  readonly unique: readonly (readonly string[])[]
  /**
   * Opens the source anew: it is called once for every file that is written from the table.
   *
   * @param signal aborts when nobody reads any longer.
   */
  readonly rows: (signal: AbortSignal) => Rows | Promise<Rows>
}

export interface TableSpec {
  /** Also the file's name: letters, digits, `_`, `-` and `.`. */
  readonly name: string
  readonly title?: string
  readonly description?: string
  /** Columns in the order of the files; as pairs where names look like numbers, which JavaScript would sort. */
  readonly schema: Readonly<Record<string, ColumnType>> | readonly (readonly [string, ColumnType])[]
  readonly primaryKey?: readonly string[]
  readonly foreignKeys?: readonly ForeignKey[]
  readonly unique?: readonly (readonly string[])[]
  readonly rows: Table['rows']
}

/** @throws Error if a name cannot stand in every format, a column is there twice, or a key names no column. */
export function table(spec: TableSpec): Table {
  checkTableName(spec.name)
  const columns = columnsOf(spec.schema)
  checkColumns(spec.name, columns)
  const declared: Table = {
    name: spec.name,
    title: spec.title ?? '',
    description: spec.description ?? '',
    columns,
    primaryKey: spec.primaryKey ?? [],
    foreignKeys: spec.foreignKeys ?? [],
    unique: spec.unique ?? [],
    rows: spec.rows,
  }
  checkKeys(declared)
  return declared
}

function columnsOf(schema: TableSpec['schema']): Column[] {
  const pairs: readonly (readonly [string, ColumnType])[] = isPairs(schema)
    ? schema
    : Object.entries(schema)
  return pairs.map(([name, { type, isNullable, title, precision, scale }]) => ({
    name,
    type,
    isNullable,
    title,
    precision,
    scale,
  }))
}

function isPairs(
  schema: TableSpec['schema'],
): schema is readonly (readonly [string, ColumnType])[] {
  return Array.isArray(schema)
}
