import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse } from './house.ts'
import type { CallOptions, House, Json, List, Refusal, Reply } from './house.ts'
import { openShop } from './shop.ts'
import type { Shop } from './shop.ts'

let house: House
let shop: Shop
beforeAll(async () => {
  house = await openHouse()
  shop = await openShop(house)
})
afterAll(() => house.close())

const create = (
  key: string,
  body: Json,
  options: CallOptions = {},
): Promise<Reply<Json & Refusal>> =>
  house.call('POST', '/v1/customers', {
    body,
    ...options,
    headers: { 'idempotency-key': key, ...options.headers },
  })
const customersCalled = async (name: string): Promise<number> => {
  const { body } = await house.call<List>('GET', '/v1/customers?limit=200')
  return body.data.filter((each) => each.name === name).length
}

test('a repeat answers as the first did, and does nothing', async () => {
  const first = await create('one', { name: 'Once' })
  const again = await create('one', { name: 'Once' })
  expect([again.status, again.body]).toEqual([201, first.body])
  expect(again.headers.get('location')).toBe(first.headers.get('location'))
  expect(first.headers.has('idempotency-replayed')).toBe(false)
  expect(again.headers.get('idempotency-replayed')).toBe('true')
  expect(await customersCalled('Once')).toBe(1)
})

test('the key of a license is given again to who repeats its issue, and to nobody without the Idempotency-Key', async () => {
  const body = { plan: shop.plan, customer: shop.customer, time_zone: 'UTC' }
  const issue = () =>
    house.call<{ id: string; key: string }>('POST', '/v1/licenses', {
      body,
      headers: { 'idempotency-key': 'order 4711' },
    })
  const [first, again] = [await issue(), await issue()]
  expect(again.body).toEqual(first.body)
  const { rows } = await sql`select * from idempotency_keys`.execute(house.deps.db)
  const kept = JSON.stringify(rows)
  for (const secret of ['order 4711', first.body.key, first.body.id, shop.customer])
    expect(kept).not.toContain(secret)
})

test('another body under the same key is refused, and so is another query: a preview is not what it previews', async () => {
  await create('two', { name: 'Twice' })
  const other = await create('two', { name: 'Thrice' })
  expect(other.status).toBe(422)
  expect(other.body.type).toMatch(/#idempotency-key-reused$/)
  const { id } = await shop.sell()
  const object = (query: string) =>
    house.call<Refusal>('POST', `/v1/licenses/${id}/objections${query}`, {
      body: { side: 'vendor', channel: 'phone' },
      headers: { 'idempotency-key': 'preview' },
    })
  expect((await object('?preview=true')).status).toBe(200)
  expect((await object('')).status).toBe(422)
})

test('ten at once do it once, and all get the one answer', async () => {
  const body = { name: 'At once' }
  const replies = await Promise.all(Array.from({ length: 10 }, () => create('race', body)))
  expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([201]))
  expect(new Set(replies.map((reply) => reply.body.id)).size).toBe(1)
  expect(await customersCalled('At once')).toBe(1)
})

test('a refusal is an answer, and is given again', async () => {
  const body = { name: 'R', external_refs: { erp: 'R-1' } }
  await create('first', body)
  const refused = await create('second', body)
  expect(refused.status).toBe(409)
  expect(refused.headers.get('content-type')).toBe('application/problem+json')
  const again = await create('second', body)
  expect([again.status, again.body]).toEqual([409, refused.body])
  expect(again.headers.get('content-type')).toBe('application/problem+json')
  const unfit = await create('third', { name: '' })
  expect((await create('third', { name: '' })).body).toEqual(unfit.body)
})

test('a fault is not kept: a repeat does what the first could not', async () => {
  const body = { name: 'After the fault' }
  await sql`alter table customers rename to customers_away`.execute(house.deps.db)
  const failed = await create('fault', body)
  await sql`alter table customers_away rename to customers`.execute(house.deps.db)
  expect(failed.status).toBe(500)
  expect(failed.body.type).toMatch(/#internal$/)
  expect(house.logged.at(-2)).toMatchObject({ event: 'fault', id: failed.body.instance })
  expect((await create('fault', body)).status).toBe(201)
  expect(await customersCalled('After the fault')).toBe(1)
})

test('a key is apart by caller and path', async () => {
  const body = { name: 'Apart' }
  const admin = await create('shared', body)
  const billing = await create('shared', body, { role: 'billing' })
  expect([billing.status, billing.body.id === admin.body.id]).toEqual([201, false])
  const elsewhere = await house.call('POST', '/v1/settlements', {
    body: {},
    headers: { 'idempotency-key': 'shared' },
  })
  expect(elsewhere.status).toBe(200)
})

test('only a repeated POST is told apart by it', async () => {
  const { id } = await shop.sell()
  const headers = { 'idempotency-key': 'pause' }
  const pause = (reason: string) =>
    house.call('PUT', `/v1/licenses/${id}/suspension`, { body: { reason }, headers })
  expect((await pause('one')).status).toBe(200)
  expect((await pause('two')).status).toBe(200)
})

test.each(['', 'x'.repeat(256), 'schlüssel'])('%j is no Idempotency-Key', async (key) => {
  const reply = await create(key, { name: 'No key' })
  expect(reply.status).toBe(400)
  expect(reply.body.errors).toHaveLength(1)
})
