import { xmlText } from './xml-text.ts'

// oxlint-disable-next-line no-control-regex -- what a cell cannot hold as it is, and what looks like its escape
const special = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|_(?=x[0-9A-Fa-f]{4}_)/g

const edges = /^\s|\s$|[\r\n]/

/** A `t` element, with control characters the way of Open XML: `_x0001_`. */
export function xlsxText(value: string): string {
  const safe = xmlText(value.replace(special, escaped))
  return edges.test(value) ? `<t xml:space="preserve">${safe}</t>` : `<t>${safe}</t>`
}

function escaped(char: string): string {
  return `_x${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`
}
