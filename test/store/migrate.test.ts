import { sql } from 'kysely'
import { Migrator } from 'kysely/migration'
import { afterEach, expect, test } from 'vitest'
import { migrations } from '../../migrations/index.ts'
import { migrate } from '../../src/store/migrate.ts'
import { openTestDatabase } from '../database.ts'
import type { TestDatabase } from '../database.ts'

let database: TestDatabase

afterEach(() => database.close())

test('several replicas migrate an empty database at once, and each finds it whole', async () => {
  database = await openTestDatabase(null)
  const replicas = [database.db, database.replica(), database.replica()]
  await Promise.all(replicas.map((db) => migrate(db, { sandbox: false })))
  const { rows } = await sql<{
    name: string
  }>`select name from kysely_migration order by name`.execute(database.db)
  expect(rows.map(({ name }) => name)).toEqual(Object.keys(migrations))
})

test.each(Object.keys(migrations))(
  'a database that stopped at %s comes to the newest state',
  async (name) => {
    database = await openTestDatabase(null)
    const provider = { getMigrations: async () => ({ ...migrations }) }
    await new Migrator({ db: database.db, provider }).migrateTo(name)
    await migrate(database.db, { sandbox: false })
    expect(await database.db.selectFrom('server').selectAll().executeTakeFirst()).toMatchObject({
      sandbox: false,
    })
  },
)

test.each([true, false])(
  'a database first opened with sandbox %s opens only so',
  async (sandbox) => {
    database = await openTestDatabase({ sandbox })
    await migrate(database.db, { sandbox })
    await expect(migrate(database.db, { sandbox: !sandbox })).rejects.toThrow(
      'This database is marked as',
    )
  },
)

test('two replicas with different marks leave one mark, and one of them is refused', async () => {
  database = await openTestDatabase(null)
  const marks = [true, false].map((sandbox) => migrate(database.replica(), { sandbox }))
  const results = await Promise.allSettled(marks)
  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
})
