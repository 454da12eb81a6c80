import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { onPostgres } from '../database.ts'
import { openHouse } from './house.ts'
import type { CallOptions, House, Json, List, Refusal, Reply } from './house.ts'
import { openShop } from './shop.ts'
import type { LicenseWire, Shop, Sold } from './shop.ts'
import { askToken } from './start-up.ts'

let house: House
let shop: Shop
let sold: Sold
let customer: string

beforeAll(async () => {
  house = await openHouse()
  shop = await openShop(house)
})
beforeEach(async () => {
  house.clock.set('2026-01-10T10:00:00+01:00')
  customer = await newCustomer('Bäckerei Streit')
  sold = await shop.sell({ customer })
})
afterAll(() => house.close())

async function newCustomer(name: string): Promise<string> {
  return (await house.call<{ id: string }>('POST', '/v1/customers', { body: { name } })).body.id
}

const end = (reason = 'Three warnings') =>
  house.call('PUT', `/v1/customers/${customer}/ended-relation`, { body: { reason } })
const resume = (body?: Json) =>
  house.call('DELETE', `/v1/customers/${customer}/ended-relation`, { body })
const issue = (body: Json = {}, options: CallOptions = {}): Promise<Reply<Sold & Refusal>> =>
  house.call('POST', '/v1/licenses', {
    body: { plan: shop.plan, customer, time_zone: 'Europe/Berlin', ...body },
    ...options,
  })
const ask = (what: string, body: Json = {}): Promise<Reply<LicenseWire & Refusal>> =>
  house.call('POST', `/v1/licenses/${sold.id}/${what}`, { body })
const told = async (license: string = sold.id) =>
  (await house.call<List>('GET', `/v1/licenses/${license}/events?limit=200`)).body.data.filter(
    ({ type }) => String(type).startsWith('relation.'),
  )

test('an ended relation stands on the customer, and in the history of every license of theirs', async () => {
  const second = await shop.sell({ customer })
  const others = await shop.sell()
  const ended = await end()
  const standing = { since: '2026-01-10T09:00:00Z', reason: 'Three warnings' }
  expect(ended).toMatchObject({ status: 200, body: { id: customer, ended_relation: standing } })
  const read = await house.call('GET', `/v1/customers/${customer}`)
  expect(read.body).toEqual(ended.body)
  for (const { id } of [sold, second])
    expect(await told(id)).toMatchObject([
      {
        type: 'relation.ended',
        data: { customer },
        personal: { reason: { value: 'Three warnings' } },
      },
    ])
  expect(await told(others.id)).toEqual([])
})

test('ending it again changes nothing, and so does taking back what goes on', async () => {
  const first = await end()
  house.clock.set('2026-01-11T10:00:00+01:00')
  expect((await end('Another reason')).body).toEqual(first.body)
  const back = await resume({ reason: 'All is paid' })
  expect(back).toMatchObject({ status: 200, body: { ended_relation: null } })
  expect((await resume()).body).toEqual(back.body)
  expect((await told()).map(({ type }) => type)).toEqual(['relation.ended', 'relation.resumed'])
  await end('Once more')
  expect(await told()).toHaveLength(3)
})

test('nothing of what runs is touched: token, renewal, objection, resumption, export', async () => {
  await house.call('PUT', `/v1/licenses/${sold.id}/suspension`, { body: { reason: 'Unpaid' } })
  await end()
  const resumed = await house.call<LicenseWire>('DELETE', `/v1/licenses/${sold.id}/suspension`)
  expect(resumed.body.decision.mode).toBe('full')
  const asked = { license_key: sold.key, product: shop.product, fingerprint: 'till' }
  expect((await askToken(house, asked)).body.decision).toMatchObject({ mode: 'full' })
  expect((await ask('amendments', { from: 'now', seats: 4 })).status).toBe(201)
  house.clock.set('2026-10-02T10:00:00+02:00')
  const { body } = await house.call<LicenseWire>('GET', `/v1/licenses/${sold.id}`)
  expect(body).toMatchObject({ term: { ends_on: '2027-09-30' }, decision: { mode: 'full' } })
  expect((await ask('objections', { side: 'customer', channel: 'phone' })).status).toBe(201)
  expect((await house.call('GET', `/v1/customers/${customer}/export`)).status).toBe(200)
})

describe('what would bind the vendor anew', () => {
  const refused = { status: 409, body: { customer: expect.stringMatching(/^cus_/) } }
  const overridden = async (command: string, license: string) =>
    expect(await told(license)).toContainEqual(
      expect.objectContaining({
        type: 'relation.overridden',
        data: expect.objectContaining({ command }),
      }),
    )
  const override = { reason: 'The new owner has paid' }

  test('is refused at the issue of a license, for everybody without an admin’s override', async () => {
    await end()
    const no = await issue()
    expect(no).toMatchObject(refused)
    expect(no.body.type).toMatch(/#relation-ended$/)
    expect((await issue({}, { role: 'billing' })).status).toBe(409)
    const billing = await issue({ override }, { role: 'billing' })
    expect([billing.status, billing.body.type.split('#')[1]]).toEqual([403, 'forbidden'])
    const yes = await issue({ override })
    expect(yes.status).toBe(201)
    await overridden('issue', yes.body.id)
    await resume()
    expect((await issue()).status).toBe(201)
  })

  test('is refused at the next term by hand', async () => {
    sold = await shop.sell({ customer, overrides: { renewal: 'none' } })
    await end()
    expect(await ask('terms')).toMatchObject(refused)
    expect((await ask('terms', { override })).status).toBe(201)
    await overridden('add_term', sold.id)
  })

  test('is refused at the reinstatement', async () => {
    await ask('termination', { side: 'vendor', kind: 'good_cause', reason: 'Unpaid' })
    await end()
    expect(await ask('reinstatement', { reason: 'Asks to come back' })).toMatchObject(refused)
    const back = await ask('reinstatement', { reason: 'Asks to come back', override })
    expect(back).toMatchObject({ status: 201, body: { decision: { mode: 'full' } } })
    await overridden('reinstate', sold.id)
  })

  test('is refused where licenses move in, in the dry run too', async () => {
    const name = 'Bäckerei Umzug'
    const external_refs = { oldshop: 'K-1' }
    const made = await house.call<{ id: string }>('POST', '/v1/customers', {
      body: { name, external_refs },
    })
    customer = made.body.id
    await end()
    const move = (more: Json) =>
      house.call<Json & Refusal>('POST', '/v1/move-in/csv', {
        body: {
          data: `Firma;Nr\n${name};K-1\n`,
          system: 'oldshop',
          delimiter: ';',
          columns: { customer_name: 'Firma', customer_ref: 'Nr' },
          always: { plan: shop.plan, time_zone: 'Europe/Berlin' },
          ...more,
        },
      })
    const detail = expect.stringMatching(/^The relation with this customer is ended/)
    const wrong = [{ pointer: '/lines/2', detail }]
    expect((await move({ dry_run: true })).body.errors).toEqual(wrong)
    expect(await move({})).toMatchObject({ status: 422, body: { errors: wrong } })
    const moved = await move({ override })
    expect(moved).toMatchObject({ status: 201, body: { made: { licenses: 1 } } })
    const list = await house.call<List>('GET', `/v1/licenses?customer=${customer}`)
    await overridden('issue', String(list.body.data[0]?.['id']))
  })
})

test.skipIf(!onPostgres)(
  'licenses that are issued while a relation ends are issued before its end, or not at all',
  async () => {
    const issues = Array.from({ length: 12 }, () => issue())
    const [ended, ...issued] = await Promise.all([end(), ...issues])
    expect(ended.status).toBe(200)
    const { body } = await house.call<List<LicenseWire>>('GET', `/v1/licenses?customer=${customer}`)
    expect(body.data).toHaveLength(1 + issued.filter(({ status }) => status === 201).length)
    for (const { id } of body.data)
      expect((await told(id)).map(({ type }) => type)).toEqual(['relation.ended'])
  },
)

test('of a customer who is not there no relation ends', async () => {
  customer = 'cus_00000000000000000000000000'
  expect((await end()).status).toBe(404)
  expect((await resume()).status).toBe(404)
})
