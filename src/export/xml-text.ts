// oxlint-disable-next-line no-control-regex -- exactly what XML 1.0 has no way to write
const forbidden = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/

const special = /[&<>\r]/

/** Whether XML 1.0 can hold the text at all. */
export function isXmlText(text: string): boolean {
  return !forbidden.test(text)
}

/** Text as an element's content. A carriage return is written as a reference, or every reader would make it a line feed. */
export function xmlText(text: string): string {
  if (!special.test(text)) return text
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\r', '&#13;')
}

/** Text within double quotes; line ends and tabs as references, or every reader would make them spaces. */
export function xmlAttribute(text: string): string {
  return xmlText(text).replaceAll('"', '&quot;').replaceAll('\n', '&#10;').replaceAll('\t', '&#9;')
}

const startChar = /[\p{L}\p{Nl}_]/u
const nameChar = /[\p{L}\p{Nl}\p{M}\p{Nd}_.-]/u

/** Any name as an element's name, the reversible way of SQL/XML (ISO 9075-14): `order no` is `order_x0020_no`. */
export function xmlName(name: string): string {
  const isReserved = /^xml/i.test(name)
  const chars = Array.from(name)
  return chars
    .map((char, index) => {
      const isLiteral = char === '_' && chars[index + 1] === 'x'
      const fits = (index === 0 ? startChar : nameChar).test(char) && char.length === 1
      return fits && !isLiteral && !(isReserved && index === 0) ? char : escaped(char)
    })
    .join('')
}

function escaped(char: string): string {
  const code = char.codePointAt(0)!.toString(16).toUpperCase()
  return `_x${code.padStart(code.length > 4 ? 6 : 4, '0')}_`
}
