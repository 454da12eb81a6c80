import { createLocalJWKSet, jwtVerify } from 'jose'
import type { JSONWebKeySet } from 'jose'
import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { createApp, openApp } from '../../src/app.ts'
import { checkHistories } from '../../src/store/check-histories.ts'
import { inTransaction } from '../../src/store/database.ts'
import type { Database } from '../../src/store/database.ts'
import { migrate } from '../../src/store/migrate.ts'
import { moveDatabase } from '../../src/store/move.ts'
import { callOn, openHouse, publicUrl } from '../api/house.ts'
import type { Call, House } from '../api/house.ts'
import { openShop } from '../api/shop.ts'
import { askToken } from '../api/start-up.ts'
import { openTestDatabase } from '../database.ts'
import type { TestDatabase } from '../database.ts'
import { ok } from '../stories/bakery.ts'
import { openBusyHouse } from './busy-house.ts'
import type { BusyHouse } from './busy-house.ts'
import { secretOfTests } from './empty-house.ts'
import { everythingAbout } from './look.ts'

let house: BusyHouse
beforeAll(async () => {
  house = await openBusyHouse()
})
afterAll(() => house.close())

const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

async function emptyDatabase(): Promise<TestDatabase> {
  const database = await openTestDatabase(null)
  closing.push(database.close)
  return database
}

/** The server on the database that it has moved to, with the tokens of its staff from before. */
async function openMoved(
  { clock, tokens, deps: { sandbox } }: Pick<House, 'clock' | 'tokens' | 'deps'>,
  db: Database,
) {
  const { deps, firstAdminToken } = await openApp({
    db,
    publicUrl: 'https://elsewhere.example.com',
    sandbox,
    secret: secretOfTests,
    now: () => clock.now,
    sandboxNow: null,
    adminToken: null,
    log: () => {},
    addressOf: () => '192.0.2.1',
  })
  const app = createApp(deps)
  return { app, deps, firstAdminToken, call: callOn(app, tokens) }
}

/** Every row of every table, as PostgreSQL writes it. */
async function everyRow(db: Database): Promise<Readonly<Record<string, readonly string[]>>> {
  const { rows: tables } = await sql<{ name: string }>`
    select relname as name from pg_class
    where relnamespace = 'public'::regnamespace and relkind = 'r' and relname not like 'kysely%'
    order by relname`.execute(db)
  const all: Record<string, readonly string[]> = {}
  for (const { name } of tables) {
    const { rows } = await sql<{ row: string }>`
      select t::text as row from ${sql.table(name)} t order by t::text`.execute(db)
    all[name] = rows.map(({ row }) => row)
  }
  return all
}

/** What PostgreSQL holds its tables to, and where its sequences stand. */
async function everyRule(db: Database): Promise<readonly string[]> {
  const { rows } = await sql<{ rule: string }>`
    select conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) as rule
    from pg_constraint where connamespace = 'public'::regnamespace
    union all
    select sequencename || ' ' || last_value from pg_sequences where schemaname = 'public'
    order by 1`.execute(db)
  return rows.map(({ rule }) => rule)
}

test('a server that has lived for years is the same on another database: rows, rules, and answers', async () => {
  const before = await everythingAbout(house)
  const target = await emptyDatabase()
  const counts = await moveDatabase(house.database.db, target.db, { sandbox: false })
  expect(counts).toMatchObject({ server: 1, licenses: house.licenses.length + house.others.length })
  expect(await everyRow(target.db)).toEqual(await everyRow(house.database.db))
  expect(await everyRule(target.db)).toEqual(await everyRule(house.database.db))
  await inTransaction(target.db, checkHistories)
  const moved = await openMoved(house, target.db)
  expect(moved.firstAdminToken).toBeNull()
  expect(moved.deps.issuer).toBe(publicUrl)
  expect(await everythingAbout(moved)).toEqual(before)
})

test('tokens from before verify, keys open their licenses, and histories go on', async () => {
  const target = await emptyDatabase()
  await moveDatabase(house.database.db, target.db, { sandbox: false })
  const moved = await openMoved(house, target.db)
  const keys = await jwksOf(moved.call)
  for (const token of house.given.values())
    await jwtVerify(token, keys, { currentDate: new Date('2025-10-01T08:00:00Z') })
  for (const { id, key, product } of house.licenses) {
    const asked = { license_key: key, product, fingerprint: `till of ${id}` }
    const [here, there] = [await askToken(house, asked), await askToken(moved, asked)]
    expect(ok(there).decision).toEqual(ok(here).decision)
  }
  const [{ id, key } = { id: '', key: '' }] = house.licenses
  const seen = await moved.call<{ data: { key: string }[] }>('GET', `/v1/licenses/${id}/keys`)
  expect(seen.body.data.map((each) => each.key)).toContain(key)
  await inTransaction(target.db, checkHistories)
})

test('a request repeated after the move is answered as it was before', async () => {
  const target = await emptyDatabase()
  const asked = {
    body: { name: 'Bäckerei Zweimal' },
    headers: { 'idempotency-key': 'once and for all' },
  }
  const first = await house.call('POST', '/v1/customers', asked)
  await moveDatabase(house.database.db, target.db, { sandbox: false })
  const { call } = await openMoved(house, target.db)
  const again = await call('POST', '/v1/customers', asked)
  expect([again.status, again.text]).toEqual([201, first.text])
  const customers = await call<{ data: { name: string }[] }>('GET', '/v1/customers')
  const twice = customers.body.data.filter(({ name }) => name === asked.body.name)
  expect(twice).toHaveLength(1)
})

test('a sandbox stays one, with its clock where it stood', async () => {
  const sandbox = await openHouse({ sandbox: true })
  closing.push(sandbox.close)
  await (await openShop(sandbox)).sell()
  const body = { now: '2026-01-01T00:00:00Z' }
  ok(await sandbox.call('PUT', '/v1/sandbox/clock', { body }))
  const target = await emptyDatabase()
  await moveDatabase(sandbox.database.db, target.db, { sandbox: true })
  const { call } = await openMoved(sandbox, target.db)
  expect((await call('GET', '/v1/sandbox/clock', { role: null })).body).toEqual({
    now: expect.stringMatching(/^2026-01-01T00:00:00/),
  })
  await expect(migrate(target.db, { sandbox: false })).rejects.toThrow('marked as a sandbox')
})

test('thousands of rows come in batches, and all of them', async () => {
  const large = await openHouse()
  closing.push(large.close)
  await sql`
    insert into customers (id, name, language, created_at)
    select 'cus_' || n, E'Zeile\\n"' || n || '" \\\\ 🥐', 'de', timestamptz '2025-01-01 00:00:00.123456Z'
    from generate_series(1, 3333) n`.execute(large.database.db)
  const target = await emptyDatabase()
  const counts = await moveDatabase(large.database.db, target.db, { sandbox: false })
  expect(counts.customers).toBe(3333)
  expect(await everyRow(target.db)).toEqual(await everyRow(large.database.db))
})

test('a database that holds anything is refused and left as it is, and so is a server’s that has begun', async () => {
  const [stranger, begun] = [await emptyDatabase(), await emptyDatabase()]
  await sql`create table orders (id int)`.execute(stranger.db)
  await migrate(begun.db, { sandbox: false })
  await openMoved(house, begun.db)
  const rows = await everyRow(begun.db)
  for (const [target, holds] of [
    [stranger, ['orders']],
    [begun, ['server', 'signing_keys']],
  ] as const)
    await expect(
      moveDatabase(house.database.db, target.db, { sandbox: false }),
    ).rejects.toMatchObject({
      code: 'not-empty',
      facts: { holds: expect.arrayContaining([...holds]) },
    })
  expect(await everyRow(stranger.db)).toEqual({ orders: [] })
  expect(await everyRow(begun.db)).toEqual(rows)
})

test('a move that fails on its way leaves nothing, and can be made again', async () => {
  const target = await emptyDatabase()
  await migrate(target.db, { sandbox: false })
  const rules = await everyRule(target.db)
  await sql`alter table terms add constraint none check (license is null)`.execute(target.db)
  const move = () => moveDatabase(house.database.db, target.db, { sandbox: false })
  await expect(move()).rejects.toThrow('violates check constraint')
  const { server, ...others } = await everyRow(target.db)
  expect(Object.values(others).flat()).toEqual([])
  expect(server).toHaveLength(1)
  await sql`alter table terms drop constraint none`.execute(target.db)
  expect(await everyRule(target.db)).toEqual(rules)
  expect(await move()).toMatchObject({ licenses: house.licenses.length + house.others.length })
})

async function jwksOf(call: Call) {
  const { body } = await call<JSONWebKeySet>('GET', '/.well-known/jwks.json', { role: null })
  return createLocalJWKSet(body)
}
