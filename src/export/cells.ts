import { check } from './check.ts'
import type { Column } from './column.ts'
import { RowError, ValueError } from './row-error.ts'
import type { Table } from './table.ts'
import type { Encoders } from './value.ts'

/** Checks one value of the source and says it in a format's way. Throws a `ValueError`. */
export type Cell<Out> = (value: unknown) => Out

/**
 * A column's checks are its own refusals of null: only a nullable column lets it through.
 *
 * @param none what the format writes for null.
 */
export function cellOf<Out>(column: Column, encode: Encoders<Out>, none: Out): Cell<Out> {
  const cell = filled(column, encode)
  return column.isNullable ? (value) => (value === null ? none : cell(value)) : cell
}

function filled<Out>(column: Column, encode: Encoders<Out>): Cell<Out> {
  switch (column.type) {
    case 'text':
      return (value) => encode.text(check.text(value, column))
    case 'integer':
      return (value) => encode.integer(check.integer(value, column))
    case 'decimal':
      return (value) => encode.decimal(check.decimal(value, column))
    case 'number':
      return (value) => encode.number(check.number(value, column))
    case 'boolean':
      return (value) => encode.boolean(check.boolean(value, column))
    case 'date':
      return (value) => encode.date(check.date(value, column))
    case 'instant':
      return (value) => encode.instant(check.instant(value, column))
    case 'time':
      return (value) => encode.time(check.time(value, column))
    case 'duration':
      return (value) => encode.duration(check.duration(value, column))
    case 'binary':
      return (value) => encode.binary(check.binary(value, column))
    case 'json':
      return (value) => encode.json(check.json(value, column))
  }
}

/**
 * The error of a failed row, with its place: the cells are tried again one by one.
 *
 * @param row counted from 1.
 */
export function placed(
  error: unknown,
  table: Table,
  cells: readonly Cell<unknown>[],
  item: Readonly<Record<string, unknown>>,
  row: number,
): unknown {
  if (!(error instanceof ValueError)) return error
  for (const [index, column] of table.columns.entries())
    try {
      cells[index]?.(item[column.name])
    } catch (reason) {
      if (reason instanceof ValueError)
        return new RowError(table.name, row, column.name, reason.message)
    }
  return error
}
