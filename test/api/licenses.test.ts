import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openHouse } from './house.ts'
import type { House, Json, List, Refusal } from './house.ts'
import { openShop } from './shop.ts'
import type { LicenseWire, Shop, Sold } from './shop.ts'

let house: House
let shop: Shop
let sold: Sold
beforeAll(async () => {
  house = await openHouse()
  shop = await openShop(house)
  sold = await shop.sell()
})
afterAll(() => house.close())

const term = {
  starts_on: '2025-10-01',
  ends_on: '2026-09-30',
  starts_at: '2025-10-01T00:00:00+02:00',
  ends_at: '2026-10-01T00:00:00+02:00',
}
const decision = {
  at: '2025-10-01T09:00:00+02:00',
  mode: 'full',
  reason: 'in_term',
  conditions: ['in_term'],
  capabilities: ['data:export', 'orders:read', 'orders:write'],
  limits: { branches: 3 },
  export_formats: ['csv', 'jsonl', 'xlsx'],
  valid_until: '2026-10-01T00:00:00+02:00',
  term,
  renewal: { automatic: true, ends: false },
  support: { entitled: true, until: '2026-09-30' },
}

test('an issued license answers as a whole, with its key, and is found under its Location without it', async () => {
  const { key, ...license } = sold
  expect(key).toMatch(/^AUSZUG(-[0-9A-Z]{4}){7}$/)
  expect(license).toEqual({
    id: expect.stringMatching(/^lic_[0-9a-z]{26}$/),
    product: 'broetchenbringer',
    plan: 'annual',
    customer: shop.customer,
    time_zone: 'Europe/Berlin',
    created_at: '2025-10-01T09:00:00+02:00',
    term,
    start_by: null,
    coming: [],
    objection: { last_day: '2026-09-30', deadline: '2026-10-01T00:00:00+02:00' },
    objections: [],
    suspension: null,
    termination: null,
    rules: {
      term: 'P1Y',
      renewal_term: 'P1Y',
      notice: 'P0D',
      renewal_notice: 'P0D',
      renewal: 'automatic',
      renewal_leeway: 'P3D',
      token_lifetime: 'P14D',
      preset: 'b2b-de',
    },
    seats: 3,
    seat_changes: { count: 3, window: 'P30D' },
    replace_oldest: false,
    seat_lapse: null,
    lease: null,
    seats_used: 0,
    limits: { branches: 3 },
    support: {
      level: 'standard',
      channels: ['phone', 'email'],
      scope: 'Questions about the product.',
      fair_use: { inquiries: 5, window: 'P30D' },
      entitled: true,
      until: '2026-09-30',
      reason: null,
      since: null,
    },
    agreements: [],
    metadata: {},
    external_refs: {},
    decision,
  })
  expect((await house.call('GET', `/v1/licenses/${license.id}`)).body).toEqual(license)
})

test('whoever issues a license gets its Location, and no cache keeps the key', async () => {
  const body = { plan: shop.plan, customer: shop.customer, time_zone: 'UTC' }
  const made = await house.call<Sold>('POST', '/v1/licenses', { body, role: 'billing' })
  expect(made.status).toBe(201)
  expect(made.headers.get('location')).toBe(`/v1/licenses/${made.body.id}`)
  expect(made.headers.get('cache-control')).toBe('no-store')
  expect(made.body.term).toMatchObject({ starts_on: '2025-10-01', ends_on: '2026-09-30' })
})

test('what was agreed otherwise is the license’s own, with its metadata, references and agreement', async () => {
  const agreement = {
    title: 'Contract',
    version: '2025-09',
    language: 'de',
    url: 'https://example.com/contract.pdf',
    document: null,
    sha256: 'a'.repeat(64),
    accepted_at: '2025-09-30T12:00:00+02:00',
    accepted_by: 'N. Beispiel',
  }
  const license = await shop.sell({
    overrides: { seats: 5, limits: { branches: 9 }, notice: 'P3M', support: null },
    metadata: { order: [1, { deep: true }], note: 'Grüße' },
    external_refs: { erp: '4711' },
    agreement,
    ends_on: '2026-03-31',
  })
  expect(license).toMatchObject({
    term: { starts_on: '2025-10-01', ends_on: '2026-03-31', ends_at: '2026-04-01T00:00:00+02:00' },
    objection: { last_day: '2025-12-31', deadline: '2026-01-01T00:00:00+01:00' },
    seats: 5,
    limits: { branches: 9 },
    support: null,
    metadata: { order: [1, { deep: true }], note: 'Grüße' },
    external_refs: { erp: '4711' },
  })
  expect(license.agreements).toEqual([{ id: expect.stringMatching(/^agr_/), ...agreement }])
  expect(license.decision.support).toBeNull()
})

test('a license that started long ago has its passed terms on record', async () => {
  const moved = await shop.sell({ starts_on: '2020-02-29' })
  const { body } = await house.call<List>('GET', `/v1/licenses/${moved.id}/terms`)
  expect(body.data.map(({ starts_on, ends_on }) => [starts_on, ends_on])).toEqual([
    ['2020-02-29', '2021-02-28'],
    ['2021-03-01', '2022-02-28'],
    ['2022-03-01', '2023-02-28'],
    ['2023-03-01', '2024-02-29'],
    ['2024-03-01', '2025-02-28'],
    ['2025-03-01', '2026-02-28'],
  ])
  expect(body.data[0]).toEqual({
    starts_on: '2020-02-29',
    ends_on: '2021-02-28',
    starts_at: '2020-02-29T00:00:00+01:00',
    ends_at: '2021-03-01T00:00:00+01:00',
    recorded_at: '2025-10-01T09:00:00+02:00',
    cut_at: null,
    origin: 'issue',
    objection: { last_day: '2021-02-28', deadline: '2021-03-01T00:00:00+01:00' },
  })
})

test('a perpetual license has no end, nothing to object to, and every zone of the database will do', async () => {
  const perpetual = await shop.sell({
    overrides: { term: null, renewal_term: null, renewal: 'none', renewal_leeway: 'P0D' },
    time_zone: 'Asia/Calcutta',
  })
  expect(perpetual.term).toEqual({
    starts_on: '2025-10-01',
    ends_on: null,
    starts_at: '2025-10-01T00:00:00+05:30',
    ends_at: null,
  })
  expect(perpetual).toMatchObject({ objection: null, decision: { valid_until: null } })
})

test('a decision is given at any instant, past or future, with the license’s own offset', async () => {
  const at = async (instant: string): Promise<Json> =>
    (await house.call('GET', `/v1/licenses/${sold.id}/decision?at=${encodeURIComponent(instant)}`))
      .body
  expect(await at('2025-10-01T07:00:00Z')).toEqual(decision)
  expect(await at('2025-09-30T21:59:59.999Z')).toEqual({
    at: '2025-09-30T23:59:59.999+02:00',
    mode: 'export-only',
    reason: 'not_started',
    conditions: ['not_started'],
    capabilities: ['data:export'],
    limits: {},
    export_formats: ['csv', 'jsonl', 'xlsx'],
    valid_until: '2025-10-01T00:00:00+02:00',
    term: null,
    renewal: { automatic: true, ends: false },
    support: { entitled: false, until: '2026-09-30' },
  })
  expect(await at('2126-01-15T12:00:00Z')).toMatchObject({
    at: '2126-01-15T13:00:00+01:00',
    mode: 'full',
    term: { starts_on: '2125-10-01', ends_on: '2126-09-30' },
    valid_until: '2126-10-01T00:00:00+02:00',
  })
})

test('an instant can be pasted into the address as the server wrote it', async () => {
  const path = `/v1/licenses/${sold.id}/decision?at=2026-03-29T12:00:00+02:00`
  expect((await house.call('GET', path)).body.at).toBe('2026-03-29T12:00:00+02:00')
})

test('an offset with seconds, which no RFC 3339 instant can say, is given as UTC', async () => {
  const license = await shop.sell({ time_zone: 'Africa/Monrovia' })
  const { body } = await house.call(
    'GET',
    `/v1/licenses/${license.id}/decision?at=1971-01-01T00:00:00Z`,
  )
  expect(body.at).toBe('1971-01-01T00:00:00Z')
})

test('each look at the keys is an event, and only an admin has it', async () => {
  const path = `/v1/licenses/${sold.id}/keys`
  const { body, headers } = await house.call<List>('GET', path)
  expect(body).toEqual({
    data: [
      {
        id: expect.stringMatching(/^key_/),
        key: sold.key,
        created_at: '2025-10-01T07:00:00Z',
        keep_until: null,
        leaked_at: null,
      },
    ],
    next: null,
  })
  expect(headers.get('cache-control')).toBe('no-store')
  const events = await house.call<List>('GET', `/v1/licenses/${sold.id}/events`)
  expect(events.body.data.map(({ type }) => type)).toEqual([
    'license.issued',
    'key.issued',
    'key.seen',
  ])
})

const signed = {
  title: 'Contract',
  version: '1',
  accepted_at: '2025-01-01T00:00:00Z',
  accepted_by: 'N. Beispiel',
}

describe('what does not fit a license is refused, and the answer names the member:', () => {
  test.each([
    ['/plan', { plan: 'nothing' }],
    ['/customer', { customer: 'cus_00000000000000000000000000' }],
    ['/customer', { customer: 'cus_123' }],
    ['/time_zone', { time_zone: 'Europe/Atlantis' }],
    ['/time_zone', { time_zone: '+02:00' }],
    ['/starts_on', { starts_on: '2026-02-30' }],
    ['/starts_on', { starts_on: '1969-12-31' }],
    ['/starts_on', { starts_on: '2199-12-31' }],
    ['/starts_on', { starts_on: 20251001 }],
    ['/ends_on', { ends_on: '2025-09-30' }],
    ['/ends_on', { ends_on: '2025-10-02' }],
    ['/ends_on', { ends_on: '2025-12-31', overrides: { notice: 'P4M' } }],
    ['/ends_on', { ends_on: 'tomorrow' }],
    ['/overrides/term', { overrides: { term: 'P1M3D' } }],
    ['/overrides/notice', { overrides: { notice: 'P1Y' } }],
    ['/overrides/code', { overrides: { code: 'mine' } }],
    ['/overrides/seats', { overrides: { seats: '5' } }],
    ['/agreement/accepted_at', { agreement: { ...signed, accepted_at: '2025-02-29T00:00:00Z' } }],
    ['/agreement/url', { agreement: { ...signed, url: 'javascript:alert(1)' } }],
    ['/agreement/accepted_by', { agreement: { ...signed, accepted_by: undefined } }],
    ['/metadata', { metadata: { a: [[[[[[[[[]]]]]]]]] } }],
    ['/external_refs/A B', { external_refs: { 'A B': 'x' } }],
    ['/metadata', { metadata: [] }],
    ['/seats', { seats: 5 }],
  ])('%s in %j', async (pointer, wrong: Json) => {
    const body = {
      plan: shop.plan,
      customer: shop.customer,
      time_zone: 'Europe/Berlin',
      starts_on: '2025-10-01',
      ...wrong,
    }
    const reply = await house.call<Refusal>('POST', '/v1/licenses', { body })
    expect(reply.status).toBe(422)
    expect(reply.body.errors?.map((each) => each.pointer)).toContain(pointer)
  })

  test('more than a thousand passed terms', async () => {
    const body = {
      plan: shop.plan,
      customer: shop.customer,
      time_zone: 'UTC',
      starts_on: '1980-01-01',
      overrides: { term: 'P1W', renewal_term: 'P1W' },
    }
    const reply = await house.call<Refusal>('POST', '/v1/licenses', { body })
    expect(reply).toMatchObject({ status: 422, body: { most: 1000 } })
    expect(reply.body.type).toMatch(/#too-many-terms$/)
  })

  test('a reference that another license bears', async () => {
    await shop.sell({ external_refs: { shop: 'order-1' } })
    const body = {
      plan: shop.plan,
      customer: shop.customer,
      time_zone: 'UTC',
      external_refs: { shop: 'order-1' },
    }
    const reply = await house.call<Refusal>('POST', '/v1/licenses', { body })
    expect(reply).toMatchObject({ status: 409, body: { external_refs: { shop: 'order-1' } } })
  })
})

test('a later edit of nothing changes what was read: reading twice is the same', async () => {
  const path = `/v1/licenses/${sold.id}`
  const first = await house.call<LicenseWire>('GET', path)
  expect((await house.call<LicenseWire>('GET', path)).body).toEqual(first.body)
})
