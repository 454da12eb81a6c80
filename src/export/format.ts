import type { TypeName } from './column.ts'
import type { Table } from './table.ts'

/**
 * What comes back of a type: `exact` as the same value of the same type, `text` as text that says all of it,
 * `lossy` as less than it was.
 */
export type Fate = 'exact' | 'text' | 'lossy'

/** What a format can carry: a fate for each type, for null against empty text, and a word where it is not `exact`. */
export interface Fidelity {
  readonly types: Readonly<Record<TypeName, readonly [Fate, note?: string]>>
  readonly emptyText: readonly [Fate, note?: string]
}

export interface WriteOptions {
  /** A variant that the format knows; default none. */
  readonly dialect?: string
  readonly signal?: AbortSignal
  /** Hears how many rows were taken from the source, batch by batch. */
  readonly onRows?: (count: number) => void
}

/** Options of a file that holds all tables. */
export interface JoinedOptions extends Omit<WriteOptions, 'onRows'> {
  readonly onRows?: (table: Table, count: number) => void
  /** A table that broke off; nothing of it is in the file. Throws if the whole export shall end. */
  readonly onFailure: (table: Table, error: unknown) => void
}

/** What Data Package says of a file: a part of its resource in the descriptor. */
export type FileDescription = Readonly<Record<string, unknown>>

/** A file that stands beside the data files of a format, such as an index or a schema. */
export interface SideFile {
  readonly path: string
  readonly mediaType: string
  readonly body: string
}

export interface Format {
  /** What `formats: ['csv']` says. */
  readonly name: string
  readonly mediaType: string
  /** Without the dot. */
  readonly extension: string
  /** The folder below `data/` in a package; default `tables`. */
  readonly folder?: string
  readonly dialects?: readonly string[]
  readonly fidelity: Fidelity
  /** Whether this runtime has what it takes; default true. Where it is false, writing fails with the first byte. */
  readonly canWrite?: () => boolean
  /** Lazy: nothing is read before the stream is. An error in the rows errors the stream. */
  write(table: Table, options: WriteOptions): ReadableStream<Uint8Array>
  /** One file for all tables, instead of a file for each, where a package is written. */
  writeAll?(tables: readonly Table[], options: JoinedOptions): ReadableStream<Uint8Array>
  /** How a reader must take the file: dialect, null sign, field formats. Goes into the package's descriptor. */
  describe?(table: Table, options: WriteOptions): FileDescription
  /** Files about all tables that were written whole. */
  beside?(tables: readonly Table[], options: WriteOptions): readonly SideFile[]
}
