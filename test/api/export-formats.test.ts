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
