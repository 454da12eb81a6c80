import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { onPostgres } from '../database.ts'
import { openHouse } from './house.ts'
import type { House, Json, List, Refusal, Reply } from './house.ts'
import { openShop } from './shop.ts'
import type { Shop, Sold } from './shop.ts'
import { askToken } from './start-up.ts'

interface Key {
  readonly id: string
  readonly key: string
  readonly created_at: string
  readonly keep_until: string | null
  readonly leaked_at: string | null
}

let house: House
let shop: Shop
let sold: Sold
let first: Key

beforeAll(async () => {
  house = await openHouse()
  shop = await openShop(house)
})
beforeEach(async () => {
  house.clock.set('2026-01-10T10:00:00+01:00')
  sold = await shop.sell()
  const [only] = await keys()
  if (only === undefined) throw new Error('a license has a key')
  first = only
})
afterAll(() => house.close())

const keys = async (): Promise<readonly Key[]> =>
  (await house.call<List<Key>>('GET', `/v1/licenses/${sold.id}/keys`)).body.data
const add = (body: Json = {}): Promise<Reply<Key & Refusal>> =>
  house.call('POST', `/v1/licenses/${sold.id}/keys`, { body })
const replace = (body: Json = {}, key = first.id, headers = {}): Promise<Reply<Key & Refusal>> =>
  house.call('POST', `/v1/licenses/${sold.id}/keys/${key}/replacement`, { body, headers })
const opens = async (license_key: string): Promise<number> =>
  (await askToken(house, { license_key, product: shop.product, fingerprint: 'till' })).status
const told = async (type: string) =>
  (await house.call<List>('GET', `/v1/licenses/${sold.id}/events?limit=200`)).body.data.filter(
    (each) => each['type'] === type,
  )

test('a license can have several keys, and each opens it with the same machines', async () => {
  const second = await add()
  expect(second).toMatchObject({ status: 201, body: { keep_until: null, leaked_at: null } })
  expect(second.headers.get('location')).toBe(`/v1/licenses/${sold.id}/keys`)
  expect([await opens(sold.key), await opens(second.body.key)]).toEqual([200, 200])
  expect((await keys()).map(({ key }) => key)).toEqual([sold.key, second.body.key])
  const { body } = await house.call<{ seats_used: number }>('GET', `/v1/licenses/${sold.id}`)
  expect(body.seats_used).toBe(1)
})

test('a replaced key opens nothing from then on, and the machine keeps its seat under the new one', async () => {
  expect(await opens(sold.key)).toBe(200)
  const { status, body } = await replace({ reason: 'It stood on a slide' })
  expect([status, await opens(sold.key), await opens(body.key)]).toEqual([201, 404, 200])
  const at = '2026-01-10T09:00:00Z'
  expect(await keys()).toMatchObject([
    { id: first.id, keep_until: at, leaked_at: null },
    { id: body.id, keep_until: null },
  ])
  const data = { key: first.id, by: body.id, keep_until: at, leaked: false }
  expect(await told('key.replaced')).toMatchObject([
    { data, personal: { reason: { value: 'It stood on a slide' } } },
  ])
  const freed = await house.call('DELETE', '/v1/activations/act_00000000000000000000000000', {
    role: null,
    headers: { authorization: `License ${sold.key}` },
  })
  expect(freed.status).toBe(404)
})

test('a key that is kept for a while opens the license until then and no longer', async () => {
  const { body } = await replace({ keep_old_until: '2026-02-01T00:00:00+01:00' })
  house.clock.set('2026-01-31T23:59:59.999+01:00')
  expect([await opens(sold.key), await opens(body.key)]).toEqual([200, 200])
  house.clock.set('2026-02-01T00:00:00+01:00')
  expect([await opens(sold.key), await opens(body.key)]).toEqual([404, 200])
  const again = await replace()
  expect([again.status, again.body.type.split('#')[1]]).toEqual([409, 'key-ended'])
})

test('a key that leaks while it is kept ends at once, and is told as leaked', async () => {
  const second = await replace({ keep_old_until: '2026-02-01T00:00:00+01:00' })
  const third = await replace({ leaked: true })
  expect(await opens(sold.key)).toBe(404)
  expect([await opens(second.body.key), await opens(third.body.key)]).toEqual([200, 200])
  expect((await keys())[0]?.leaked_at).toBe('2026-01-10T09:00:00Z')
  expect((await told('key.replaced')).map(({ data }) => Object(data).leaked)).toEqual([false, true])
})

test.each([
  [{ leaked: true, keep_old_until: '2026-02-01T00:00:00Z' }, '/keep_old_until'],
  [{ keep_old_until: '2026-01-10T10:00:00+01:00' }, '/keep_old_until'],
  [{ key: 'short' }, '/key'],
  [{ key: 'a'.repeat(40) }, '/key'],
  [{ key: 'AUSZUG-0000-0000-0000-0000-0000-0000-0001' }, '/key'],
])('a replacement by %j does not fit, and the key goes on', async (body, pointer) => {
  const reply = await replace(body)
  expect([reply.status, reply.body.errors?.[0]?.pointer]).toEqual([422, pointer])
  expect(await opens(sold.key)).toBe(200)
})

test('a key of another license, or of none, is not there to be replaced', async () => {
  const other = (await keys())[0]?.id
  sold = await shop.sell()
  expect((await replace({}, other)).status).toBe(404)
  expect((await replace({}, 'key_00000000000000000000000000')).status).toBe(404)
  sold = { ...sold, id: 'lic_00000000000000000000000000' }
  expect([(await replace()).status, (await add()).status]).toEqual([404, 404])
})

test('a key can be brought along at the issue and later, and opens what it came to', async () => {
  const own = [
    'C1B6DE-39A6E3-DE1529-8559A0-4AF593-V3',
    'shop_7hGq2Lm9XwPz4TkR8sVb1NcD',
    'x9K-2mQ-7vL-4pR-8tN-1wB-5dF-3hJ',
  ]
  const [atIssue = '', later = '', instead = ''] = own
  const issued = await shop.sell({ key: atIssue })
  expect(issued.key).toBe(atIssue)
  sold = issued
  expect((await add({ key: ` ${later} ` })).body.key).toBe(later)
  const [brought] = await keys()
  expect((await replace({ key: instead }, brought?.id)).status).toBe(201)
  expect(await Promise.all(own.map(opens))).toEqual([404, 200, 200])
})

test('a key that opens one license cannot be brought to another, also when it has ended', async () => {
  const mine = sold.key
  await replace()
  sold = await shop.sell()
  const [only] = await keys()
  for (const reply of [await add({ key: mine }), await replace({ key: mine }, only?.id)])
    expect([reply.status, reply.body.type.split('#')[1]]).toEqual([409, 'key-taken'])
  const body = { plan: shop.plan, customer: shop.customer, time_zone: 'UTC', key: mine }
  expect((await house.call('POST', '/v1/licenses', { body })).status).toBe(409)
  expect(await opens(sold.key)).toBe(200)
})

test('a repeated replacement gives the same key again, and makes no other', async () => {
  const headers = { 'idempotency-key': 'replace it once' }
  const [one, two] = [await replace({}, first.id, headers), await replace({}, first.id, headers)]
  expect(two.body).toEqual(one.body)
  expect(await keys()).toHaveLength(2)
})

test.skipIf(!onPostgres)(
  'of several replacements at once one ends the key, and the rest are refused',
  async () => {
    const replies = await Promise.all(Array.from({ length: 6 }, () => replace()))
    expect(replies.map(({ status }) => status).sort((a, b) => a - b)).toEqual([
      201, 409, 409, 409, 409, 409,
    ])
    expect(await keys()).toHaveLength(2)
  },
)

test.each(['viewer', 'support', 'billing', 'phone'] as const)(
  'who is %s neither adds nor replaces a key',
  async (role) => {
    for (const what of ['keys', `keys/${first.id}/replacement`])
      expect(
        (await house.call('POST', `/v1/licenses/${sold.id}/${what}`, { body: {}, role })).status,
      ).toBe(403)
  },
)
