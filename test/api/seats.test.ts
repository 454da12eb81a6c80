import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openHouse } from './house.ts'
import type { House, Json, Refusal } from './house.ts'
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
  sold = await shop.sell()
})
afterAll(() => house.close())

const ask = (body: Json = {}, headers = {}): ReturnType<typeof askToken> =>
  askToken(house, { license_key: sold.key, product: shop.product, ...body }, headers)

describe('seats', () => {
  test('past the seats a machine gets the export, and the list of machines in use', async () => {
    for (const machine of ['Kasse 1', 'Kasse 2', 'Kasse 3'])
      expect((await ask({ fingerprint: machine, machine })).body.decision.mode).toBe('full')
    const { body } = await ask({ fingerprint: 'Kasse 4' })
    expect(body.decision).toMatchObject({
      mode: 'export-only',
      reason: 'no_seat',
      conditions: ['no_seat', 'in_term'],
      capabilities: ['data:export'],
    })
    expect(body.machines).toEqual(
      ['Kasse 1', 'Kasse 2', 'Kasse 3'].map((machine) => ({
        id: expect.stringMatching(/^act_/),
        machine,
        created_at: '2026-01-10T10:00:00+01:00',
        last_seen_at: '2026-01-10T10:00:00+01:00',
      })),
    )
    const claims = await claimsIn(house, body.token)
    expect(claims).toMatchObject({ mode: 'export-only', reason: 'no_seat' })
    expect(claims).not.toHaveProperty('activation')
    const license = await house.call('GET', `/v1/licenses/${sold.id}`)
    expect(license.body).toMatchObject({ seats: 3, seats_used: 3 })
  })

  test('a machine that is known takes no second seat', async () => {
    const first = await ask({ fingerprint: 'x' })
    const again = await ask({ fingerprint: 'x', machine: 'another name' })
    const [one, two] = await Promise.all(
      [first, again].map(({ body }) => claimsIn(house, body.token)),
    )
    expect(one?.activation).toEqual(two?.activation)
  })

  test('twenty machines at once get three seats', async () => {
    const asked = Array.from({ length: 20 }, (_, n) => ask({ fingerprint: `machine ${n}` }))
    const modes = (await Promise.all(asked)).map(({ body }) => body.decision.mode)
    expect(modes.filter((mode) => mode === 'full')).toHaveLength(3)
  })

  test('where seats are counted, a machine that does not name itself gets the export', async () => {
    const { body } = await ask()
    expect(body.decision).toMatchObject({
      mode: 'export-only',
      reason: 'no_fingerprint',
      conditions: ['no_fingerprint', 'in_term'],
    })
    expect(body).not.toHaveProperty('machines')
  })

  test('where they are not, it gets a full token that is bound to nothing', async () => {
    sold = await shop.sell({ overrides: { seats: null } })
    const { body } = await ask()
    expect(body.decision.mode).toBe('full')
    expect(await claimsIn(house, body.token)).not.toHaveProperty('activation')
  })

  test('an export-only license takes no seat', async () => {
    await house.call('PUT', `/v1/licenses/${sold.id}/suspension`, { body: { reason: 'Unpaid' } })
    expect((await ask({ fingerprint: 'x' })).body.decision.reason).toBe('suspended')
    const license = await house.call('GET', `/v1/licenses/${sold.id}`)
    expect(license.body.seats_used).toBe(0)
  })
})

describe('a seat is freed', () => {
  const free = (id: string, key?: string) =>
    house.call<Refusal>('DELETE', `/v1/activations/${id}`, {
      role: null,
      headers: key === undefined ? {} : { authorization: `License ${key}` },
    })
  const seat = async (): Promise<string> => {
    await ask({ fingerprint: 'x', machine: 'Kasse 1' })
    const { body } = await house.call<{ data: { id: string }[] }>(
      'GET',
      `/v1/licenses/${sold.id}/activations`,
    )
    return body.data[0]?.id ?? ''
  }

  test('by the license’s key, and freeing it again is no error', async () => {
    const id = await seat()
    for (let n = 0; n < 2; n++) {
      const freed = await free(id, sold.key)
      expect([freed.status, freed.text]).toEqual([204, ''])
    }
    expect((await house.call('GET', `/v1/licenses/${sold.id}`)).body.seats_used).toBe(0)
  })

  test('not without a key, and the answer says which credentials it takes', async () => {
    const refused = await free(await seat())
    expect(refused.status).toBe(401)
    expect(refused.headers.get('www-authenticate')).toBe('License')
  })

  test('not by another key, an unknown one or none at all', async () => {
    const id = await seat()
    const other = await shop.sell()
    for (const key of [other.key, 'AUSZUG-0000-0000-0000-0000-0000-0000-0000', 'nonsense'])
      expect((await free(id, key)).status).toBe(404)
    for (const unknown of ['act_00000000000000000000000000', 'nonsense', '%00', '%FF'])
      expect((await free(unknown, sold.key)).status).toBe(404)
    expect((await house.call('GET', `/v1/licenses/${sold.id}`)).body.seats_used).toBe(1)
  })
})
