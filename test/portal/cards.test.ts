import { afterAll, beforeAll, expect, test } from 'vitest'
import { system } from '../../src/license/actor.ts'
import { changeVendor } from '../../src/store/vendor.ts'
import { openBrowser } from '../console/browser.ts'
import { enter, openPortalHouse, someone } from './portal.ts'
import type { PortalHouse } from './portal.ts'

// What a card says of a license that does not simply run.

let house: PortalHouse
beforeAll(async () => {
  house = await openPortalHouse({ now: '2026-09-20T11:00:00+02:00' })
})
afterAll(() => house.close())

test('a license that waits for its first activation names no last day before it has one', async () => {
  const asked = { starts_on: undefined, starts: 'first_activation', start_by: '2027-03-31' }
  const who = await someone(house, ['object'], asked)
  const { html } = await (await enter(house, who)).get(`/portal/licenses/${who.license.id}`)
  const said = html.replaceAll(/<[^>]+>/g, '')
  expect(said).toContain('Begins with the first machine, on Wed 31 March 2027 at the latest')
  expect(html).toContain('<span class="nowrap">Wed 31 March</span> 2027 at')
  expect(said).not.toContain('2028')
})

test('a suspended license says until when its term runs, not until when it may be used', async () => {
  const who = await someone(house)
  const path = `/v1/licenses/${who.license.id}/suspension`
  expect((await house.call('PUT', path, { body: { reason: 'Invoice 17' } })).status).toBeLessThan(
    300,
  )
  const { html } = await (await enter(house, who)).get('/portal')
  expect(html).toContain('The term runs until')
  expect(html).toContain('The license is suspended.')
})

test('what has ended stands behind what has not', async () => {
  const who = await someone(house)
  const newer = await house.shop.sell({ customer: who.customer })
  const termination = { side: 'both', kind: 'mutual', reason: 'Agreed' }
  const path = `/v1/licenses/${newer.id}/termination`
  expect((await house.call('POST', path, { body: termination })).status).toBeLessThan(300)
  const { html } = await (await enter(house, who)).get('/portal')
  const places = [who.license.id, newer.id].map((id) => html.indexOf(`/portal/licenses/${id}`))
  expect(places[0]).toBeLessThan(places[1] ?? 0)
})

test('every page says whose it is and who answers questions, once the settings do', async () => {
  const stranger = openBrowser(house)
  expect((await stranger.get('/portal')).html).toContain('Auszug')
  await changeVendor(house.deps.db, system, house.clock.now, async (before) => ({
    ...before,
    legalName: 'Krume Software GmbH',
    supportPhone: '+49 30 1234567',
    replyTo: 'antwort@krume.example',
    exportHelpUrl: 'https://krume.example/mitnehmen',
  }))
  const guest = await enter(house, await someone(house))
  for (const { html } of [await stranger.get('/portal'), await guest.get('/portal/nowhere')]) {
    for (const each of ['Krume Software GmbH', 'tel:+49301234567', 'mailto:antwort@krume.example'])
      expect(html).toContain(each)
    expect(html).not.toContain('Auszug<')
  }
  expect((await guest.get('/portal/data')).html).toContain('https://krume.example/mitnehmen')
})

test('a form of another site reads that it came from elsewhere, not that a right is missing', async () => {
  const who = await someone(house)
  const guest = await enter(house, who)
  const foreign = { 'sec-fetch-site': 'cross-site' }
  const path = `/portal/licenses/${who.license.id}/objection`
  const { status, html } = await guest.send(path, { effective_on: '2026-09-30' }, foreign)
  expect(status).toBe(403)
  expect(html).toContain('This did not come from a page of the customer portal')
})
