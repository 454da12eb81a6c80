import { base64 } from './base64.ts'
import { cellOf, type Cell } from './cells.ts'
import type { Column } from './column.ts'
import type { Fidelity, Format } from './format.ts'
import { plainText } from './plain-text.ts'
import { textStream } from './text-stream.ts'
import type { Encoders } from './value.ts'
import { isXmlText, xmlAttribute, xmlName, xmlText } from './xml-text.ts'
import { xmlSchema } from './xml-schema.ts'

const encode: Encoders<string> = {
  ...plainText,
  text: xmlText,
  json: xmlText,
  // XML Schema's durations have no weeks.
  duration: (value) => value.replace(/(\d+)W(?:(\d+)D)?/, inDays),
}

const fidelity: Fidelity = {
  types: {
    text: ['exact', 'with control characters: Base64 and `encoding="base64"`'],
    integer: ['exact'],
    decimal: ['exact'],
    number: ['exact'],
    boolean: ['exact'],
    date: ['exact'],
    instant: ['exact'],
    time: ['exact'],
    duration: ['exact', 'weeks in days'],
    binary: ['exact', 'Base64, typed `xs:base64Binary`'],
    json: ['text', 'JSON text'],
  },
  emptyText: ['exact', 'null has no element, empty text an empty one'],
}

/** An element a row, an element a value, and an XML Schema beside it in the package. */
export const xml: Format = {
  name: 'xml',
  mediaType: 'application/xml',
  extension: 'xml',
  fidelity,
  write: (table, options) =>
    textStream(
      table,
      {
        cells: table.columns.map(element),
        head:
          '<?xml version="1.0" encoding="UTF-8"?>\n' +
          `<table xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:noNamespaceSchemaLocation="${table.name}.xsd" ` +
          `name="${xmlAttribute(table.name)}">\n`,
        before: table.columns.map((_, index) => (index === 0 ? '<row>' : '')),
        rowEnd: '</row>\n',
        tail: '</table>\n',
      },
      options,
    ),
  describe: (table) => ({ 'auszug:xmlSchema': `${table.name}.xsd` }),
  beside: (tables) =>
    tables.map((table) => ({
      path: `${table.name}.xsd`,
      mediaType: 'application/xml',
      body: xmlSchema(table),
    })),
}

function element(column: Column): Cell<string> {
  const name = xmlName(column.name)
  const open = `<${name}>`
  const close = `</${name}>`
  const cell = cellOf(column, encode, '')
  if (column.type !== 'text')
    return (value) => {
      const text = cell(value)
      return value === null ? '' : open + text + close
    }
  return (value) => {
    const text = cell(value)
    if (value === null) return ''
    return isXmlText(text) ? open + text + close : binaryElement(name, value)
  }
}

function binaryElement(name: string, value: unknown): string {
  return `<${name} encoding="base64">${base64(new TextEncoder().encode(String(value)))}</${name}>`
}

function inDays(_: string, weeks: string, days = '0'): string {
  return `${BigInt(weeks) * 7n + BigInt(days)}D`
}
