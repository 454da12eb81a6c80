import { sql } from 'kysely'
import { Migrator } from 'kysely/migration'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { migrations } from '../../migrations/index.ts'
import { createApp, openApp } from '../../src/app.ts'
import { checkHistories } from '../../src/store/check-histories.ts'
import { inTransaction } from '../../src/store/database.ts'
import type { Database } from '../../src/store/database.ts'
import { migrate } from '../../src/store/migrate.ts'
import { continueFeed } from '../../src/store/restore.ts'
import { serverRecords } from '../../src/store/server-records.ts'
import { callOn, openHouse, publicUrl } from '../api/house.ts'
import type { House, Json } from '../api/house.ts'
import { openShop } from '../api/shop.ts'
import type { Sold } from '../api/shop.ts'
import { askToken } from '../api/start-up.ts'
import { openTestDatabase } from '../database.ts'
import type { TestDatabase } from '../database.ts'
import { moveTo, ok } from '../stories/bakery.ts'

// What a server recorded when a migration was its newest: its rows, as far as that state of the database has their columns.

let house: House
let sold: readonly Sold[]

beforeAll(async () => {
  house = await openHouse()
  sold = await live(house)
})

afterAll(() => house.close())

/** Two years of what every version can do: renewals, objections of both sides, a suspension, an end, and machines. */
async function live(server: House): Promise<readonly Sold[]> {
  const { sell } = await openShop(server)
  const [a, b, c, d, e] = [await sell(), await sell(), await sell(), await sell(), await sell()]
  const post = async (path: string, body: Json) => ok(await server.call('POST', path, { body }))
  for (const { key, product } of [a, b])
    ok(await askToken(server, { license_key: key, product, fingerprint: 'Kasse 1' }))
  await post(`/v1/licenses/${b.id}/objections`, { side: 'customer', channel: 'email' })
  ok(await server.call('PUT', `/v1/licenses/${c.id}/suspension`, { body: { reason: 'unbezahlt' } }))
  const ending = { side: 'vendor', kind: 'good_cause', reason: 'Weiterverkauf' }
  await post(`/v1/licenses/${d.id}/termination`, ending)
  await moveTo(server, '2027-01-15T10:00:00+01:00')
  await post(`/v1/licenses/${e.id}/objections`, { side: 'vendor', channel: 'phone' })
  return [a, b, c, d, e]
}

const instants = [
  '2025-09-30T21:59:59Z',
  '2025-10-01T12:00:00Z',
  '2026-09-30T22:00:00Z',
  '2027-01-15T12:00:00Z',
  '2027-09-30T22:00:00Z',
  '2090-07-07T07:07:07Z',
]

async function decisions({ call }: Pick<House, 'call'>): Promise<readonly unknown[]> {
  const asked = sold.flatMap(({ id }) => instants.map((at) => [id, at] as const))
  return Promise.all(
    asked.map(async ([id, at]) => {
      const { body, status } = await call('GET', `/v1/licenses/${id}/decision?at=${at}`)
      return [status, id, body]
    }),
  )
}

async function histories(db: Database): Promise<readonly unknown[]> {
  const { rows } = await sql`
    select license, n, type, data::text, hash from events order by license, n`.execute(db)
  return rows
}

/** The database as that migration left it, with the house's rows. */
async function filledAt(name: string): Promise<TestDatabase> {
  const database = await openTestDatabase(null)
  const provider = { getMigrations: async () => ({ ...migrations }) }
  const { error } = await new Migrator({ db: database.db, provider }).migrateTo(name)
  if (error !== undefined) throw error
  const [before, now] = [await columnsOf(database.db), await columnsOf(house.database.db)]
  const order = new Set([...serverRecords.map((table) => table.name), ...now.keys()])
  for (const table of order) {
    const columns = before.get(table)?.filter((column) => now.get(table)?.includes(column)) ?? []
    if (columns.length > 0) await fill(database.db, table, columns)
  }
  await continueFeed(database.db)
  return database
}

async function columnsOf(db: Database): Promise<ReadonlyMap<string, readonly string[]>> {
  const { rows } = await sql<{ table: string; columns: readonly string[] }>`
    select table_name as "table", json_agg(column_name::text) as columns
    from information_schema.columns
    where table_schema = 'public' and table_name not like 'kysely%' and is_generated = 'NEVER'
      and identity_generation is distinct from 'ALWAYS'
    group by table_name order by table_name`.execute(db)
  return new Map(rows.map(({ table, columns }) => [table, columns]))
}

async function fill(db: Database, table: string, columns: readonly string[]): Promise<void> {
  const { rows } = await sql<{ row: string }>`
    select row_to_json(t)::text as "row" from ${sql.table(table)} t`.execute(house.database.db)
  const names = sql.join(columns.map((column) => sql.id(column)))
  await sql`
    insert into ${sql.table(table)} (${names})
    select ${names} from json_populate_recordset(
      null::${sql.table(table)}, ${`[${rows.map(({ row }) => row).join()}]`}::json
    )`.execute(db)
}

/** Before there were events and a server there was no version to come from, and no history to check. */
const upgrades = Object.keys(migrations).filter((name) => name >= '0002')

describe.each(upgrades)('a server whose database stopped at %s', (name) => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await filledAt(name)
    await migrate(database.db, { sandbox: false })
  })
  afterAll(() => database.close())

  test('decides after the upgrade as it did, signs with its keys, and its histories check and go on', async () => {
    const { db } = database
    expect(await histories(db)).toEqual(await histories(house.database.db))
    await inTransaction(db, checkHistories)
    const opening = {
      db,
      publicUrl,
      sandbox: false,
      secret: 'a secret of the tests',
      now: () => house.clock.now,
      sandboxNow: null,
      adminToken: null,
      log: () => {},
      addressOf: () => '192.0.2.1',
    }
    const { deps, firstAdminToken } = await openApp(opening)
    expect(firstAdminToken).toBeNull()
    const app = createApp(deps)
    const upgraded = { app, call: callOn(app, house.tokens) }
    expect(await decisions(upgraded)).toEqual(await decisions(house))
    const [{ key, product, id } = { key: '', product: '', id: '' }] = sold
    const asked = { license_key: key, product, fingerprint: 'Kasse 1' }
    expect(ok(await askToken(upgraded, asked)).decision.mode).toBe('full')
    const body = { side: 'vendor', channel: 'phone' }
    expect((await upgraded.call('POST', `/v1/licenses/${id}/objections`, { body })).status).toBe(
      201,
    )
    await inTransaction(db, checkHistories)
  })
})
