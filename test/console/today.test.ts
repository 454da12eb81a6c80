import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse } from '../api/house.ts'
import type { House, List } from '../api/house.ts'
import { openShop } from '../api/shop.ts'
import type { Shop } from '../api/shop.ts'
import { listFlagged } from '../../src/store/flagged.ts'
import { signedIn } from './browser.ts'
import type { Browser } from './browser.ts'

let house: House
let shop: Shop
let viewer: Browser
beforeAll(async () => {
  house = await openHouse({ now: '2026-09-28T11:00:00+02:00' })
  shop = await openShop(house)
  viewer = await signedIn(house, 'viewer')
})
afterAll(() => house.close())

const log = (license: string, topic: string, at: string) =>
  house.call('POST', `/v1/licenses/${license}/inquiries`, {
    body: { channel: 'phone', topic, subject: 'x', at },
  })

const flagged = async () =>
  (await listFlagged(house.deps.db, house.clock.now, 100)).map(({ license, use }) => [
    license.id,
    use.used,
  ])

test('the start page says first that nobody has to do anything', async () => {
  const { html } = await viewer.get('/console')
  expect(html.indexOf('Nothing needs a person today')).toBeLessThan(
    html.indexOf('<svg class="chart'),
  )
})

test('a license over its limit is flagged while its window holds so many, and no longer', async () => {
  const { id } = await shop.sell()
  const quiet = await shop.sell()
  for (let n = 0; n < 4; n++) {
    await log(id, 'out_of_scope', '2026-08-30T00:00:00+02:00')
    await log(quiet.id, 'out_of_scope', '2026-09-20T10:00:00+02:00')
  }
  await log(quiet.id, 'in_scope', '2026-09-20T10:00:00+02:00')
  expect(await flagged()).toEqual([])
  await log(id, 'repeat', '2026-09-28T10:00:00+02:00')
  expect(await flagged()).toEqual([[id, 5]])
  const start = await viewer.get('/console')
  expect(start.html).toContain('over the fair-use limit')
  expect(start.html.indexOf('over the fair-use limit')).toBeLessThan(
    start.html.indexOf('<svg class="chart'),
  )
  const list = await viewer.get('/console/licenses?flagged=true')
  expect(list.html).toContain(`/console/licenses/${id}"`)
  expect(list.html).not.toContain(`/console/licenses/${quiet.id}"`)
  const called = await house.call<List<{ id: string }>>('GET', '/v1/licenses?flagged=true')
  expect(called.body.data.map((each) => each.id)).toEqual([id])
  const file = await viewer.get('/console/lists/licenses.csv?flagged=true')
  expect(file.html.trim().split('\n')).toHaveLength(2)
  // The window is so many days of the license's zone, which end with today.
  house.clock.set('2026-09-29T00:00:00+02:00')
  expect(await flagged()).toEqual([])
  house.clock.set('2026-09-28T11:00:00+02:00')
})

test('a rule that one license alone has agreed on flags that license', async () => {
  const support = {
    level: 'standard',
    channels: ['phone'],
    scope: 'Questions about the product.',
    fair_use: { inquiries: 2, window: 'P6M' },
  }
  const { id } = await shop.sell({ overrides: { support } })
  await log(id, 'out_of_scope', '2026-04-10T10:00:00+02:00')
  await log(id, 'out_of_scope', '2026-09-10T10:00:00+02:00')
  expect((await flagged()).map(([license]) => license)).toContain(id)
})

test('a letter on its way stands there with its last day, until it has come', async () => {
  const { id } = await shop.sell()
  await house.call('POST', `/v1/licenses/${id}/objections`, {
    body: { side: 'customer', channel: 'letter', declared_by: 'N. Beispiel' },
  })
  const { html } = await viewer.get('/console')
  expect(html).toContain('The customer’s objection is on its way')
  expect(html).toContain('must arrive by Wed 30 September 2026 (2 days)')
  expect(html).toContain(`/console/licenses/${id}/receipt/customer`)
  await house.call('PUT', `/v1/licenses/${id}/objections/customer/receipt`, { body: {} })
  expect((await viewer.get('/console')).html).not.toContain('is on its way')
})
