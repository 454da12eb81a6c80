import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse } from './house.ts'
import type { House, Refusal } from './house.ts'
import { annual, bakery } from './shop.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const created = '2025-10-01T07:00:00Z'

test('a product answers as it was given, with its id, and can be read under its Location, id and code', async () => {
  const made = await house.call('POST', '/v1/products', { body: bakery })
  expect(made.status).toBe(201)
  const product = {
    id: expect.stringMatching(/^prd_[0-9a-z]{26}$/),
    ...bakery,
    export_tables: [],
    algorithm: 'Ed25519',
    created_at: created,
  }
  expect(made.body).toEqual(product)
  expect(made.headers.get('location')).toBe(`/v1/products/${String(made.body.id)}`)
  for (const path of [made.headers.get('location') ?? '', `/v1/products/${bakery.code}`]) {
    const read = await house.call('GET', path)
    expect(read).toMatchObject({ status: 200, body: made.body })
  }
})

test('a plan answers with everything that it says', async () => {
  const made = await house.call('POST', '/v1/plans', { body: { ...annual, product: bakery.code } })
  expect(made.status).toBe(201)
  expect(made.body).toEqual({
    id: expect.stringMatching(/^pln_[0-9a-z]{26}$/),
    product: bakery.code,
    ...annual,
    trial: false,
    preset_override: null,
    created_at: created,
  })
  const { id } = made.body
  expect(made.headers.get('location')).toBe(`/v1/plans/${String(id)}`)
  for (const name of [String(id), annual.code])
    expect(await house.call('GET', `/v1/plans/${name}`)).toMatchObject({ body: made.body })
})

test.each([
  ['perpetual', { renewal: 'none' }, { term: null, renewal_term: null, token_lifetime: 'P1Y' }],
  ['yearly', { term: 'P1Y', renewal: 'automatic' }, { renewal_term: 'P1Y', renewal_leeway: 'P3D' }],
  ['daily', { term: 'P3D', renewal: 'automatic' }, { renewal_term: 'P3D', renewal_leeway: 'P0D' }],
  ['trial', { term: 'P30D', renewal: 'none' }, { renewal_term: 'P30D', renewal_leeway: 'P0D' }],
  [
    'noticed',
    { term: 'P1Y', notice: 'P3M', renewal: 'automatic' },
    { renewal_term: 'P1Y', renewal_notice: 'P3M', renewal_leeway: 'P3D' },
  ],
] as const)('a %s plan has the defaults that are documented', async (code, given, filled) => {
  const body = {
    code,
    product: bakery.code,
    name: code,
    capabilities: ['orders:write', 'orders:read'],
    ...given,
  }
  const made = await house.call('POST', '/v1/plans', { body })
  expect(made.status).toBe(201)
  expect(made.body).toEqual({
    id: expect.any(String),
    code,
    product: bakery.code,
    name: code,
    capabilities: ['orders:read', 'orders:write'],
    limits: {},
    notice: 'P0D',
    renewal_notice: 'P0D',
    renewal_leeway: 'P0D',
    token_lifetime: 'P14D',
    seats: null,
    seat_changes: { count: 3, window: 'P30D' },
    replace_oldest: false,
    seat_lapse: null,
    lease: null,
    preset: 'custom',
    support: null,
    trial: false,
    preset_override: null,
    created_at: created,
    ...given,
    ...filled,
  })
})

test('a customer answers with its contacts and what each may declare', async () => {
  const given = {
    name: 'Bäckerei Beispiel',
    language: 'de',
    external_refs: { stripe: 'cus_123' },
    contacts: [
      {
        name: 'N. Beispiel',
        phones: ['+49 30 1234567'],
        emails: ['post@example.com'],
        may: ['object', 'sign', 'support'],
      },
    ],
  }
  const made = await house.call('POST', '/v1/customers', { body: given, role: 'billing' })
  expect(made.status).toBe(201)
  expect(made.body).toEqual({
    id: expect.stringMatching(/^cus_[0-9a-z]{26}$/),
    ...given,
    contacts: [{ id: expect.stringMatching(/^con_[0-9a-z]{26}$/), ...given.contacts[0] }],
    ended_relation: null,
    created_at: created,
  })
  const path = `/v1/customers/${String(made.body.id)}`
  expect(made.headers.get('location')).toBe(path)
  expect((await house.call('GET', path)).body).toEqual(made.body)
})

test('a customer needs nothing but a name', async () => {
  const made = await house.call('POST', '/v1/customers', { body: { name: 'Kurz' } })
  expect(made.body).toEqual({
    id: expect.any(String),
    name: 'Kurz',
    language: 'en',
    external_refs: {},
    contacts: [],
    ended_relation: null,
    created_at: created,
  })
})

test.each([
  ['/v1/products', { ...bakery }, 'code-taken'],
  ['/v1/plans', { ...annual, product: bakery.code }, 'code-taken'],
  ['/v1/customers', { name: 'Another', external_refs: { stripe: 'cus_123' } }, 'reference-taken'],
])('at %s nothing is called what something else is called already', async (path, body, code) => {
  const reply = await house.call<Refusal>('POST', path, { body })
  expect(reply.status).toBe(409)
  expect(reply.body.type).toBe(`https://licenses.example.com/problems#${code}`)
})

test.each([
  ['/product', { product: 'nobody' }],
  ['/term', { term: 'P1M3D' }],
  ['/term', { term: 'P0D' }],
  ['/term', { term: 'P999Y' }],
  ['/notice', { notice: 'P1Y' }],
  ['/notice', { term: 'P1M', notice: 'P28D' }],
  ['/renewal_notice', { renewal_term: 'P1M', renewal_notice: 'P1M' }],
  ['/renewal_leeway', { renewal_leeway: 'P15D' }],
  ['/renewal_leeway', { term: 'P7D', renewal_term: 'P7D', renewal_leeway: 'P1W' }],
  ['/renewal', { renewal: 'sometimes' }],
  ['/renewal', { term: null, renewal_term: null }],
  ['/seats', { seats: 0 }],
  ['/seats', { seats: 1e21 }],
  ['/seat_changes/count', { seat_changes: { count: -1, window: 'P30D' } }],
  ['/seat_changes/window', { seat_changes: { count: 1, window: 'P0D' } }],
  ['/seat_lapse', { seat_lapse: 'PT12H' }],
  ['/seat_lapse', { seat_lapse: 'P0D' }],
  ['/lease', { lease: 'PT25H' }],
  ['/lease', { lease: 'PT0M' }],
  ['/lease', { lease: 'PT10M', seats: null }],
  ['/token_lifetime', { token_lifetime: 'PT30M' }],
  ['/preset', { preset: 'b2b-xx' }],
  ['/capabilities/0', { capabilities: ['orders:delete'] }],
  ['/capabilities/0', { capabilities: ['data:export'] }],
  ['/capabilities/0', { capabilities: ['Orders'] }],
  ['/limits/branches', { limits: { branches: -1 } }],
  ['/limits/branches', { limits: { branches: 1.5 } }],
  ['/limits/Branches!', { limits: { 'Branches!': 1 } }],
  ['/support/fair_use/window', { support: { ...annual.support, fair_use: { inquiries: 1 } } }],
  ['/code', { code: 'With Spaces' }],
  ['/code', { code: 'prd_01k6f947c0eg8bn0se80tdq7g5' }],
])('a plan whose %s is %j is refused, and the answer names the member', async (pointer, wrong) => {
  const body = { ...annual, code: 'wrong', product: bakery.code, ...wrong }
  const reply = await house.call<Refusal>('POST', '/v1/plans', { body })
  expect(reply.status).toBe(422)
  expect(reply.body.errors?.map((each) => each.pointer)).toContain(pointer)
})

test('a product has at least one standard format, and never defines the export itself', async () => {
  const wrong = [
    { ...bakery, code: 'a', export_formats: [] },
    { ...bakery, code: 'a', export_formats: ['doc'] },
    { ...bakery, code: 'a', capabilities: ['data:export'] },
    { ...bakery, code: 'a', capabilities: ['orders:read', 'orders:read'] },
    { ...bakery, code: 'a', algorithm: 'HS256' },
  ]
  for (const body of wrong)
    expect((await house.call('POST', '/v1/products', { body })).status).toBe(422)
})

test('a plan gives no more than a token can carry', async () => {
  const many = Array.from({ length: 300 }, (_, n) => `area${n}:${'x'.repeat(60)}`)
  const reply = await house.call('POST', '/v1/products', {
    body: { ...bakery, code: 'wide', capabilities: many },
  })
  expect(reply.status).toBe(201)
  const all = Array.from({ length: 500 }, (_, n) => `area${n}:${'x'.repeat(60)}`)
  const wider = { ...bakery, code: 'wider', capabilities: all }
  expect((await house.call('POST', '/v1/products', { body: wider })).status).toBe(422)
  const limits = Object.fromEntries(Array.from({ length: 201 }, (_, n) => [`limit${n}`, n]))
  const plan = { ...annual, code: 'wide', product: bakery.code, limits }
  expect((await house.call('POST', '/v1/plans', { body: plan })).status).toBe(422)
})
