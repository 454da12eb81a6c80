import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openHouse } from './house.ts'
import type { House, Json, List, Refusal, Reply } from './house.ts'
import { openShop } from './shop.ts'
import type { LicenseWire, Shop, Sold } from './shop.ts'

let house: House
let shop: Shop
let sold: Sold
beforeAll(async () => {
  house = await openHouse()
  shop = await openShop(house)
})
beforeEach(async () => {
  house.clock.set('2026-01-10T10:00:00+01:00')
  sold = await shop.sell()
})
afterAll(() => house.close())

const ask = (method: string, what: string, body?: Json): Promise<Reply<LicenseWire & Refusal>> =>
  house.call(method, `/v1/licenses/${sold.id}/${what}`, { body })
const read = async (): Promise<LicenseWire> =>
  (await house.call<LicenseWire>('GET', `/v1/licenses/${sold.id}`)).body

test('a suspension pauses a license at once, its resumption goes on, and the term runs on', async () => {
  const paused = await ask('PUT', 'suspension', { reason: 'Invoice 17 is unpaid' })
  expect(paused.status).toBe(200)
  expect(paused.body).toEqual(await read())
  expect(paused.body).toMatchObject({
    suspension: { from: '2026-01-10T10:00:00+01:00', reason: 'Invoice 17 is unpaid' },
    term: { ends_on: '2026-09-30' },
    decision: {
      mode: 'export-only',
      reason: 'suspended',
      conditions: ['suspended', 'in_term'],
      capabilities: ['data:export'],
      limits: {},
      valid_until: '2026-10-01T00:00:00+02:00',
    },
    support: { entitled: false, reason: 'suspended', since: '2026-01-10T10:00:00+01:00' },
  })
  const again = await ask('PUT', 'suspension', { reason: 'Again' })
  expect(again.body.suspension).toEqual(paused.body.suspension)
  const resumed = await ask('DELETE', 'suspension')
  expect(resumed).toMatchObject({
    status: 200,
    body: { suspension: null, decision: { mode: 'full' } },
  })
  expect((await ask('DELETE', 'suspension')).status).toBe(200)
})

test('a suspension can be announced and called off', async () => {
  const announced = await ask('PUT', 'suspension', {
    reason: 'Unpaid',
    effective_at: '2026-02-01T00:00:00+01:00',
  })
  expect(announced.body).toMatchObject({
    suspension: { from: '2026-02-01T00:00:00+01:00', reason: 'Unpaid' },
    decision: { mode: 'full', valid_until: '2026-02-01T00:00:00+01:00' },
  })
  expect((await ask('DELETE', 'suspension')).body).toMatchObject({
    suspension: null,
    decision: { valid_until: '2026-10-01T00:00:00+02:00' },
  })
})

test('a termination ends a license at its instant and can be taken back before', async () => {
  const set = await ask('POST', 'termination', {
    side: 'vendor',
    kind: 'good_cause',
    reason: 'Resold without a right to',
    effective_at: '2026-02-01T00:00:00+01:00',
  })
  expect(set.status).toBe(201)
  expect(set.headers.get('location')).toBe(`/v1/licenses/${sold.id}`)
  expect(set.body).toEqual(await read())
  expect(set.body).toMatchObject({
    termination: {
      effective_at: '2026-02-01T00:00:00+01:00',
      side: 'vendor',
      kind: 'good_cause',
      reason: 'Resold without a right to',
    },
    objection: null,
    decision: { mode: 'full', valid_until: '2026-02-01T00:00:00+01:00' },
  })
  expect(
    await ask('POST', 'termination', {
      side: 'vendor',
      kind: 'good_cause',
      reason: 'x',
      effective_at: '2026-03-01T00:00:00+01:00',
    }),
  ).toMatchObject({ status: 409 })
  const agreed = { by: 'N. Beispiel', at: '2026-01-10T09:00:00+01:00', how: 'by e-mail' }
  const back = await ask('POST', 'termination/withdrawal', { kind: 'agreed', agreed })
  expect(back).toMatchObject({ status: 200, body: { termination: null } })
  expect(back.body.objection).toEqual({
    last_day: '2026-09-30',
    deadline: '2026-10-01T00:00:00+02:00',
  })
})

test('a termination of the customer’s is not taken back by the vendor', async () => {
  await ask('POST', 'termination', {
    side: 'customer',
    kind: 'switching',
    reason: 'Moves elsewhere',
    effective_at: '2026-02-01T00:00:00+01:00',
  })
  const agreed = { by: 'N. Beispiel', at: '2026-01-10T09:00:00+01:00', how: 'by e-mail' }
  const no = await ask('POST', 'termination/withdrawal', { kind: 'agreed', side: 'vendor', agreed })
  expect([no.status, no.body.type.split('#')[1]]).toEqual([409, 'other-side'])
  expect((await read()).termination?.side).toBe('customer')
  const yes = await ask('POST', 'termination/withdrawal', {
    kind: 'agreed',
    side: 'customer',
    agreed,
  })
  expect(yes).toMatchObject({ status: 200, body: { termination: null } })
})

test('a termination at once leaves the export, and takes nothing back', async () => {
  const ended = await ask('POST', 'termination', {
    side: 'both',
    kind: 'mutual',
    reason: 'As agreed',
  })
  expect(ended.body.decision).toMatchObject({
    mode: 'export-only',
    reason: 'terminated',
    conditions: ['terminated', 'in_term'],
    capabilities: ['data:export'],
    export_formats: ['csv', 'jsonl', 'xlsx'],
    valid_until: null,
  })
  const back = await ask('POST', 'termination/withdrawal', { kind: 'error', reason: 'Oops' })
  expect(back.status).toBe(409)
  expect(back.body.type).toMatch(/#termination-effective$/)
})

test('where nothing is terminated there is nothing to take back', async () => {
  const back = await ask('POST', 'termination/withdrawal', { kind: 'error', reason: 'Oops' })
  expect(back.status).toBe(404)
  expect(back.body.type).toMatch(/#no-termination$/)
})

test('a customer who comes back gets a new term on the same license, also under another plan', async () => {
  await ask('POST', 'termination', { side: 'customer', kind: 'good_cause', reason: 'Left' })
  await house.call('POST', '/v1/plans', {
    body: {
      code: 'monthly',
      product: shop.product,
      name: 'Monthly',
      capabilities: ['orders:read'],
      term: 'P1M',
      renewal: 'automatic',
    },
  })
  house.clock.set('2026-03-01T12:00:00+01:00')
  const back = await ask('POST', 'reinstatement', {
    starts_on: '2026-03-15',
    plan: 'monthly',
    reason: 'Came back',
  })
  expect(back.status).toBe(201)
  expect(back.body).toEqual(await read())
  expect(back.body).toMatchObject({
    plan: 'monthly',
    termination: null,
    term: { starts_on: '2026-03-15', ends_on: '2026-04-14' },
    decision: {
      mode: 'export-only',
      reason: 'ended',
      term: { starts_on: '2025-10-01' },
      valid_until: '2026-03-15T00:00:00+01:00',
    },
  })
  const again = await ask('POST', 'reinstatement', { reason: 'Twice' })
  expect(again.status).toBe(409)
  expect(again.body.type).toMatch(/#not-ended$/)
})

test('a reinstatement under a plan of another product, or before the end, is refused', async () => {
  await ask('POST', 'termination', { side: 'customer', kind: 'good_cause', reason: 'Left' })
  const other = await openShop(house, {}, { code: 'other' })
  const foreign = await ask('POST', 'reinstatement', { plan: other.plan, reason: 'x' })
  expect(foreign).toMatchObject({ status: 422, body: { errors: [{ pointer: '/plan' }] } })
  const early = await ask('POST', 'reinstatement', { starts_on: '2026-01-09', reason: 'x' })
  expect(early).toMatchObject({ status: 422, body: { errors: [{ pointer: '/starts_on' }] } })
})

test('where nothing renews by itself, the next term is added by hand', async () => {
  sold = await shop.sell({ overrides: { renewal: 'none' } })
  const added = await house.call<LicenseWire>('POST', `/v1/licenses/${sold.id}/terms`, {
    body: {},
    role: 'billing',
  })
  expect(added.status).toBe(201)
  expect(added.body).toEqual(await read())
  const { body } = await house.call<List>('GET', `/v1/licenses/${sold.id}/terms`)
  expect(body.data.map(({ starts_on, ends_on, origin }) => [starts_on, ends_on, origin])).toEqual([
    ['2025-10-01', '2026-09-30', 'issue'],
    ['2026-10-01', '2027-09-30', 'hand'],
  ])
  const short = await ask('POST', 'terms', { ends_on: '2027-12-31' })
  expect(short.status).toBe(201)
})

test.each([
  ['renews-automatically', {}, { ends_on: '2027-12-31' }, 409],
  [
    'perpetual',
    { term: null, renewal_term: null, renewal: 'none', renewal_leeway: 'P0D' },
    {},
    409,
  ],
  ['unfit', { renewal: 'none' }, { ends_on: '2026-09-30' }, 422],
  ['unfit', { renewal: 'none' }, { ends_on: '2026-02-30' }, 422],
] as const)('no term is added by hand: %s', async (code, overrides, body, status) => {
  sold = await shop.sell({ overrides })
  const reply = await ask('POST', 'terms', body)
  expect(reply.status).toBe(status)
  expect(reply.body.type.split('#')[1]).toBe(code)
})

test.each([
  ['PUT', 'suspension', {}, '/reason'],
  ['PUT', 'suspension', { reason: '' }, '/reason'],
  [
    'PUT',
    'suspension',
    { reason: 'x', effective_at: '2026-01-10T09:59:59+01:00' },
    '/effective_at',
  ],
  ['PUT', 'suspension', { reason: 'x', until: '2026-02-01' }, '/until'],
  ['POST', 'termination', { side: 'vendor', kind: 'mutual', reason: 'x' }, '/side'],
  ['POST', 'termination', { side: 'both', kind: 'mistake', reason: 'x' }, '/side'],
  ['POST', 'termination', { side: 'vendor', kind: 'anger', reason: 'x' }, '/kind'],
  ['POST', 'termination', { side: 'vendor', kind: 'mistake' }, '/reason'],
  [
    'POST',
    'termination',
    { side: 'vendor', kind: 'mistake', reason: 'x', effective_at: '2025-12-31T00:00:00Z' },
    '/effective_at',
  ],
  ['POST', 'reinstatement', { reason: 'x', starts_on: 'soon' }, '/starts_on'],
  ['POST', 'terms', { ends_on: 20271231 }, '/ends_on'],
])('%s %s with %j is refused at %s', async (method, what, body, pointer) => {
  const reply = await ask(method, what, body)
  expect(reply).toMatchObject({ status: 422, body: { errors: [{ pointer }] } })
})

test('every command to a license that is not there is a 404', async () => {
  const commands = [
    ['PUT', 'suspension', { reason: 'x' }],
    ['DELETE', 'suspension', undefined],
    ['POST', 'termination', { side: 'vendor', kind: 'mistake', reason: 'x' }],
    ['POST', 'termination/withdrawal', { kind: 'error', reason: 'x' }],
    ['POST', 'reinstatement', { reason: 'x' }],
    ['POST', 'terms', {}],
    ['POST', 'objections', { side: 'vendor', channel: 'phone' }],
    ['POST', 'objections?preview=true', { side: 'vendor', channel: 'phone' }],
    ['POST', 'inquiries', { topic: 'in_scope', channel: 'phone', subject: 'x' }],
    ['POST', 'warnings', { form: 'letter', text: 'x' }],
    ['GET', '', undefined],
    ...['decision', 'terms', 'events', 'activations', 'keys'].map(
      (what) => ['GET', what, undefined] as const,
    ),
  ] as const
  for (const [method, what, body] of commands)
    for (const id of ['lic_00000000000000000000000000', 'nonsense', '%00', '%F0%9F%A5%90', '%FF']) {
      const path = what === '' ? `/v1/licenses/${id}` : `/v1/licenses/${id}/${what}`
      expect(await house.call(method, path, { body })).toMatchObject({ status: 404 })
    }
})
