import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse } from '../api/house.ts'
import type { House } from '../api/house.ts'
import { openShop } from '../api/shop.ts'
import type { LicenseWire, Sold } from '../api/shop.ts'
import { signedIn } from './browser.ts'
import type { Browser } from './browser.ts'

let house: House
let viewer: Browser
let customer: string
let sold: Sold
let objection: string
beforeAll(async () => {
  house = await openHouse({ now: '2026-09-28T11:00:00+02:00' })
  const shop = await openShop(house)
  const contacts = [
    { name: 'Jürgen Weiß', phones: ['030 / 123 45-67', '+49 171 5550100 ext. 12'] },
    { name: 'Ines Öztürk', emails: ['Ines.Oeztuerk@Example.com'] },
  ]
  const body = { name: 'Bäckerei Sonne', language: 'de', contacts, external_refs: { erp: '10023' } }
  customer = (await house.call<{ id: string }>('POST', '/v1/customers', { body })).body.id
  sold = await shop.sell({ customer, external_refs: { datev: 'K-77' } })
  await house.call('POST', `/v1/licenses/${sold.id}/objections`, {
    body: { side: 'vendor', channel: 'phone' },
  })
  const { body: license } = await house.call<LicenseWire>('GET', `/v1/licenses/${sold.id}`)
  objection = license.objections[0]?.id ?? ''
  viewer = await signedIn(house, 'viewer')
})
afterAll(() => house.close())

const search = async (words: string) => (await viewer.send('/console/search', { words })).to

test.each([
  'sonne weiß',
  'oezt',
  '+49301234567',
  '0049 30 1234567',
  '(030) 123 45 67',
  '0171/5550100',
  'tel:+49-30-1234567',
  'ines.oeztuerk@EXAMPLE.com',
  '10023',
])('%j leads to the customer', async (words) => {
  expect(await search(words)).toBe(`/console/customers/${customer}`)
})

test('an id of either leads to what it names, and so does another system’s name for it', async () => {
  expect(await search(customer)).toBe(`/console/customers/${customer}`)
  for (const words of [sold.id, 'K-77', 'k-77'])
    expect(await search(words)).toBe(`/console/licenses/${sold.id}`)
})

test('a license key leads to its license, and stands in no address, log or page', async () => {
  for (const key of [sold.key, sold.key.toLowerCase().replaceAll('-', ' ')])
    expect(await search(key)).toBe(`/console/licenses/${sold.id}`)
  expect(JSON.stringify(house.logged)).not.toContain(sold.key)
})

test('a reference that is read out leads to its receipt, also as it is misheard', async () => {
  const spoken = objection.slice(-12).toUpperCase()
  const groups = (spoken.match(/.{4}/g) ?? []).join(' ')
  const misheard = groups.replaceAll('0', 'O').replaceAll('1', 'l')
  for (const words of [groups, spoken, misheard, groups.replaceAll(' ', '-'), objection])
    expect(await search(words)).toBe(`/console/licenses/${sold.id}/receipt/vendor`)
})

test('what nobody is known by says what was looked for, and the next step', async () => {
  for (const words of ['+49 30 9999999', 'AAAA BBBB 1111', 'x@example.com', 'x'.repeat(2000)]) {
    const { html, status } = await viewer.send('/console/search', { words })
    expect([status, html.includes('Nothing fits')]).toEqual([200, true])
  }
})
