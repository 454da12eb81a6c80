import { attachmentPath } from './attachment-path.ts'
import { bytesOf, type Bytes } from './byte-stream.ts'
import type { ExportData } from './define.ts'
import { slug } from './descriptor.ts'
import type { Format } from './format.ts'
import type { PackageRecord, WrittenFile } from './package-record.ts'
import { sha512 } from './sha512.ts'
import type { Table } from './table.ts'
import type { ZipEntry } from './zip.ts'

export interface Choice {
  readonly format: Format
  readonly dialect?: string
}

export interface Progress {
  /** The table that is written, or `files`. */
  readonly table: string
  readonly format: string
  /** Rows of this table in this format so far. */
  readonly rows: number
  /** Bytes of all files so far, before they are compressed. */
  readonly bytes: number
}

/** Turns tables and attachments into entries of a package, and records what became of each. */
export class PackageWriter {
  readonly tags: { path: string; sha512: string }[] = []
  readonly #data: ExportData
  readonly #record: PackageRecord
  readonly #signal: AbortSignal
  readonly #onProgress: (progress: Progress) => void
  #bytes = 0

  constructor(
    data: ExportData,
    record: PackageRecord,
    signal: AbortSignal,
    onProgress: (progress: Progress) => void = () => undefined,
  ) {
    this.#data = data
    this.#record = record
    this.#signal = signal
    this.#onProgress = onProgress
  }

  /** @param isAborting whether an error in a table ends the package. */
  async *tables(choice: Choice, isAborting: boolean): AsyncGenerator<ZipEntry> {
    const { format, dialect } = choice
    const options = { ...(dialect === undefined ? {} : { dialect }), signal: this.#signal }
    const wanted = this.#data.tables.filter(({ name }) => !this.#record.skipped.includes(name))
    if (format.writeAll !== undefined) yield* this.#joined(choice, wanted, isAborting)
    else for (const table of wanted) yield* this.#single(choice, table, isAborting)
    const whole = this.#record.tables.filter((o) => o.format === format && o.dialect === dialect)
    const beside =
      format.beside?.(
        whole.map(({ table }) => table),
        options,
      ) ?? []
    for (const { path, mediaType, body } of beside)
      yield* this.payload(`data/${folderOf(format)}/${path}`, mediaType, body)
  }

  async *#single(choice: Choice, table: Table, isAborting: boolean): AsyncGenerator<ZipEntry> {
    const { format, dialect } = choice
    const middle = dialect === undefined ? '' : `.${dialect}`
    const path = `data/${folderOf(format)}/${table.name}${middle}.${format.extension}`
    let rows = 0
    const progress = () => ({ table: table.name, format: format.name, rows })
    const options = {
      ...(dialect === undefined ? {} : { dialect }),
      signal: this.#signal,
      onRows: (count: number) => {
        rows += count
      },
    }
    const body = this.#recorded(
      path,
      format.mediaType,
      bytesOf(format.write(table, options)),
      progress,
    )
    const failed = (error: unknown) => this.#failed(error, progress(), isAborting)
    yield { path, body, isStored: isPacked(format), leaveOut: failed }
    const file = this.#record.payload.at(-1)
    if (file?.path !== path) return
    const description = format.describe?.(table, options) ?? {}
    this.#record.tables.push({ ...choice, table, rows, file, description })
  }

  async *#joined(
    choice: Choice,
    tables: readonly Table[],
    isAborting: boolean,
  ): AsyncGenerator<ZipEntry> {
    const { format } = choice
    const path = `data/${folderOf(format)}/${slug(this.#data.product)}.${format.extension}`
    const counts = new Map(tables.map((table) => [table, 0]))
    let current = { table: '', format: format.name, rows: 0 }
    const lost = new Set<Table>()
    const stream = format.writeAll?.(tables, {
      signal: this.#signal,
      onRows: (table, count) => {
        counts.set(table, (counts.get(table) ?? 0) + count)
        current = { table: table.name, format: format.name, rows: counts.get(table) ?? 0 }
        this.#onProgress({ ...current, bytes: this.#bytes })
      },
      onFailure: (table, error) => {
        const at = { table: table.name, format: format.name, rows: counts.get(table) ?? 0 }
        if (!this.#failed(error, at, isAborting)) throw error
        lost.add(table)
      },
    })
    if (stream === undefined) return
    const body = this.#recorded(path, format.mediaType, bytesOf(stream), () => current)
    const failed = (error: unknown) => this.#failed(error, current, isAborting)
    yield { path, body, leaveOut: failed }
    const file = this.#record.payload.at(-1)
    if (file?.path !== path) return
    for (const table of tables.filter((one) => !lost.has(one))) {
      const description = format.describe?.(table, {}) ?? {}
      this.#record.tables.push({
        ...choice,
        table,
        rows: counts.get(table) ?? 0,
        file,
        description,
      })
    }
  }

  async *attachments(isAborting: boolean): AsyncGenerator<ZipEntry> {
    const taken = new Set<string>()
    let rows = 0
    const progress = () => ({ table: 'files', format: 'files', rows })
    const failed = (error: unknown) => this.#failed(error, progress(), isAborting)
    try {
      for await (const { path: given, body, mediaType } of this.#data.files(this.#signal)) {
        const path = attachmentPath(given, taken)
        const type = mediaType ?? 'application/octet-stream'
        yield { path, body: this.#recorded(path, type, chunks(body), progress), leaveOut: failed }
        const file = this.#record.payload.at(-1)
        if (file?.path !== path) continue
        rows += 1
        this.#record.attachments.push(file)
      }
    } catch (error) {
      if (!failed(error)) throw error
    }
  }

  /** A file below `data/` that is at hand. */
  async *payload(path: string, mediaType: string, text: string): AsyncGenerator<ZipEntry> {
    const progress = () => ({ table: '', format: '', rows: 0 })
    yield { path, body: this.#recorded(path, mediaType, chunks(text), progress) }
  }

  /** A file about the bag, beside `data/`. */
  async *tag(path: string, text: string): AsyncGenerator<ZipEntry> {
    const hash = await sha512()
    hash.update(new TextEncoder().encode(text))
    this.tags.push({ path, sha512: hash.hex() })
    yield { path, body: text }
  }

  /** The bytes on their way, counted and hashed; at their end the file is on record. */
  async *#recorded(
    path: string,
    mediaType: string,
    bytes: Bytes,
    progress: () => Omit<Progress, 'bytes'>,
  ): Bytes {
    const hash = await sha512()
    const before = this.#bytes
    for await (const chunk of bytes) {
      hash.update(chunk)
      this.#bytes += chunk.length
      this.#onProgress({ ...progress(), bytes: this.#bytes })
      yield chunk
    }
    const written: WrittenFile = {
      path,
      mediaType,
      bytes: this.#bytes - before,
      sha512: hash.hex(),
    }
    this.#record.payload.push(written)
  }

  #failed(error: unknown, at: Omit<Progress, 'bytes'>, isAborting: boolean): boolean {
    if (isAborting || this.#signal.aborted) return false
    const reason = error instanceof Error ? error.message : String(error)
    this.#record.failures.push({ ...at, reason })
    return true
  }
}

function folderOf(format: Format): string {
  return format.folder ?? 'tables'
}

/** What is a ZIP or compressed already gains nothing from another round. */
function isPacked(format: Format): boolean {
  return /openxmlformats|opendocument|parquet/.test(format.mediaType)
}

async function* chunks(
  body: string | Uint8Array | Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
): Bytes {
  if (typeof body === 'string') yield new TextEncoder().encode(body)
  else if (body instanceof Uint8Array) yield body
  else yield* body
}
