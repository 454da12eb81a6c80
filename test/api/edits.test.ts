import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openHouse } from './house.ts'
import type { House, Json, List, Refusal } from './house.ts'
import { openShop } from './shop.ts'
import type { LicenseWire, Shop, Sold } from './shop.ts'
import { askToken } from './start-up.ts'

let house: House
let shop: Shop
let sold: Sold
beforeAll(async () => {
  house = await openHouse()
  shop = await openShop(house)
  sold = await shop.sell({
    metadata: { note: 'old', kept: 1 },
    external_refs: { erp: 'A', shop: 'B' },
  })
})
afterAll(() => house.close())

const patch = <T = Json>(path: string, body: Json, match?: string) =>
  house.call<T>('PATCH', path, {
    body,
    headers: match === undefined ? {} : { 'if-match': match },
  })

describe.each([
  ['a product', () => `/v1/products/${shop.product}`, { name: 'Renamed' }],
  ['a plan', () => `/v1/plans/${shop.plan}`, { name: 'Renamed' }],
  ['a customer', () => `/v1/customers/${shop.customer}`, { name: 'Renamed' }],
  ['a license', () => `/v1/licenses/${sold.id}`, { metadata: { note: 'renamed' } }],
] as const)('an edit of %s', (_, address, body) => {
  test('counts if nobody edited it meanwhile, and is refused if somebody did', async () => {
    const path = address()
    const seen = (await house.call('GET', path)).headers.get('etag') ?? ''
    expect(seen).toMatch(/^"\d+"$/)
    const first = await patch(path, body, seen)
    expect(first.status).toBe(200)
    const late = await patch<Refusal>(path, { ...body, name: undefined }, seen)
    expect([late.status, late.body]).toMatchObject([
      412,
      { type: expect.stringMatching(/#precondition-failed$/), etag: first.headers.get('etag') },
    ])
    const again = await patch(path, body, `"0", ${first.headers.get('etag')}`)
    expect(again.status).toBe(200)
    expect((await house.call('GET', path)).headers.get('etag')).toBe(again.headers.get('etag'))
  })

  test('needs no condition, and takes no weak one', async () => {
    const path = address()
    expect((await patch(path, body)).status).toBe(200)
    expect((await patch(path, body, '*')).status).toBe(200)
    const etag = (await house.call('GET', path)).headers.get('etag')
    expect((await patch(path, body, `W/${etag}`)).status).toBe(412)
  })

  test('of two at once with one condition is kept once', async () => {
    const path = address()
    const etag = (await house.call('GET', path)).headers.get('etag') ?? ''
    const other = 'metadata' in body ? { metadata: { note: 'other' } } : { name: 'Other' }
    const replies = await Promise.all([patch(path, other, etag), patch(path, other, etag)])
    expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([200, 412]))
  })
})

test('what is not there is not edited', async () => {
  for (const path of ['products/none', 'plans/none', 'customers/cus_none', 'licenses/lic_none'])
    expect((await patch(`/v1/${path}`, {})).status).toBe(404)
})

describe('a license', () => {
  test('has its metadata and references edited by name, and a null takes one away', async () => {
    const body = { metadata: { note: null, more: [1] }, external_refs: { erp: null, datev: '7' } }
    const { body: edited } = await patch<LicenseWire>(`/v1/licenses/${sold.id}`, body)
    expect([edited.metadata, edited.external_refs]).toEqual([
      { kept: 1, more: [1] },
      { shop: 'B', datev: '7' },
    ])
    const { body: events } = await house.call<List>(
      'GET',
      `/v1/licenses/${sold.id}/events?type=license.edited&limit=200`,
    )
    expect(events.data.at(-1)).toMatchObject({ data: { members: ['metadata', 'external_refs'] } })
    expect(JSON.stringify(events.data)).not.toContain('datev')
  })

  test('keeps no more metadata than it was allowed at first', async () => {
    const path = `/v1/licenses/${sold.id}`
    expect((await patch(path, { metadata: { a: 'x'.repeat(10_000) } })).status).toBe(200)
    const { status, body } = await patch<Refusal>(path, { metadata: { b: 'x'.repeat(10_000) } })
    expect([status, body.errors?.[0]?.pointer]).toEqual([422, '/metadata'])
    await patch(path, { metadata: { a: null } })
  })

  test('is not edited where nothing is another: no event, and the same ETag', async () => {
    const path = `/v1/licenses/${sold.id}`
    const before = (await house.call('GET', path)).headers.get('etag')
    expect((await patch(path, { metadata: { kept: 1 } })).headers.get('etag')).toBe(before)
  })
})

describe('a plan', () => {
  test('that is edited changes nothing that was agreed', async () => {
    const before = (await house.call<LicenseWire>('GET', `/v1/licenses/${sold.id}`)).body
    const body = { seats: 1, limits: { branches: 1 }, capabilities: ['orders:read'], term: 'P2Y' }
    const { status, body: plan } = await patch(`/v1/plans/${shop.plan}`, body)
    expect([status, plan]).toMatchObject([200, body])
    const { decision, rules, seats, limits } = (
      await house.call<LicenseWire>('GET', `/v1/licenses/${sold.id}`)
    ).body
    expect({ decision, rules, seats, limits }).toEqual({
      decision: before.decision,
      rules: before.rules,
      seats: before.seats,
      limits: before.limits,
    })
    const { seats: fresh, term } = await shop.sell()
    expect([fresh, term?.ends_on]).toEqual([1, '2027-09-30'])
  })

  test('is edited to nothing that a plan could not say', async () => {
    const wrong = [{ notice: 'P3Y' }, { capabilities: ['orders:bake'] }, { preset: 'none' }]
    for (const body of wrong) expect((await patch(`/v1/plans/${shop.plan}`, body)).status).toBe(422)
    expect((await patch(`/v1/plans/${shop.plan}`, { code: 'other' })).status).toBe(422)
  })
})

describe('a product', () => {
  test('takes no export format back, and no capability', async () => {
    const path = `/v1/products/${shop.product}`
    const fewer = await patch<Refusal>(path, {
      export_formats: ['csv'],
      capabilities: ['orders:read'],
    })
    expect([fewer.status, fewer.body.errors?.map(({ pointer }) => pointer)]).toEqual([
      422,
      ['/capabilities', '/export_formats', '/export_formats'],
    ])
  })

  test('can export more, and its licenses say so at once', async () => {
    const path = `/v1/products/${shop.product}`
    const body = { export_formats: ['csv', 'jsonl', 'xlsx', 'parquet'] }
    expect((await patch(path, body)).status).toBe(200)
    const token = await askToken(house, {
      license_key: sold.key,
      product: shop.product,
      fingerprint: 'till',
    })
    expect(token.body.decision.export_formats).toContain('parquet')
  })
})

describe('a customer', () => {
  test('keeps the contacts that an edit names by id, in its order, and loses the others', async () => {
    const path = `/v1/customers/${shop.customer}`
    type Contacts = { contacts: { id: string; name: string; phones: string[] }[] }
    const made = await patch<Contacts>(path, {
      contacts: [{ name: 'A' }, { name: 'B' }, { name: 'C' }],
    })
    const [a, , c] = made.body.contacts
    const contacts = [{ name: 'D' }, { ...c, phones: ['+49 30 1'] }, { ...a }]
    const { body } = await patch<Contacts>(path, { contacts })
    expect(body.contacts.map(({ id, name }) => [id, name])).toEqual([
      [expect.stringMatching(/^con_/), 'D'],
      [c?.id, 'C'],
      [a?.id, 'A'],
    ])
    expect((await house.call('GET', path)).body).toEqual(body)
    const strange = { contacts: [{ id: `con_${'0'.repeat(26)}`, name: 'E' }] }
    expect((await patch(path, strange)).status).toBe(422)
    expect((await patch(path, { contacts: [{ ...a }, { ...a }] })).status).toBe(422)
  })
})
