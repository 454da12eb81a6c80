import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse } from '../api/house.ts'
import type { House } from '../api/house.ts'
import { openShop } from '../api/shop.ts'
import type { LicenseWire, Shop } from '../api/shop.ts'
import { signedIn } from './browser.ts'
import type { Browser } from './browser.ts'
import { perform } from './perform.ts'

let house: House
let shop: Shop
let billing: Browser
let support: Browser
beforeAll(async () => {
  house = await openHouse({ now: '2026-09-28T11:00:00+02:00' })
  shop = await openShop(house)
  billing = await signedIn(house, 'billing')
  support = await signedIn(house, 'support')
})
afterAll(() => house.close())

const read = async (id: string) => (await house.call<LicenseWire>('GET', `/v1/licenses/${id}`)).body
const at = (id: string, act: string): string => `/console/licenses/${id}/${act}`

test('seats, limits and capabilities are amended from now on, each told before and after', async () => {
  const { id } = await shop.sell()
  const fields = {
    from: 'now',
    seats: '5',
    'cap_orders:read': 'yes',
    limit_0_name: 'branches',
    limit_0_value: '4',
    limit_1_name: '',
    limit_1_value: '',
  }
  const { sheet } = await perform(billing, at(id, 'amendment'), fields)
  expect(sheet.html).toContain('Seats: 3 → 5')
  expect(sheet.html).toContain('branches: 3 → 4')
  expect(sheet.html).toContain('Takes away orders:write')
  const { seats, limits, decision } = await read(id)
  expect({ seats, limits }).toEqual({ seats: 5, limits: { branches: 4 } })
  expect(decision.capabilities).toEqual(['data:export', 'orders:read'])
})

test('a renewal is amended from the next term on, whose day is told; now it does not fit', async () => {
  const { id } = await shop.sell()
  const fields = {
    seats: '3',
    'cap_orders:read': 'yes',
    'cap_orders:write': 'yes',
    limit_0_name: 'branches',
    limit_0_value: '3',
    renewal: 'none',
  }
  const now = await billing.send(at(id, 'amendment'), { ...fields, from: 'now' })
  expect([now.status, now.html]).toEqual([422, expect.stringContaining('next term on')])
  const { sheet } = await perform(billing, at(id, 'amendment'), { ...fields, from: 'next_term' })
  expect(sheet.html).toContain('Amended from Thu 1 October 2026, start of day (Berlin)')
  expect(sheet.html).toContain('does not renew')
  const shown = (await support.get(`/console/licenses/${id}`)).html
  expect(shown).toContain('Amended from Thu 1 October 2026')
})

test('support and lengths are amended, and stay where a form leaves them as they are', async () => {
  const fair_use = { inquiries: 5, window: 'P30D' }
  const scope = 'Questions about the product.'
  const contract = { level: 'standard', channels: ['phone', 'email'], scope, fair_use }
  const { id } = await shop.sell({ overrides: { support: contract } })
  const contracted = {
    support: 'yes',
    support_level: 'standard',
    support_channels: 'phone, email',
    support_scope: scope,
    fair_use_inquiries: '5',
    fair_use_window_count: '30',
    fair_use_window_unit: 'D',
  }
  const fields = {
    seats: '3',
    'cap_orders:read': 'yes',
    'cap_orders:write': 'yes',
    limit_0_name: 'branches',
    limit_0_value: '3',
    ...contracted,
    renewal_term_count: '2',
    renewal_term_unit: 'Y',
    renewal_notice_count: '1',
    renewal_notice_unit: 'M',
    from: 'next_term',
  }
  const { sheet } = await perform(billing, at(id, 'amendment'), fields)
  expect(sheet.html).toContain('Length of a term: 1 year → 2 years')
  expect(sheet.html).toContain('Notice: none → 1 month')
  expect(sheet.html).not.toContain('Support: other')
  const { renewal_term_count: _t, renewal_notice_count: _n, ...rest } = fields
  const premium = { ...rest, support_level: 'premium', from: 'now' }
  const { sheet: now } = await perform(billing, at(id, 'amendment'), premium)
  expect(now.html).toContain('Support: standard → premium')
  const { html } = await billing.get(`/console/licenses/${id}`)
  expect(html).toContain('Length of a term: 1 year → 2 years')
  expect(html).toMatch(/premium/)
})
