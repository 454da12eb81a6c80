import { createHash } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import { zip } from '../../src/export/zip.ts'
import { textOf, unzip } from '../export/unzip.ts'

export type Files = Map<string, string>

/** A package with something else in it, as somebody makes it who also writes new manifests; or who does not. */
export async function repacked(
  archive: Uint8Array,
  change: (files: Files) => void,
  { isHonest = true }: { readonly isHonest?: boolean } = {},
): Promise<Uint8Array<ArrayBuffer>> {
  const unzipped = await unzip(archive)
  const files: Files = new Map([...unzipped.keys()].map((path) => [path, textOf(unzipped, path)]))
  change(files)
  if (isHonest) {
    files.set(
      'manifest-sha512.txt',
      manifestOf(files, (path) => path.startsWith('data/')),
    )
    files.set(
      'tagmanifest-sha512.txt',
      manifestOf(files, (path) => !path.startsWith('data/') && !path.startsWith('tagmanifest')),
    )
  }
  const entries = [...files].map(([path, body]) => ({ path, body }))
  return new Uint8Array(await buffer(zip(entries)))
}

/** The rows of a table, changed. */
export function rowsOf(
  files: Files,
  table: string,
  change: (rows: Record<string, unknown>[]) => readonly object[],
): void {
  const path = `data/tables/${table}.jsonl`
  const lines = (files.get(path) ?? '').split('\n').filter((line) => line !== '')
  const rows = change(lines.map((line) => JSON.parse(line)))
  files.set(path, rows.map((row) => `${JSON.stringify(row)}\n`).join(''))
}

function manifestOf(files: Files, isListed: (path: string) => boolean): string {
  return [...files]
    .filter(([path]) => isListed(path))
    .map(([path, text]) => `${createHash('sha512').update(text).digest('hex')}  ${path}\n`)
    .join('')
}
