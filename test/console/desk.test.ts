import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openHouse } from '../api/house.ts'
import type { House } from '../api/house.ts'
import { openShop } from '../api/shop.ts'
import type { LicenseWire, Shop } from '../api/shop.ts'
import { openBrowser, password, signedIn } from './browser.ts'
import type { Browser } from './browser.ts'

let house: House
let shop: Shop
let support: Browser
beforeAll(async () => {
  house = await openHouse({ now: '2026-09-28T11:00:00+02:00' })
  shop = await openShop(house)
  support = await signedIn(house, 'support')
})
afterAll(() => house.close())

const read = async (id: string) => (await house.call<LicenseWire>('GET', `/v1/licenses/${id}`)).body

describe('the call of the story', () => {
  test('ends the renewal: the date before the click, the reason, a receipt to read out', async () => {
    const { id } = await shop.sell()
    const shown = await support.get(`/console/licenses/${id}`)
    expect(shown.html).toContain(
      'Full until Wed 30 September 2026, end of day (Berlin) ·\u00a02\u00a0days',
    )
    expect(shown.html).toContain('Renews automatically.')
    const sheet = await support.get(`/console/licenses/${id}/end`)
    expect(sheet.html).toContain('Ends after Wed 30 September 2026')
    expect(sheet.html).toContain('End after 30 September 2026')
    expect(sheet.html).toContain('lang="de"')
    expect((await read(id)).objections).toEqual([])
    const sent = await support.send(`/console/licenses/${id}/end`, {
      effective_on: '2026-09-30',
      channel: 'phone',
      reason: 'Daily calls out of scope',
    })
    expect(sent.to).toBe(`/console/licenses/${id}/receipt/vendor`)
    const receipt = await support.get(sent.to ?? '')
    const [objection] = (await read(id)).objections
    const reference = objection?.id.slice(-12).toUpperCase() ?? ''
    const spoken = /class="reference">([^<]+)/.exec(receipt.html)?.[1] ?? ''
    expect(spoken).toMatch(/^\w{4} \w{4} \w{4}$/)
    expect(spoken.replaceAll(' ', '')).toBe(reference)
    expect(objection).toMatchObject({
      side: 'vendor',
      channel: 'phone',
      effective_on: '2026-09-30',
      reason: 'Daily calls out of scope',
      declared_by: 'The support',
    })
    const after = await support.get(`/console/licenses/${id}`)
    expect(after.html).toContain('full, ends')
    expect(after.html).not.toContain(`/console/licenses/${id}/end"`)
  })

  test('counts once, however often it is sent', async () => {
    const { id } = await shop.sell()
    const fields = { effective_on: '2026-09-30', channel: 'phone' }
    await Promise.all([
      support.send(`/console/licenses/${id}/end`, fields),
      support.send(`/console/licenses/${id}/end`, fields),
    ])
    expect((await read(id)).objections).toHaveLength(1)
  })

  test('records nothing where the day has passed that was shown', async () => {
    const late = await openHouse({ now: '2026-09-30T23:59:59+02:00' })
    const { id } = await (await openShop(late)).sell()
    const browser = await signedIn(late, 'support')
    await browser.get(`/console/licenses/${id}/end`)
    late.clock.set('2026-10-01T00:00:00+02:00')
    const fields = { effective_on: '2026-09-30', channel: 'phone' }
    const sent = await browser.send(`/console/licenses/${id}/end`, fields)
    expect(sent.status).toBe(409)
    expect(sent.html).toContain('Ends after Thu 30 September 2027')
    const { body } = await late.call<LicenseWire>('GET', `/v1/licenses/${id}`)
    expect(body.objections).toEqual([])
    await late.close()
  })

  test('is spoken in German where the desk is German', async () => {
    const { id } = await shop.sell()
    const { html } = await support.get(`/console/licenses/${id}/end`, { 'accept-language': 'de' })
    expect(html).toContain('Endet nach Mi 30. September 2026')
    expect(html).toContain('Beenden nach dem 30. September 2026')
  })
})

test('a letter is on its way until somebody says that it came', async () => {
  const { id } = await shop.sell()
  await support.send(`/console/licenses/${id}/objection`, {
    effective_on: '2026-09-30',
    channel: 'letter',
    declared_by: 'N. Beispiel',
  })
  const receipt = `/console/licenses/${id}/receipt/customer`
  expect((await support.get(receipt)).html).toContain('it must arrive by Wed 30 September 2026')
  expect((await read(id)).objections[0]).toMatchObject({
    received_at: null,
    declared_by: 'N. Beispiel',
  })
  await support.send(receipt)
  expect((await read(id)).objections[0]).toMatchObject({ effective_on: '2026-09-30' })
})

test('an objection is taken back by the consent of a named person, or not at all', async () => {
  const { id } = await shop.sell()
  await support.send(`/console/licenses/${id}/end`, {
    effective_on: '2026-09-30',
    channel: 'phone',
  })
  const back = `/console/licenses/${id}/withdrawal/vendor`
  expect((await support.send(back, { kind: 'agreed' })).status).toBe(422)
  const consent = { kind: 'agreed', agreed_by: 'N. Beispiel', agreed_how: 'on the phone' }
  expect((await support.send(back, consent)).to).toBe(`/console/licenses/${id}`)
  expect((await read(id)).objections[0]?.withdrawn_at).not.toBeNull()
})

test('an ended license says since when, and that the export stays', async () => {
  const { id } = await shop.sell({ overrides: { renewal: 'none' }, starts_on: '2025-09-01' })
  const { html } = await support.get(`/console/licenses/${id}`)
  expect(html).toContain('export only: ended')
  expect(html).toContain('The last day in full was Mon 31 August 2026')
})

describe('a customer', () => {
  test('is found by words of the name or of a contact, in any order, and by no address', async () => {
    const contacts = [{ name: 'Änne Kornblum', phones: ['+49 30 1'], emails: ['a@example.com'] }]
    const body = { name: 'Café 100% Sonne', contacts }
    const { body: made } = await house.call<{ id: string }>('POST', '/v1/customers', { body })
    for (const words of ['café', 'kornblum änne', 'sonne kornblum', '100%'])
      expect((await support.send('/console/search', { words })).to).toBe(
        `/console/customers/${made.id}`,
      )
    for (const words of ['%', '_', 'kornblum bäckerei', 'nobody'])
      expect((await support.send('/console/search', { words })).html).toContain('Nothing fits')
    const card = await support.get(`/console/customers/${made.id}`)
    expect(card.html).toContain('Änne Kornblum')
  })

  test('that is called like markup stays text', async () => {
    const body = { name: '<script>alert(1)</script>' }
    const { body: made } = await house.call<{ id: string }>('POST', '/v1/customers', { body })
    const { html } = await support.get(`/console/customers/${made.id}`)
    expect(html).not.toContain('<script>')
    expect(html).toContain('&lt;script&gt;')
  })
})

test('lists go on where the last page ended, and keep their filter', async () => {
  const many = await openHouse()
  const busy = await openShop(many)
  for (let n = 0; n < 51; n++) await busy.sell()
  const browser = await signedIn(many, 'viewer')
  const first = await browser.get('/console/licenses?plan=annual')
  const next =
    /href="(\/console\/licenses\?plan=annual&amp;after=[^"]+)"/.exec(first.html)?.[1] ?? ''
  expect(first.html.match(/href="\/console\/licenses\/lic_/g)).toHaveLength(50)
  const second = await browser.get(next.replaceAll('&amp;', '&'))
  expect(second.html.match(/href="\/console\/licenses\/lic_/g)).toHaveLength(1)
  await many.close()
})

test('the start page reckons what renews and what ends, each license once', async () => {
  const other = await openHouse({ now: '2026-09-28T11:00:00+02:00' })
  const sold = await openShop(other, { renewal_term: 'P1M' })
  const [ending] = [await sold.sell(), await sold.sell(), await sold.sell()]
  const browser = await signedIn(other, 'support')
  await browser.send(`/console/licenses/${ending.id}/end`, {
    effective_on: '2026-09-30',
    channel: 'phone',
  })
  const { html } = await browser.get('/console')
  expect(html).toContain('Wed 30 September 2026: 2 renew, 1 end')
  expect(html).not.toContain('Sat 31 October 2026: 2 renew')
  await other.close()
})

test('who may only read is offered nothing to do', async () => {
  const { id } = await shop.sell()
  const viewer = await signedIn(house, 'viewer')
  const { html } = await viewer.get(`/console/licenses/${id}`)
  expect(html).not.toContain('End renewal')
})

test('a suspended license says that its term runs on, and one to come when it starts', async () => {
  const { id } = await shop.sell()
  await house.call('PUT', `/v1/licenses/${id}/suspension`, { body: { reason: 'Unpaid' } })
  const { html } = await support.get(`/console/licenses/${id}`)
  expect(html).toContain('export only: suspended')
  expect(html).toContain('its term runs on until Wed 30 September 2026')
  const later = await shop.sell({ starts_on: '2026-12-01' })
  const coming = await support.get(`/console/licenses/${later.id}`)
  expect(coming.html).toContain('Starts on Tue 1 December 2026')
})

test('a terminated license names its last day in full', async () => {
  const { id } = await shop.sell()
  const body = { side: 'vendor', kind: 'good_cause', reason: 'Resold' }
  await house.call('POST', `/v1/licenses/${id}/termination`, { body })
  const { html } = await support.get(`/console/licenses/${id}`)
  expect(html).toContain('export only: terminated')
  expect(html).toContain('The last day in full was Mon 28 September 2026')
})

test('an admin lets the next key sign, and the page says which one does', async () => {
  type Key = { readonly kid: string; readonly state: string }
  const keys = async () => (await house.call<{ data: Key[] }>('GET', '/v1/signing-keys')).body.data
  const next = (await keys()).find(({ state }) => state === 'next')?.kid ?? ''
  const admin = await signedIn(house, 'admin')
  expect((await admin.get('/console/access')).html).toContain(next)
  expect((await admin.send('/console/access/signing-keys/rotation')).status).toBe(303)
  expect((await keys()).find(({ kid }) => kid === next)?.state).toBe('active')
})

test('a ringing telephone leads to the card of who calls, also by way of the sign-in', async () => {
  const contacts = [{ name: 'A. Anruf', phones: ['030 / 765 43 21'] }]
  const body = { name: 'Anrufer', language: 'de', contacts }
  const { body: made } = await house.call<{ id: string }>('POST', '/v1/customers', { body })
  const ringing = '/console/call?number=%2B49307654321'
  const card = await support.get(ringing)
  expect(card.html).toContain(`/console/customers/${made.id}`)
  expect(card.html).toContain('A. Anruf')
  const nobody = 'Nobody is on record with this number'
  expect((await support.get('/console/call?number=%2B49301112223')).html).toContain(nobody)
  expect((await support.get('/console/call?number=')).html).toContain('A call without a number')
  const stranger = openBrowser(house)
  const { to } = await stranger.get(ringing)
  const next = new URL(to ?? '', 'http://x').searchParams.get('next') ?? ''
  const signed = await stranger.send('/console/sign-in', { login: 'support', password, next })
  expect(signed.to).toBe(ringing)
  const log = JSON.stringify(house.logged)
  expect(log).not.toContain('7654321')
})
