import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { migrations } from '../../migrations/index.ts'
import { openHouse } from './house.ts'
import type { House, Json, List } from './house.ts'
import { openShop } from './shop.ts'
import type { Shop, Sold } from './shop.ts'

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

const propose = () =>
  house.call<Json>('POST', `/v1/licenses/${sold.id}/proposals`, {
    body: { kind: 'amendment', amendment: { from: 'now', seats: 9 } },
  })
const proposals = async () =>
  (await house.call<List>('GET', `/v1/licenses/${sold.id}/proposals`)).body.data
const history = async () =>
  (await house.call<List>('GET', `/v1/licenses/${sold.id}/events?limit=200`)).body.data
const lapses = async () => (await history()).filter(({ type }) => type === 'proposal.lapsed')

test('that nobody answered in time is recorded by the job, once, at the deadline', async () => {
  const { body: made } = await propose()
  expect(made).toMatchObject({ state: 'open', lapses_at: '2026-10-01T00:00:00+02:00' })
  house.clock.set('2026-10-03T09:00:00+02:00')
  expect(await proposals()).toMatchObject([{ state: 'lapsed', answered_at: null }])
  await house.call('POST', '/v1/settlements', { body: {} })
  await house.call('POST', '/v1/settlements', { body: {} })
  expect(await lapses()).toMatchObject([
    {
      occurred_at: '2026-09-30T22:00:00.000Z',
      recorded_at: '2026-10-03T07:00:00.000Z',
      actor: 'system',
      data: { proposal: made['id'], side: 'vendor' },
    },
  ])
})

test('the job looks at a license for the sake of a proposal alone', async () => {
  const body = { side: 'vendor', channel: 'phone' }
  await house.call('POST', `/v1/licenses/${sold.id}/objections`, { body })
  const effective_at = '2026-03-01T00:00:00+01:00'
  const ending = { side: 'vendor', kind: 'good_cause', reason: 'r', effective_at }
  await house.call('POST', `/v1/licenses/${sold.id}/termination`, { body: ending })
  await propose()
  const back = { kind: 'error', reason: 'mistyped' }
  await house.call('POST', `/v1/licenses/${sold.id}/termination/withdrawal`, { body: back })
  house.clock.set('2026-03-02T09:00:00+01:00')
  await house.call('POST', '/v1/settlements', { body: {} })
  expect(await lapses()).toMatchObject([{ occurred_at: '2026-02-28T23:00:00.000Z' }])
})

test('a proposal from before the job looked at them is due from the update on', async () => {
  await propose()
  const due = async () => {
    const { rows } = await sql<{ at: number | null }>`
      select (date_part('epoch', settles_at) * 1000)::bigint as at from licenses
      where id = ${sold.id}`.execute(house.deps.db)
    return rows[0]?.at
  }
  await sql`update licenses set settles_at = null where id = ${sold.id}`.execute(house.deps.db)
  await migrations['0036_lapses']?.up(house.deps.db)
  expect(await due()).toBe(Date.parse('2026-10-01T00:00:00+02:00'))
  await sql`update licenses set settles_at = '2026-05-01' where id = ${sold.id}`.execute(
    house.deps.db,
  )
  await migrations['0036_lapses']?.up(house.deps.db)
  expect(await due()).toBe(Date.parse('2026-05-01T00:00:00Z'))
})

test('what was asked of a customer lapses when the license is another’s', async () => {
  const { body: made } = await propose()
  house.clock.set('2026-02-01T10:00:00+01:00')
  const { body: buyer } = await house.call<Json>('POST', '/v1/customers', {
    body: { name: 'Bäckerei Neu' },
  })
  const accepted_at = '2026-01-31T12:00:00+01:00'
  const agreed = { title: 'Übernahme', version: '1', accepted_at, accepted_by: 'N. Beispiel' }
  const sale = {
    customer: buyer['id'],
    reason: 'sold',
    agreements: { giver: agreed, receiver: agreed },
  }
  await house.call('POST', `/v1/licenses/${sold.id}/transfer`, { body: sale })
  const types = (await history()).map(({ type }) => type)
  expect(types.slice(-4)).toEqual([
    'proposal.lapsed',
    'agreement.attached',
    'license.transferred',
    'agreement.attached',
  ])
  expect(await proposals()).toMatchObject([
    {
      id: made['id'],
      state: 'lapsed',
      lapses_at: '2026-02-01T10:00:00+01:00',
      answered_at: null,
    },
  ])
  house.clock.set('2026-10-03T09:00:00+02:00')
  await house.call('POST', '/v1/settlements', { body: {} })
  expect(await lapses()).toHaveLength(1)
})
