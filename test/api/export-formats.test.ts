import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse } from './house.ts'
import type { House, Json, List } from './house.ts'
import { openShop } from './shop.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
  await openShop(house)
  await openShop(house, {}, { code: 'kassenbuch', name: 'Kassenbuch', export_formats: ['ods'] })
})
afterAll(() => house.close())

const register = (query = '') =>
  house.call<List<Json>>('GET', `/v1/export-formats${query}`, { role: null })

test('anybody can read what each product exports, and as which type of file', async () => {
  const { status, body, headers } = await register()
  expect([status, headers.get('access-control-allow-origin')]).toEqual([200, '*'])
  expect(body.data.map(({ product }) => product)).toEqual(['broetchenbringer', 'kassenbuch'])
  expect(body.data[0]).toEqual({
    product: 'broetchenbringer',
    name: 'Brötchenbringer',
    export_formats: [
      { name: 'csv', media_type: 'text/csv', extension: 'csv' },
      { name: 'jsonl', media_type: 'application/jsonl', extension: 'jsonl' },
      {
        name: 'xlsx',
        media_type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        extension: 'xlsx',
      },
    ],
    export_tables: [],
  })
})

test('the register can be asked for one product', async () => {
  const { body } = await register('?product=kassenbuch')
  expect(body.data.map(({ product }) => product)).toEqual(['kassenbuch'])
  expect((await register('?product=none')).body.data).toEqual([])
})

test('the register says more as soon as the product exports more', async () => {
  const body = { export_formats: ['ods', 'csv'] }
  await house.call('PATCH', '/v1/products/kassenbuch', { body })
  const [kassenbuch] = (await register('?product=kassenbuch')).body.data
  expect(kassenbuch).toMatchObject({ export_formats: [{ name: 'ods' }, { name: 'csv' }] })
})

const orders = {
  name: 'orders',
  title: 'Bestellungen',
  schema: {
    fields: [
      { name: 'id', type: 'integer', constraints: { required: true } },
      { name: 'total', type: 'number', 'auszug:scale': 2 },
    ],
    primaryKey: ['id'],
  },
}

test('the register shows the tables of the export, as the vendor publishes them', async () => {
  const edit = { export_tables: [orders] }
  const edited = await house.call('PATCH', '/v1/products/kassenbuch', { body: edit })
  expect(edited.body).toMatchObject(edit)
  expect((await register('?product=kassenbuch')).body.data[0]).toMatchObject(edit)
  const taken = await house.call('PATCH', '/v1/products/kassenbuch', { body: { name: 'Kasse' } })
  expect(taken.body).toMatchObject(edit)
})

test.each([
  ['a field twice', [{ ...orders, schema: { fields: [{ name: 'id' }, { name: 'id' }] } }]],
  ['a table twice', [orders, orders]],
  ['a key that is no field', [{ ...orders, schema: { ...orders.schema, primaryKey: ['no'] } }]],
  ['a type of nobody’s', [{ ...orders, schema: { fields: [{ name: 'id', type: 'uuid' }] } }]],
  ['text that cannot be kept', [{ ...orders, schema: { ...orders.schema, note: 'a\0b' } }]],
  ['no fields', [{ ...orders, schema: { fields: [] } }]],
])('tables with %s are refused', async (_, export_tables) => {
  const { status } = await house.call('PATCH', '/v1/products/kassenbuch', {
    body: { export_tables },
  })
  expect(status).toBe(422)
})
