import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse } from '../api/house.ts'
import type { House, Json, List } from '../api/house.ts'
import { openShop } from '../api/shop.ts'
import type { LicenseWire, Shop } from '../api/shop.ts'
import { signedIn } from './browser.ts'
import type { Browser, Seen } from './browser.ts'

let house: House
let shop: Shop
let admin: Browser
let billing: Browser
beforeAll(async () => {
  house = await openHouse({ now: '2026-09-28T11:00:00+02:00' })
  shop = await openShop(house)
  const monthly = { code: 'monthly', product: shop.product, name: 'Monthly', term: 'P1M' }
  const body = { ...monthly, capabilities: ['orders:read'], renewal: 'automatic' }
  await house.call('POST', '/v1/plans', { body })
  admin = await signedIn(house, 'admin')
  billing = await signedIn(house, 'billing')
})
afterAll(() => house.close())

const hidden = ({ html }: Seen, name: string): string =>
  (new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '')
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
const read = async (path: string): Promise<Json> => (await house.call('GET', path)).body

const path = (): string => `/console/customers/${shop.customer}/issue?plan=${shop.plan}`
const granted = {
  seats: '3',
  'cap_orders:read': 'yes',
  'cap_orders:write': 'yes',
  limit_0_name: 'branches',
  limit_0_value: '3',
}
const licenses = async (): Promise<readonly LicenseWire[]> =>
  (await house.call<List<LicenseWire>>('GET', `/v1/licenses?customer=${shop.customer}`)).body.data

test('a license is issued after its days were shown, with its key, once however often it is sent', async () => {
  const sheet = await billing.get(path())
  for (const sentence of [
    'A term from Mon 28 September 2026 to Mon 27 September 2027 (Berlin)',
    'until the end of Mon 27 September 2027.',
    'Issue for Bäckerei Beispiel',
  ])
    expect(sheet.html).toContain(sentence)
  const fields = {
    ...granted,
    id: hidden(sheet, 'id'),
    shown: hidden(sheet, 'shown'),
    start: 'today',
    time_zone: 'Europe/Berlin',
  }
  const before = (await licenses()).length
  const made = await billing.send(path(), fields)
  const key = /<code>(AUSZUG[^<]+)<\/code>/i.exec(made.html)?.[1] ?? ''
  const body = { license_key: key, product: shop.product, fingerprint: 'till' }
  expect((await house.call('POST', '/v1/tokens', { body, role: null })).status).toBe(200)
  expect((await billing.send(path(), fields)).to).toBe(`/console/licenses/${fields.id}`)
  expect(await licenses()).toHaveLength(before + 1)
  expect(await read(`/v1/licenses/${fields.id}`)).toMatchObject({
    seats: 3,
    time_zone: 'Europe/Berlin',
    term: { starts_on: '2026-09-28', ends_on: '2027-09-27' },
  })
})

test('with another start, end and grant is shown anew first, and issued as the API issues it', async () => {
  const first = await billing.get(path())
  const fields = {
    ...granted,
    id: hidden(first, 'id'),
    shown: hidden(first, 'shown'),
    start: 'day',
    starts_on: '2025-10-01',
    ends_on: '2025-12-31',
    time_zone: 'Europe/Vienna',
    seats: '7',
    ref_0_system: 'shop',
    ref_0_reference: 'order-77',
    agreement_title: 'Offer 77',
    agreement_version: '1',
    agreement_accepted_at: '2025-09-15',
    agreement_accepted_by: 'N. Beispiel',
  }
  const look = await billing.send(path(), fields)
  expect(look.html).toContain('A term from Thu 1 January 2026 to Thu 31 December 2026 (Vienna)')
  expect(look.html).toContain('One term before it has passed.')
  expect(look.html).toContain('Nothing has been recorded yet')
  expect((await house.call('GET', `/v1/licenses/${fields.id}`)).status).toBe(404)
  await billing.send(path(), { ...fields, shown: hidden(look, 'shown') })
  expect(await read(`/v1/licenses/${fields.id}`)).toMatchObject({
    time_zone: 'Europe/Vienna',
    seats: 7,
    external_refs: { shop: 'order-77' },
    term: { starts_on: '2026-01-01', ends_on: '2026-12-31' },
  })
})

test('a license waits for its first activation until a day that must be named', async () => {
  const first = await billing.get(path())
  const fields = { ...granted, id: hidden(first, 'id'), start: 'first', time_zone: 'UTC' }
  const nameless = await billing.send(path(), fields, { 'accept-language': 'de' })
  expect(nameless.html).toMatch(/id="start_by-wrong">Bitte nennen Sie den Tag/)
  const look = await billing.send(path(), { ...fields, start_by: '2027-03-31' })
  expect(look.html).toContain(
    'Starts with its first activation, at the latest on Wed 31 March 2027',
  )
  const sent = { ...fields, start_by: '2027-03-31', shown: hidden(look, 'shown') }
  await billing.send(path(), sent)
  expect(await read(`/v1/licenses/${fields.id}`)).toMatchObject({
    decision: { reason: 'not_started' },
  })
})

test('what does not fit is said at its field', async () => {
  const first = await billing.get(path())
  const fields = { ...granted, id: hidden(first, 'id'), start: 'day', time_zone: 'UTC' }
  const seen = await billing.send(path(), {
    ...fields,
    starts_on: '2026-10-01',
    ends_on: '2026-09-30',
    limit_0_value: 'drei',
    agreement_title: 'Half',
  })
  expect(seen.status).toBe(422)
  expect(seen.html).toMatch(/id="agreement_version-wrong"/)
  expect(seen.html).toContain('Please write a whole number')
  const ends = await billing.send(path(), {
    ...fields,
    starts_on: '2026-10-01',
    ends_on: '2026-09-30',
  })
  expect(ends.html).toMatch(/id="ends_on-wrong">The first term ends before it starts/)
})

test('a license is offered under every plan there is, and to whom the relation is ended by admins alone', async () => {
  const choice = await billing.get(`/console/customers/${shop.customer}/issue`)
  expect(choice.html).toContain(`issue?plan=${shop.plan}`)
  expect(choice.html).toContain('issue?plan=monthly')
  const { body } = await house.call<{ id: string }>('POST', '/v1/customers', {
    body: { name: 'Schluss', language: 'de' },
  })
  await house.call('PUT', `/v1/customers/${body.id}/ended-relation`, { body: { reason: 'No' } })
  const issue = `/console/customers/${body.id}/issue?plan=${shop.plan}`
  expect((await billing.get(issue)).status).toBe(409)
  const sheet = await admin.get(issue)
  const fields = {
    ...granted,
    id: hidden(sheet, 'id'),
    shown: hidden(sheet, 'shown'),
    start: 'today',
    time_zone: 'Europe/Berlin',
  }
  expect((await admin.send(issue, fields)).html).toMatch(/id="override-wrong"/)
  const issued = await admin.send(issue, { ...fields, override: 'As agreed with the owner' })
  expect(issued.html).toContain('The license is issued')
})

test('a shop without products or plans is told what comes first', async () => {
  const empty = await openHouse()
  const browser = await signedIn(empty, 'admin')
  expect((await browser.get('/console/products')).html).toContain('There are no products yet')
  const { body } = await empty.call<{ id: string }>('POST', '/v1/customers', {
    body: { name: 'Die Erste' },
  })
  const { html } = await browser.get(`/console/customers/${body.id}/issue`)
  expect(html).toContain('There are no plans yet')
  await empty.close()
})
