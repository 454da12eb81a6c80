import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { testLicense } from 'auszug/client/testing'
import type { TestLicense } from 'auszug/client/testing'
import { runCommand } from '../../examples/cli.ts'
import { startProgram } from '../../examples/desktop.ts'
import type { Window } from '../../examples/desktop.ts'
import { textOf, unzip } from '../export/unzip.ts'

let directory: string
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'auszug-examples-'))
})
afterAll(() => rm(directory, { recursive: true, force: true }))

/** A window that remembers what it was told. */
function newWindow() {
  const told = { menu: [] as readonly { label: string; enabled: boolean }[], said: [] as string[] }
  const window: Window = {
    menu: (items) => void (told.menu = items),
    say: (sentence) => void told.said.push(sentence),
  }
  const enabled = () => told.menu.filter((item) => item.enabled).map(({ label }) => label)
  return { window, enabled, said: told.said }
}

test('the desktop program follows its license, says why, and exports whole files', async () => {
  const { license, become } = await testLicense({ mode: 'full' })
  const { window, enabled, said } = newWindow()
  const program = startProgram(license, window)
  program.write('Rosinen')
  expect(enabled()).toContain('New note')
  await become({ mode: 'export-only' })
  await vi.waitFor(() => expect(enabled()).toEqual(['Export…', 'License key…']))
  program.write('not written')
  expect(said.at(-1)).toBe('Your license has ended. You can export your data at any time.')
  await program.exportTo(join(directory, 'notes.zip'))
  const files = await unzip(await readFile(join(directory, 'notes.zip')))
  expect(textOf(files, 'data/tables/notes.csv')).toContain('Rosinen')
  expect(textOf(files, 'data/tables/notes.csv')).not.toContain('not written')
  await program.quit()
})

test('an export to a place that cannot be written leaves nothing behind', async () => {
  const { license } = await testLicense({ mode: 'export-only' })
  const program = startProgram(license, newWindow().window)
  const before = await readdir(directory)
  await expect(program.exportTo(join(directory, 'nowhere', 'notes.zip'))).rejects.toThrow('ENOENT')
  expect(await readdir(directory)).toEqual(before)
})

test('a typing error in a key is found without a server', async () => {
  const { license } = await testLicense({ mode: 'full' })
  const { window, said } = newWindow()
  await startProgram(license, window).enterKey('AUSZUG-1234')
  expect(said).toEqual(['That is no license key: please look for a typing error.'])
})

async function runIn({ license }: TestLicense, ...words: string[]) {
  const out = new PassThrough()
  const err = new PassThrough()
  const [code, shown, complained] = await Promise.all([
    runCommand(license, words, out, err).finally(() => {
      out.end()
      err.end()
    }),
    text(out),
    text(err),
  ])
  return { code, shown, complained }
}

test('the command-line tool works in full', async () => {
  const held = await testLicense({ mode: 'full' })
  expect((await runIn(held, 'add', 'Zimt')).code).toBe(0)
  expect((await runIn(held, 'list')).shown).toContain('Zimt')
  expect(await runIn(held, 'license')).toMatchObject({ code: 0, shown: 'full (in_term)\n' })
})

test('the command-line tool exports in export-only and does nothing else', async () => {
  const held = await testLicense({ mode: 'export-only', reason: 'suspended' })
  const sentence =
    'Your license is suspended: please contact the vendor. You can export your data at any time.\n'
  expect(await runIn(held, 'add', 'Zimt')).toMatchObject({ code: 1, complained: sentence })
  expect(await runIn(held, 'list')).toMatchObject({ code: 1, shown: '' })
  const { code, shown } = await runIn(held, 'export', 'jsonl')
  expect(code).toBe(0)
  expect(shown.split('\n')[0]).toContain('Mehl bestellen')
  expect((await runIn(held, 'toString')).code).toBe(2)
})
