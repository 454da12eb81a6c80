export {
  binary,
  boolean,
  date,
  decimal,
  duration,
  instant,
  integer,
  json,
  number,
  text,
  time,
} from './column.ts'
export type { Column, ColumnType, TypeName } from './column.ts'
export { table } from './table.ts'
export type { ForeignKey, Rows, Table, TableSpec } from './table.ts'
export { defineExport } from './define.ts'
export type { Attachment, Exclusion, ExportData, ExportSpec } from './define.ts'
export { exportPackage } from './package.ts'
export type { PackageOptions } from './package.ts'
export type { Progress } from './package-writer.ts'
export { exportTable } from './export-table.ts'
export type { TableOptions } from './export-table.ts'
export { RowError } from './row-error.ts'

/** Where rows come from. */
export { fromArray } from './from-array.ts'
export { fromCursor } from './from-cursor.ts'
export { fromKysely } from './from-kysely.ts'
export { fromSelect } from './from-select.ts'
export { fromSqlite } from './from-sqlite.ts'
export { exactTypes } from './exact-types.ts'

/** For a format of the product's own. */
export { formats, registerFormat } from './register.ts'
export type { Fate, Fidelity, Format, WriteOptions } from './format.ts'
export { batches } from './batches.ts'
export { byteStream } from './byte-stream.ts'
export { cellOf } from './cells.ts'
export { plainText } from './plain-text.ts'
export { textStream } from './text-stream.ts'
export { xmlSchema } from './xml-schema.ts'
