import { afterEach, beforeEach, expect, test } from 'vitest'
import { connectionsOf } from '../../src/store/postgres.ts'
import { openHouse } from '../api/house.ts'
import type { House, Json } from '../api/house.ts'
import { annual, openShop } from '../api/shop.ts'
import { onPostgres } from '../database.ts'
import { unzip, textOf } from '../export/unzip.ts'
import { ok } from '../stories/bakery.ts'
import { packageOf } from './empty-house.ts'

let house: House
beforeEach(async () => {
  house = await openHouse()
  await openShop(house)
  const lines = Array.from({ length: 3000 }, (_, n) => `Bäckerei ${n};v${n}`)
  const body: Json = {
    system: 'old',
    data: ['name;ref', ...lines].join('\n'),
    columns: { customer_name: 'name', license_ref: 'ref' },
    always: { plan: annual.code, time_zone: 'Europe/Berlin' },
  }
  ok(await house.call('POST', '/v1/move-in/csv', { body }))
})
afterEach(() => house.close())

const headers = () => ({ authorization: `Bearer ${house.tokens.admin}` })

/** Connections that somebody holds; PGlite has but one, which answers or does not. */
async function held(): Promise<number> {
  await house.call('GET', '/v1/products')
  return connectionsOf(house.database.db)?.busy ?? 0
}

test('a reader who goes away, or only asks for the head, leaves no connection held', async () => {
  const response = await house.app.request('/v1/export', { headers: headers() })
  const reader = response.body?.getReader()
  for (let n = 0; n < 5; n++) await reader?.read()
  expect(await held()).toBe(onPostgres ? 1 : 0)
  await reader?.cancel()
  expect(await held()).toBe(0)
  const head = await house.app.request('/v1/export', { method: 'HEAD', headers: headers() })
  expect([head.status, await head.text()]).toEqual([200, ''])
  expect(await held()).toBe(0)
})

test('a reader who is slow holds nobody up', async () => {
  const response = await house.app.request('/v1/export', { headers: headers() })
  const reader = response.body?.getReader()
  await reader?.read()
  await reader?.read()
  const { status } = await house.call('POST', '/v1/customers', { body: { name: 'Meanwhile' } })
  expect(status).toBe(201)
  await reader?.cancel()
})

test('a package is of one moment: what is sold while it is written is not in it', async () => {
  const response = await house.app.request('/v1/export?formats=jsonl', { headers: headers() })
  const reader = response.body?.getReader()
  const chunks: Uint8Array[] = []
  for (let n = 0; ; n++) {
    const next = await reader?.read()
    if (next === undefined || next.done) break
    chunks.push(next.value)
    if (n === 5) ok(await house.call('POST', '/v1/customers', { body: { name: 'Too late' } }))
  }
  const files = await unzip(
    new Uint8Array(await new Blob(chunks.map((each) => new Uint8Array(each))).arrayBuffer()),
  )
  expect(textOf(files, 'data/tables/customers.jsonl')).not.toContain('Too late')
  const after = await unzip(await packageOf(house, '/v1/export?formats=jsonl'))
  expect(textOf(after, 'data/tables/customers.jsonl')).toContain('Too late')
})

test('a database that fails in the middle ends the stream with an error, and is logged', async () => {
  const response = await house.app.request('/v1/export', { headers: headers() })
  await house.database.db.destroy()
  await expect(response.arrayBuffer()).rejects.toThrow(/./)
  expect(house.logged.map(({ event }) => event)).toContain('export-failed')
}, 60_000)
