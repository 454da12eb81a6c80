import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openHouse } from './house.ts'
import type { House, Json, List, Refusal } from './house.ts'
import { openShop } from './shop.ts'
import type { Shop, Sold } from './shop.ts'
import { askToken, claimsIn } from './start-up.ts'

let house: House
let shop: Shop
let sold: Sold
beforeAll(async () => {
  house = await openHouse()
  shop = await openShop(house)
})
beforeEach(async () => {
  house.clock.set('2026-01-10T10:00:00+01:00')
  sold = await shop.sell({ overrides: { seats: 1 } })
})
afterAll(() => house.close())

const ask = (fingerprint: string, more: Json = {}, license = sold): ReturnType<typeof askToken> =>
  askToken(house, {
    license_key: license.key,
    product: shop.product,
    fingerprint,
    machine: fingerprint,
    ...more,
  })

async function machines(license = sold): Promise<readonly { id: string; machine: string }[]> {
  const { body } = await house.call<List<{ id: string; machine: string }>>(
    'GET',
    `/v1/licenses/${license.id}/activations`,
  )
  return body.data
}

describe('the laptop died', () => {
  test('the new one sees who has the seat, takes it over, and the old one is without', async () => {
    await ask('laptop')
    const { body: refused } = await ask('new laptop')
    expect(refused).toMatchObject({
      decision: { mode: 'export-only', reason: 'no_seat' },
      machines: [{ machine: 'laptop' }],
      seat_changes: { left: 3, next_at: null },
    })
    const [old] = await machines()
    const { body } = await ask('new laptop', { replace: old?.id })
    expect(body.decision.mode).toBe('full')
    expect(body).not.toHaveProperty('machines')
    const [holder] = await machines()
    expect(await claimsIn(house, body.token)).toMatchObject({ activation: { id: holder?.id } })
    expect((await ask('laptop')).body.decision.reason).toBe('no_seat')
    const { body: history } = await house.call<List<{ type: string; data: Json }>>(
      'GET',
      `/v1/licenses/${sold.id}/events`,
    )
    expect(history.data.slice(-2)).toMatchObject([
      { type: 'activation.freed', data: { activation: old?.id, why: 'replaced' } },
      { type: 'activation.created' },
    ])
  })

  test('the fourth time in thirty days nothing is taken over, and the answer says from when on again', async () => {
    await ask('laptop 0')
    for (let n = 1; n <= 3; n++) await ask(`laptop ${n}`, { replace: (await machines())[0]?.id })
    const replace = (await machines())[0]?.id
    const { body } = await ask('laptop 4', { replace })
    expect(body).toMatchObject({
      decision: { reason: 'no_seat' },
      machines: [{ machine: 'laptop 3' }],
      seat_changes: { left: 0, next_at: '2026-02-09T00:00:00+01:00' },
    })
    house.clock.set('2026-02-09T00:00:00+01:00')
    expect((await ask('laptop 4', { replace })).body.decision.mode).toBe('full')
  })

  test('nobody takes a seat over by the id of another license’s machine', async () => {
    const other = await shop.sell({ overrides: { seats: 1 } })
    await ask('theirs', {}, other)
    await ask('ours')
    const [theirs] = await machines(other)
    expect((await ask('new', { replace: theirs?.id })).body.decision.reason).toBe('no_seat')
    expect(await machines(other)).toHaveLength(1)
  })

  test('an admin frees the seat, whoever asks next', async () => {
    await ask('laptop')
    const [old] = await machines()
    const path = `/v1/licenses/${sold.id}/activations/${old?.id}`
    expect((await house.call('DELETE', path, { role: 'support' })).status).toBe(403)
    for (let n = 0; n < 2; n++) expect((await house.call('DELETE', path)).status).toBe(204)
    expect((await ask('new laptop')).body.decision.mode).toBe('full')
    const other = await shop.sell()
    const wrong = `/v1/licenses/${other.id}/activations/${old?.id}`
    expect((await house.call<Refusal>('DELETE', wrong)).status).toBe(404)
  })
})

test('a plan can let a new machine take the oldest’s seat, and let unseen ones lapse', async () => {
  sold = await shop.sell({ overrides: { seats: 1, replace_oldest: true } })
  await ask('a')
  expect((await ask('b')).body.decision.mode).toBe('full')
  expect(await machines()).toMatchObject([{ machine: 'b' }])

  sold = await shop.sell({ overrides: { seats: 1, seat_lapse: 'P30D' } })
  await ask('a')
  house.clock.set('2026-02-08T23:59:59+01:00')
  expect((await ask('b')).body.decision.reason).toBe('no_seat')
  house.clock.set('2026-02-09T00:00:00+01:00')
  expect((await ask('b')).body.decision.mode).toBe('full')
})

describe('a hundred machines at once', () => {
  const hundred = Array.from({ length: 100 }, (_, n) => `machine ${n}`)

  test('get three seats, exactly three', async () => {
    sold = await shop.sell({ overrides: { seats: 3 } })
    const answers = await Promise.all(hundred.map((name) => ask(name)))
    expect(answers.filter(({ body }) => body.decision.mode === 'full')).toHaveLength(3)
    expect(await machines()).toHaveLength(3)
    expect((await house.call('GET', `/v1/licenses/${sold.id}`)).body.seats_used).toBe(3)
  })

  test('that all want to take over one seat get it once', async () => {
    await ask('old')
    const replace = (await machines())[0]?.id
    const answers = await Promise.all(hundred.map((name) => ask(name, { replace })))
    expect(answers.filter(({ body }) => body.decision.mode === 'full')).toHaveLength(1)
    expect(await machines()).toHaveLength(1)
  })
})

test('what was agreed about seats stands in the plan and in the license, and can be amended', async () => {
  const { body: before } = await house.call('GET', `/v1/licenses/${sold.id}`)
  expect(before).toMatchObject({ seats: 1, seat_changes: { count: 3 }, seat_lapse: null })
  const otherwise = { seat_changes: { count: 0, window: 'P1M' }, replace_oldest: true }
  const path = `/v1/licenses/${sold.id}/amendments`
  const { body } = await house.call('POST', path, { body: { from: 'now', ...otherwise } })
  expect(body).toMatchObject(otherwise)
})
