import { decodeJwt } from 'jose'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse } from './house.ts'
import type { House, Json, List, Refusal, Reply } from './house.ts'
import { openShop } from './shop.ts'
import type { Shop } from './shop.ts'

let house: House
let shop: Shop
beforeAll(async () => {
  house = await openHouse({ sandbox: true, now: '2025-10-01T09:00:00+02:00' })
  shop = await openShop(house)
})
afterAll(() => house.close())

const move = (now: unknown): Promise<Reply<Json & Refusal>> =>
  house.call('PUT', '/v1/sandbox/clock', { body: { now } })

test('a sandbox’s clock stands still, and everybody may read it', async () => {
  const read = await house.call('GET', '/v1/sandbox/clock', { role: null })
  expect(read).toMatchObject({ status: 200, body: { now: '2025-10-01T07:00:00Z' } })
  expect(read.headers.get('access-control-allow-origin')).toBe('*')
})

test('its tokens say that they are of a sandbox', async () => {
  const { key } = await shop.sell()
  const { body } = await house.call<{ token: string }>('POST', '/v1/tokens', {
    body: { license_key: key, product: shop.product, fingerprint: 'x' },
    role: null,
  })
  expect(decodeJwt(body.token)).toMatchObject({
    sandbox: true,
    iat: Date.parse('2025-10-01T07:00:00Z') / 1000,
  })
})

test('moved ahead, it stops at every due instant on the way, as the job would have', async () => {
  const monthly = await shop.sell({ overrides: { term: 'P1M', renewal_term: 'P1M' } })
  const moved = await move('2026-01-15T12:00:00+01:00')
  expect(moved.status).toBe(200)
  expect(moved.body).toEqual({
    now: '2026-01-15T11:00:00Z',
    settled: { renewed: 3, ended: 0 },
  })
  const { body } = await house.call<List>('GET', `/v1/licenses/${monthly.id}/events?limit=200`)
  const turns = body.data.filter(({ type }) => type === 'license.renewed')
  expect(turns.map(({ occurred_at, recorded_at }) => [occurred_at, recorded_at])).toEqual([
    ['2025-10-31T23:00:00.000Z', '2025-10-31T23:00:00.000Z'],
    ['2025-11-30T23:00:00.000Z', '2025-11-30T23:00:00.000Z'],
    ['2025-12-31T23:00:00.000Z', '2025-12-31T23:00:00.000Z'],
  ])
  const settlements = await house.call<List>('GET', '/v1/settlements')
  expect(settlements.body.data.map(({ at }) => at)).toEqual([
    '2025-12-31T23:00:00Z',
    '2025-11-30T23:00:00Z',
    '2025-10-31T23:00:00Z',
  ])
})

test('moved to where it stands, it does nothing; moved back, it refuses', async () => {
  expect((await move('2026-01-15T11:00:00Z')).body).toEqual({
    now: '2026-01-15T11:00:00Z',
    settled: { renewed: 0, ended: 0 },
  })
  const back = await move('2026-01-15T10:59:59.999Z')
  expect(back.status).toBe(409)
  expect(back.body.type).toMatch(/#clock-backwards$/)
  expect((await house.call('GET', '/v1/sandbox/clock')).body.now).toBe('2026-01-15T11:00:00Z')
})

test.each([undefined, null, 5, 'tomorrow', '2026-02-30T00:00:00Z', '2200-01-01T00:00:00Z'])(
  'it cannot be moved to %j',
  async (now) => {
    expect(await move(now)).toMatchObject({ status: 422, body: { errors: [{ pointer: '/now' }] } })
  },
)

test('only an admin moves it', async () => {
  const now = '2026-01-16T00:00:00Z'
  for (const role of ['viewer', 'phone', 'support', 'billing'] as const)
    expect((await house.call('PUT', '/v1/sandbox/clock', { body: { now }, role })).status).toBe(403)
})
