import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { tick } from '../../src/clock/tick.ts'
import { openHouse } from './house.ts'
import type { House, Json, List } from './house.ts'
import { openShop } from './shop.ts'
import type { Shop } from './shop.ts'

let house: House
let shop: Shop
/** By what becomes of it. */
let sold: Readonly<Record<string, string>>

beforeAll(async () => {
  house = await openHouse({ now: '2025-10-01T09:00:00+02:00' })
  shop = await openShop(house)
  const other = await openShop(house, { renewal: 'none', term: 'P1M' }, { code: 'other' })
  const one = async (asked: Json = {}, at = shop) => (await at.sell(asked)).id
  sold = {
    renews: await one(),
    objected: await one(),
    monthly: await one({}, other),
    suspended: await one(),
    future: await one({ starts_on: '2026-01-01' }),
    terminated: await one(),
    over: await one({ starts_on: '2025-08-01' }, other),
    zone: await one({ time_zone: 'Pacific/Kiritimati' }, other),
  }
  const act = async (method: string, id: string, path: string, body: Json) => {
    const { status, text } = await house.call(method, `/v1/licenses/${id}${path}`, { body })
    if (status > 201) throw new Error(text)
  }
  await act('POST', sold['objected'] ?? '', '/objections', { side: 'customer', channel: 'phone' })
  await act('PUT', sold['suspended'] ?? '', '/suspension', { reason: 'Unpaid' })
  const kind = { side: 'vendor', kind: 'good_cause', reason: 'Resold' }
  const ending = { ...kind, effective_at: '2025-11-15T12:00:00+01:00' }
  await act('POST', sold['terminated'] ?? '', '/termination', ending)
})
afterAll(() => house.close())

async function found(query: string): Promise<string[]> {
  const names = new Map(Object.entries(sold).map(([name, id]) => [id, name]))
  const { status, text, body } = await house.call<List<{ id: string }>>(
    'GET',
    `/v1/licenses?${query}`,
  )
  if (status !== 200) throw new Error(text)
  return body.data.map(({ id }) => names.get(id) ?? id).sort()
}

test.each([
  ['mode=full', ['monthly', 'objected', 'renews', 'terminated', 'zone']],
  ['mode=export-only', ['future', 'over', 'suspended']],
  ['ends_by=2025-10-30', []],
  ['ends_by=2025-10-31', ['monthly', 'zone']],
  ['ends_by=2025-11-14', ['monthly', 'zone']],
  ['ends_by=2025-11-15', ['monthly', 'terminated', 'zone']],
  ['ends_by=2026-09-29', ['monthly', 'terminated', 'zone']],
  ['ends_by=2026-09-30', ['monthly', 'objected', 'terminated', 'zone']],
  ['ends_by=2199-12-31', ['monthly', 'objected', 'terminated', 'zone']],
  ['renews_by=2026-09-29', []],
  ['renews_by=2026-09-30', ['renews', 'suspended']],
  ['ends_by=2025-11-15&product=other', ['monthly', 'zone']],
  ['mode=full&external_ref=erp:1', []],
] as const)('%s finds %j', async (query, names) => {
  expect(await found(query)).toEqual(names)
})

test.each(['mode=expired', 'ends_by=tomorrow', 'ends_by=2025-02-30', 'renews_by=', 'key=ABCD'])(
  '%s is refused',
  async (query) => {
    expect((await house.call('GET', `/v1/licenses?${query}`)).status).toBe(400)
  },
)

describe('a job that is late', () => {
  test('makes no list wrong: what has ended is export-only, and on the plan of the term that runs', async () => {
    const late = await openHouse({ now: '2025-10-01T09:00:00+02:00' })
    try {
      const { sell } = await openShop(late)
      const plan = { code: 'grown', product: 'broetchenbringer', name: 'Grown', term: 'P1Y' }
      const terms = { renewal: 'automatic', capabilities: ['orders:read'] }
      await late.call('POST', '/v1/plans', { body: { ...plan, ...terms } })
      const [amended, objected] = [await sell(), await sell()]
      const change = { from: 'next_term', plan: 'grown' }
      await late.call('POST', `/v1/licenses/${amended.id}/amendments`, { body: change })
      const declared = { side: 'vendor', channel: 'phone' }
      await late.call('POST', `/v1/licenses/${objected.id}/objections`, { body: declared })
      const lists = async () => {
        const ids = async (query: string) =>
          (await late.call<List<{ id: string }>>('GET', `/v1/licenses?${query}`)).body.data.map(
            ({ id }) => id,
          )
        return [await ids('plan=annual'), await ids('plan=grown'), await ids('mode=export-only')]
      }
      expect(await lists()).toEqual([[amended.id, objected.id], [], []])
      late.clock.set('2026-10-01T00:00:00+02:00')
      const unswept = await lists()
      expect(unswept).toEqual([[objected.id], [amended.id], [objected.id]])
      await tick(late.database.db, late.clock.now)
      expect(await lists()).toEqual(unswept)
    } finally {
      await late.close()
    }
  })
})

test('a list that the law filters goes on over pages that hold nothing', async () => {
  const pages: string[][] = []
  for (let after = ''; ;) {
    const { body } = await house.call<List<{ id: string }>>(
      'GET',
      `/v1/licenses?mode=full&limit=2${after}`,
    )
    pages.push(body.data.map(({ id }) => id))
    if (body.next === null) break
    after = `&after=${body.next}`
  }
  expect(pages.map((page) => page.length)).toEqual([2, 2, 1])
  expect(new Set(pages.flat()).size).toBe(5)
})
