import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openHouse } from '../api/house.ts'
import type { House, List } from '../api/house.ts'
import { openShop } from '../api/shop.ts'
import { signedIn } from './browser.ts'
import type { Browser } from './browser.ts'

let house: House
let admin: Browser
beforeAll(async () => {
  house = await openHouse({ sandbox: true, now: '2026-09-20T09:00:00+02:00' })
  const shop = await openShop(house)
  for (let n = 0; n < 3; n++) await shop.sell()
  const { id } = await shop.sell()
  const body = { side: 'customer', channel: 'phone' }
  await house.call('POST', `/v1/licenses/${id}/objections`, { body })
  admin = await signedIn(house, 'admin')
})
afterAll(() => house.close())

describe('what comes by a day', () => {
  test('is counted and listed, and recorded by nobody’s looking', async () => {
    const { html } = await admin.get('/console/settlements/ahead?by=2026-09-30')
    expect(html).toContain('By the end of Wed 30 September 2026, 3 licenses renew and 1 ends.')
    expect(html.match(/href="\/console\/licenses\/lic_/g)).toHaveLength(4)
    expect(html).toContain('href="/console/lists/licenses.csv?ends_by=2026-09-30"')
    const none = await admin.get('/console/settlements/ahead?by=2026-09-29')
    expect(none.html).toContain('No license ends by then.')
    const settled = await house.call<List>('GET', '/v1/settlements')
    expect(settled.body.data).toEqual([])
  })

  test('a day that is none counts as left out', async () => {
    expect((await admin.get('/console/settlements/ahead?by=soon')).html).toContain(
      '20 October 2026',
    )
  })
})

test('a settlement has a page of its own, with each license that it renewed or ended', async () => {
  const body = { now: '2026-10-01T00:00:00+02:00' }
  await house.call('PUT', '/v1/sandbox/clock', { body })
  const list = await admin.get('/console/settlements')
  const href = /\/console\/settlements\/stl_\w+/.exec(list.html)?.[0] ?? ''
  const { html } = await admin.get(href)
  expect(html).toContain('3 renewed, 1 ended, 0 set aside')
  expect(html.match(/href="\/console\/licenses\/lic_/g)).toHaveLength(4)
  expect(html).toContain('Wed 30 September 2026')
  expect((await admin.get('/console/settlements/stl_none')).status).toBe(404)
})

describe('a signing key that has leaked', () => {
  test('is revoked by a second step, which says before what that leads to', async () => {
    const { html } = await admin.get('/console/access')
    const href = /\/console\/access\/signing-keys\/[\w-]+\/revocation/.exec(html)?.[0] ?? ''
    const sheet = await admin.get(href)
    expect(sheet.html).toContain('every token that it signed')
    const states = async () =>
      (await house.call<List<{ state: string }>>('GET', '/v1/signing-keys')).body.data.map(
        ({ state }) => state,
      )
    expect(await states()).not.toContain('revoked')
    expect((await admin.send(href)).to).toBe('/console/access#signing-keys')
    expect((await states()).toSorted()).toEqual(['active', 'next', 'revoked'])
    expect((await admin.get(href)).status).toBe(404)
  })
})
