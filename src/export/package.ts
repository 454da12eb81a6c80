import { bagDeclaration, bagInfo, manifest } from './bag.ts'
import { byteStream } from './byte-stream.ts'
import type { ExportData } from './define.ts'
import { descriptor } from './descriptor.ts'
import type { PackageRecord } from './package-record.ts'
import { PackageWriter, type Choice, type Progress } from './package-writer.ts'
import { readme } from './readme.ts'
import { formatOf } from './register.ts'
import { zip, type ZipEntry } from './zip.ts'

export interface PackageOptions {
  /** By name, or by name and dialect; the first one gives the tables their names in the descriptor. */
  readonly formats: readonly (string | { readonly format: string; readonly dialect: string })[]
  /** Hears what is written, after every chunk. */
  readonly onProgress?: (progress: Progress) => void
  readonly signal?: AbortSignal
  /**
   * What an error in a table does: `report` leaves the table out, goes on, and says so in the descriptor, the README
   * and the bag; `abort` errors the stream. Default `report`. An aborted signal always errors the stream.
   */
  readonly onError?: 'report' | 'abort'
  /** Tables that an earlier package has brought: left out, and listed as skipped. */
  readonly skip?: readonly string[]
  /** Written into the package as its date. Without it the same data give the same bytes. */
  readonly at?: Date
}

/**
 * All tables in all formats, the attachments, and what describes and proves them, as one ZIP.
 *
 * @throws Error if there is no such format, dialect or table.
 * @see docs/export.md#the-package
 */
export function exportPackage(
  data: ExportData,
  options: PackageOptions,
): ReadableStream<Uint8Array> {
  const choices = options.formats.map(choiceOf)
  const skipped = [...new Set(options.skip ?? [])].map((name) => data.table(name).name)
  return byteStream((signal) => {
    const record = { tables: [], attachments: [], payload: [], failures: [], skipped }
    const writer = new PackageWriter(data, record, signal, options.onProgress)
    return zip(content(data, choices, options, record, writer))
  }, options.signal)
}

function choiceOf(choice: PackageOptions['formats'][number]): Choice {
  if (typeof choice === 'string') return { format: formatOf(choice) }
  return { format: formatOf(choice.format, choice.dialect), dialect: choice.dialect }
}

async function* content(
  data: ExportData,
  choices: readonly Choice[],
  options: PackageOptions,
  record: PackageRecord,
  writer: PackageWriter,
): AsyncGenerator<ZipEntry> {
  const isAborting = options.onError === 'abort'
  const createdAt = options.at?.toISOString()
  yield* writer.tag('bagit.txt', bagDeclaration)
  for (const choice of choices) yield* writer.tables(choice, isAborting)
  yield* writer.attachments(isAborting)
  yield* writer.payload('data/excluded.json', 'application/json', excluded(data))
  yield* writer.payload('data/README.de.txt', 'text/plain', readme('de', data, record))
  yield* writer.payload('data/README.en.txt', 'text/plain', readme('en', data, record))
  const described = descriptor(data, record, createdAt)
  yield* writer.payload('data/datapackage.json', 'application/json', described)
  yield* writer.tag('bag-info.txt', bagInfo(data, record, createdAt))
  yield* writer.tag('manifest-sha512.txt', manifest(record.payload))
  yield* writer.tag('tagmanifest-sha512.txt', manifest(writer.tags))
}

function excluded(data: ExportData): string {
  return JSON.stringify(data.excluded, null, 2) + '\n'
}
