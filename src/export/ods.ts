import { batches } from './batches.ts'
import { byteStream } from './byte-stream.ts'
import type { Format } from './format.ts'
import { odsCells, odsHeading } from './ods-cell.ts'
import {
  contentHead,
  contentTail,
  manifestPart,
  stylesPart,
  tableHead,
  tableTail,
} from './ods-parts.ts'
import { sheetName, type RowState } from './sheet-limits.ts'
import { Sheets } from './sheets.ts'
import type { Table } from './table.ts'
import { sheetFidelity } from './sheet-fidelity.ts'
import { zip, type ZipEntry } from './zip.ts'

const mediaType = 'application/vnd.oasis.opendocument.spreadsheet'

/** A spreadsheet in OpenDocument 1.3, for LibreOffice and whoever wants an ISO standard. */
export const ods: Format = {
  name: 'ods',
  mediaType,
  extension: 'ods',
  fidelity: { ...sheetFidelity, emptyText: ['exact', 'null is a cell without a type'] },
  write: (table, options) =>
    byteStream((signal) => {
      const state: RowState = { row: 1, overflow: [] }
      const layout = {
        cells: odsCells(table, state),
        rowStart: () => '<table:table-row>',
        rowEnd: '</table:table-row>\n',
        head: '',
        tail: tableTail,
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
  yield { path: 'mimetype', body: mediaType, isStored: true }
  yield { path: 'content.xml', body: content(table, sheets) }
  yield { path: 'styles.xml', body: stylesPart }
  yield { path: 'META-INF/manifest.xml', body: manifestPart(mediaType) }
}

const encoder = new TextEncoder()

/** All sheets are in one part. */
async function* content(table: Table, sheets: Sheets) {
  try {
    yield encoder.encode(contentHead(table))
    for (let index = 0; !sheets.isDone; index++) {
      const name = sheetName(table.name, index)
      yield encoder.encode(tableHead(table, name) + odsHeading(table))
      yield* sheets.next()
    }
    yield encoder.encode(contentTail)
  } finally {
    await sheets.close()
  }
}
