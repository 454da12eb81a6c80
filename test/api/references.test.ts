import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openHouse } from './house.ts'
import type { House, Json, List, Refusal } from './house.ts'
import { openShop } from './shop.ts'
import type { Shop, Sold } from './shop.ts'

interface CustomerWire {
  readonly id: string
  readonly name: string
  readonly language: string
  readonly external_refs: Readonly<Record<string, string>>
  readonly contacts: readonly { readonly id: string; readonly name: string }[]
}

let house: House
let shop: Shop
beforeAll(async () => {
  house = await openHouse()
  shop = await openShop(house)
})
afterAll(() => house.close())

const put = <T = CustomerWire>(path: string, body: Json, headers = {}) =>
  house.call<T>('PUT', path, { body, headers, role: 'billing' })
const orderOf = (asked: Json = {}) => ({
  plan: shop.plan,
  customer: shop.customer,
  time_zone: 'Europe/Berlin',
  ...asked,
})

describe('a customer that a shop names by its own reference', () => {
  test('is added the first time, and the same one from then on', async () => {
    const path = '/v1/customers/by-ref/stripe/cus_1'
    const first = await put(path, { name: 'Bäckerei Nord', contacts: [{ name: 'N.' }] })
    expect([first.status, first.headers.get('location')]).toEqual([
      201,
      `/v1/customers/${first.body.id}`,
    ])
    const again = await put(path, { name: 'Bäckerei Nord GmbH', external_refs: { datev: '7' } })
    expect([again.status, again.body]).toMatchObject([
      200,
      {
        id: first.body.id,
        name: 'Bäckerei Nord GmbH',
        contacts: first.body.contacts,
        external_refs: { stripe: 'cus_1', datev: '7' },
      },
    ])
    expect((await house.call('GET', path)).body).toEqual(again.body)
    expect((await house.call('GET', '/v1/customers/by-ref/datev/7')).body).toEqual(again.body)
  })

  test('is added once, however many ask at the same time', async () => {
    const asked = Array.from({ length: 8 }, () =>
      put('/v1/customers/by-ref/stripe/cus_race', { name: 'Race' }),
    )
    const replies = await Promise.all(asked)
    expect(new Set(replies.map(({ body }) => body.id)).size).toBe(1)
    expect(replies.filter(({ status }) => status === 201)).toHaveLength(1)
    const { body } = await house.call<List>('GET', '/v1/customers?external_ref=stripe:cus_race')
    expect(body.data).toHaveLength(1)
  })

  test('needs a name when it is new, and leaves nothing behind without', async () => {
    const path = '/v1/customers/by-ref/stripe/cus_nameless'
    const { status, body } = await put<Refusal>(path, { language: 'de' })
    expect([status, body.errors?.[0]?.pointer]).toEqual([422, '/name'])
    expect((await house.call('GET', path)).status).toBe(404)
    expect((await put(path, { name: 'Now' })).status).toBe(201)
  })

  test('has the reference of the path, and none that is another’s', async () => {
    const path = '/v1/customers/by-ref/stripe/cus_2'
    const other = await put<Refusal>(path, { name: 'N.', external_refs: { stripe: 'cus_3' } })
    expect([other.status, other.body.errors?.[0]?.pointer]).toEqual([422, '/external_refs/stripe'])
    const gone = await put<Refusal>(path, { name: 'N.', external_refs: { stripe: null } })
    expect(gone.status).toBe(422)
    const taken = await put<Refusal>(path, { name: 'N.', external_refs: { datev: '7' } })
    expect([taken.status, taken.body.type]).toEqual([
      409,
      expect.stringContaining('reference-taken'),
    ])
  })

  test('is called by any text but an e-mail address, and a system by a plain name', async () => {
    const slash = await put(`/v1/customers/by-ref/erp/${encodeURIComponent('A/1 ü')}`, {
      name: 'N.',
    })
    expect(slash.body.external_refs).toEqual({ erp: 'A/1 ü' })
    for (const ref of ['erp/a%40example.com', 'ERP/1', `erp/${'x'.repeat(256)}`, 'erp/%00'])
      expect([400, 404]).toContain(
        (await put(`/v1/customers/by-ref/${ref}`, { name: 'N.' })).status,
      )
  })
})

describe('a license that a shop names by its order', () => {
  test('is issued once, with its key, however often it is asked for', async () => {
    const path = '/v1/licenses/by-ref/shop/order-1'
    const first = await put<Sold>(path, orderOf({ metadata: { note: 'first' } }))
    expect([first.status, typeof first.body.key]).toEqual([201, 'string'])
    const again = await put<Sold>(
      path,
      orderOf({ metadata: { seats: 2 }, external_refs: { erp: '1' } }),
    )
    expect([again.status, again.body]).toMatchObject([
      200,
      {
        id: first.body.id,
        metadata: { note: 'first', seats: 2 },
        external_refs: { shop: 'order-1', erp: '1' },
      },
    ])
    expect(again.body).not.toHaveProperty('key')
    expect((await house.call<Sold>('GET', path)).body.id).toBe(first.body.id)
  })

  test('is issued once by many who ask at the same time, and one of them gets the key', async () => {
    const path = '/v1/licenses/by-ref/shop/order-race'
    const replies = await Promise.all(Array.from({ length: 6 }, () => put<Sold>(path, orderOf())))
    expect(replies.filter(({ status }) => status === 201)).toHaveLength(1)
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(5)
    expect(new Set(replies.map(({ body }) => body.id)).size).toBe(1)
  })

  test('is not given to another customer, nor turned into another product', async () => {
    const path = '/v1/licenses/by-ref/shop/order-1'
    const other = (await put('/v1/customers/by-ref/shop/c-9', { name: 'Other' })).body.id
    expect((await put(path, orderOf({ customer: other }))).status).toBe(409)
    const { plan } = await openShop(house, {}, { code: 'kassenbuch' })
    expect((await put(path, orderOf({ plan }))).status).toBe(409)
  })

  test('that cannot be issued leaves its reference free', async () => {
    const path = '/v1/licenses/by-ref/shop/order-2'
    expect((await put(path, orderOf({ overrides: { notice: 'P2Y' } }))).status).toBe(422)
    expect((await put(path, orderOf())).status).toBe(201)
  })
})
