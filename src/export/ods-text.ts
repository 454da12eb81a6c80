import { xmlAttribute, xmlText } from './xml-text.ts'

// oxlint-disable-next-line no-control-regex -- what XML has no way to write, and what looks like its escape
const impossible = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|_(?=x[0-9A-Fa-f]{4}_)/g

/** What paragraphs would change: line ends, tabs, spaces in a row or at an edge. */
const delicate = /[\r\n\t]| {2}|^ | $/

/**
 * The rest of a text cell's start tag, and its paragraphs. Text that paragraphs would change stands in an attribute, too,
 * which keeps every character; control characters are written `_x0001_`, as in Open XML.
 */
export function odsText(value: string): string {
  const safe = value.replace(impossible, escaped)
  if (!delicate.test(safe)) return `><text:p>${xmlText(safe)}</text:p>`
  const paragraphs = safe.split('\n').map((line) => `<text:p>${paragraph(line)}</text:p>`)
  return ` office:string-value="${xmlAttribute(safe)}">${paragraphs.join('')}`
}

function paragraph(line: string): string {
  return xmlText(line)
    .replace(/ {2,}|^ | $/g, (run) => `<text:s text:c="${run.length}"/>`)
    .replaceAll('\t', '<text:tab/>')
}

function escaped(char: string): string {
  return `_x${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`
}
