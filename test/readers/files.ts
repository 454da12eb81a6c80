import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { defineExport, exportPackage, exportTable, xmlSchema } from '../../src/export/index.ts'
import { collect } from '../export/collect.ts'
import { torture } from '../export/torture.ts'

export const formats = ['csv', 'jsonl', 'json', 'xml', 'xlsx', 'ods', 'sqlite', 'parquet', 'gdpdu']

/** The torture table in every format, its schema, and a package of all, in a directory that is removed behind `use`. */
export async function withFiles(use: (directory: string) => Promise<void>): Promise<void> {
  const directory = await mkdtemp(join(tmpdir(), 'auszug-files-'))
  try {
    for (const name of formats)
      await writeFile(join(directory, `torture.${name}`), await collect(exportTable(torture, name)))
    await writeFile(join(directory, 'torture.xsd'), xmlSchema(torture))
    const data = defineExport({
      product: 'Brötchenbringer',
      tables: [torture],
      files: () => [{ path: 'Anhänge/a b.txt', body: 'Hallo' }],
    })
    await writeFile(join(directory, 'package.zip'), await collect(exportPackage(data, { formats })))
    await use(directory)
  } finally {
    await rm(directory, { recursive: true, force: true })
  }
}

/** What a program prints. Its failure is the test's. */
export async function run(program: string, ...args: string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(program, args, { maxBuffer: 2 ** 28 })
  return stdout
}
