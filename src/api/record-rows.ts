import { z } from 'zod'
import type { JsonRow, OpenedPackage } from '../export/read-package.ts'
import { PackageError } from '../export/package-error.ts'
import { instantOf, isDate } from '../license/calendar.ts'
import { Problem } from '../license/problem.ts'
import { columnOf } from '../store/kept-tables.ts'
import type { ColumnKind, KeptTable } from '../store/kept-tables.ts'
import { recordShapes } from './record-shapes.ts'
import { isKeepable } from '../web/keepable.ts'

/**
 * A table's rows in a package, each with exactly the columns of the table.
 *
 * @throws Problem broken-package that names table, row and column.
 */
export async function* recordRows(
  opened: OpenedPackage,
  table: KeptTable,
): AsyncGenerator<readonly JsonRow[]> {
  let n = 0
  const rows = opened.rows(table.name)
  for (;;) {
    const next = await rows.next().catch((error: unknown) => {
      throw error instanceof PackageError ? brokenPackage(error, table.name) : error
    })
    if (next.done === true) return
    for (const row of next.value) checkRow(table, row, (n += 1))
    yield next.value
  }
}

export function brokenPackage({ message }: PackageError, table?: string): Problem {
  return new Problem('broken-package', { why: message, ...(table !== undefined && { table }) })
}

function checkRow(table: KeptTable, row: JsonRow, n: number): void {
  const wrong = (column: string, why: string): Problem =>
    new Problem('broken-package', { table: table.name, row: n, column, why })
  for (const column of Object.keys(row))
    if (!Object.hasOwn(table.columns, column)) throw wrong(column, 'There is no such column.')
  for (const [column, spec] of Object.entries(table.columns)) {
    const value = row[column]
    const { kind, isNullable } = columnOf(spec)
    if (value === undefined) throw wrong(column, 'The column is missing.')
    if (value === null ? !isNullable : !isOf[kind](value)) throw wrong(column, `No ${kind}.`)
    const shape = recordShapes[table.name]?.[column]?.safeParse(value)
    if (shape?.success === false) throw wrong(column, shape.error.issues[0]?.message ?? 'Unfit.')
  }
}

const base64 = z.base64()

const isOf: Readonly<Record<ColumnKind, (value: unknown) => boolean>> = {
  text: isText,
  integer: (value) => Number.isSafeInteger(value),
  boolean: (value) => typeof value === 'boolean',
  date: (value) => typeof value === 'string' && isDate(value),
  // As it was written: the law's instants, in UTC with milliseconds.
  instant: (value) =>
    typeof value === 'string' &&
    /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(value) &&
    instantOf(value) !== null,
  json: (value) => isKeepableJson(value, 32),
  binary: (value) => typeof value === 'string' && base64.safeParse(value).success,
}

function isText(value: unknown): boolean {
  return typeof value === 'string' && isKeepable(value)
}

function isKeepableJson(value: unknown, depth: number): boolean {
  if (typeof value === 'string') return isKeepable(value)
  if (typeof value !== 'object' || value === null) return true
  return (
    depth > 0 &&
    Object.entries(value).every(
      ([name, each]) => isKeepable(name) && isKeepableJson(each, depth - 1),
    )
  )
}
