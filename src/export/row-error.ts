/** A row that breaks its table's schema. */
export class RowError extends Error {
  readonly table: string
  /** Counted from 1, in the order of the source. */
  readonly row: number
  readonly column: string

  constructor(table: string, row: number, column: string, reason: string) {
    super(`table "${table}", row ${row}, column "${column}": ${reason}`)
    this.name = 'RowError'
    this.table = table
    this.row = row
    this.column = column
  }
}

/** A value that its column does not take; the row writer adds where. */
export class ValueError extends Error {}
