import { afterEach, beforeEach, expect, test } from 'vitest'
import { openHouse } from '../api/house.ts'
import type { House, Json, List } from '../api/house.ts'
import { openShop } from '../api/shop.ts'
import type { LicenseWire, Sold } from '../api/shop.ts'
import { gone, install, jobs, moveTo, ok } from './bakery.ts'
import type { Product } from './bakery.ts'

let house: House
let sold: Sold
let product: Product

beforeEach(async () => {
  house = await openHouse({ now: '2025-10-01T08:00:00+02:00' })
  sold = await (await openShop(house)).sell()
  product = install(house, sold.key)
})

afterEach(async () => {
  await product.close()
  await house.close()
})

const call = async (method: string, rest: string, body?: Json): Promise<Json> =>
  ok(await house.call(method, `/v1/licenses/${sold.id}${rest}`, { body }))

const license = async (): Promise<LicenseWire> =>
  ok(await house.call<LicenseWire>('GET', `/v1/licenses/${sold.id}`))

async function types(): Promise<readonly unknown[]> {
  const list = await house.call<List>('GET', `/v1/licenses/${sold.id}/events?limit=200`)
  return ok(list).data.map(({ type }) => type)
}

test.each(jobs)(
  'the customer objects on the last evening and leaves with the term: %s',
  async (_, job) => {
    await moveTo(house, '2026-09-30T23:30:00+02:00', job)
    const objection = { side: 'customer', channel: 'phone', declared_by: 'N. Beispiel' }
    expect(await call('POST', '/objections', objection)).toMatchObject({
      timely: true,
      effective_on: '2026-09-30',
    })
    await moveTo(house, '2026-09-30T23:59:59+02:00', job)
    expect((await product.start()).mode).toBe('full')
    await moveTo(house, '2026-10-01T00:00:00+02:00', job)
    expect((await product.start()).standing).toMatchObject({ mode: 'export-only', reason: 'ended' })
  },
)

test.each(jobs)(
  'a letter that arrived in time and is typed in late ends the license when it is typed in: %s',
  async (_, job) => {
    await moveTo(house, '2026-09-28T10:00:00+02:00', job)
    const letter = { side: 'customer', channel: 'letter' }
    expect(await call('POST', '/objections', letter)).toMatchObject({
      received_at: null,
      effective_on: null,
      arrive_by: '2026-09-30',
    })
    await moveTo(house, '2026-10-05T09:00:00+02:00', job)
    const running = await product.start()
    expect(running.term?.endsOn).toBe('2027-09-30')
    expect(running.mode).toBe('full')

    const receipt = { received_at: '2026-09-30T16:00:00+02:00', reason: 'It lay in the mailbox' }
    expect(await call('PUT', '/objections/customer/receipt', receipt)).toMatchObject({
      timely: true,
      effective_on: '2026-09-30',
      effective_at: '2026-10-05T09:00:00+02:00',
    })
    await running.refresh()
    expect(running.standing).toMatchObject({ mode: 'export-only', reason: 'ended' })
    expect(running.term?.endsOn).toBe('2026-09-30')
    const { data } = ok(await house.call<List>('GET', `/v1/licenses/${sold.id}/terms`))
    expect(data.map(({ ends_on, cut_at }) => [ends_on, cut_at])).toEqual([
      ['2026-09-30', null],
      ['2027-09-30', '2026-10-05T09:00:00+02:00'],
    ])
    const at = encodeURIComponent('2026-10-03T12:00:00+02:00')
    expect(await call('GET', `/decision?at=${at}`)).toMatchObject({ mode: 'full' })
  },
)

test('an objection that comes too late ends the next term, and not before', async () => {
  await moveTo(house, '2026-10-01T00:00:00+02:00')
  expect(await call('POST', '/objections', { side: 'vendor', channel: 'phone' })).toMatchObject({
    timely: true,
    effective_on: '2027-09-30',
  })
  await moveTo(house, '2027-09-30T23:59:59+02:00')
  expect((await product.start()).mode).toBe('full')
  await moveTo(house, '2027-10-01T00:00:00+02:00')
  expect((await product.start()).mode).toBe('export-only')
})

test('both make it up: the objection is withdrawn by consent and the license renews as if there had been none', async () => {
  await moveTo(house, '2026-09-20T10:00:00+02:00')
  await call('POST', '/objections', { side: 'vendor', channel: 'phone' })
  const running = await product.start()
  expect(running.standing.renewal).toEqual({ automatic: true, ends: true })
  await moveTo(house, '2026-09-25T10:00:00+02:00')
  const agreed = { by: 'N. Beispiel', at: '2026-09-25T09:30:00+02:00', how: 'phone' }
  await call('POST', '/objections/vendor/withdrawal', { kind: 'agreed', reason: 'Peace', agreed })
  await moveTo(house, '2026-10-01T00:00:00+02:00')
  await running.refresh()
  expect(running.standing).toMatchObject({ mode: 'full', term: { endsOn: '2027-09-30' } })
  expect(await types()).toEqual(
    expect.arrayContaining(['license.objected', 'objection.withdrawn', 'license.renewed']),
  )
})

test('a customer whose license renews is not locked out by a turn that he spends offline', async () => {
  await moveTo(house, '2026-09-30T18:00:00+02:00')
  expect((await product.start()).mode).toBe('full')
  product.network = gone
  house.clock.set('2026-10-01T08:00:00+02:00')
  const offline = await product.start()
  expect(offline.standing).toMatchObject({ mode: 'full', reason: 'in_leeway' })
  house.clock.set('2026-10-03T23:59:59+02:00')
  expect(offline.allows('orders:write')).toBe(true)
  house.clock.set('2026-10-04T00:00:00+02:00')
  expect(offline.mode).toBe('export-only')
})

test('a customer whose license ends has no leeway, offline or not', async () => {
  await moveTo(house, '2026-09-30T18:00:00+02:00')
  await call('POST', '/objections', { side: 'vendor', channel: 'phone' })
  await product.start()
  product.network = gone
  house.clock.set('2026-10-01T00:00:00+02:00')
  expect((await product.start()).standing).toMatchObject({ mode: 'export-only', reason: 'ended' })
})

test('a server that is gone for good leaves a paying customer two weeks of work, and the export for ever', async () => {
  await moveTo(house, '2026-03-01T09:00:00+01:00')
  await product.start()
  product.network = gone
  house.clock.set('2026-03-15T08:59:59+01:00')
  expect((await product.start()).mode).toBe('full')
  house.clock.set('2026-03-15T09:00:00+01:00')
  const stale = await product.start()
  expect(stale.standing).toMatchObject({ mode: 'export-only', reason: 'stale' })
  expect(stale.problem?.code).toBe('server_gone')
  house.clock.set('2056-03-15T09:00:00+01:00')
  expect((await product.start()).standing.capabilities).toEqual(['data:export'])
})

test('a server that comes back gives back everything by itself', async () => {
  await product.start()
  const network = product.network
  product.network = gone
  house.clock.set('2025-12-01T09:00:00+01:00')
  const running = await product.start()
  expect(running.reason).toBe('stale')
  product.network = network
  expect(await running.refresh()).toBe(true)
  expect(running.mode).toBe('full')
})

test('a product that pinned the keys goes on over two rotations of them', async () => {
  const { keys } = ok(await house.call<{ keys: object[] }>('GET', '/.well-known/jwks.json'))
  expect((await product.start({ trust: keys })).mode).toBe('full')
  for (const at of ['2025-11-01T09:00:00+01:00', '2025-12-01T09:00:00+01:00']) {
    await moveTo(house, at)
    ok(await house.call('POST', '/v1/signing-keys/rotation', { body: {} }))
    const running = await product.start({ trust: keys })
    expect(running.standing).toMatchObject({ mode: 'full', reason: 'in_term' })
    expect(running.problem).toBeNull()
  }
  expect((await license()).seats_used).toBe(1)
})
