import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse } from '../api/house.ts'
import type { House } from '../api/house.ts'
import { openShop } from '../api/shop.ts'
import type { Shop } from '../api/shop.ts'
import { signedIn } from './browser.ts'
import type { Browser } from './browser.ts'

let house: House
let shop: Shop
let admin: Browser
beforeAll(async () => {
  house = await openHouse({ now: '2026-09-28T11:00:00+02:00' })
  shop = await openShop(house)
  admin = await signedIn(house, 'admin')
})
afterAll(() => house.close())

async function enter(name: string, references: Readonly<Record<string, string>> = {}) {
  const body = {
    name,
    language: 'de',
    external_refs: references,
    contacts: [{ name: `${name}, Inhaber`, emails: [], phones: [], may: ['object'] }],
  }
  const made = await house.call<{ id: string }>('POST', '/v1/customers', { body })
  return `/console/customers/${made.body.id}`
}

const idOf = (page: string): string => page.split('/').at(-1) ?? ''

async function buys(page: string): Promise<string> {
  const body = { plan: shop.plan, customer: idOf(page), time_zone: 'Europe/Berlin' }
  return (await house.call<{ id: string }>('POST', '/v1/licenses', { body })).body.id
}

test('a customer who was entered twice is found, looked at and merged', async () => {
  const [twice, stays] = [await enter('Bäckerei Korn alt'), await enter('Bäckerei Korn')]
  await buys(twice)
  const found = await admin.send(`${twice}/merge/find`, { words: 'Bäckerei Korn' })
  expect(found.html).toContain(`href="${twice}/merge?into=${idOf(stays)}"`)
  expect(found.html).not.toContain(`into=${idOf(twice)}`)
  const sheet = await admin.get(`${twice}/merge?into=${idOf(stays)}`)
  expect(sheet.html).toContain('Bäckerei Korn alt becomes part of Bäckerei Korn')
  expect(sheet.html).toContain('One license goes there with all history, and one contact')
  const into = idOf(stays)
  const nameless = await admin.send(`${twice}/merge`, { into, reason: '' })
  expect([nameless.status, nameless.html]).toEqual([
    422,
    expect.stringContaining('id="reason-wrong"'),
  ])
  const merged = await admin.send(`${twice}/merge`, { into, reason: 'Zweimal angelegt' })
  expect(merged.to).toBe(stays)
  const card = await admin.get(stays)
  expect(card.html).toContain('Bäckerei Korn alt, Inhaber')
})

test('two records that one system calls differently are not merged before somebody decides', async () => {
  const [from, into] = [await enter('Café A', { erp: '1' }), await enter('Café B', { erp: '2' })]
  const refused = await admin.send(`${from}/merge`, { into: idOf(into), reason: 'Dasselbe Haus' })
  expect(refused.status).toBe(409)
  expect(refused.html).toContain('Both records are called something by the same system')
})

test('a customer is forgotten once no contract runs with them', async () => {
  const page = await enter('Backstube Vergissmein')
  const license = await buys(page)
  const erasing = { reason: 'Verlangt am 28. September' }
  const runs = await admin.send(`${page}/erasure`, erasing)
  expect([runs.status, runs.html]).toEqual([
    409,
    expect.stringContaining('A contract with this customer still runs'),
  ])
  await house.call('POST', `/v1/licenses/${license}/termination`, {
    body: { side: 'both', kind: 'mutual', reason: 'Geschäft aufgegeben' },
  })
  expect((await admin.get(`${page}/erasure`)).html).toContain('Backstube Vergissmein')
  expect((await admin.send(`${page}/erasure`, erasing)).to).toBe(page)
  const after = await admin.get(page)
  expect(after.status).toBe(200)
  expect(after.html).not.toContain('Vergissmein')
})
