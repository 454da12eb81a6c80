import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { erasePersonal } from '../../src/store/event.ts'
import { openHouse } from './house.ts'
import type { House, Json, List, Refusal } from './house.ts'
import { openShop } from './shop.ts'
import type { Shop, Sold } from './shop.ts'

interface InquiryWire {
  readonly id: string
  readonly subject: string | null
  readonly contact: string | null
  readonly warning: string | null
  readonly fair_use: { readonly used: number; readonly flagged: boolean }
}

let house: House
let shop: Shop
let sold: Sold
beforeAll(async () => {
  house = await openHouse({ now: '2026-05-05T12:00:00+02:00' })
  shop = await openShop(house)
  sold = await shop.sell()
})
afterAll(() => house.close())

const printer = { channel: 'phone', topic: 'out_of_scope', subject: 'The printer' }

const log = async (body: Json = {}, license = sold.id) =>
  house.call<InquiryWire>('POST', `/v1/licenses/${license}/inquiries`, {
    body: { ...printer, ...body },
    role: 'support',
  })

test('an inquiry is read as it was logged, with its words and whether support was owed', async () => {
  const at = '2026-05-05T11:30:00+02:00'
  const first = await log({ at, contact: 'N. Beispiel', minutes: 3 })
  const again = await log({ topic: 'repeat', repeats: first.body.id })
  const read = await house.call('GET', first.headers.get('location') ?? '', { role: 'viewer' })
  expect(read.body).toEqual({
    id: first.body.id,
    license: sold.id,
    at,
    ...printer,
    repeats: null,
    minutes: 3,
    contact: 'N. Beispiel',
    entitled: true,
    agent: expect.stringMatching(/^tok_/),
    recorded_at: '2026-05-05T12:00:00+02:00',
    corrected_at: null,
    struck_at: null,
    event: expect.stringMatching(/^evt_/),
  })
  expect(again.body).toMatchObject({
    repeats: first.body.id,
    fair_use: { used: 2, flagged: false },
  })
})

test('a repeat refers to an inquiry of the same license alone', async () => {
  const other = await shop.sell()
  const theirs = await log({}, other.id)
  for (const repeats of [theirs.body.id, 'inq_00000000000000000000000000']) {
    const reply = await house.call<Refusal>('POST', `/v1/licenses/${sold.id}/inquiries`, {
      body: { ...printer, topic: 'repeat', repeats },
    })
    expect(reply).toMatchObject({ status: 422, body: { errors: [{ pointer: '/repeats' }] } })
  }
})

test('the number in the window flags the license, and its license allows what it did', async () => {
  const flagged = await shop.sell()
  for (let n = 1; n <= 5; n++)
    expect((await log({}, flagged.id)).body.fair_use).toMatchObject({ used: n, flagged: n === 5 })
  const at = `/v1/licenses/${flagged.id}`
  expect((await house.call('GET', `${at}/support`, { role: 'viewer' })).body).toEqual({
    contract: {
      level: 'standard',
      channels: ['phone', 'email'],
      scope: 'Questions about the product.',
      entitled: true,
      until: '2026-09-30',
      reason: null,
      since: null,
    },
    days_left: 148,
    fair_use: {
      inquiries: 5,
      window: 'P30D',
      from: '2026-04-06T00:00:00+02:00',
      used: 5,
      flagged: true,
    },
  })
  expect((await house.call('GET', `${at}/decision`)).body).toMatchObject({ mode: 'full' })
})

test('after the end it is logged with a warning; while suspended no more is said than that nothing is owed', async () => {
  const paused = await shop.sell()
  await house.call('PUT', `/v1/licenses/${paused.id}/suspension`, { body: { reason: 'unpaid' } })
  const body = { side: 'vendor', kind: 'good_cause', reason: 'resold' }
  const over = await shop.sell()
  await house.call('POST', `/v1/licenses/${over.id}/termination`, { body })
  const replies = [await log({}, sold.id), await log({}, paused.id), await log({}, over.id)]
  expect(replies.map(({ status, body: { warning } }) => [status, warning])).toEqual([
    [201, null],
    [201, 'Support is not part of this license now.'],
    [201, expect.stringMatching(/Help with the export is harmless; answering more can be read as/)],
  ])
})

describe('an entry is mended', () => {
  test('by who made it: the ledger has what is right, the history both', async () => {
    const license = await shop.sell()
    const { headers, body } = await log({ contact: 'N.' }, license.id)
    const path = headers.get('location') ?? ''
    const right = { channel: 'email', topic: 'in_scope', subject: 'How to print' }
    const mended = await house.call<InquiryWire>('PUT', path, { body: right, role: 'support' })
    expect(mended.body).toMatchObject({ id: body.id, ...right, contact: null, minutes: null })
    expect((await house.call('GET', path)).body).toEqual(mended.body)
    const { text } = await house.call('GET', `/v1/licenses/${license.id}/events`)
    expect(text).toMatch(/inquiry\.logged.*The printer.*inquiry\.corrected.*How to print/)
  })

  test('by an admin with a reason once the hour is over', async () => {
    const license = await shop.sell()
    const { headers } = await log({}, license.id)
    const path = headers.get('location') ?? ''
    const before = house.clock.now
    house.clock.now += 3_600_001
    const by = (role: 'support' | 'admin', body: Json) => house.call('PUT', path, { body, role })
    expect((await by('support', printer)).status).toBe(403)
    expect((await by('admin', printer)).status).toBe(422)
    expect((await by('admin', { ...printer, reason: 'Misheard' })).status).toBe(200)
    house.clock.now = before
  })

  test('struck, it stays to be read and counts no more', async () => {
    const license = await shop.sell()
    const { headers, body } = await log({}, license.id)
    const path = headers.get('location') ?? ''
    const struck = await house.call('DELETE', path, { body: {}, role: 'support' })
    expect(struck.body).toMatchObject({ id: body.id, struck_at: expect.any(String) })
    expect((await house.call('GET', path)).body).toEqual(struck.body)
    expect(struck.body).toMatchObject({ subject: 'The printer' })
    expect((await log({}, license.id)).body.fair_use.used).toBe(1)
    for (const method of ['PUT', 'DELETE'])
      expect(
        (await house.call(method, path, { body: method === 'PUT' ? printer : {} })).status,
      ).toBe(404)
  })
})

test('erased words are gone from the ledger too; what counts stays', async () => {
  const license = await shop.sell()
  const { headers } = await log({ contact: 'N. Beispiel' }, license.id)
  await erasePersonal(house.deps.db, license.id)
  const { body } = await house.call('GET', headers.get('location') ?? '')
  expect(body).toMatchObject({ subject: null, contact: null, topic: 'out_of_scope' })
})

test('lists: of a license, of a customer, of a topic, since an instant, the newest entry first', async () => {
  const customer = await house.call<{ id: string }>('POST', '/v1/customers', {
    body: { name: 'C' },
  })
  const mine = await shop.sell({ customer: customer.body.id })
  const ids: string[] = []
  for (const body of [{ at: '2026-01-01T00:00:00Z' }, { topic: 'in_scope' }, {}])
    ids.unshift((await log(body, mine.id)).body.id)
  const at = async (path: string) =>
    (await house.call<List<{ id: string }>>('GET', path)).body.data.map(({ id }) => id)
  const [third, second, first] = ids
  expect(await at(`/v1/licenses/${mine.id}/inquiries`)).toEqual(ids)
  expect(await at(`/v1/inquiries?customer=${customer.body.id}`)).toEqual(ids)
  expect(await at(`/v1/inquiries?customer=${customer.body.id}&topic=in_scope`)).toEqual([second])
  expect(await at(`/v1/licenses/${mine.id}/inquiries?since=2026-02-01T00:00:00Z`)).toEqual([
    third,
    second,
  ])
  expect(await at(`/v1/licenses/${mine.id}/inquiries?limit=1&after=${second}`)).toEqual([first])
  expect((await at('/v1/inquiries?limit=200')).length).toBeGreaterThan(3)
})

test('ten agents at once: every call is logged, and the history is one chain', async () => {
  const busy = await shop.sell()
  const calls = await Promise.all(Array.from({ length: 10 }, () => log({}, busy.id)))
  expect(new Set(calls.map(({ body }) => body.id)).size).toBe(10)
  const { body } = await house.call<List>('GET', `/v1/licenses/${busy.id}/inquiries`)
  expect(body.data).toHaveLength(10)
})
