import exceljs from 'exceljs'
import type { Column, Table } from '../../src/export/index.ts'
import { native, textual, type Found } from './canonical.ts'

/** Reads all sheets of a workbook with exceljs, and puts continued cells together as docs/export.md says. */
export async function readXlsx(table: Table, bytes: Uint8Array): Promise<Found[][]> {
  const workbook = new exceljs.Workbook()
  await workbook.xlsx.load(new Uint8Array(bytes).buffer)
  const rows: Found[][] = []
  for (const sheet of workbook.worksheets)
    for (let index = 2; index <= sheet.rowCount; index++) {
      const row = sheet.getRow(index)
      const beyond: string[] = []
      for (let at = table.columns.length + 1; at <= row.cellCount; at++)
        beyond.push(row.getCell(at).text)
      rows.push(
        table.columns.map((column, at) => {
          const { value } = row.getCell(at + 1)
          const isText = typeof value === 'string'
          const whole = isText ? unescaped(value + continued(column.name, beyond)) : value
          return isText && column.type !== 'text'
            ? textual(column, whole)
            : native(column, plain(column, whole))
        }),
      )
    }
  return rows
}

/** Control characters, the way of Open XML (22.9.2.19). */
export function unescaped(text: string): string {
  return text.replace(/_x([0-9A-F]{4})_/g, (_, code) => String.fromCharCode(parseInt(code, 16)))
}

export function continued(name: string, cells: readonly string[]): string {
  return cells
    .filter((cell) => cell.startsWith(`${name}[`))
    .map((cell) => cell.slice(cell.indexOf(']: ') + 3))
    .join('')
}

function plain(column: Column, value: unknown): unknown {
  if (column.type === 'decimal' && typeof value === 'number') return value.toFixed(column.scale)
  if (!(value instanceof Date)) return value
  // A time of day and a day come as dates, counted from 30 December 1899 where there is no day.
  if (column.type === 'time') return value.toISOString().slice(11, -1)
  return column.type === 'date' ? value.toISOString().slice(0, 10) : value.toISOString()
}
