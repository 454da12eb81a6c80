import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OpenLicense } from '../../src/client/node.ts'
import { openHouse } from '../api/house.ts'
import type { House, Json, List } from '../api/house.ts'
import { openShop } from '../api/shop.ts'
import type { LicenseWire, Sold } from '../api/shop.ts'
import { gone, install, jobs, moveTo, ok } from './bakery.ts'
import type { Product } from './bakery.ts'

interface EventWire {
  readonly type: string
  readonly occurred_at: string
  readonly data: Json
  readonly personal: Json
}

/** The story of the product, sentence by sentence; its people and firms are the story's. */
describe.each(jobs)('%s', (_, job) => {
  let house: House
  let sold: Sold
  let product: Product
  let running: OpenLicense

  beforeAll(async () => {
    house = await openHouse({ now: '2025-09-24T11:00:00+02:00' })
  })

  afterAll(async () => {
    await product.close()
    await house.close()
  })

  const path = (rest = ''): string => `/v1/licenses/${sold.id}${rest}`
  const support = async (method: string, rest: string, body?: unknown) =>
    ok(await house.call(method, path(rest), { role: 'support', body }))
  const license = async (): Promise<LicenseWire> =>
    ok(await house.call<LicenseWire>('GET', path(), { role: 'support' }))
  const events = async (): Promise<readonly EventWire[]> =>
    ok(await house.call<List<EventWire>>('GET', path('/events?limit=200'))).data

  test('a vendor sells a license with a support contract', async () => {
    sold = await (await openShop(house)).sell()
    expect(sold).toMatchObject({
      term: { starts_on: '2025-10-01', ends_on: '2026-09-30' },
      decision: { mode: 'export-only', reason: 'not_started' },
      support: { level: 'standard', entitled: false, reason: 'not_started' },
    })
  })

  test('from its first day the customer uses everything that was agreed', async () => {
    await moveTo(house, '2025-10-01T08:30:00+02:00', job)
    product = install(house, sold.key)
    running = await product.start()
    expect(running.mode).toBe('full')
    expect(running.standing.capabilities).toEqual(['data:export', 'orders:read', 'orders:write'])
    expect(running.limits).toEqual({ branches: 3 })
    expect(running.objection?.lastDay).toBe('2026-09-30')
  })

  test('both renew by themselves, and either side may object until the last day of the term', async () => {
    expect(await license()).toMatchObject({
      objection: { last_day: '2026-09-30', deadline: '2026-10-01T00:00:00+02:00' },
      decision: { renewal: { automatic: true, ends: false }, support: { until: '2026-09-30' } },
    })
    const after = ok(await house.call('GET', path('/decision?at=2026-10-01T00:00:00%2B02:00')))
    expect(after).toMatchObject({
      mode: 'full',
      term: { ends_on: '2027-09-30' },
      support: { entitled: true, until: '2027-09-30' },
    })
    for (const side of ['vendor', 'customer'])
      expect(
        await support('POST', '/objections?preview=true', { side, channel: 'phone' }),
      ).toMatchObject({ timely: true, effective_on: '2026-09-30' })
  })

  test('the customer calls support almost daily, about things that are not the product', async () => {
    const calls = [
      ['2026-08-31T11:12:00+02:00', 'out_of_scope', 'The printer is slow'],
      ['2026-09-01T09:40:00+02:00', 'out_of_scope', 'The tax form'],
      ['2026-09-02T09:05:00+02:00', 'repeat', 'The printer again'],
      ['2026-09-03T16:20:00+02:00', 'in_scope', 'How to print an order list'],
    ] as const
    for (const [at, topic, subject] of calls) {
      await moveTo(house, at, job)
      const inquiry = { topic, channel: 'phone', subject, contact: 'N. Beispiel', minutes: 12 }
      expect(await support('POST', '/inquiries', inquiry)).toMatchObject({
        entitled: true,
        warning: null,
      })
    }
  })

  test('he has been asked formally, more than once, to stop', async () => {
    const text = 'Please use support for questions about the product.'
    const warnings = [
      ['2026-09-04T12:00:00+02:00', 'letter'],
      ['2026-09-14T15:00:00+02:00', 'spoken'],
    ] as const
    for (const [at, form] of warnings) {
      await moveTo(house, at, job)
      await support('POST', '/warnings', { form, text })
    }
    const given = (await events()).filter(({ type }) => type === 'warning.given')
    expect(given.map(({ data }) => data.form)).toEqual(['letter', 'spoken'])
    expect(given[0]?.personal).toMatchObject({ text: { value: text } })
  })

  test('the supporter sees at a glance that license and support end on 30 September and are about to renew', async () => {
    await moveTo(house, '2026-09-28T11:02:00+02:00', job)
    expect(await license()).toMatchObject({
      term: { ends_on: '2026-09-30' },
      objections: [],
      decision: { mode: 'full', renewal: { automatic: true, ends: false } },
      support: { entitled: true, until: '2026-09-30' },
    })
    const topics = (await events()).flatMap(({ type, data }) =>
      type === 'inquiry.logged' ? [data.topic] : [],
    )
    expect(topics).toEqual(['out_of_scope', 'out_of_scope', 'repeat', 'in_scope'])
  })

  test('he ends the automatic renewal while still on the phone', async () => {
    const objection = { side: 'vendor', channel: 'phone', reason: 'Daily calls out of scope' }
    const preview = await support('POST', '/objections?preview=true', objection)
    expect((await license()).objections).toEqual([])
    const receipt = await support('POST', '/objections', objection)
    expect(receipt).toMatchObject({
      timely: true,
      received_at: '2026-09-28T11:02:00+02:00',
      effective_on: '2026-09-30',
      effective_at: '2026-10-01T00:00:00+02:00',
    })
    expect(preview).toMatchObject({ timely: true, effective_on: receipt.effective_on })
  })

  test('until the last moment of 30 September he uses the software without restriction', async () => {
    await moveTo(house, '2026-09-30T23:59:59.999+02:00', job)
    running = await product.start()
    expect(running.mode).toBe('full')
    expect(running.allows('orders:write')).toBe(true)
    running = await product.start({ fetch: gone })
    expect(running.allows('orders:write')).toBe(true)
  })

  test('and support in justified cases', async () => {
    const inquiry = { topic: 'in_scope', channel: 'email', subject: 'How to export' }
    expect(await support('POST', '/inquiries', inquiry)).toMatchObject({ entitled: true })
  })

  test('from the first moment of 1 October the running software knows, without asking anybody', async () => {
    house.clock.set('2026-10-01T00:00:00+02:00')
    expect(running.mode).toBe('export-only')
    expect(running.reason).toBe('ended')
  })

  test('from 1 October the software exports his data in the common standard formats and does nothing else', async () => {
    await moveTo(house, '2026-10-01T00:00:00+02:00', job)
    running = await product.start()
    expect(running.standing).toMatchObject({
      mode: 'export-only',
      reason: 'ended',
      capabilities: ['data:export'],
      exportFormats: ['csv', 'jsonl', 'xlsx'],
      limits: {},
    })
    expect(() => running.require('orders:write')).toThrow('You can export your data at any time.')
  })

  test('the same with the server gone, on the day and ten years later', async () => {
    for (const at of ['2026-10-01T09:00:00+02:00', '2036-10-01T09:00:00+02:00']) {
      house.clock.set(at)
      running = await product.start({ fetch: gone })
      expect(running.standing).toMatchObject({
        mode: 'export-only',
        capabilities: ['data:export'],
        exportFormats: ['csv', 'jsonl', 'xlsx'],
      })
    }
    const elsewhere = install(house, sold.key, 'Kasse 2')
    const fresh = await elsewhere.start({ fetch: gone })
    expect(fresh.standing).toMatchObject({ mode: 'export-only', capabilities: ['data:export'] })
    await elsewhere.close()
  })

  test('support no longer answers him: his next call is logged with the reason and since when', async () => {
    await moveTo(house, '2036-10-01T10:00:00+02:00', job)
    expect((await license()).support).toMatchObject({
      entitled: false,
      reason: 'ended',
      since: '2026-10-01T00:00:00+02:00',
      until: '2026-09-30',
    })
    const inquiry = { topic: 'out_of_scope', channel: 'phone', subject: 'The printer' }
    expect(await support('POST', '/inquiries', inquiry)).toMatchObject({
      entitled: false,
      warning: expect.stringContaining('Support is not part of this license now.'),
    })
  })

  test('the vendor has every warning, every call and the objection, in time and in order', async () => {
    const told = (await events()).filter(({ type }) =>
      ['inquiry.logged', 'warning.given', 'license.objected', 'license.downgraded'].includes(type),
    )
    expect(told.map(({ type }) => type)).toEqual([
      ...Array<string>(4).fill('inquiry.logged'),
      'warning.given',
      'warning.given',
      'license.objected',
      'inquiry.logged',
      'license.downgraded',
      'inquiry.logged',
    ])
    const times = told.map(({ occurred_at }) => occurred_at)
    expect(times).toEqual([...times].sort())
    expect(told.find(({ type }) => type === 'license.downgraded')).toMatchObject({
      occurred_at: '2026-09-30T22:00:00.000Z',
      data: { reason: 'ended', on: '2026-09-30', after: ['data:export'] },
    })
    expect(told.find(({ type }) => type === 'license.objected')?.personal).toMatchObject({
      reason: { value: 'Daily calls out of scope' },
    })
  })
})
