import type { Column } from './column.ts'
import type { Table } from './table.ts'
import { xmlAttribute, xmlName } from './xml-text.ts'

/** The XML Schema (XSD 1.0) of a table's XML file. */
export function xmlSchema(table: Table): string {
  const columns = table.columns.map(
    (column) =>
      `            <xs:element name="${xmlAttribute(xmlName(column.name))}" type="${typeName(column)}"` +
      `${column.isNullable ? ' minOccurs="0"' : ''}/>\n`,
  )
  return (
    '<?xml version="1.0" encoding="UTF-8"?>\n' +
    '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">\n' +
    '  <xs:element name="table">\n    <xs:complexType>\n      <xs:sequence>\n' +
    '        <xs:element name="row" minOccurs="0" maxOccurs="unbounded">\n' +
    `          <xs:complexType><xs:sequence>\n${columns.join('')}          </xs:sequence></xs:complexType>\n` +
    '        </xs:element>\n      </xs:sequence>\n' +
    `      <xs:attribute name="name" type="xs:string" use="required" fixed="${xmlAttribute(table.name)}"/>\n` +
    '    </xs:complexType>\n  </xs:element>\n' +
    [...new Set(table.columns.map(typeDefinition))].join('') +
    '</xs:schema>\n'
  )
}

function typeName(column: Column): string {
  switch (column.type) {
    case 'text':
    case 'instant':
      return column.type
    case 'decimal':
      return `decimal-${column.precision}-${column.scale}`
    case 'integer':
      return 'xs:long'
    case 'number':
      return 'xs:double'
    case 'binary':
      return 'xs:base64Binary'
    case 'json':
      return 'xs:string'
    case 'boolean':
    case 'date':
    case 'time':
    case 'duration':
      return `xs:${column.type}`
  }
}

function typeDefinition(column: Column): string {
  if (column.type === 'text')
    return (
      '  <xs:complexType name="text"><xs:simpleContent><xs:extension base="xs:string">' +
      '<xs:attribute name="encoding" type="xs:string" fixed="base64"/>' +
      '</xs:extension></xs:simpleContent></xs:complexType>\n'
    )
  if (column.type === 'instant')
    return (
      '  <xs:simpleType name="instant"><xs:restriction base="xs:dateTime">' +
      '<xs:pattern value=".*(Z|[+\\-]\\d\\d:\\d\\d)"/></xs:restriction></xs:simpleType>\n'
    )
  return column.type === 'decimal' ? decimalDefinition(column) : ''
}

/** More digits than XSD asks its processors to count are text of a pattern. */
const countedDigits = 18

function decimalDefinition(column: Column): string {
  const { precision, scale } = column
  const fraction = scale === 0 ? '' : `\\.\\d{${scale}}`
  const [base, facets] =
    precision > countedDigits
      ? ['string', `<xs:pattern value="-?\\d{1,${Math.max(1, precision - scale)}}${fraction}"/>`]
      : ['decimal', `<xs:totalDigits value="${precision}"/><xs:fractionDigits value="${scale}"/>`]
  return (
    `  <xs:simpleType name="${typeName(column)}"><xs:restriction base="xs:${base}">` +
    `${facets}</xs:restriction></xs:simpleType>\n`
  )
}
