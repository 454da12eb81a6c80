import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
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
})
beforeEach(async () => {
  house.clock.set('2025-10-01T09:00:00+02:00')
  sold = await shop.sell(onShelf)
})
afterAll(() => house.close())

const onShelf = { starts_on: undefined, starts: 'first_activation', start_by: '2026-03-31' }
const startsUp = (fingerprint: string) =>
  askToken(house, { license_key: sold.key, product: shop.product, fingerprint })

test('a key on the shelf waits, and says until when', () => {
  expect(sold).toMatchObject({
    start_by: '2026-03-31',
    term: { starts_on: '2026-03-31', ends_on: '2027-03-30' },
    decision: { mode: 'export-only', reason: 'not_started' },
  })
})

test('the first machine starts it, in the very answer to its request', async () => {
  house.clock.set('2025-12-25T00:30:00+01:00')
  const { status, body } = await startsUp('till-1')
  expect(status).toBe(200)
  expect(body.decision).toMatchObject({
    mode: 'full',
    term: { starts_on: '2025-12-25', ends_on: '2026-12-24' },
  })
  const read = await house.call<LicenseWire>('GET', `/v1/licenses/${sold.id}`)
  expect(read.body).toMatchObject({ start_by: null, seats_used: 1 })
  const terms = await house.call<List>('GET', `/v1/licenses/${sold.id}/terms`)
  expect(terms.body.data.map(({ origin }) => origin)).toEqual(['start_by', 'issue'])
  const { body: events } = await house.call<List>('GET', `/v1/licenses/${sold.id}/events`)
  expect(events.data.map(({ type }) => type)).toEqual([
    'license.issued',
    'key.issued',
    'license.started',
    'activation.created',
  ])
})

test('three machines that start up at once start it once, and all of them work', async () => {
  const replies = await Promise.all(['a', 'b', 'c'].map(startsUp))
  expect(replies.map(({ body }) => body.decision.mode)).toEqual(['full', 'full', 'full'])
  const terms = await house.call<List>('GET', `/v1/licenses/${sold.id}/terms`)
  expect(terms.body.data).toHaveLength(2)
})

test('looking at it does not start it', async () => {
  house.clock.set('2025-12-25T09:00:00+01:00')
  await house.call('GET', `/v1/licenses/${sold.id}/decision`)
  await house.call('GET', `/v1/licenses/${sold.id}/keys`)
  const read = await house.call<LicenseWire>('GET', `/v1/licenses/${sold.id}`)
  expect(read.body.start_by).toBe('2026-03-31')
})

test.each<[string, Json, string]>([
  ['without its latest day', { start_by: undefined }, '/start_by'],
  ['as a latest day alone', { starts: undefined }, '/starts'],
  ['beside a first day', { starts_on: '2026-01-01' }, '/starts_on'],
  ['beside an agreed last day', { ends_on: '2026-12-31' }, '/ends_on'],
  ['by a day that has passed', { start_by: '2025-09-30' }, '/start_by'],
])('a start with the first activation, %s, is refused', async (_, otherwise, pointer) => {
  const { plan, customer } = shop
  const body = { plan, customer, time_zone: 'Europe/Berlin', ...onShelf, ...otherwise }
  const refused = await house.call<Refusal>('POST', '/v1/licenses', { body })
  expect(refused.status).toBe(422)
  expect(refused.body.errors?.map((each) => each.pointer)).toEqual([pointer])
})

test('no term is added by hand while it waits', async () => {
  const trial = await shop.sell({ ...onShelf, overrides: { renewal: 'none' } })
  const refused = await house.call<Refusal>('POST', `/v1/licenses/${trial.id}/terms`, { body: {} })
  expect([refused.status, refused.body.type]).toEqual([409, expect.stringMatching(/#not-started$/)])
})
