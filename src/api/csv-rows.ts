import { unfit } from '../license/problem.ts'

/** A record of a CSV file: the line that it begins in, from 1 on, and its cells by column. */
export interface CsvRow {
  readonly line: number
  readonly cells: ReadonlyMap<string, string>
}

const delimiters = [',', ';', '\t', '|'] as const

/**
 * Reads CSV (RFC 4180) with a header row; a BOM, either line end, and empty lines are taken.
 *
 * @param delimiter guessed from the header row if left out.
 * @throws Problem unfit for a quote that is not closed, a column that is named twice, or a row with more cells than columns.
 */
export function csvRows(text: string, delimiter?: string): readonly CsvRow[] {
  const body = text.startsWith('\ufeff') ? text.slice(1) : text
  const records = recordsOf(body, delimiter ?? guessed(body))
  const [header, ...rest] = records
  if (header === undefined) throw unfit('/data', 'The file has no header row.')
  const columns = header.cells.map((name) => name.trim())
  if (new Set(columns).size < columns.length)
    throw unfit('/data', 'Two columns of the header row have the same name.')
  return rest
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
    .map(({ line, cells }) => {
      if (cells.length > columns.length)
        throw unfit('/data', `Line ${line} has more cells than there are columns.`)
      return { line, cells: new Map(columns.map((name, n) => [name, cells[n]?.trim() ?? ''])) }
    })
}

function guessed(text: string): string {
  const header = /^.*/.exec(text)?.[0] ?? ''
  const counts = delimiters.map((each) => [each, header.split(each).length] as const)
  return counts.reduce((best, each) => (each[1] > best[1] ? each : best))[0]
}

interface CsvRecord {
  readonly line: number
  readonly cells: string[]
}

function recordsOf(text: string, delimiter: string): readonly CsvRecord[] {
  const records: CsvRecord[] = []
  let record: CsvRecord = { line: 1, cells: [] }
  let line = 1
  for (let at = 0; at <= text.length;) {
    const { cell, end } = cellAt(text, at, delimiter, line)
    record.cells.push(cell)
    line += linesIn(text.slice(at, end))
    if (text.startsWith(delimiter, end)) {
      at = end + 1
      continue
    }
    records.push(record)
    if (end >= text.length) break
    at = end + (text.startsWith('\r\n', end) ? 2 : 1)
    line += 1
    record = { line, cells: [] }
    if (at === text.length) break
  }
  return records
}

function cellAt(
  text: string,
  at: number,
  delimiter: string,
  line: number,
): { readonly cell: string; readonly end: number } {
  if (text.charAt(at) !== '"') {
    const end = endFrom(text, at, delimiter)
    return { cell: text.slice(at, end), end }
  }
  let close = at
  do {
    close = text.indexOf('"', close + 1)
    if (close === -1) throw unfit('/data', `A quote that begins in line ${line} is not closed.`)
  } while (text.charAt(close + 1) === '"' && (close += 1) > 0)
  const end = endFrom(text, close + 1, delimiter)
  if (text.slice(close + 1, end).trim() !== '')
    throw unfit('/data', `In line ${line} something follows a closing quote.`)
  return { cell: text.slice(at + 1, close).replaceAll('""', '"'), end }
}

/** Where the cell ends: before a delimiter, a line end, or the end of the text. */
function endFrom(text: string, from: number, delimiter: string): number {
  for (let at = from; at < text.length; at++) {
    const character = text.charAt(at)
    if (character === delimiter || character === '\n' || character === '\r') return at
  }
  return text.length
}

function linesIn(text: string): number {
  return text.split(/\r\n|\n|\r/).length - 1
}
