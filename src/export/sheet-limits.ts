/** What a sheet and a cell of Excel hold; LibreOffice has the same rows. */
export const maxSheetRows = 1_048_576
export const maxCellUnits = 32_767

/** A sheet is split before its XML passes this, since office programs take no part of 4 GiB. */
export const maxSheetBytes: number = 3 * 2 ** 30

/**
 * The parts of a text that is longer than a cell: the first stands in its column, each further one right of the last
 * column of the same row and begins with `name[2]: `, `name[3]: `, so that it is found, sorted along, and put together.
 *
 * @param name the column's.
 */
export function cellParts(name: string, text: string): string[] {
  if (text.length <= maxCellUnits) return [text]
  const parts = [text.slice(0, cut(text, 0, maxCellUnits))]
  for (let at = parts[0]!.length; at < text.length;) {
    const label = `${name.slice(0, 1000)}[${parts.length + 1}]: `
    const end = cut(text, at, maxCellUnits - label.length)
    parts.push(label + text.slice(at, end))
    at = end
  }
  return parts
}

/** No cut goes through a surrogate pair. */
function cut(text: string, from: number, units: number): number {
  const end = from + units
  if (end >= text.length) return text.length
  const last = text.charCodeAt(end - 1)
  return last >= 0xd800 && last <= 0xdbff ? end - 1 : end
}

/** A sheet's name: at most 31 characters, none that a formula would trip over. */
export function sheetName(table: string, index: number): string {
  const suffix = index === 0 ? '' : ` (${index + 1})`
  return table.slice(0, 31 - suffix.length) + suffix
}

/** Cells of a row that have no column: what did not fit in theirs. Filled while a row is written, then emptied. */
export interface RowState {
  /** Counted from 1 in its sheet; the heading is row 1. */
  row: number
  /** The continued parts, each ready to stand right of the last column. */
  overflow: string[]
}
