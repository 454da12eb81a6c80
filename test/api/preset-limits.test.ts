import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse } from './house.ts'
import type { House, List, Refusal } from './house.ts'
import { annual, openShop } from './shop.ts'
import type { Shop } from './shop.ts'

let house: House
let shop: Shop
beforeAll(async () => {
  house = await openHouse()
  shop = await openShop(house)
})
afterAll(() => house.close())

const override = { reason: 'The customer wished it so' }
const yearly = (code: string) => ({ ...annual, product: shop.product, code, preset: 'b2c-de' })
const monthly = { renewal_term: 'P1M', renewal_notice: 'P0D' }
const make = <T = { preset_override: object | null }>(body: object) =>
  house.call<T>('POST', '/v1/plans', { body })

const historyOf = async (license: string): Promise<readonly object[]> => {
  const { body } = await house.call<List<{ type: string; data: object }>>(
    'GET',
    `/v1/licenses/${license}/events`,
  )
  return body.data.flatMap(({ type, data }) => (type === 'preset.overridden' ? [data] : []))
}

test('a plan beyond the limits of its preset is refused at the member, with the article', async () => {
  const { status, body } = await make<Refusal>(yearly('beyond'))
  expect([status, body.errors]).toEqual([
    422,
    [{ pointer: '/renewal_term', detail: expect.stringContaining('§ 309 Nr. 9 b BGB') }],
  ])
  expect((await make({ ...yearly('within'), ...monthly })).status).toBe(201)
})

test('with an admin’s word it is kept, and each license under it tells so in its history', async () => {
  const made = await make({ ...yearly('let-pass'), override })
  expect(made.body.preset_override).toMatchObject({ ...override, at: '2025-10-01T07:00:00Z' })
  const read = await house.call('GET', '/v1/plans/let-pass')
  expect(read.body).toEqual(made.body)
  const { id } = await shop.sell({ plan: 'let-pass' })
  expect(await historyOf(id)).toMatchObject([{ preset: 'b2c-de', members: ['renewal_term'] }])
})

test('an edit into the limits takes the word away, and one out of them asks for it again', async () => {
  await make({ ...yearly('edited'), override })
  const edit = (body: object) =>
    house.call<Refusal & { preset_override: object | null }>('PATCH', '/v1/plans/edited', { body })
  expect((await edit({ seats: 4 })).body.preset_override).toMatchObject(override)
  expect((await edit(monthly)).body.preset_override).toBe(null)
  const again = await edit({ renewal_term: 'P1Y' })
  expect(again).toMatchObject({ status: 422, body: { errors: [{ pointer: '/renewal_term' }] } })
})

test('what is agreed otherwise for one license is held to the limits too', async () => {
  await make({ ...yearly('agreed'), ...monthly })
  const body = {
    plan: 'agreed',
    customer: shop.customer,
    time_zone: 'Europe/Berlin',
    overrides: { term: 'P3Y' },
  }
  const issue = (more: object, role: 'billing' | 'admin' = 'admin') =>
    house.call<Refusal & { id: string }>('POST', '/v1/licenses', {
      body: { ...body, ...more },
      role,
    })
  const refused = await issue({})
  expect(refused).toMatchObject({ status: 422, body: { errors: [{ pointer: '/overrides/term' }] } })
  expect((await issue({ override }, 'billing')).status).toBe(403)
  const passed = await issue({ override })
  expect(passed.status).toBe(201)
  expect(await historyOf(passed.body.id)).toMatchObject([{ members: ['term'], plan: null }])
})

test('so is an amendment, and only an admin lets it pass', async () => {
  await make({ ...yearly('amended'), ...monthly })
  const { id } = await shop.sell({ plan: 'amended' })
  const amend = (more: object, role: 'billing' | 'admin' = 'admin') =>
    house.call<Refusal>('POST', `/v1/licenses/${id}/amendments`, {
      body: { from: 'next_term', renewal_term: 'P1Y', ...more },
      role,
    })
  expect(await amend({})).toMatchObject({
    status: 422,
    body: { errors: [{ pointer: '/renewal_term' }] },
  })
  expect((await amend({ override }, 'billing')).status).toBe(403)
  expect((await amend({ override })).status).toBe(201)
  expect(await historyOf(id)).toHaveLength(1)
})
