import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openHouse, publicUrl } from './house.ts'
import type { House, List } from './house.ts'
import { openShop } from './shop.ts'
import type { Shop } from './shop.ts'

type Listed = List<{ readonly id: string }>

let house: House
let shop: Shop
let other: Shop
let licenses: string[]
const customers: string[] = []
beforeAll(async () => {
  house = await openHouse({ sandbox: true })
  shop = await openShop(house)
  other = await openShop(house, {}, { code: 'other' })
  for (let n = 0; n < 5; n++) {
    const body = { name: `Customer ${n}`, external_refs: { erp: `C:${n}`, stripe: `cus_${n}` } }
    const made = await house.call<{ id: string }>('POST', '/v1/customers', { body })
    customers.push(made.body.id)
  }
  const sold = [
    await shop.sell({ customer: customers[0], external_refs: { shop: 'order-1' } }),
    await shop.sell({ customer: customers[0] }),
    await other.sell({ customer: customers[1] }),
    await shop.sell({ customer: customers[1] }),
    await shop.sell({ customer: customers[2] }),
  ]
  licenses = sold.map(({ id }) => id)
  for (let n = 0; n < 3; n++) {
    await house.call('POST', '/v1/api-tokens', { body: { name: `Shop ${n}`, role: 'billing' } })
    await house.call('POST', '/v1/settlements', { body: {} })
  }
})
afterAll(() => house.close())

/** Every id of a list, page by page along its `Link`. */
async function walk(path: string): Promise<string[]> {
  const ids: string[] = []
  for (let at: string | undefined = path; at !== undefined;) {
    const { status, headers, body }: Awaited<ReturnType<typeof page>> = await page(at)
    expect(status).toBe(200)
    ids.push(...body.data.map(({ id }) => id))
    const link: string | undefined = /^<(.+)>; rel="next"$/.exec(headers.get('link') ?? '')?.[1]
    expect(link?.startsWith(publicUrl) ?? true).toBe(true)
    expect(link === undefined ? null : new URL(link).searchParams.get('after')).toBe(body.next)
    at = link?.slice(publicUrl.length)
  }
  return ids
}

const page = (path: string) => house.call<Listed>('GET', path)
const idsAt = async (path: string): Promise<string[]> =>
  (await page(path)).body.data.map(({ id }) => id)

test.each([
  '/v1/products',
  '/v1/plans',
  '/v1/customers',
  '/v1/licenses',
  '/v1/api-tokens',
  '/v1/settlements',
  '/v1/events',
])(
  '%s is walked to its end in pages of any size, each thing once and in one order',
  async (path) => {
    const all = await idsAt(`${path}?limit=200`)
    expect(all.length).toBeGreaterThan(1)
    expect(new Set(all).size).toBe(all.length)
    for (const limit of [1, 2, all.length - 1, all.length])
      expect(await walk(`${path}?limit=${limit}`)).toEqual(all)
  },
)

test('a page’s end is the list’s end: no cursor, no Link', async () => {
  const { body, headers } = await page('/v1/licenses?limit=5')
  expect([body.next, headers.get('link')]).toEqual([null, null])
})

test('a list comes in the order of making, though a sandbox’s clock stands still', async () => {
  expect(await idsAt('/v1/licenses')).toEqual(licenses)
})

test('who goes on from a cursor misses nothing that was made since', async () => {
  const { body } = await page('/v1/customers?limit=3')
  const made = await house.call<{ id: string }>('POST', '/v1/customers', { body: { name: 'New' } })
  expect(await idsAt(`/v1/customers?after=${body.next}&limit=200`)).toContain(made.body.id)
})

describe('licenses are found', () => {
  test('by customer, product, plan and reference, and by all of them together', async () => {
    const [a, b, c, d, e] = licenses
    expect(await idsAt(`/v1/licenses?customer=${customers[0]}`)).toEqual([a, b])
    expect(await idsAt('/v1/licenses?product=other')).toEqual([c])
    expect(await idsAt(`/v1/licenses?plan=${shop.plan}`)).toEqual([a, b, d, e])
    expect(await idsAt('/v1/licenses?external_ref=shop:order-1')).toEqual([a])
    expect(await idsAt(`/v1/licenses?customer=${customers[1]}&plan=${shop.plan}`)).toEqual([d])
    expect(await idsAt(`/v1/licenses?external_ref=shop:order-1&product=other`)).toEqual([])
  })

  test('by the ids of product and plan as by their codes', async () => {
    for (const [kind, code] of [
      ['product', other.product],
      ['plan', other.plan],
    ] as const) {
      const { body } = await house.call<{ id: string }>('GET', `/v1/${kind}s/${code}`)
      expect(await idsAt(`/v1/licenses?${kind}=${body.id}`)).toEqual([licenses[2]])
    }
  })

  test('page by page, the filter kept in the Link', async () => {
    const path = `/v1/licenses?product=${shop.product}`
    expect(await walk(`${path}&limit=1`)).toEqual(await idsAt(path))
  })

  test('not where nothing is called so', async () => {
    const nothing = [
      'product=nothing',
      'plan=nothing',
      'external_ref=shop:nothing',
      'external_ref=erp:order-1',
      'customer=cus_00000000000000000000000000',
      'after=zzz',
    ]
    for (const query of nothing) expect(await idsAt(`/v1/licenses?${query}`)).toEqual([])
  })
})

test('customers are found by reference, whatever stands in it', async () => {
  expect(await idsAt('/v1/customers?external_ref=stripe:cus_3')).toEqual([customers[3]])
  expect(await idsAt(`/v1/customers?external_ref=${encodeURIComponent('erp:C:4')}`)).toEqual([
    customers[4],
  ])
})

test('plans are found by their product', async () => {
  const { body } = await house.call<List>('GET', '/v1/plans?product=other')
  expect(body.data.map(({ code }) => code)).toEqual([other.plan])
})

describe('the feed', () => {
  test('goes on behind an event as behind a cursor', async () => {
    const all = await idsAt('/v1/events?limit=200')
    expect(await idsAt(`/v1/events?limit=200&after=${all[2]}`)).toEqual(all.slice(3))
    expect(await idsAt(`/v1/events?after=${all.at(-1)}`)).toEqual([])
    expect((await page('/v1/events?after=evt_00000000000000000000000000')).status).toBe(400)
  })

  test('can be had for one type of event', async () => {
    const { body } = await house.call<List<{ id: string; type: string }>>(
      'GET',
      '/v1/events?limit=200',
    )
    const issued = body.data.filter(({ type }) => type === 'license.issued').map(({ id }) => id)
    expect(await walk('/v1/events?type=license.issued&limit=2')).toEqual(issued)
    expect((await page('/v1/events?type=license.expired')).status).toBe(400)
  })
})

test('API tokens are found by their role', async () => {
  const { body } = await house.call<List<{ role: string }>>('GET', '/v1/api-tokens?role=billing')
  expect(new Set(body.data.map(({ role }) => role))).toEqual(new Set(['billing']))
})
