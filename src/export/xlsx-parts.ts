import { headingWidth } from './sheet-width.ts'
import type { Table } from './table.ts'
import { xmlAttribute } from './xml-text.ts'

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packaging = 'http://schemas.openxmlformats.org/package/2006'
const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** All of a sheet that stands before its first row of data: the heading stays in sight. */
export function sheetHead(table: Table, heading: string): string {
  const columns = table.columns.map(
    (column, index) =>
      `<col min="${index + 1}" max="${index + 1}" width="${headingWidth(column)}" customWidth="1"/>`,
  )
  return (
    `${declaration}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0">` +
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>' +
    `<cols>${columns.join('')}</cols><sheetData>${heading}`
  )
}

export const sheetTail: string = '</sheetData></worksheet>'

export function workbook(names: readonly string[]): string {
  const sheets = names.map(
    (name, index) =>
      `<sheet name="${xmlAttribute(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  )
  return `${declaration}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${sheets.join('')}</sheets></workbook>`
}

export function workbookLinks(sheets: number): string {
  const links = Array.from({ length: sheets }, (_, index) =>
    link(`rId${index + 1}`, 'worksheet', `worksheets/sheet${index + 1}.xml`),
  )
  return linksPart([...links, link(`rId${sheets + 1}`, 'styles', 'styles.xml')])
}

export const packageLinks: string = linksPart([link('rId1', 'officeDocument', 'xl/workbook.xml')])

export function contentTypes(sheets: number): string {
  const parts = Array.from({ length: sheets }, (_, index) => [
    `/xl/worksheets/sheet${index + 1}.xml`,
    'worksheet+xml',
  ])
  const all = [['/xl/workbook.xml', 'sheet.main+xml'], ['/xl/styles.xml', 'styles+xml'], ...parts]
  return (
    `${declaration}<Types xmlns="${packaging}/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    all
      .map(([part, type]) => `<Override PartName="${part}" ContentType="${sheetType}.${type}"/>`)
      .join('') +
    '</Types>'
  )
}

function linksPart(links: readonly string[]): string {
  return `${declaration}<Relationships xmlns="${packaging}/relationships">${links.join('')}</Relationships>`
}

function link(id: string, type: string, target: string): string {
  return `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`
}
