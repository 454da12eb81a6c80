import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { textOf, unzip } from '../export/unzip.ts'
import { packageOf } from '../records/empty-house.ts'
import { openHouse } from './house.ts'
import type { CallOptions, House, Json, List, Refusal } from './house.ts'
import { openShop } from './shop.ts'
import type { LicenseWire, Shop, Sold } from './shop.ts'
import { askToken } from './start-up.ts'

let house: House
let shop: Shop
let sold: Sold
let giver: string
let receiver: string

beforeAll(async () => {
  house = await openHouse()
  shop = await openShop(house)
})
beforeEach(async () => {
  house.clock.set('2026-01-10T10:00:00+01:00')
  giver = await customer('Bäckerei Alt')
  receiver = await customer('Bäckerei Neu')
  sold = await shop.sell({ customer: giver })
})
afterAll(() => house.close())

async function customer(name: string): Promise<string> {
  return (await house.call<{ id: string }>('POST', '/v1/customers', { body: { name } })).body.id
}

function agreement(accepted_by: string, accepted_at = '2026-01-09T12:00:00+01:00'): Json {
  return { title: 'Übernahme', version: '1', accepted_at, accepted_by }
}

const transfer = (to: string, more: Json = {}, options: CallOptions = {}) =>
  house.call<LicenseWire & Refusal>('POST', `/v1/licenses/${sold.id}/transfer`, {
    body: {
      customer: to,
      reason: 'Die Bäckerei ist verkauft',
      agreements: { giver: agreement('Frau Alt'), receiver: agreement('Herr Neu') },
      ...more,
    },
    ...options,
  })
const object = (declared_by: string) =>
  house.call('POST', `/v1/licenses/${sold.id}/objections`, {
    body: { side: 'customer', channel: 'phone', declared_by },
  })
const history = async () =>
  (await house.call<List>('GET', `/v1/licenses/${sold.id}/events?limit=200`)).body.data

test('a license goes to another customer with key, machine, term and history', async () => {
  const asked = { license_key: sold.key, product: shop.product, fingerprint: 'till' }
  const before = await askToken(house, asked)
  const told = await history()
  const handed = await transfer(receiver)
  expect(handed.status).toBe(201)
  expect(handed.headers.get('location')).toBe(`/v1/licenses/${sold.id}`)
  expect(handed.body).toMatchObject({
    customer: receiver,
    term: sold.term,
    seats_used: 1,
    agreements: [{ accepted_by: 'Frau Alt' }, { accepted_by: 'Herr Neu' }],
  })
  const after = await askToken(house, asked)
  expect(after.body.decision).toEqual(before.body.decision)
  const all = await history()
  expect(all.slice(0, told.length)).toEqual(told)
  expect(all.slice(told.length)).toMatchObject([
    { type: 'agreement.attached', personal: { accepted_by: { value: 'Frau Alt' } } },
    {
      type: 'license.transferred',
      data: { from: giver, to: receiver },
      personal: { reason: { value: 'Die Bäckerei ist verkauft' } },
    },
    { type: 'agreement.attached', personal: { accepted_by: { value: 'Herr Neu' } } },
  ])
  const of = async (id: string) =>
    (await house.call<List>('GET', `/v1/licenses?customer=${id}`)).body.data.map(
      (each) => each['id'],
    )
  expect([await of(giver), await of(receiver)]).toEqual([[], [sold.id]])
})

test.each([
  ['to nobody', () => ({ customer: 'cus_00000000000000000000000000' }), '/customer'],
  ['to who has it', () => ({ customer: giver }), '/customer'],
  [
    'without the giver’s agreement',
    () => ({ agreements: { receiver: agreement('N') } }),
    '/agreements/giver',
  ],
  [
    'without the receiver’s agreement',
    () => ({ agreements: { giver: agreement('A') } }),
    '/agreements/receiver',
  ],
  [
    'by an agreement of tomorrow',
    () => ({
      agreements: { giver: agreement('A'), receiver: agreement('N', '2026-01-11T00:00:00Z') },
    }),
    '/agreements/receiver/accepted_at',
  ],
] as const)('a transfer %s is refused', async (_, more, pointer) => {
  const { status, body } = await transfer(receiver, more())
  expect([status, body.errors?.[0]?.pointer]).toEqual([422, pointer])
})

test('a customer with whom the relation is ended receives nothing without an admin’s override', async () => {
  await house.call('PUT', `/v1/customers/${receiver}/ended-relation`, {
    body: { reason: 'Unpaid' },
  })
  const no = await transfer(receiver)
  expect([no.status, no.body.type.split('#')[1]]).toEqual([409, 'relation-ended'])
  expect((await transfer(receiver, {}, { role: 'billing' })).status).toBe(403)
  const yes = await transfer(receiver, { override: { reason: 'The heirs have paid' } })
  expect(yes).toMatchObject({ status: 201, body: { customer: receiver } })
  const overridden = (await history()).filter(({ type }) => type === 'relation.overridden')
  expect(overridden).toMatchObject([{ data: { customer: receiver, command: 'transfer' } }])
})

test('a customer with whom the relation is ended can give a license away', async () => {
  await house.call('PUT', `/v1/customers/${giver}/ended-relation`, { body: { reason: 'Unpaid' } })
  expect((await transfer(receiver)).status).toBe(201)
})

test('each customer’s package tells what was so while the license was theirs, and names nobody of the other’s', async () => {
  await object('Azubi Alt')
  await house.call('PUT', `/v1/licenses/${sold.id}/suspension`, {
    body: { reason: 'Alte Rechnung' },
  })
  house.clock.set('2026-02-01T10:00:00+01:00')
  await transfer(receiver)
  house.clock.set('2026-03-01T10:00:00+01:00')
  const body = { side: 'vendor', kind: 'good_cause', reason: 'Neue Sache' }
  await house.call('POST', `/v1/licenses/${sold.id}/termination`, { body })
  const [old, fresh] = [await packed(giver), await packed(receiver)]
  const mine = ['Frau Alt', 'Azubi Alt', 'Alte Rechnung', 'Die Bäckerei ist verkauft']
  const theirs = ['Herr Neu', 'Neue Sache']
  for (const word of mine)
    expect([word, old.has(word), fresh.has(word)]).toEqual([word, true, false])
  for (const word of theirs)
    expect([word, old.has(word), fresh.has(word)]).toEqual([word, false, true])
  const all = (await history()).map(({ id }) => id)
  const handed = (await history()).findIndex(({ type }) => type === 'license.transferred')
  expect(old.ids('events')).toEqual(all.slice(0, handed + 1))
  expect(fresh.ids('events')).toEqual(all)
  expect([old.ids('licenses'), fresh.ids('licenses')]).toEqual([[], [sold.id]])
  expect([old.ids('objections').length, fresh.ids('objections').length]).toEqual([1, 0])
  expect([old.ids('terminations').length, fresh.ids('terminations').length]).toEqual([0, 1])
})

test('who gives a license away and gets it back is told of both times, and not of the time between', async () => {
  await transfer(receiver)
  house.clock.set('2026-02-01T10:00:00+01:00')
  await object('Zwischenherr')
  house.clock.set('2026-03-01T10:00:00+01:00')
  await transfer(giver, {
    agreements: { giver: agreement('Herr Neu'), receiver: agreement('Frau Alt, wieder da') },
  })
  const back = await packed(giver)
  expect([back.has('Frau Alt'), back.has('Frau Alt, wieder da')]).toEqual([true, true])
  expect([back.has('Zwischenherr'), back.has('Herr Neu')]).toEqual([false, false])
  expect((await packed(receiver)).has('Zwischenherr')).toBe(true)
})

async function packed(id: string) {
  const files = await unzip(await packageOf(house, `/v1/customers/${id}/export`))
  const text = [...files.values()].map((bytes) => new TextDecoder().decode(bytes)).join('\n')
  return {
    has: (word: string) => text.includes(JSON.stringify(word)),
    ids: (table: string) =>
      textOf(files, `data/tables/${table}.jsonl`)
        .split('\n')
        .filter((line) => line !== '')
        .map((line): unknown => JSON.parse(line).id),
  }
}
