import type { Column } from './column.ts'
import type { Table } from './table.ts'

/** Indices of the fixed formats in the workbook; those of decimals follow, one for each scale. */
export const style = {
  plain: 0,
  heading: 1,
  text: 2,
  integer: 3,
  date: 4,
  instant: 5,
  time: 6,
} as const

const fixed = 7

export function decimalStyle(table: Table, column: Column): number {
  return fixed + scales(table).indexOf(column.scale)
}

/** `xl/styles.xml`: what makes a number a date, and text stay text when it is edited. */
export function xlsxStyles(table: Table): string {
  const own = [
    [164, 'yyyy\\-mm\\-dd'],
    [165, 'yyyy\\-mm\\-dd\\ hh:mm:ss.000&quot; UTC&quot;'],
    [166, 'hh:mm:ss.000'],
    ...scales(table).map((scale, index): [number, string] => [
      167 + index,
      scale === 0 ? '0' : `0.${'0'.repeat(scale)}`,
    ]),
  ] as const
  const formats = [0, 0, 49, 1, ...own.map(([id]) => id)]
  const cells = formats.map(
    (id, index) =>
      `<xf numFmtId="${id}" fontId="${index === style.heading ? 1 : 0}" fillId="0" borderId="0" xfId="0"` +
      ' applyNumberFormat="1" applyFont="1"/>',
  )
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
    `<numFmts count="${own.length}">${own.map(([id, code]) => `<numFmt numFmtId="${id}" formatCode="${code}"/>`).join('')}</numFmts>` +
    '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>' +
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
    `<cellXfs count="${cells.length}">${cells.join('')}</cellXfs>` +
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>' +
    '</styleSheet>'
  )
}

/** The scales of a table's decimals, those that a format of Excel can show. */
function scales(table: Table): number[] {
  const decimals = table.columns.filter(({ type }) => type === 'decimal')
  return [...new Set(decimals.map(({ scale }) => scale))].toSorted((a, b) => a - b)
}
