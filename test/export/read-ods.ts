import { XmlDocument, XmlElement } from 'libxml2-wasm'
import type { Column, Table } from '../../src/export/index.ts'
import { native, textual, type Found } from './canonical.ts'
import { continued, unescaped } from './read-xlsx.ts'
import { textOf, unzip } from './unzip.ts'

const oasis = 'urn:oasis:names:tc:opendocument:xmlns'
const spaces = {
  office: `${oasis}:office:1.0`,
  table: `${oasis}:table:1.0`,
  text: `${oasis}:text:1.0`,
}

/** Reads the sheets of an OpenDocument file by its standard; LibreOffice reads it in `npm run test:readers`. */
export async function readOds(table: Table, bytes: Uint8Array): Promise<Found[][]> {
  const content = textOf(await unzip(bytes), 'content.xml')
  using document = XmlDocument.fromString(content)
  const rows = document.find('//table:table/table:table-row', spaces)
  return rows.map((row) => {
    const cells = row.find('table:table-cell', spaces).filter((cell) => cell instanceof XmlElement)
    const beyond = cells.slice(table.columns.length).map(said)
    return table.columns.map((column, at) => found(column, cells[at], beyond))
  })
}

function found(column: Column, cell: XmlElement | undefined, beyond: readonly string[]): Found {
  const type = cell?.attr('value-type', 'office')?.value
  if (cell === undefined || type === undefined) return native(column, null)
  const value = (name: string) => cell.attr(name, 'office')?.value
  if (type === 'string') {
    const text = said(cell) + continued(column.name, beyond)
    return column.type === 'text' ? native(column, text) : textual(column, text)
  }
  const date = value('date-value')
  const [, hours, minutes, seconds] =
    /^PT(\d\d)H(\d\d)M([\d.]+)S$/.exec(value('time-value') ?? '') ?? []
  const time = hours === undefined ? undefined : `${hours}:${minutes}:${seconds}`
  const instant = column.type === 'instant' && date !== undefined ? `${date}Z` : date
  return native(column, value('boolean-value') ?? instant ?? time ?? value('value'))
}

/** The text of a cell, with the escapes of control characters taken back. */
function said(cell: XmlElement): string {
  const exact = cell.attr('string-value', 'office')?.value
  return unescaped(
    exact ??
      cell
        .find('text:p', spaces)
        .map((p) => p.content)
        .join('\n'),
  )
}
