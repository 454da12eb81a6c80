import { DuckDBInstance } from '@duckdb/node-api'
import Excel from 'exceljs'
import { createHash } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { textOf, unzip } from '../export/unzip.ts'

export { textOf }

/** A package as yauzl opens it. @throws Error if a file is not what the manifest says. */
export async function openPackage(bytes: Uint8Array): Promise<ReadonlyMap<string, Uint8Array>> {
  const files = await unzip(bytes)
  for (const line of textOf(files, 'manifest-sha512.txt').trim().split('\n')) {
    const [, hash = '', path = ''] = /^(\S+)\s+(.+)$/.exec(line) ?? []
    const found = createHash('sha512')
      .update(files.get(path) ?? '')
      .digest('hex')
    if (found !== hash) throw new Error(`${path} is not what the manifest says`)
  }
  return files
}

/** What DuckDB answers to a question about a file of the package; `FILE` stands for it. */
export async function askDuckdb(
  files: ReadonlyMap<string, Uint8Array>,
  path: string,
  sql: string,
): Promise<string[][]> {
  const directory = await mkdtemp(join(tmpdir(), 'auszug-web-'))
  const instance = await DuckDBInstance.create(':memory:')
  try {
    const file = join(directory, path.replaceAll('/', '_'))
    await writeFile(file, files.get(path) ?? '')
    const connection = await instance.connect()
    const result = await connection.runAndReadAll(sql.replace('FILE', `'${file}'`))
    return result.getRows().map((row) => row.map(String))
  } finally {
    instance.closeSync()
    await rm(directory, { recursive: true, force: true })
  }
}

/** The first sheet as exceljs reads it: cells as text, row by row. */
export async function readSheet(bytes: Uint8Array): Promise<string[][]> {
  const workbook = new Excel.Workbook()
  const copy = new ArrayBuffer(bytes.byteLength)
  new Uint8Array(copy).set(bytes)
  await workbook.xlsx.load(copy)
  const rows: string[][] = []
  workbook.worksheets[0]?.eachRow((row) => {
    const cells: string[] = []
    row.eachCell({ includeEmpty: true }, (cell) => void cells.push(cell.text))
    rows.push(cells)
  })
  return rows
}
