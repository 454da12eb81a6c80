import type { Bytes } from './byte-stream.ts'
import { PackageError } from './package-error.ts'
import { readZip } from './read-zip.ts'
import type { ZippedFile } from './read-zip.ts'
import { sha512 } from './sha512.ts'

export type JsonRow = Readonly<Record<string, unknown>>

/** A package of this kit, to be read back. */
export interface OpenedPackage {
  /** Whether the table is there in its lossless form, JSON Lines. */
  readonly has: (table: string) => boolean
  /**
   * Its rows in arrays, as they stood in JSON Lines. That the file is the one that was packed is known at its end alone: what
   * was made of the rows until then must be undone where this throws.
   *
   * @throws PackageError if the table is not there, a line is no JSON object, or the file is not what the manifest says.
   */
  readonly rows: (table: string) => AsyncGenerator<readonly JsonRow[]>
}

const mostTextBytes = 50_000_000
const mostLineLength = 8_000_000
const rowsAtOnce = 500

/**
 * Opens a package as a BagIt bag (RFC 8493): its manifest names exactly what is there, and what is read is what it says.
 *
 * @throws PackageError if it is none, if its manifest was changed, or if it says itself that it is not complete.
 */
export async function openPackage(archive: Blob): Promise<OpenedPackage> {
  const files = await readZip(archive)
  const tags = digests(await textOf(files, 'tagmanifest-sha512.txt'))
  const manifest = digests(await textOf(files, 'manifest-sha512.txt', tags))
  await textOf(files, 'bagit.txt', tags)
  checkPayload(files, manifest)
  checkComplete(await textOf(files, 'data/datapackage.json', manifest))
  const pathOf = (table: string): string => `data/tables/${table}.jsonl`
  return {
    has: (table) => files.has(pathOf(table)),
    rows: (table) => rowsOf(files, pathOf(table), manifest),
  }
}

type Files = ReadonlyMap<string, ZippedFile>
type Digests = ReadonlyMap<string, string>

function digests(manifest: string): Digests {
  const lines = manifest.split('\n').filter((line) => line !== '')
  return new Map(
    lines.map((line) => {
      const [, digest = '', path = ''] = /^([0-9a-f]{128}) {2}(.+)$/.exec(line) ?? []
      if (digest === '') throw new PackageError('The manifest cannot be read.')
      return [decoded(path), digest]
    }),
  )
}

function decoded(path: string): string {
  return path.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%')
}

function checkPayload(files: Files, manifest: Digests): void {
  for (const path of files.keys())
    if (path.startsWith('data/') && !path.endsWith('/') && !manifest.has(path))
      throw new PackageError(`${path} stands in no manifest.`)
  for (const path of manifest.keys())
    if (!files.has(path)) throw new PackageError(`${path} is missing.`)
}

function checkComplete(descriptor: string): void {
  const said = parsed(descriptor, 'data/datapackage.json')
  const skipped = said['auszug:skipped']
  if (said['auszug:complete'] !== true || !Array.isArray(skipped) || skipped.length > 0)
    throw new PackageError('The package says itself that it is not complete.')
}

async function* rowsOf(
  files: Files,
  path: string,
  manifest: Digests,
): AsyncGenerator<readonly JsonRow[]> {
  let rows: JsonRow[] = []
  let n = 0
  for await (const line of linesOf(path, checked(fileAt(files, path), manifest))) {
    n += 1
    rows.push(parsed(line, `${path}, line ${n}`))
    if (rows.length < rowsAtOnce) continue
    yield rows
    rows = []
  }
  if (rows.length > 0) yield rows
}

function parsed(text: string, place: string): JsonRow {
  try {
    const value: unknown = JSON.parse(text)
    if (isRow(value)) return value
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
  }
  throw new PackageError(`${place} is no JSON object.`)
}

function isRow(value: unknown): value is JsonRow {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

async function* linesOf(path: string, bytes: Bytes): AsyncGenerator<string> {
  let rest = ''
  for await (const text of decodedText(path, bytes)) {
    const lines = (rest + text).split('\n')
    rest = lines.pop() ?? ''
    if (rest.length > mostLineLength) throw new PackageError(`${path} has an endless line.`)
    for (const line of lines) if (line !== '') yield line
  }
  if (rest !== '') yield rest
}

async function* decodedText(path: string, bytes: Bytes): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const decode = (chunk?: Uint8Array): string => {
    try {
      return decoder.decode(chunk, { stream: chunk !== undefined })
    } catch {
      throw new PackageError(`${path} is not UTF-8.`)
    }
  }
  for await (const chunk of bytes) yield decode(chunk)
  yield decode()
}

/** The bytes of a file; at its end they must have been what was packed. */
async function* checked(file: ZippedFile, manifest: Digests): Bytes {
  const hash = await sha512()
  for await (const chunk of file.read()) {
    hash.update(chunk)
    yield chunk
  }
  if (manifest.get(file.path) !== hash.hex())
    throw new PackageError(`${file.path} is not what the manifest says: it was changed.`)
}

async function textOf(files: Files, path: string, manifest?: Digests): Promise<string> {
  const file = fileAt(files, path)
  if (file.size > mostTextBytes) throw new PackageError(`${path} is too large.`)
  let text = ''
  const bytes = manifest === undefined ? file.read() : checked(file, manifest)
  for await (const part of decodedText(path, bytes)) text += part
  return text
}

function fileAt(files: Files, path: string): ZippedFile {
  const file = files.get(path)
  if (file === undefined) throw new PackageError(`The package has no ${path}.`)
  return file
}
