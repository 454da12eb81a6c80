import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { unescaped } from '../export/read-xlsx.ts'
import { torture } from '../export/torture.ts'
import { compare } from './compare.ts'
import { run, withFiles } from './files.ts'
import { readFods } from './read-fods.ts'

void test('LibreOffice reads every value of XLSX, ODS and CSV', () =>
  withFiles(async (directory) => {
    for (const name of ['xlsx', 'ods', 'csv']) {
      // The escapes of Open XML it knows itself; in OpenDocument they are ours.
      const unescape = name === 'ods' ? unescaped : (raw: string) => raw
      const rows = readFods(torture, await converted(directory, name), unescape)
      compare(rows, ({ type }, wanted, found) => {
        // It writes what it has read with hundredths of a second and fifteen digits.
        if (type === 'instant' || type === 'time')
          return Math.abs(Number(wanted) - Number(found)) < 10_000
        if (type === 'number' && Math.abs(Number(wanted) / Number(found) - 1) < 1e-14) return true
        // A spreadsheet has no empty text, its paragraphs end in line feeds alone, and the XML that it
        // writes has no control characters.
        if (wanted === '' && found === null) return true
        if (wanted === null || found === null) return false
        // Of a CSV field it takes 65,535 characters, and says so to whoever opens it by hand.
        if (name === 'csv' && found.length === 65_535) return wanted.startsWith(found)
        return found === wanted.replace(/\r\n?/g, '\n').replace(control, '')
      })
    }
  }))

// oxlint-disable-next-line no-control-regex -- what XML cannot hold
const control = /[\u0001\u001f]/g

/** What LibreOffice has read, written by it as one XML file. */
async function converted(directory: string, name: string): Promise<string> {
  const profile = `-env:UserInstallation=${pathToFileURL(join(directory, 'profile')).href}`
  // Comma, quotes, UTF-8, and every column as text: CSV says no types.
  const columns = torture.columns.map((_, index) => `${index + 1}/2`).join('/')
  const filter = name === 'csv' ? [`--infilter=CSV:44,34,76,1,${columns}`] : []
  const out = join(directory, `${name}-read`)
  const source = join(directory, `torture.${name}`)
  const target = ['--convert-to', 'fods', '--outdir', out]
  await run('soffice', profile, '--headless', ...filter, ...target, source)
  return readFile(join(out, 'torture.fods'), 'utf8')
}
