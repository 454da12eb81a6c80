import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse } from './house.ts'
import type { House, Json, List, Reply } from './house.ts'
import { openShop } from './shop.ts'
import type { LicenseWire, Sold } from './shop.ts'

let house: House
let renewing: Sold
let ending: Sold
beforeAll(async () => {
  house = await openHouse()
  const shop = await openShop(house)
  renewing = await shop.sell()
  ending = await shop.sell()
  await house.call('POST', `/v1/licenses/${ending.id}/objections`, {
    body: { side: 'vendor', channel: 'phone' },
  })
})
afterAll(() => house.close())

const settle = (body: Json = {}): Promise<Reply<Json>> =>
  house.call('POST', '/v1/settlements', { body })

const transitions = (): Json[] => [
  { license: renewing.id, kind: 'renewed', on: '2026-09-30' },
  { license: ending.id, kind: 'ended', on: '2026-09-30' },
]

test('a dry run as of a future day lists what would be, and records nothing', async () => {
  const dry = await settle({ dry_run: true, as_of: '2026-10-01T00:00:00+02:00' })
  expect(dry.status).toBe(200)
  expect(dry.body).toEqual({
    id: expect.stringMatching(/^stl_/),
    at: '2026-09-30T22:00:00Z',
    renewed: 1,
    ended: 1,
    failed: 0,
    transitions: expect.arrayContaining(transitions()),
  })
  expect((await house.call('GET', '/v1/settlements')).body).toEqual({ data: [], next: null })
  expect((await settle({ dry_run: true })).body).toMatchObject({ renewed: 0, ended: 0 })
})

test('a dry run alone takes an instant', async () => {
  const refused = await settle({ as_of: '2026-10-01T00:00:00Z' })
  expect(refused).toMatchObject({ status: 422, body: { errors: [{ pointer: '/as_of' }] } })
})

test('reading is as if the clock had ticked; settling records it, once, and lists it', async () => {
  house.clock.set('2026-10-01T00:00:00+02:00')
  const read = async (id: string): Promise<LicenseWire> =>
    (await house.call<LicenseWire>('GET', `/v1/licenses/${id}`)).body
  const before = [await read(renewing.id), await read(ending.id)]
  expect(before.map(({ decision }) => decision.mode)).toEqual(['full', 'export-only'])
  const settled = await settle()
  expect(settled.body).toEqual({
    id: expect.stringMatching(/^stl_/),
    at: '2026-09-30T22:00:00Z',
    renewed: 1,
    ended: 1,
    failed: 0,
    transitions: expect.arrayContaining(transitions()),
  })
  expect([await read(renewing.id), await read(ending.id)]).toEqual(before)
  const again = await settle()
  expect(again.body).toMatchObject({ renewed: 0, ended: 0, transitions: [] })
  const { body } = await house.call<List>('GET', '/v1/settlements')
  expect(body.data).toEqual([again.body, settled.body])
})
