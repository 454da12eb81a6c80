import type { Format, FileDescription } from './format.ts'
import type { Table } from './table.ts'

/** What a package has written of a file below `data/`. */
export interface WrittenFile {
  /** From the package's root: `data/tables/orders.csv`. */
  readonly path: string
  readonly mediaType: string
  readonly bytes: number
  readonly sha512: string
}

/** A table's rows in a file, which may hold other tables, too. */
export interface WrittenTable {
  readonly table: Table
  readonly format: Format
  readonly dialect?: string
  readonly rows: number
  readonly file: WrittenFile
  readonly description: FileDescription
}

/** What was to be written and broke off. */
export interface Failure {
  /** A table's name, or `files` for the attachments. */
  readonly table: string
  readonly format: string
  readonly reason: string
  /** How many rows had been taken from the source. */
  readonly rows: number
}

/** All that is known of a package when its content is written. */
export interface PackageRecord {
  readonly tables: WrittenTable[]
  readonly attachments: WrittenFile[]
  /** Every file below `data/`, in the order of the archive. */
  readonly payload: WrittenFile[]
  readonly failures: Failure[]
  readonly skipped: readonly string[]
}
