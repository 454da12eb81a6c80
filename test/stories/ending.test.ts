import { afterEach, beforeEach, expect, test } from 'vitest'
import type { OpenLicense } from '../../src/client/node.ts'
import { openHouse } from '../api/house.ts'
import type { House, Json } from '../api/house.ts'
import { openShop } from '../api/shop.ts'
import { gone, install, jobs, moveTo, ok } from './bakery.ts'
import type { Product } from './bakery.ts'

let house: House
const closing: Product[] = []

beforeEach(async () => {
  house = await openHouse({ now: '2025-10-01T08:00:00+02:00' })
})

afterEach(async () => {
  for (const product of closing.splice(0)) await product.close()
  await house.close()
})

/** A license under a plan of its own, in use, and calls about it. */
async function sellAndStart(plan: Json = {}, asked: Json = {}) {
  const { id, key } = await (await openShop(house, plan)).sell(asked)
  const product = install(house, key)
  closing.push(product)
  const running = await product.start()
  const call = async (method: string, rest: string, body?: Json): Promise<Json> =>
    ok(await house.call(method, `/v1/licenses/${id}${rest}`, { body }))
  return { id, product, running, call }
}

async function seenAt(running: OpenLicense, text: string, job: boolean): Promise<string> {
  await moveTo(house, text, job)
  await running.refresh()
  return `${running.mode} ${running.reason}`
}

test.each(jobs)(
  'a trial ends by itself, and what was tried in it can be exported: %s',
  async (_, job) => {
    const trial = { term: 'P14D', renewal_term: undefined, renewal: 'none', renewal_leeway: 'P0D' }
    const { running, id } = await sellAndStart(trial)
    expect(running.objection).toBeNull()
    expect(running.term?.endsOn).toBe('2025-10-14')
    expect(await seenAt(running, '2025-10-14T23:59:59+02:00', job)).toBe('full in_term')
    expect(await seenAt(running, '2025-10-15T00:00:00+02:00', job)).toBe('export-only ended')
    expect(running.exportFormats).toEqual(['csv', 'jsonl', 'xlsx'])
    const body = { side: 'customer', channel: 'phone' }
    expect((await house.call('POST', `/v1/licenses/${id}/objections`, { body })).status).toBe(409)
  },
)

test.each(jobs)(
  'an invoice that was paid adds a year by hand, also to a license that has run out: %s',
  async (_, job) => {
    const { running, call } = await sellAndStart({ renewal: 'none', renewal_leeway: 'P0D' })
    await moveTo(house, '2026-09-01T09:00:00+02:00', job)
    await call('POST', '/terms', {})
    expect(await seenAt(running, '2026-10-01T00:00:00+02:00', job)).toBe('full in_term')
    expect(await seenAt(running, '2027-10-01T00:00:00+02:00', job)).toBe('export-only ended')
    await moveTo(house, '2027-10-20T09:00:00+02:00', job)
    await call('POST', '/terms', {})
    expect(await seenAt(running, '2027-10-20T09:00:01+02:00', job)).toBe('full in_term')
  },
)

test.each(jobs)(
  'a termination for good cause ends it at its instant, and a reinstatement brings it back: %s',
  async (_, job) => {
    const { running, call } = await sellAndStart()
    await moveTo(house, '2026-02-01T09:00:00+01:00', job)
    await call('POST', '/termination', {
      side: 'customer',
      kind: 'good_cause',
      reason: 'The bakery closes',
      effective_at: '2026-03-01T00:00:00+01:00',
    })
    expect(await seenAt(running, '2026-02-28T23:59:59+01:00', job)).toBe('full in_term')
    expect(await seenAt(running, '2026-03-01T00:00:00+01:00', job)).toBe('export-only terminated')
    await moveTo(house, '2026-05-01T09:00:00+02:00', job)
    await call('POST', '/reinstatement', { reason: 'It opens again' })
    expect(await seenAt(running, '2026-05-01T09:00:00+02:00', job)).toBe('full in_term')
    expect(running.term?.endsOn).toBe('2027-04-30')
  },
)

test.each(jobs)(
  'a suspension that was announced begins on its day, online and offline, and ends when it is lifted: %s',
  async (_, job) => {
    const { running, product, call } = await sellAndStart()
    await moveTo(house, '2026-02-24T09:00:00+01:00', job)
    const effective_at = '2026-03-01T00:00:00+01:00'
    await call('PUT', '/suspension', { reason: 'The invoice is unpaid', effective_at })
    await running.refresh()
    expect(running.mode).toBe('full')
    house.clock.set('2026-02-28T23:59:59+01:00')
    const offline = await product.start({ fetch: gone })
    expect(offline.mode).toBe('full')
    await moveTo(house, effective_at, job)
    expect(offline.standing).toMatchObject({ mode: 'export-only', reason: 'suspended' })
    const online = await product.start()
    expect(online.standing).toMatchObject({ mode: 'export-only', reason: 'suspended' })
    await moveTo(house, '2026-03-10T09:00:00+01:00', job)
    await call('DELETE', '/suspension')
    await online.refresh()
    expect(online.standing).toMatchObject({ mode: 'full', term: { endsOn: '2026-09-30' } })
  },
)

/** The last moment of the last day, and the first moment that is not. */
test.each([
  ['Europe/Berlin', '2026-10-24', '2026-10-24T23:59:59.999+02:00', '2026-10-25T00:00:00+02:00'],
  ['Asia/Beirut', '2026-03-28', '2026-03-28T23:59:59.999+02:00', '2026-03-29T01:00:00+03:00'],
  ['Africa/Cairo', '2026-04-23', '2026-04-23T23:59:59.999+02:00', '2026-04-24T01:00:00+03:00'],
  [
    'Pacific/Kiritimati',
    '2026-09-30',
    '2026-09-30T23:59:59.999+14:00',
    '2026-10-01T00:00:00+14:00',
  ],
] as const)(
  'in %s the term to %s is full until its last moment',
  async (time_zone, ends_on, last, first) => {
    const { running, call, product } = await sellAndStart({}, { time_zone, ends_on })
    await moveTo(house, last)
    expect(await call('POST', '/objections', { side: 'vendor', channel: 'phone' })).toMatchObject({
      timely: true,
      effective_on: ends_on,
      effective_at: first,
    })
    await running.refresh()
    expect(running.mode).toBe('full')
    house.clock.set(first)
    expect(running.standing).toMatchObject({ mode: 'export-only', reason: 'ended' })
    await moveTo(house, first)
    expect((await product.start()).standing).toMatchObject({ mode: 'export-only', reason: 'ended' })
  },
)
