import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openHouse } from './house.ts'
import type { House, Json, List, Refusal } from './house.ts'
import { annual, openShop } from './shop.ts'
import type { LicenseWire, Shop, Sold } from './shop.ts'

let house: House
let shop: Shop
let sold: Sold
beforeAll(async () => {
  house = await openHouse()
  shop = await openShop(house)
  const plan = { ...annual, code: 'monthly', product: shop.product, term: 'P1M', seats: 1 }
  await house.call('POST', '/v1/plans', { body: { ...plan, renewal_term: 'P1M' } })
})
beforeEach(async () => {
  house.clock.set('2026-01-10T10:00:00+01:00')
  sold = await shop.sell()
})
afterAll(() => house.close())

const amend = (body: Json, query = '') =>
  house.call<LicenseWire & Refusal>('POST', `/v1/licenses/${sold.id}/amendments${query}`, {
    body,
    role: 'billing',
  })

test('more seats and branches from now on are there at once, with their agreement on record', async () => {
  const agreement = {
    title: 'Addendum',
    version: '1',
    accepted_at: '2026-01-09T12:00:00+01:00',
    accepted_by: 'N. Beispiel',
  }
  const reply = await amend({ from: 'now', seats: 5, limits: { branches: 4 }, agreement })
  expect(reply.status).toBe(201)
  expect(reply.headers.get('location')).toBe(`/v1/licenses/${sold.id}`)
  expect(reply.body).toMatchObject({ seats: 5, limits: { branches: 4 }, coming: [] })
  const read = await house.call<LicenseWire>('GET', `/v1/licenses/${sold.id}`)
  expect(read.body.agreements).toMatchObject([{ title: 'Addendum' }])
  const { body } = await house.call<List>('GET', `/v1/licenses/${sold.id}/events`)
  expect(body.data.slice(-2)).toMatchObject([
    { type: 'license.amended', data: { from: 'now', on: '2026-01-10', plan: null } },
    { type: 'agreement.attached' },
  ])
})

test('a preview tells what would be and changes nothing', async () => {
  const reply = await amend({ from: 'next_term', renewal_term: 'P1M' }, '?preview=true')
  expect([reply.status, reply.body.coming]).toEqual([
    200,
    [expect.objectContaining({ from: '2026-10-01', renewal_term: 'P1M' })],
  ])
  const read = await house.call<LicenseWire>('GET', `/v1/licenses/${sold.id}`)
  expect(read.body.coming).toEqual([])
})

test('another plan comes with the next term', async () => {
  const reply = await amend({ from: 'next_term', plan: 'monthly' })
  expect(reply.body).toMatchObject({ plan: 'annual', seats: 3, coming: [{ plan: 'monthly' }] })
  house.clock.set('2026-10-01T00:00:00+02:00')
  const read = await house.call<LicenseWire>('GET', `/v1/licenses/${sold.id}`)
  expect(read.body).toMatchObject({
    plan: 'monthly',
    seats: 1,
    coming: [],
    term: { starts_on: '2026-10-01', ends_on: '2026-10-31' },
  })
})

test.each<[string, Json, string]>([
  ['a length from now on', { from: 'now', term: 'P1M' }, '/term'],
  ['what no plan could say', { from: 'next_term', renewal_notice: 'P2Y' }, '/renewal_notice'],
  ['a capability that is not sold', { from: 'now', capabilities: ['x:y'] }, '/capabilities/0'],
  ['a plan that there is not', { from: 'next_term', plan: 'none' }, '/plan'],
  ['nothing', { from: 'now' }, ''],
])('%s is refused, and the answer says which member', async (_, body, pointer) => {
  const refused = await amend(body)
  expect(refused.status).toBe(422)
  expect(refused.body.errors?.map((each) => each.pointer)).toEqual([pointer])
})

test('what has ended is not amended', async () => {
  const ending = { side: 'vendor', kind: 'mistake', reason: 'Wrong customer' }
  await house.call('POST', `/v1/licenses/${sold.id}/termination`, { body: ending })
  const refused = await amend({ from: 'now', seats: 5 })
  expect([refused.status, refused.body.type]).toEqual([
    409,
    expect.stringMatching(/#already-ended$/),
  ])
})
