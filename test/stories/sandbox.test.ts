import { afterEach, beforeEach, expect, test } from 'vitest'
import { openHouse } from '../api/house.ts'
import type { House } from '../api/house.ts'
import { openShop } from '../api/shop.ts'
import { gone, install, ok } from './bakery.ts'
import type { Product } from './bakery.ts'

let house: House
let product: Product
let id: string

beforeEach(async () => {
  house = await openHouse({ sandbox: true, now: '2025-10-01T08:00:00+02:00' })
  const sold = await (await openShop(house)).sell()
  id = sold.id
  product = install(house, sold.key)
})

afterEach(async () => {
  await product.close()
  await house.close()
})

const move = (now: string) => house.call('PUT', '/v1/sandbox/clock', { body: { now } })

test('a vendor sees in seconds what his product does at the end of a term', async () => {
  const running = await product.start({ sandbox: true })
  expect(running.mode).toBe('full')
  const body = { side: 'vendor', channel: 'phone' }
  ok(await house.call('POST', `/v1/licenses/${id}/objections`, { body }))
  ok(await move('2026-09-30T23:59:59+02:00'))
  await running.refresh()
  expect(running.mode).toBe('full')
  expect(ok(await move('2026-10-01T00:00:00+02:00'))).toEqual({
    now: '2026-09-30T22:00:00Z',
    settled: { renewed: 0, ended: 1 },
  })
  await running.refresh()
  expect(running.standing).toMatchObject({ mode: 'export-only', reason: 'ended' })
  const offline = await product.start({ sandbox: true, fetch: gone })
  expect(offline.standing).toMatchObject({ mode: 'export-only', reason: 'ended' })
})

test('a license of a sandbox is worth no more than the export to a product in earnest', async () => {
  expect((await product.start()).standing).toMatchObject({
    mode: 'export-only',
    reason: 'sandbox',
  })
})

test('a sandbox’s clock moves ahead and never back', async () => {
  expect((await move('2025-10-01T07:59:59+02:00')).body).toMatchObject({ status: 409 })
  expect((await move('2025-10-01T08:00:00+02:00')).status).toBe(200)
})
