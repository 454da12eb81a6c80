import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { migrate } from '../../src/store/migrate.ts'
import { openPglite } from '../../src/store/pglite.ts'
import { readLicense } from '../../src/store/read-license.ts'
import { onPostgres } from '../database.ts'
import { before, openBakery } from './bakery.ts'

let directory: string

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'auszug-pglite-'))
})

afterEach(() => rm(directory, { recursive: true, force: true }))

const long = 'a-directory-whose-path-is-longer-than-any-unix-socket-may-have/'.repeat(3)

test.skipIf(onPostgres).each([
  ['a directory', ''],
  ['a directory with a very long path', long],
])('%s is held by one process at a time, and given back', async (_, under) => {
  const path = join(directory, under)
  const db = await openPglite(path)
  await expect(openPglite(path)).rejects.toThrow('Another process uses')
  await db.destroy()
  await (await openPglite(path)).destroy()
  expect(await readdir(path)).toEqual(['pglite'])
})

test.skipIf(onPostgres)('a second process is refused with a clear sentence', async () => {
  const db = await openPglite(directory)
  const second = spawn(
    process.execPath,
    [join(import.meta.dirname, 'writer.ts'), directory, 'second'],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  )
  let said = ''
  second.stderr.setEncoding('utf8').on('data', (text: string) => (said += text))
  const [code] = await once(second, 'exit')
  expect(code).toBe(1)
  expect(said).toContain(`Another process uses ${directory}`)
  await db.destroy()
})

test.skipIf(onPostgres)('of several that open it at once one gets it', async () => {
  const opening = await Promise.allSettled([1, 2, 3].map(() => openPglite(directory)))
  const opened = opening.filter((it) => it.status === 'fulfilled')
  expect(opened).toHaveLength(1)
  await opened[0]?.value.destroy()
})

test.skipIf(onPostgres)('a first start that died half way does not stand in the way', async () => {
  await mkdir(join(directory, 'pglite.new', 'base'), { recursive: true })
  await (await openPglite(directory)).destroy()
  expect(existsSync(join(directory, 'pglite.new'))).toBe(false)
})

test.skipIf(onPostgres)('a restart keeps everything', async () => {
  const first = await openPglite(directory)
  await migrate(first, { sandbox: false })
  const { license } = await (await openBakery(first)).sell()
  await first.destroy()
  const second = await openPglite(directory)
  await migrate(second, { sandbox: false })
  expect((await readLicense(second, license.id, before)).license).toEqual(license)
  await second.destroy()
})
