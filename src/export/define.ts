import { checkTables } from './table-check.ts'
import type { Table } from './table.ts'

/** A file that a customer brought or got: a scan, a picture, an invoice as PDF. */
export interface Attachment {
  /** Below `data/files/`, with `/` between folders: no `..`, no drive, no leading slash. */
  readonly path: string
  readonly body: string | Uint8Array | Iterable<Uint8Array> | AsyncIterable<Uint8Array>
  readonly mediaType?: string
}

/** What the customer does not get, and why. It is said in the package, in so many words. */
export interface Exclusion {
  readonly what: string
  readonly why: string
}

export interface ExportSpec {
  readonly product: string
  /** BCP 47: the language of titles and descriptions; default `en`. */
  readonly locale?: string
  readonly tables: readonly Table[]
  readonly files?: (signal: AbortSignal) => Iterable<Attachment> | AsyncIterable<Attachment>
  readonly excluded?: readonly Exclusion[]
}

export interface ExportData {
  readonly product: string
  readonly locale: string
  readonly tables: readonly Table[]
  readonly files: (signal: AbortSignal) => Iterable<Attachment> | AsyncIterable<Attachment>
  readonly excluded: readonly Exclusion[]
  /** @throws Error if no table has that name. */
  table(name: string): Table
}

/**
 * All that a product holds for a customer, declared once.
 *
 * @throws Error if two tables share a name or a foreign key leads nowhere: at start-up, not on the day of the export.
 */
export function defineExport(spec: ExportSpec): ExportData {
  if (spec.product.trim() === '') throw new Error('an export names its product')
  checkTables(spec.tables)
  return {
    product: spec.product,
    locale: spec.locale ?? 'en',
    tables: spec.tables,
    files: spec.files ?? (() => []),
    excluded: spec.excluded ?? [],
    table: (name) => {
      const found = spec.tables.find((table) => table.name === name)
      if (found === undefined)
        throw new Error(`no table "${name}" in the export of ${spec.product}`)
      return found
    },
  }
}
