import { sql } from 'kysely'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterEach, expect, test } from 'vitest'
import type { Database } from '../../src/store/database.ts'
import { listEvents } from '../../src/store/event.ts'
import { loadLicenses } from '../../src/store/load-licenses.ts'
import { migrate } from '../../src/store/migrate.ts'
import { openPglite } from '../../src/store/pglite.ts'
import { onPostgres, openTestDatabase } from '../database.ts'

const closing: (() => Promise<unknown>)[] = []

afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close()
})

test('a process killed in the midst of its writes, three times, loses none that it acknowledged', async () => {
  const { where, open } = await place()
  const acknowledged: string[] = []
  for (const round of [1, 2, 3]) acknowledged.push(...(await writeUntilKilled(where, `r${round}`)))
  expect(acknowledged.length).toBeGreaterThan(900)
  const db = await open()
  const kept = await loadLicenses(db, acknowledged)
  expect(kept).toHaveLength(acknowledged.length)
  for (const { license, eventCount } of kept.slice(-20)) {
    expect(license.terms).toHaveLength(1)
    expect((await listEvents(db, license.id, { limit: 10 })).data).toHaveLength(eventCount)
  }
  const { rows } = await sql`
    select id from licenses l
    where not exists (select from license_keys k where k.license = l.id)`.execute(db)
  expect(rows, 'a license is kept with its key or not at all').toEqual([])
}, 120_000)

async function place(): Promise<{ where: string; open: () => Promise<Database> }> {
  if (onPostgres) {
    const { db, url, close } = await openTestDatabase(null)
    closing.push(close)
    return { where: url ?? '', open: async () => db }
  }
  const directory = await mkdtemp(join(tmpdir(), 'auszug-kill-'))
  closing.push(() => rm(directory, { recursive: true, force: true }))
  const open = async (): Promise<Database> => {
    const db = await openPglite(directory)
    closing.push(() => db.destroy())
    await migrate(db, { sandbox: false })
    return db
  }
  return { where: directory, open }
}

async function writeUntilKilled(where: string, code: string): Promise<readonly string[]> {
  const writer = spawn(process.execPath, [join(import.meta.dirname, 'writer.ts'), where, code], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const gone = once(writer, 'exit')
  const acknowledged: string[] = []
  for await (const id of createInterface({ input: writer.stdout })) {
    acknowledged.push(id)
    if (acknowledged.length === 334) writer.kill('SIGKILL')
  }
  await gone
  return acknowledged
}
