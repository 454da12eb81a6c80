import { afterAll, beforeAll, expect, test } from 'vitest'
import { textOf, unzip } from '../export/unzip.ts'
import { openBusyHouse } from './busy-house.ts'
import type { BusyHouse } from './busy-house.ts'
import { packageOf } from './empty-house.ts'

let house: BusyHouse
beforeAll(async () => {
  house = await openBusyHouse()
})
afterAll(() => house.close())

const packed = async (customer: string) =>
  unzip(await packageOf(house, `/v1/customers/${customer}/export`))

const rows = (files: ReadonlyMap<string, Uint8Array>, table: string) =>
  textOf(files, `data/tables/${table}.jsonl`)
    .split('\n')
    .filter((line) => line !== '')
    .map((line): Readonly<Record<string, unknown>> => JSON.parse(line))

test('a customer’s package holds all that is kept about them', async () => {
  const [, , zopf = ''] = house.customers
  const files = await packed(zopf)
  expect(rows(files, 'customers')).toMatchObject([{ id: zopf, name: 'Café “Zum\nZopf”' }])
  expect(rows(files, 'contacts').map(({ name }) => name)).toEqual(['Ä. Zopf', 'B. Zopf'])
  expect(rows(files, 'external_references').map(({ reference }) => reference)).toEqual(
    expect.arrayContaining(['cus_123', '10001', '4711']),
  )
  expect(rows(files, 'ended_relations')).toMatchObject([{ reason: 'Drei Mahnungen' }])
  expect(rows(files, 'licenses')).toHaveLength(2)
  expect(rows(files, 'objections')).toMatchObject([{ side: 'customer', channel: 'letter' }])
  expect(rows(files, 'activations')).toHaveLength(2)
  expect(rows(files, 'license_keys')).toHaveLength(3)
  for (const { id } of rows(files, 'licenses')) {
    const told = rows(files, 'events').filter(({ license }) => license === id)
    const { body } = await house.call<{ data: { id: string }[] }>(
      'GET',
      `/v1/licenses/${String(id)}/events?limit=200`,
    )
    expect(told.map((event) => event.id)).toEqual(body.data.map((event) => event.id))
  }
  const [bakery = ''] = house.customers
  const personal = rows(await packed(bakery), 'event_personal').map(({ value }) => value)
  expect(personal).toEqual(expect.arrayContaining(['Bitte nicht mehr.', 'Wetter', 'Frau Ölbäcker']))
})

test('a customer’s package holds nothing of others and no secret', async () => {
  const all = [...(await unzip(await packageOf(house, '/v1/export'))).entries()]
  const secrets = all
    .filter(([path]) => /(license_keys|signing_keys|server)\.jsonl$/.test(path))
    .flatMap(
      ([, bytes]) =>
        new TextDecoder().decode(bytes).match(/"(sealed|hash|secret_check)":"[^"]+"/g) ?? [],
    )
    .map((member) => member.split('"')[3] ?? '')
  expect(secrets.length).toBeGreaterThan(10)
  const keys = house.licenses.map(({ key }) => key)
  for (const customer of house.customers) {
    const text = [...(await packed(customer)).values()]
      .map((bytes) => new TextDecoder().decode(bytes))
      .join('\n')
    const others = [
      ...house.customers.filter((each) => each !== customer),
      ...house.licenses.filter((each) => each.customer !== customer).map(({ id }) => id),
    ]
    for (const word of [...others, ...secrets, ...keys]) expect(text).not.toContain(word)
  }
})

test('a package says what is not in it, and why', async () => {
  const [customer = ''] = house.customers
  const said: { what: string; why: string }[] = JSON.parse(
    textOf(await packed(customer), 'data/excluded.json'),
  )
  expect(said.map(({ what }) => what)).toContain('license keys themselves')
  const ofServer = textOf(await unzip(await packageOf(house)), 'data/excluded.json')
  expect(ofServer).toContain('API tokens')
})

test('of a customer who is not there, and in a format that is not there, nothing is given', async () => {
  expect((await house.call('GET', '/v1/customers/cus_nobody/export')).status).toBe(404)
  expect((await house.call('GET', '/v1/export?formats=jsonl,docx')).status).toBe(400)
  expect((await house.call('GET', '/v1/export', { role: 'support' })).status).toBe(403)
})
