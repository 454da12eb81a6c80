import { batches } from './batches.ts'
import { byteStream } from './byte-stream.ts'
import type { Format } from './format.ts'
import { sheetFidelity } from './sheet-fidelity.ts'
import { sheetName, type RowState } from './sheet-limits.ts'
import { Sheets } from './sheets.ts'
import type { Table } from './table.ts'
import { xlsxCells, xlsxRow } from './xlsx-cell.ts'
import {
  contentTypes,
  packageLinks,
  sheetHead,
  sheetTail,
  workbook,
  workbookLinks,
} from './xlsx-parts.ts'
import { xlsxStyles } from './xlsx-style.ts'
import { zip, type ZipEntry } from './zip.ts'

/** A workbook for people: every text is a text cell and never a formula; a table of many rows has several sheets. */
export const xlsx: Format = {
  name: 'xlsx',
  mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  extension: 'xlsx',
  fidelity: sheetFidelity,
  write: (table, options) =>
    byteStream((signal) => {
      const state: RowState = { row: 1, overflow: [] }
      const layout = {
        cells: xlsxCells(table, state),
        rowStart: (row: number) => `<row r="${row}">`,
        rowEnd: '</row>',
        head: sheetHead(table, xlsxRow(table)),
        tail: sheetTail,
      }
      const sheets = new Sheets(table, layout, state, batches(table, signal, options.onRows))
      return zip(parts(table, sheets), { level: 1, isLarge: false })
    }, options.signal),
  describe: (table) => ({
    dialect: { sheetName: sheetName(table.name, 0) },
    'auszug:sheets': 'Further rows are in sheets of the same name with a number behind it.',
  }),
}

async function* parts(table: Table, sheets: Sheets): AsyncGenerator<ZipEntry> {
  const names: string[] = []
  try {
    while (!sheets.isDone) {
      names.push(sheetName(table.name, names.length))
      yield { path: `xl/worksheets/sheet${names.length}.xml`, body: sheets.next() }
    }
  } finally {
    await sheets.close()
  }
  yield { path: 'xl/workbook.xml', body: workbook(names) }
  yield { path: 'xl/_rels/workbook.xml.rels', body: workbookLinks(names.length) }
  yield { path: 'xl/styles.xml', body: xlsxStyles(table) }
  yield { path: '_rels/.rels', body: packageLinks }
  yield { path: '[Content_Types].xml', body: contentTypes(names.length) }
}
