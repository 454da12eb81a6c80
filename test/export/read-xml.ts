import { XmlDocument, XmlElement, XsdValidator } from 'libxml2-wasm'
import { xmlSchema, type Table } from '../../src/export/index.ts'
import { xmlName } from '../../src/export/xml-text.ts'
import { native, textual, type Found } from './canonical.ts'

/** Validates an XML file against its schema with libxml2, and reads it. */
export function readXml(table: Table, bytes: Uint8Array): Found[][] {
  using schema = XmlDocument.fromString(xmlSchema(table))
  using validator = XsdValidator.fromDoc(schema)
  using document = XmlDocument.fromBuffer(bytes)
  validator.validate(document)
  return document.find('/table/row').map((row) =>
    table.columns.map((column) => {
      const element = row.get(xmlName(column.name))
      if (!(element instanceof XmlElement)) return native(column, null)
      const isEncoded = element.attr('encoding')?.value === 'base64'
      const content = isEncoded
        ? Buffer.from(element.content, 'base64').toString('utf8')
        : element.content
      return column.type === 'json' ? textual(column, content) : native(column, content)
    }),
  )
}
