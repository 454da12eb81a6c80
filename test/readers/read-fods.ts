import { XmlDocument, XmlElement, type XmlNode } from 'libxml2-wasm'
import type { Column, Table } from '../../src/export/index.ts'
import { canonical, type Canonical } from '../export/canonical.ts'
import { continued } from '../export/read-xlsx.ts'

const oasis = 'urn:oasis:names:tc:opendocument:xmlns'
const spaces = {
  office: `${oasis}:office:1.0`,
  table: `${oasis}:table:1.0`,
  text: `${oasis}:text:1.0`,
}

/**
 * A flat OpenDocument file as LibreOffice writes it of what it has read.
 *
 * @param text takes the escapes of control characters back, where LibreOffice has not.
 */
export function readFods(
  table: Table,
  content: string,
  text: (raw: string) => string,
): Canonical[][] {
  using document = XmlDocument.fromString(content)
  const rows = document.find('//table:table//table:table-row', spaces).flatMap((row) => {
    const cells = row.find('table:table-cell', spaces).flatMap((cell) => repeated(cell))
    return cells.some((cell) => cell.attr('value-type', 'office') !== null) ? [cells] : []
  })
  return rows.slice(1).map((cells) => {
    const beyond = cells.slice(table.columns.length).map((cell) => text(said(cell)))
    return table.columns.map((column, at) => valueOf(column, cells[at], beyond, text))
  })
}

function repeated(cell: XmlNode): XmlElement[] {
  if (!(cell instanceof XmlElement)) return []
  const count = Number(cell.attr('number-columns-repeated', 'table')?.value ?? 1)
  return count > 1000 ? [] : Array.from({ length: count }, () => cell)
}

function valueOf(
  column: Column,
  cell: XmlElement | undefined,
  beyond: readonly string[],
  text: (raw: string) => string,
): Canonical {
  const type = cell?.attr('value-type', 'office')?.value
  if (cell === undefined || type === undefined) return null
  const value = (name: string) => cell.attr(name, 'office')?.value
  if (type === 'string') return canonical(column, text(said(cell)) + continued(column.name, beyond))
  if (type === 'boolean') return canonical(column, value('boolean-value'))
  if (type === 'date') {
    const date = value('date-value') ?? ''
    return canonical(column, column.type === 'instant' ? milliseconds(date) : date)
  }
  if (type === 'time') return canonical(column, clock(value('time-value') ?? ''))
  const number = Number(value('value'))
  // A truth of Excel becomes the formula TRUE() or FALSE().
  if (column.type === 'boolean') return canonical(column, number === 1)
  return canonical(column, column.type === 'decimal' ? number.toFixed(column.scale) : number)
}

/** LibreOffice writes nine digits of a double; a cell says milliseconds. */
function milliseconds(date: string): string {
  const [day, time = '00:00:00'] = date.split('T')
  const [, whole = '', fraction = '0'] = /^(\d\d:\d\d:\d\d)(\.\d+)?$/.exec(time) ?? []
  return new Date(
    Date.parse(`${day}T${whole}Z`) + Math.round(Number(`0${fraction}`) * 1000),
  ).toISOString()
}

function clock(duration: string): string {
  const [, hours = '', minutes = '', seconds = ''] =
    /^PT(\d+)H(\d+)M([\d.]+)S$/.exec(duration) ?? []
  const ms = Math.round((Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000)
  return new Date(ms).toISOString().slice(11, -1)
}

function said(cell: XmlElement): string {
  const exact = cell.attr('string-value', 'office')?.value
  return exact ?? cell.find('text:p', spaces).map(paragraph).join('\n')
}

function paragraph(node: XmlNode): string {
  if (!(node instanceof XmlElement)) return node.content
  let text = ''
  for (let child = node.firstChild; child !== null; child = child.next)
    if (!(child instanceof XmlElement)) text += child.content
    else if (child.name === 's') text += ' '.repeat(Number(child.attr('c', 'text')?.value ?? 1))
    else if (child.name === 'tab') text += '\t'
    else if (child.name === 'line-break') text += '\n'
    else text += paragraph(child)
  return text
}
