import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { issuedAnswer } from '../../src/api/answers.ts'
import { openHouse } from './house.ts'
import type { House, Json, List, Refusal, Reply } from './house.ts'
import { annual, openShop } from './shop.ts'
import type { LicenseWire, Shop, Sold } from './shop.ts'
import { askToken } from './start-up.ts'

let house: House
let shop: Shop
let machines = 0
let machine: string

beforeAll(async () => {
  house = await openHouse()
  shop = await openShop(house)
  await plan({ code: 'trial', ...thirtyDays, trial: true })
})
beforeEach(() => {
  house.clock.set('2026-01-10T10:00:00+01:00')
  machine = `machine ${++machines}`
})
afterAll(() => house.close())

const thirtyDays = {
  name: 'Thirty days',
  capabilities: annual.capabilities,
  term: 'P30D',
  renewal: 'none',
  seats: 1,
}

const plan = (members: Json) =>
  house.call<Json & Refusal>('POST', '/v1/plans', { body: { product: shop.product, ...members } })

/** Each from an address of its own, as machines are. */
const ask = (more: Json = {}, address = machine): Promise<Reply<Sold & Refusal>> =>
  house.call('POST', '/v1/trials', {
    role: null,
    headers: { 'x-test-address': address, origin: 'https://shop.example' },
    body: { plan: 'trial', fingerprint: machine, time_zone: 'Europe/Berlin', ...more },
  })
const start = (license_key: string, fingerprint = machine) =>
  askToken(house, { license_key, product: shop.product, fingerprint })
const post = (path: string, body: Json): Promise<Reply<LicenseWire & Refusal>> =>
  house.call('POST', path, { body })
const seat = async ({ id }: Sold) =>
  (await house.call<List>('GET', `/v1/licenses/${id}/activations`)).body.data.map(
    (each) => each['id'],
  )

test('anybody tries a product under a plan that allows it, and its start-up works at once', async () => {
  const trial = await ask()
  expect(trial.status).toBe(201)
  expect(trial.headers.get('access-control-allow-origin')).toBe('*')
  expect(issuedAnswer.safeParse(trial.body).error?.issues ?? []).toEqual([])
  expect(trial.body).toMatchObject({
    plan: 'trial',
    term: { starts_on: '2026-01-10', ends_on: '2026-02-08' },
    objection: null,
    decision: { mode: 'full' },
  })
  expect((await start(trial.body.key)).body.decision).toMatchObject({
    mode: 'full',
    capabilities: ['data:export', 'orders:read', 'orders:write'],
  })
})

test('who tries a product says who they are, or not, and may declare nothing yet', async () => {
  const customerOf = async (more: Json) => {
    machine = `machine ${++machines}`
    const { customer } = (await ask(more)).body
    return (await house.call('GET', `/v1/customers/${customer}`)).body
  }
  expect(await customerOf({})).toMatchObject({ name: 'Trial of Brötchenbringer', contacts: [] })
  const named = { name: 'Café Probe', email: 'probe@example.com', language: 'de' }
  expect(await customerOf(named)).toMatchObject({
    name: 'Café Probe',
    language: 'de',
    contacts: [{ name: 'Café Probe', emails: ['probe@example.com'], may: [] }],
  })
  expect(await customerOf({ email: 'only@example.com' })).toMatchObject({
    name: 'only@example.com',
  })
})

test('a machine tries a product once, under whatever plan, and leaves nothing the second time', async () => {
  await plan({ code: 'longer-trial', ...thirtyDays, term: 'P60D', trial: true })
  expect((await ask()).status).toBe(201)
  const before = (await house.call<List>('GET', '/v1/customers?limit=200')).body.data.length
  for (const body of [{}, { plan: 'longer-trial' }, { name: 'Somebody else' }]) {
    const again = await ask(body)
    expect([again.status, again.body.type.split('#')[1]]).toEqual([409, 'trial-taken'])
  }
  const after = (await house.call<List>('GET', '/v1/customers?limit=200')).body.data.length
  expect(after).toBe(before)
})

test('the same machine may try another product', async () => {
  const other = await openShop(house, {}, { code: 'other' })
  await plan({ code: 'other-trial', ...thirtyDays, product: other.product, trial: true })
  expect([(await ask()).status, (await ask({ plan: 'other-trial' })).status]).toEqual([201, 201])
})

test('of many calls of one machine at once, one begins its trial', async () => {
  const replies = await Promise.all(Array.from({ length: 8 }, () => ask()))
  expect(replies.map(({ status }) => status).filter((status) => status === 201)).toHaveLength(1)
  expect(replies.filter(({ status }) => status === 409)).toHaveLength(7)
})

test('no machine can be told from what is kept', async () => {
  await ask()
  const kept = await house.database.db.selectFrom('trials').selectAll().execute()
  expect(kept.length).toBeGreaterThan(0)
  expect(JSON.stringify(kept)).not.toContain(machine)
})

test.each([
  ['a plan that is sold', { plan: 'annual' }, '/plan'],
  ['a plan that is not there', { plan: 'nothing' }, '/plan'],
  ['no machine', { fingerprint: undefined }, '/fingerprint'],
  ['no time zone', { time_zone: undefined }, '/time_zone'],
  ['what is none', { time_zone: 'Berlin' }, '/time_zone'],
])('a trial of %s is refused', async (_, more, pointer) => {
  const { status, body } = await ask(more)
  expect([status, body.errors?.[0]?.pointer]).toEqual([422, pointer])
})

test.each([
  ['renews', { ...thirtyDays, renewal: 'automatic' }],
  ['has no end', { ...thirtyDays, term: null }],
])('a plan that %s is no trial', async (_, members) => {
  const { status, body } = await plan({ code: 'odd', ...members, trial: true })
  expect([status, body.errors]).toMatchObject([422, [{ pointer: '/trial' }]])
})

test('an address begins sixty trials in an hour, and then waits', async () => {
  const many = async () => {
    machine = `machine ${++machines}`
    return (await ask({ plan: 'nothing' }, '203.0.113.9')).status
  }
  for (let n = 0; n < 60; n++) expect(await many()).toBe(422)
  const last = await ask({}, '203.0.113.9')
  expect([last.status, last.headers.get('retry-after')]).toEqual([429, '3600'])
  expect(last.body.title).toBe('Too many trials from this address')
  expect((await ask({}, '203.0.113.10')).status).toBe(201)
  machine = `machine ${++machines}`
  house.clock.set('2026-01-10T11:00:00+01:00')
  expect((await ask({}, '203.0.113.9')).status).toBe(201)
})

describe('from trial to paid, key and machine stay', () => {
  test('after the trial has ended: it comes back under the plan that is paid', async () => {
    const { body: trial } = await ask()
    await start(trial.key)
    const before = await seat(trial)
    house.clock.set('2026-02-09T00:00:00+01:00')
    expect((await start(trial.key)).body.decision).toMatchObject({
      mode: 'export-only',
      reason: 'ended',
    })
    const paid = { plan: shop.plan, reason: 'Bought it' }
    const back = await post(`/v1/licenses/${trial.id}/reinstatement`, paid)
    expect(back).toMatchObject({
      status: 201,
      body: { id: trial.id, plan: shop.plan, seats: 3, term: { ends_on: '2027-02-08' } },
    })
    expect((await start(trial.key)).body.decision).toMatchObject({
      mode: 'full',
      limits: { branches: 3 },
      renewal: { automatic: true },
    })
    expect(await seat(trial)).toEqual(before)
    expect((await start(trial.key, 'a second machine')).body.decision.mode).toBe('full')
  })

  test('while the trial runs: the next term is the paid one, without a gap', async () => {
    const { body: trial } = await ask()
    await start(trial.key)
    const before = await seat(trial)
    const paid = { from: 'next_term', plan: shop.plan }
    expect((await post(`/v1/licenses/${trial.id}/amendments`, paid)).status).toBe(201)
    expect((await post(`/v1/licenses/${trial.id}/terms`, {})).status).toBe(201)
    house.clock.set('2026-02-09T00:00:00+01:00')
    const { body } = await house.call<LicenseWire>('GET', `/v1/licenses/${trial.id}`)
    expect(body).toMatchObject({
      plan: shop.plan,
      term: { starts_on: '2026-02-09', ends_on: '2027-02-08' },
      decision: { mode: 'full', limits: { branches: 3 }, renewal: { automatic: true } },
    })
    expect((await start(trial.key)).body.decision.mode).toBe('full')
    expect(await seat(trial)).toEqual(before)
  })
})
