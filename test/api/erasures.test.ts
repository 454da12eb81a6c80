import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { checkHistories } from '../../src/store/check-histories.ts'
import type { Database } from '../../src/store/database.ts'
import { inTransaction } from '../../src/store/database.ts'
import { bringBack, openEmptyHouse, packageOf } from '../records/empty-house.ts'
import { openHouse } from './house.ts'
import type { CallOptions, House, Json, List, Refusal } from './house.ts'
import { openShop } from './shop.ts'
import type { Shop, Sold } from './shop.ts'
import { askToken } from './start-up.ts'

let house: House
let shop: Shop
let sold: Sold
let customer: string

/** Each stands in a place of its own. */
const words = [
  'Bäckerei Vergissmich',
  'Frau Kontakt',
  '+49 30 7654321',
  'kontakt@example.org',
  'shop-4711',
  'erp-4712',
  'Notiz im Lager',
  'Kasse am Fenster',
  'Frau Unterschrift',
  'Azubi Objekt',
  'Keine Lust mehr',
  'Rechnung vom Mai',
  'Herr Frage',
  'Wie wird das Wetter',
  'Bitte nicht mehr anrufen',
  'Empfang Meier',
  'Brief von Hand',
  'Kündigung-Meier.txt',
  'Streit um Brot',
  'Einvernehmlich mit Meier',
] as const

beforeEach(async () => {
  house = await openHouse()
  shop = await openShop(house)
  house.clock.set('2026-01-10T10:00:00+01:00')
  customer = (
    await post<{ id: string }>('/v1/customers', {
      name: 'Bäckerei Vergissmich',
      external_refs: { shop: 'shop-4711' },
      contacts: [
        { name: 'Frau Kontakt', phones: ['+49 30 7654321'], emails: ['kontakt@example.org'] },
      ],
    })
  ).id
  sold = await shop.sell({
    customer,
    external_refs: { erp: 'erp-4712' },
    metadata: { note: 'Notiz im Lager' },
    agreement: agreement('Frau Unterschrift'),
  })
})
afterEach(() => house.close())

async function post<T = Json>(path: string, body: Json): Promise<T> {
  const { status, body: answer, text } = await house.call<T>('POST', path, { body })
  if (status >= 300) throw new Error(text)
  return answer
}

function agreement(accepted_by: string): Json {
  return { title: 'Vertrag', version: '1', accepted_at: '2026-01-09T12:00:00+01:00', accepted_by }
}

/** A license's whole life, with words everywhere. */
async function live(): Promise<void> {
  const at = `/v1/licenses/${sold.id}`
  await askToken(house, {
    license_key: sold.key,
    product: shop.product,
    fingerprint: 'till',
    machine: 'Kasse am Fenster',
  })
  await post(`${at}/objections`, {
    side: 'customer',
    channel: 'phone',
    declared_by: 'Azubi Objekt',
    reason: 'Keine Lust mehr',
  })
  await house.call('PUT', `${at}/suspension`, { body: { reason: 'Rechnung vom Mai' } })
  await house.call('DELETE', `${at}/suspension`)
  await post(`${at}/inquiries`, {
    topic: 'out_of_scope',
    channel: 'phone',
    contact: 'Herr Frage',
    subject: 'Wie wird das Wetter',
  })
  await post(`${at}/warnings`, {
    form: 'letter',
    recipient: 'Empfang Meier',
    text: 'Bitte nicht mehr anrufen',
  })
  const name = encodeURIComponent('Kündigung-Meier.txt')
  const sent = await house.call('POST', `${at}/documents`, {
    text: 'Brief von Hand',
    headers: {
      'content-type': 'text/plain',
      'content-disposition': `attachment; filename*=UTF-8''${name}`,
    },
  })
  expect(sent.status).toBe(201)
  await house.call('PUT', `/v1/customers/${customer}/ended-relation`, {
    body: { reason: 'Streit um Brot' },
  })
}

const terminate = () =>
  post(`/v1/licenses/${sold.id}/termination`, {
    side: 'both',
    kind: 'mutual',
    reason: 'Einvernehmlich mit Meier',
  })
const erase = (options: CallOptions = {}) =>
  house.call<Json & Refusal>('POST', `/v1/customers/${customer}/erasure`, {
    body: { reason: 'Nach Artikel 17' },
    ...options,
  })
const history = async (id: string = sold.id) =>
  (await house.call<List>('GET', `/v1/licenses/${id}/events?limit=200`)).body.data
const codeOf = ({ body }: { body: Refusal }) => body.type.split('#')[1]

/** The words that stand in any row of any table, as text or as bytes. */
async function found(db: Database, searched: readonly string[]): Promise<readonly string[]> {
  const { rows: tables } = await sql<{ name: string }>`
    select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE'`.execute(db)
  const there = new Set<string>()
  for (const { name } of tables) {
    const { rows } = await sql<{ word: string }>`
      select w.word from unnest(${searched}::text[]) as w (word)
      where exists (
        select from ${sql.table(name)} r
        where position(w.word in r::text) > 0
          or position(encode(convert_to(w.word, 'UTF8'), 'hex') in r::text) > 0
      )`.execute(db)
    for (const { word } of rows) there.add(word)
  }
  return searched.filter((word) => there.has(word))
}

test('after an erasure no word of the customer is found in any table, each chain checks, and no decision is another', async () => {
  const { db } = house.database
  await live()
  await terminate()
  expect(await found(db, words)).toEqual([...words])
  await inTransaction(db, checkHistories)
  const at = `/v1/licenses/${sold.id}/decision?at=`
  const instants = ['2026-01-10T09:00:00Z', '2025-10-02T00:00:00Z', '2030-01-01T00:00:00Z']
  const decided = () =>
    Promise.all(instants.map(async (each) => (await house.call('GET', at + each)).body))
  const before = { decisions: await decided(), events: await history() }
  const erased = await erase()
  expect(erased.status).toBe(200)
  expect(erased.body).toMatchObject({
    id: customer,
    name: customer,
    contacts: [],
    external_refs: {},
  })
  expect(await found(db, words)).toEqual([])
  await inTransaction(db, checkHistories)
  expect(await decided()).toEqual(before.decisions)
  const hashes = (events: readonly Json[]) => events.map(({ hash }) => hash)
  const after = await history()
  expect(hashes(after).slice(0, before.events.length)).toEqual(hashes(before.events))
  expect(after.slice(before.events.length)).toMatchObject([
    {
      type: 'customer.erased',
      data: { customer },
      personal: { reason: { value: 'Nach Artikel 17' } },
    },
  ])
})

test('the key of an erased customer goes on exporting, and nothing is sold to them', async () => {
  await terminate()
  await erase()
  const asked = { license_key: sold.key, product: shop.product }
  const { status, body } = await askToken(house, asked)
  expect([status, body.decision.mode]).toEqual([200, 'export-only'])
  expect(body.decision.capabilities).toEqual(['data:export'])
  const issued = await house.call<Refusal>('POST', '/v1/licenses', {
    body: { plan: shop.plan, customer, time_zone: 'Europe/Berlin' },
  })
  expect([issued.status, codeOf(issued)]).toEqual([409, 'relation-ended'])
})

test('a customer whose contract runs, is to begin or can renew is not erased, and keeps every word', async () => {
  const later = await shop.sell({ customer, starts_on: '2026-05-01' })
  const no = await erase()
  expect([no.status, codeOf(no)]).toEqual([409, 'contract-runs'])
  expect(no.body['licenses']).toEqual([sold.id, later.id].toSorted((a, b) => (a < b ? -1 : 1)))
  const objection = { side: 'vendor', channel: 'phone' }
  for (const { id } of [sold, later]) await post(`/v1/licenses/${id}/objections`, objection)
  expect((await erase()).status).toBe(409)
  const read = await house.call('GET', `/v1/customers/${customer}`)
  expect(read.body).toMatchObject({ name: 'Bäckerei Vergissmich' })
  expect((await history()).some(({ type }) => type === 'customer.erased')).toBe(false)
  house.clock.set('2030-01-01T00:00:00+01:00')
  expect((await erase()).status).toBe(200)
})

test('of a license that was handed over goes what was so until then, and nothing of the other customer', async () => {
  const receiver = await post<{ id: string }>('/v1/customers', { name: 'Bäckerei Nachfolge' })
  await live()
  house.clock.set('2026-02-10T10:00:00+01:00')
  await post(`/v1/licenses/${sold.id}/transfer`, {
    customer: receiver.id,
    reason: 'Einvernehmlich mit Meier',
    agreements: { giver: agreement('Frau Unterschrift'), receiver: agreement('Herr Nachfolge') },
  })
  house.clock.set('2026-03-10T10:00:00+01:00')
  await post(`/v1/licenses/${sold.id}/inquiries`, {
    topic: 'in_scope',
    channel: 'phone',
    contact: 'Azubi Nachfolge',
    subject: 'Wo ist der Export',
  })
  expect((await erase()).status).toBe(200)
  const theirs = ['Bäckerei Nachfolge', 'Herr Nachfolge', 'Azubi Nachfolge', 'Wo ist der Export']
  const kept = ['erp-4712', 'Notiz im Lager', 'Kasse am Fenster']
  expect(await found(house.database.db, [...words, ...theirs])).toEqual([...kept, ...theirs])
  await inTransaction(house.database.db, checkHistories)
  const told = (await history()).at(-1)
  expect(told).toMatchObject({ type: 'customer.erased', data: { customer }, personal: {} })
})

test('an erasure comes back with the records of the server', async () => {
  await live()
  await terminate()
  await erase()
  const archive = await packageOf(house)
  const empty = await openEmptyHouse({ now: house.clock.now, secret: 'a secret of the tests' })
  expect((await bringBack(empty, archive)).status).toBe(200)
  expect(await empty.call('GET', `/v1/customers/${customer}`)).toMatchObject({
    status: 200,
    body: { name: customer, contacts: [] },
  })
  const read = await house.call<List>('GET', `/v1/licenses/${sold.id}/events?limit=200`)
  const brought = await empty.call<List>('GET', `/v1/licenses/${sold.id}/events?limit=200`)
  expect(brought.body).toEqual(read.body)
  await inTransaction(empty.deps.db, checkHistories)
  await empty.close()
})

test('erasing again erases what has come since', async () => {
  await terminate()
  await erase()
  await house.call('PATCH', `/v1/customers/${customer}`, { body: { name: 'Doch wieder da' } })
  expect((await erase()).body['name']).toBe(customer)
  expect(await found(house.database.db, ['Doch wieder da'])).toEqual([])
  await inTransaction(house.database.db, checkHistories)
})

test('only an admin erases, and only who is there', async () => {
  expect((await erase({ role: 'billing' })).status).toBe(403)
  const nobody = '/v1/customers/cus_00000000000000000000000000/erasure'
  expect((await house.call('POST', nobody, { body: { reason: 'x' } })).status).toBe(404)
})
