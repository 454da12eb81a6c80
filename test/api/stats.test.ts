import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse } from './house.ts'
import type { House, Json } from './house.ts'
import { openShop } from './shop.ts'
import { askToken } from './start-up.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
  const shop = await openShop(house)
  const monthly = await openShop(house, { renewal: 'none', term: 'P1M' }, { code: 'other' })
  const [renews, objected, suspended] = [await shop.sell(), await shop.sell(), await shop.sell()]
  await shop.sell({ starts_on: '2026-01-01' })
  await monthly.sell()
  await monthly.sell({ starts_on: '2025-08-01' })
  const body = { side: 'customer', channel: 'phone' }
  await house.call('POST', `/v1/licenses/${objected.id}/objections`, { body })
  const unpaid = { reason: 'Unpaid' }
  await house.call('PUT', `/v1/licenses/${suspended.id}/suspension`, { body: unpaid })
  const till = { product: shop.product, fingerprint: 'till' }
  await askToken(house, { license_key: renews.key, ...till })
})
afterAll(() => house.close())

const stats = async () => (await house.call<Json>('GET', '/v1/stats', { role: 'viewer' })).body

test('the server at a glance: what licenses are worth, and what renews and ends', async () => {
  expect(await stats()).toEqual({
    at: '2025-10-01T07:00:00Z',
    exact: true,
    looked_at: 6,
    products: [
      {
        product: 'broetchenbringer',
        licenses: 4,
        full: 2,
        export_only: 2,
        renews_in_90_days: 0,
        ends_in_90_days: 0,
        renews_in_12_months: 2,
        ends_in_12_months: 1,
      },
      {
        product: 'other',
        licenses: 2,
        full: 1,
        export_only: 1,
        renews_in_90_days: 0,
        ends_in_90_days: 1,
        renews_in_12_months: 0,
        ends_in_12_months: 1,
      },
    ],
    activations: 1,
    objections: 1,
  })
})

test('a job that is late changes no figure: what has ended by now counts as ended', async () => {
  house.clock.set('2026-10-01T00:00:00+02:00')
  const { products } = await stats()
  expect(products).toMatchObject([
    { licenses: 4, full: 2, export_only: 2 },
    { licenses: 2, full: 0, export_only: 2, ends_in_12_months: 0 },
  ])
})
