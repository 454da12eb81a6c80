import { headingWidth } from './sheet-width.ts'
import type { Table } from './table.ts'
import { xmlAttribute } from './xml-text.ts'

const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n'
const oasis = 'urn:oasis:names:tc:opendocument:xmlns'

const spaces =
  ['office', 'style', 'table', 'text', 'manifest']
    .map((name) => `xmlns:${name}="${oasis}:${name}:1.0"`)
    .join(' ') +
  ` xmlns:fo="${oasis}:xsl-fo-compatible:1.0" xmlns:number="${oasis}:datastyle:1.0" office:version="1.3"`

/** Everything before the first sheet: what makes a number a date in sight, and headings bold. */
export function contentHead(table: Table): string {
  const part = (name: string, length = 'long') => `<number:${name} number:style="${length}"/>`
  const day = `${part('year')}<number:text>-</number:text>${part('month')}<number:text>-</number:text>${part('day')}`
  const clock =
    `${part('hours')}<number:text>:</number:text>${part('minutes')}<number:text>:</number:text>` +
    '<number:seconds number:style="long" number:decimal-places="3"/>'
  const cell = (name: string, format: string, inner = '') =>
    `<style:style style:name="${name}" style:family="table-cell"${format === '' ? '' : ` style:data-style-name="${format}"`}>${inner}</style:style>`
  const widths = table.columns.map(
    (column, index) =>
      `<style:style style:name="w${index}" style:family="table-column"><style:table-column-properties ` +
      `style:column-width="${(headingWidth(column) * 0.2).toFixed(1)}cm"/></style:style>`,
  )
  return (
    `${declaration}<office:document-content ${spaces}><office:automatic-styles>` +
    `<number:date-style style:name="nd">${day}</number:date-style>` +
    `<number:date-style style:name="ni">${day}<number:text> </number:text>${clock}<number:text> UTC</number:text></number:date-style>` +
    `<number:time-style style:name="nt">${clock}</number:time-style>` +
    '<number:text-style style:name="nx"><number:text-content/></number:text-style>' +
    cell('date', 'nd') +
    cell('instant', 'ni') +
    cell('time', 'nt') +
    cell('text', 'nx') +
    cell('heading', '', '<style:text-properties fo:font-weight="bold"/>') +
    `${decimalStyles(table)}${widths.join('')}` +
    '</office:automatic-styles><office:body><office:spreadsheet>\n'
  )
}

/** A style for each scale: `1.50` stays `1.50` in sight. */
function decimalStyles(table: Table): string {
  const decimals = table.columns.filter(({ type }) => type === 'decimal')
  return [...new Set(decimals.map(({ scale }) => scale))]
    .map(
      (scale) =>
        `<number:number-style style:name="n${scale}"><number:number number:min-integer-digits="1" ` +
        `number:decimal-places="${scale}" number:min-decimal-places="${scale}"/></number:number-style>` +
        `<style:style style:name="d${scale}" style:family="table-cell" style:data-style-name="n${scale}"/>`,
    )
    .join('')
}

export function tableHead(table: Table, name: string): string {
  const columns = table.columns.map(
    (_, index) => `<table:table-column table:style-name="w${index}"/>`,
  )
  return `<table:table table:name="${xmlAttribute(name)}">${columns.join('')}`
}

export const tableTail: string = '</table:table>\n'

export const contentTail: string = '</office:spreadsheet></office:body></office:document-content>\n'

export const stylesPart: string = `${declaration}<office:document-styles ${spaces}><office:styles/></office:document-styles>\n`

export function manifestPart(mediaType: string): string {
  const file = (path: string, type: string) =>
    `<manifest:file-entry manifest:full-path="${path}" manifest:media-type="${type}"/>`
  return (
    `${declaration}<manifest:manifest xmlns:manifest="${oasis}:manifest:1.0" manifest:version="1.3">` +
    file('/', mediaType) +
    file('content.xml', 'text/xml') +
    file('styles.xml', 'text/xml') +
    '</manifest:manifest>\n'
  )
}
