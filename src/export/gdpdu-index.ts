import type { Column } from './column.ts'
import type { Table } from './table.ts'
import { xmlText } from './xml-text.ts'

/** `index.xml`: every data file with its columns, in the order of the description standard. */
export function gdpduIndex(tables: readonly Table[]): string {
  return (
    '<?xml version="1.0" encoding="UTF-8"?>\n' +
    '<!DOCTYPE DataSet SYSTEM "gdpdu-01-09-2004.dtd">\n' +
    '<DataSet>\n  <Version>1.0</Version>\n  <Media>\n    <Name>1</Name>\n' +
    tables.map((table) => tableElement(table, tables)).join('') +
    '  </Media>\n</DataSet>\n'
  )
}

function tableElement(table: Table, all: readonly Table[]): string {
  const description = table.title || table.description
  const columns = table.columns.map((column) =>
    table.primaryKey.includes(column.name)
      ? columnElement('VariablePrimaryKey', column)
      : columnElement('VariableColumn', column),
  )
  const keys = table.foreignKeys.filter(({ references }) =>
    all.some(({ name }) => name === references.table),
  )
  return (
    `    <Table>\n      <URL>${xmlText(table.name)}.csv</URL>\n      <Name>${xmlText(table.name)}</Name>\n` +
    (description === '' ? '' : `      <Description>${xmlText(description)}</Description>\n`) +
    '      <UTF8/>\n      <DecimalSymbol>,</DecimalSymbol>\n      <DigitGroupingSymbol>.</DigitGroupingSymbol>\n' +
    '      <Range><From>2</From></Range>\n      <VariableLength>\n' +
    '        <ColumnDelimiter>;</ColumnDelimiter>\n        <RecordDelimiter>&#13;&#10;</RecordDelimiter>\n' +
    '        <TextEncapsulator>"</TextEncapsulator>\n' +
    columns.join('') +
    keys
      .map(
        ({ columns: own, references }) =>
          `        <ForeignKey>${own.map((name) => `<Name>${xmlText(name)}</Name>`).join('')}` +
          `<References>${xmlText(references.table)}</References></ForeignKey>\n`,
      )
      .join('') +
    '      </VariableLength>\n    </Table>\n'
  )
}

function columnElement(element: string, column: Column): string {
  const description =
    column.title === '' ? '' : `<Description>${xmlText(column.title)}</Description>`
  return `        <${element}><Name>${xmlText(column.name)}</Name>${description}${typeElement(column)}</${element}>\n`
}

function typeElement({ type, scale }: Column): string {
  switch (type) {
    case 'integer':
      return '<Numeric/>'
    case 'decimal':
      return scale === 0 ? '<Numeric/>' : `<Numeric><Accuracy>${scale}</Accuracy></Numeric>`
    case 'number':
      // As many digits after the comma as the auditors' program keeps.
      return '<Numeric><Accuracy>6</Accuracy></Numeric>'
    case 'date':
      return '<Date><Format>YYYY-MM-DD</Format></Date>'
    case 'text':
    case 'boolean':
    case 'instant':
    case 'time':
    case 'duration':
    case 'binary':
    case 'json':
      return '<AlphaNumeric/>'
  }
}
