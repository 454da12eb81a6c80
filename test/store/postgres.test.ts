import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { changeLicense } from '../../src/store/license.ts'
import { openPostgres } from '../../src/store/postgres.ts'
import { readLicense } from '../../src/store/read-license.ts'
import { onPostgres, openTestDatabase } from '../database.ts'
import type { TestDatabase } from '../database.ts'
import { admin, before, openBakery, start } from './bakery.ts'
import type { Bakery } from './bakery.ts'

let database: TestDatabase
let bakery: Bakery

beforeAll(async () => {
  database = await openTestDatabase()
  bakery = await openBakery(database.db)
})

afterAll(() => database.close())

test.runIf(onPostgres)(
  'a connection that breaks within a change fails that change alone',
  async () => {
    const { license } = await bakery.sell()
    const change = changeLicense(database.db, license.id, start, admin, async (it, _, trx) => {
      const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(trx)
      await sql`select pg_terminate_backend(${rows[0]?.pid})`.execute(database.replica())
      await new Promise((resolve) => setTimeout(resolve, 50))
      return { license: it, events: [] }
    })
    await expect(change).rejects.toThrow(/connection/i)
    expect((await readLicense(database.db, license.id, before)).license).toEqual(license)
  },
)

test.runIf(onPostgres)('idle connections that break are replaced by new ones', async () => {
  const { license } = await bakery.sell()
  await sql`
    select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid()`.execute(database.replica())
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect((await readLicense(database.db, license.id, before)).license).toEqual(license)
})

test.runIf(onPostgres)('a server that is not there is said so in time', async () => {
  const db = openPostgres('postgres://nobody@127.0.0.1:1/none', { connectTimeoutMs: 2000 })
  await expect(sql`select 1`.execute(db)).rejects.toThrow('ECONNREFUSED')
  await db.destroy()
})
