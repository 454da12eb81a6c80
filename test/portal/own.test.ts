import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pages } from '../../src/portal/pages.ts'
import type { Browser } from '../console/browser.ts'
import { askToken } from '../api/start-up.ts'
import { enter, openPortalHouse, someone } from './portal.ts'
import type { PortalHouse, Someone } from './portal.ts'

// Two customers on one server: whatever the one asks for of the other is not there.

let house: PortalHouse
let own: Someone
let other: Someone
let browser: Browser
let named: Readonly<Record<string, string>>
let history: number

const eventsOf = async (license: string): Promise<number> => {
  const path = `/v1/licenses/${license}/events?limit=200`
  return (await house.call<{ data: object[] }>('GET', path)).body.data.length
}

beforeAll(async () => {
  house = await openPortalHouse()
  own = await someone(house)
  other = await someone(house, ['object', 'sign', 'support'], {}, { name: 'Konditorei Geheim' })
  const { license } = other
  await askToken(house, {
    license_key: license.key,
    product: house.shop.product,
    fingerprint: 'till',
    machine: 'Geheime Kasse',
  })
  const path = `/v1/licenses/${license.id}`
  const machines = await house.call<{ data: { id: string }[] }>('GET', `${path}/activations`)
  const keys = await house.call<{ data: { id: string }[] }>('GET', `${path}/keys`)
  const body = { kind: 'amendment', amendment: { from: 'now', seats: 7 } }
  const made = await house.call<{ id: string }>('POST', `${path}/proposals`, { body })
  await house.call('POST', `${path}/objections`, { body: { side: 'customer', channel: 'phone' } })
  named = {
    license: license.id,
    machine: machines.body.data[0]?.id ?? '',
    key: keys.body.data[0]?.id ?? '',
    proposal: made.body.id,
  }
  history = await eventsOf(license.id)
  browser = await enter(house, own)
})
afterAll(() => house.close())

/** @throws Error for a part of an address that nothing here has made: it would be refused whoever asks. */
const addressOf = (path: string, ids: Readonly<Record<string, string>>): string =>
  path.replaceAll(/:(\w+)/g, (_, part: string) => {
    const id = ids[part]
    if (id === undefined || id === '') throw new Error(`nothing here has a :${part}`)
    return id
  })

const ofGuests = pages
  .filter(({ who }) => who === 'guest')
  .map((each) => [`${each.method} ${each.path}`, each] as const)

const payloadOf = (file: string): string =>
  Buffer.from(file.split('.')[1] ?? '', 'base64url').toString()

const secrets = ['Geheim', 'auszug-']

describe.each(ofGuests)('%s', (_, { method, path }) => {
  test('asks who is not signed in to sign in', async () => {
    const stranger = new Headers({ 'content-type': 'application/x-www-form-urlencoded' })
    stranger.set('content-length', '0')
    const init = method === 'POST' ? { method, headers: stranger, body: '' } : {}
    const { status, headers } = await house.app.request(addressOf(path, named), init)
    expect([status, headers.get('location')]).toEqual([303, '/portal'])
  })

  test('shows nothing of another customer’s, and changes nothing there', async () => {
    const address = addressOf(path, named)
    const fields = { effective_on: '2026-09-30', answer: 'accept' }
    const seen = method === 'GET' ? await browser.get(address) : await browser.send(address, fields)
    for (const secret of [...secrets, other.license.key, other.license.id])
      // A page may say where one is: that was typed by who asks.
      expect(seen.html.replaceAll(address, '')).not.toContain(secret)
    expect(path.includes(':') ? seen.status : 404).toBe(404)
    expect(await eventsOf(other.license.id)).toBe(history)
    if (path === '/portal/sign-out') browser = await enter(house, own)
  })
})

test('ids of another customer’s under one’s own license open nothing either', async () => {
  const mixed = { ...named, license: own.license.id }
  for (const { method, path } of pages) {
    if (!/:(machine|key|proposal)/.test(path)) continue
    const address = addressOf(path, mixed)
    const seen = method === 'GET' ? await browser.get(address) : await browser.send(address)
    expect([path, seen.status]).toEqual([path, 404])
  }
  expect(await eventsOf(other.license.id)).toBe(history)
})

test('the package holds one’s own records and nobody else’s', async () => {
  const response = await house.app.request('/portal/data/package', {
    method: 'POST',
    headers: {
      cookie: [...browser.cookies].map((each) => each.join('=')).join('; '),
      'content-type': 'application/x-www-form-urlencoded',
      'content-length': '60',
      'sec-fetch-site': 'same-origin',
    },
    body: `form_token=${browser.formToken()}`,
  })
  expect(response.headers.get('content-type')).toBe('application/zip')
  expect(response.headers.get('content-disposition')).toContain(own.customer)
  const bytes = Buffer.from(await response.arrayBuffer())
  expect(bytes.subarray(0, 2).toString()).toBe('PK')
  expect(bytes.includes(other.license.id)).toBe(false)
})

test('the signed file of one’s own license is saved, and says nothing of anybody else’s', async () => {
  const { status, html, headers } = await browser.get(`/portal/licenses/${own.license.id}/dossier`)
  expect([status, headers.get('content-type')]).toEqual([200, 'application/jose'])
  expect(headers.get('content-disposition')).toContain(`dossier-${own.license.id}-`)
  const said = payloadOf(html)
  expect(said).toContain(own.license.id)
  for (const secret of [...secrets, other.license.id, other.customer])
    expect(said).not.toContain(secret)
  expect((await browser.get('/portal/data')).html).toContain(`${own.license.id}/dossier`)
})

test('a license that was given away is no longer there, and its new customer has it', async () => {
  const giver = await someone(house)
  const receiver = await someone(house)
  const [before, after] = [await enter(house, giver), await enter(house, receiver)]
  const path = `/portal/licenses/${giver.license.id}`
  expect([(await before.get(path)).status, (await after.get(path)).status]).toEqual([200, 404])
  const asked = { topic: 'in_scope', channel: 'phone', subject: 'Der Toaster klemmt' }
  const inquiry = await house.call('POST', `/v1/licenses/${giver.license.id}/inquiries`, {
    body: asked,
  })
  expect(inquiry.status).toBe(201)
  expect(payloadOf((await before.get(`${path}/dossier`)).html)).toContain('Der Toaster klemmt')
  const agreement = (by: string) => ({
    title: 'Sale of the business',
    version: '1',
    accepted_at: '2025-10-01T06:00:00Z',
    accepted_by: by,
  })
  const moved = await house.call('POST', `/v1/licenses/${giver.license.id}/transfer`, {
    body: {
      customer: receiver.customer,
      reason: 'The bakery is sold',
      agreements: { giver: agreement('A'), receiver: agreement('B') },
    },
  })
  expect(moved.status).toBe(201)
  expect([(await before.get(path)).status, (await after.get(path)).status]).toEqual([404, 200])
  const file = await after.get(`${path}/dossier`)
  expect([(await before.get(`${path}/dossier`)).status, file.status]).toEqual([404, 200])
  // What was asked before the license was theirs is not theirs to read.
  expect(payloadOf(file.html)).not.toContain('Der Toaster klemmt')
})
