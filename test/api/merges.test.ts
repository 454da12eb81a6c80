import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { checkHistories } from '../../src/store/check-histories.ts'
import { inTransaction } from '../../src/store/database.ts'
import { onPostgres } from '../database.ts'
import { textOf, unzip } from '../export/unzip.ts'
import { bringBack, openEmptyHouse, packageOf } from '../records/empty-house.ts'
import { openHouse } from './house.ts'
import type { CallOptions, House, Json, List, Refusal, Reply } from './house.ts'
import { openShop } from './shop.ts'
import type { Shop, Sold } from './shop.ts'
import { askToken } from './start-up.ts'

let house: House
let shop: Shop
let sold: Sold
let twice: string
let known: string

beforeAll(async () => {
  house = await openHouse()
  shop = await openShop(house)
})
beforeEach(async () => {
  house.clock.set('2026-01-10T10:00:00+01:00')
  twice = await customer({ name: 'Bäckerei Dopelt', contacts: [{ name: 'Frau Eins' }] })
  known = await customer({
    name: 'Bäckerei Doppelt',
    contacts: [{ name: 'Herr Zwei' }, { name: 'Frau Drei' }],
  })
  sold = await shop.sell({ customer: twice })
})
afterAll(() => house.close())

async function customer(body: Json): Promise<string> {
  return (await house.call<{ id: string }>('POST', '/v1/customers', { body })).body.id
}

const merge = (from = twice, into = known, options: CallOptions = {}) =>
  house.call<Json & Refusal>('POST', `/v1/customers/${from}/merge`, {
    body: { into, reason: 'Zweimal erfasst' },
    ...options,
  })
const end = (id: string, reason: string) =>
  house.call('PUT', `/v1/customers/${id}/ended-relation`, { body: { reason } })
const history = async (id: string = sold.id) =>
  (await house.call<List>('GET', `/v1/licenses/${id}/events?limit=200`)).body.data
const licensesOf = async (id: string) =>
  (await house.call<List>('GET', `/v1/licenses?customer=${id}`)).body.data.map((each) => each['id'])

test('licenses, contacts and references go to the customer that stays, and nothing of a contract changes', async () => {
  const asked = { license_key: sold.key, product: shop.product, fingerprint: 'till' }
  const before = await askToken(house, asked)
  const told = await history()
  const merged = await merge()
  expect(merged.status).toBe(200)
  expect(merged.body).toMatchObject({
    id: known,
    name: 'Bäckerei Doppelt',
    contacts: [{ name: 'Herr Zwei' }, { name: 'Frau Drei' }, { name: 'Frau Eins' }],
  })
  expect([await licensesOf(twice), await licensesOf(known)]).toEqual([[], [sold.id]])
  expect((await askToken(house, asked)).body.decision).toEqual(before.body.decision)
  const all = await history()
  expect(all.slice(0, told.length)).toEqual(told)
  expect(all.slice(told.length)).toMatchObject([
    {
      type: 'customer.merged',
      data: { from: twice, into: known },
      personal: { reason: { value: 'Zweimal erfasst' } },
    },
  ])
  await inTransaction(house.database.db, checkHistories)
})

test('the old id answers where the customer is now, also after that one was merged again', async () => {
  const third = await customer({ name: 'Bäckerei Dreifach' })
  await merge()
  const read = await house.call('GET', `/v1/customers/${twice}`)
  expect([read.status, read.body['merged_into']]).toEqual([404, known])
  await merge(known, third)
  for (const path of [`/v1/customers/${twice}`, `/v1/customers/${twice}/export`]) {
    const { status, body } = await house.call('GET', path)
    expect([status, body['merged_into']]).toEqual([404, third])
  }
  const again = await merge()
  expect([again.status, again.body['merged_into']]).toEqual([404, third])
  const body = { plan: shop.plan, customer: twice, time_zone: 'Europe/Berlin' }
  const issued = await house.call<Refusal>('POST', '/v1/licenses', { body })
  expect([issued.status, issued.body.errors?.[0]?.pointer]).toEqual([422, '/customer'])
  expect(issued.body.errors?.[0]?.detail).toContain(third)
  expect(await licensesOf(third)).toEqual([sold.id])
})

test('references go along, and two of one system are a conflict that changes nothing', async () => {
  const a = await customer({ name: 'A', external_refs: { shop: 'm-1', datev: 'm-2' } })
  const b = await customer({ name: 'B', external_refs: { datev: 'm-3' } })
  const c = await customer({ name: 'C', external_refs: { crm: 'm-4' } })
  const no = await merge(a, b)
  expect([no.status, no.body.type.split('#')[1], no.body['systems']]).toEqual([
    409,
    'references-collide',
    ['datev'],
  ])
  expect((await house.call('GET', `/v1/customers/${a}`)).status).toBe(200)
  const yes = await merge(a, c)
  expect(yes.body['external_refs']).toEqual({ crm: 'm-4', shop: 'm-1', datev: 'm-2' })
})

test('a relation that is ended under either record is ended, and each license knows', async () => {
  const other = await shop.sell({ customer: known })
  const told = async (id: string) =>
    (await history(id)).filter(({ type }) => type === 'relation.ended')
  await end(twice, 'Drei Mahnungen')
  const merged = await merge()
  expect(merged.body['ended_relation']).toMatchObject({ reason: 'Drei Mahnungen' })
  expect(await told(other.id)).toMatchObject([{ data: { customer: known } }])
  expect(await told(sold.id)).toHaveLength(1)
  const third = await customer({ name: 'Bäckerei Dreifach' })
  const late = await shop.sell({ customer: third })
  await end(third, 'Anderes')
  const both = await merge(known, third)
  expect(both.body['ended_relation']).toMatchObject({ reason: 'Anderes' })
  for (const { id } of [late, sold, other]) expect(await told(id)).toHaveLength(1)
})

test('a merge into nobody, or into itself, is refused', async () => {
  for (const into of ['cus_00000000000000000000000000', twice]) {
    const { status, body } = await merge(twice, into)
    expect([status, body.errors?.[0]?.pointer]).toEqual([422, '/into'])
  }
})

test('only an admin merges', async () => {
  expect((await merge(twice, known, { role: 'billing' })).status).toBe(403)
})

test('the package of the customer that stays has all that was kept under both records', async () => {
  const giver = await customer({ name: 'Alt' })
  const handed = await shop.sell({ customer: giver })
  const agreement = (by: string): Json => ({
    title: 'Übernahme',
    version: '1',
    accepted_at: '2026-01-09T12:00:00+01:00',
    accepted_by: by,
  })
  await house.call('POST', `/v1/licenses/${handed.id}/transfer`, {
    body: {
      customer: twice,
      reason: 'Verkauft',
      agreements: { giver: agreement('Herr Alt'), receiver: agreement('Frau Eins') },
    },
  })
  await house.call('POST', `/v1/licenses/${sold.id}/objections`, {
    body: { side: 'customer', channel: 'phone', declared_by: 'Azubi Eins' },
  })
  house.clock.set('2026-02-10T10:00:00+01:00')
  await merge()
  const files = await unzip(await packageOf(house, `/v1/customers/${known}/export`))
  const all = [...files.values()].map((bytes) => new TextDecoder().decode(bytes)).join('\n')
  for (const word of ['Bäckerei Dopelt', 'Azubi Eins', 'Frau Eins', 'Herr Zwei', 'Zweimal erfasst'])
    expect([word, all.includes(word)]).toEqual([word, true])
  expect(all.includes('Herr Alt')).toBe(false)
  expect(textOf(files, 'data/tables/licenses.jsonl').trim().split('\n')).toHaveLength(2)
})

test('a merge comes back with the records of the server', async () => {
  await merge()
  const archive = await packageOf(house)
  const empty = await openEmptyHouse({ now: house.clock.now, secret: 'a secret of the tests' })
  const brought = await bringBack(empty, archive)
  expect(brought.status).toBe(200)
  const read = await empty.call('GET', `/v1/customers/${twice}`)
  expect([read.status, read.body['merged_into']]).toEqual([404, known])
  await empty.close()
})

test.runIf(onPostgres)(
  'what is issued while a customer is merged goes along, or is refused with where to',
  async () => {
    const body = { plan: shop.plan, customer: twice, time_zone: 'Europe/Berlin' }
    const issue = (): Promise<Reply<Sold & Refusal>> => house.call('POST', '/v1/licenses', { body })
    const before = Array.from({ length: 6 }, issue)
    const merging = merge()
    const after = Array.from({ length: 6 }, issue)
    const answers = await Promise.all([...before, ...after])
    expect((await merging).status).toBe(200)
    const issued = answers.filter(({ status }) => status === 201)
    const refused = answers.filter(({ status }) => status !== 201)
    expect(refused.map(({ status }) => status)).toEqual(refused.map(() => 422))
    expect(new Set(await licensesOf(known))).toEqual(
      new Set([sold.id, ...issued.map(({ body }) => body.id)]),
    )
    const { rows } = await sql`select from licenses where customer = ${twice}`.execute(
      house.database.db,
    )
    expect(rows).toEqual([])
  },
)

test('a record that was erased can be merged too, and of two erasures the later one stays on record', async () => {
  const erase = (id: string) =>
    house.call('POST', `/v1/customers/${id}/erasure`, { body: { reason: 'Asked for it' } })
  const erasures = () =>
    sql<{ customer: string; erased_at: number }>`
      select customer, erased_at from erasures where customer in (${twice}, ${known})`
      .execute(house.database.db)
      .then(({ rows }) => rows)
  const termination = { side: 'vendor', kind: 'good_cause', reason: 'Unpaid' }
  await house.call('POST', `/v1/licenses/${sold.id}/termination`, { body: termination })
  expect((await erase(known)).status).toBe(200)
  house.clock.set('2026-01-11T10:00:00+01:00')
  expect((await erase(twice)).status).toBe(200)
  expect((await merge()).status).toBe(200)
  expect(await erasures()).toEqual([{ customer: known, erased_at: house.clock.now }])
})
