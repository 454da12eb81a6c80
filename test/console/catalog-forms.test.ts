import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openHouse } from '../api/house.ts'
import type { House, Json } from '../api/house.ts'
import { openShop } from '../api/shop.ts'
import type { Shop } from '../api/shop.ts'
import { signedIn } from './browser.ts'
import type { Browser, Seen } from './browser.ts'

let house: House
let shop: Shop
let admin: Browser
let billing: Browser
beforeAll(async () => {
  house = await openHouse({ now: '2026-09-28T11:00:00+02:00' })
  shop = await openShop(house)
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

/** The fields of a plan’s form as it stands before anything is typed. */
const untouched = {
  preset: 'custom',
  term_count: '1',
  term_unit: 'Y',
  renewal: 'automatic',
  'cap_orders:read': 'yes',
  'cap_orders:write': 'yes',
}

describe('a product', () => {
  test('is added as the API adds it, and shown with what it defines', async () => {
    const { to } = await admin.send('/console/new-product', {
      name: 'Kassenbuch',
      code: 'kassenbuch',
      capabilities: 'book:read\nbook:write',
      format_csv: 'yes',
      format_xlsx: 'yes',
      algorithm: 'ES256',
    })
    expect(to).toBe('/console/products/kassenbuch')
    expect(await read('/v1/products/kassenbuch')).toMatchObject({
      name: 'Kassenbuch',
      capabilities: ['book:read', 'book:write'],
      export_formats: ['csv', 'xlsx'],
      algorithm: 'ES256',
    })
    const { html } = await billing.get('/console/products/kassenbuch')
    for (const shown of ['book:write', 'csv, xlsx', 'There is no plan for this product yet'])
      expect(html).toContain(shown)
    expect(html).not.toContain('/edit')
  })

  test('that does not fit says so at each field, and keeps what was typed', async () => {
    const fields = {
      name: '',
      code: 'Groß',
      capabilities: 'lesen data:export',
      algorithm: 'Ed25519',
    }
    const german = { 'accept-language': 'de' }
    const seen = await admin.send('/console/new-product', fields, german)
    expect(seen.status).toBe(422)
    expect(seen.html).toMatch(/id="name-wrong">Bitte füllen Sie das aus/)
    expect(seen.html).toMatch(/id="code-wrong">Ein Code besteht aus Kleinbuchstaben/)
    expect(seen.html).toMatch(/id="capabilities-wrong">Eine Fähigkeit heißt bereich:handlung/)
    expect(seen.html).toContain('mindestens ein gängiges Format')
    expect(seen.html).toContain('lesen data:export</textarea>')
    const taken = await admin.send('/console/new-product', {
      name: 'Noch einer',
      code: shop.product,
      format_csv: 'yes',
      algorithm: 'Ed25519',
    })
    expect(taken.html).toMatch(/id="code-wrong">This code is in use/)
  })

  test('only grows by an edit; what somebody changed meanwhile is not written over', async () => {
    const path = `/console/products/${shop.product}/edit`
    const form = await admin.get(path)
    const fields = {
      revision: hidden(form, 'revision'),
      name: 'Brötchenbringer',
      capabilities: 'orders:read',
      format_csv: 'yes',
      format_jsonl: 'yes',
      format_xlsx: 'yes',
    }
    const less = await admin.send(path, fields)
    expect(less.html).toMatch(/id="capabilities-wrong">orders:write stays/)
    const more = { ...fields, capabilities: 'orders:read\norders:write\nreports:read' }
    expect((await admin.send(path, more)).to).toBe(`/console/products/${shop.product}`)
    expect(await read(`/v1/products/${shop.product}`)).toMatchObject({
      capabilities: ['orders:read', 'orders:write', 'reports:read'],
    })
    expect((await admin.send(path, more)).status).toBe(412)
  })
})

describe('a plan', () => {
  const path = (): string => `/console/products/${shop.product}/new-plan`

  test('is added as the API adds it, every member from its field', async () => {
    const { to } = await admin.send(path(), {
      ...untouched,
      name: 'Monat für Monat',
      code: 'monthly',
      preset: 'b2b-de',
      term_count: '6',
      term_unit: 'M',
      renewal_term_count: '1',
      renewal_term_unit: 'M',
      notice_count: '14',
      notice_unit: 'D',
      renewal_notice_count: '1',
      renewal_notice_unit: 'W',
      renewal_leeway_count: '2',
      renewal_leeway_unit: 'D',
      token_lifetime_count: '48',
      token_lifetime_unit: 'H',
      seats: '3',
      seat_changes_count: '5',
      seat_changes_window_count: '60',
      seat_changes_window_unit: 'D',
      seat_lapse_count: '90',
      seat_lapse_unit: 'D',
      lease_count: '10',
      lease_unit: 'min',
      replace_oldest: 'yes',
      limit_0_name: 'branches',
      limit_0_value: '3',
      support: 'yes',
      support_level: 'standard',
      support_channels: 'phone, email',
      support_scope: 'Questions about the product.',
      fair_use_inquiries: '5',
      fair_use_window_count: '30',
      fair_use_window_unit: 'D',
    })
    expect(to).toBe('/console/plans/monthly')
    expect(await read('/v1/plans/monthly')).toMatchObject({
      name: 'Monat für Monat',
      product: shop.product,
      capabilities: ['orders:read', 'orders:write'],
      limits: { branches: 3 },
      term: 'P6M',
      renewal_term: 'P1M',
      notice: 'P14D',
      renewal_notice: 'P1W',
      renewal: 'automatic',
      seats: 3,
      seat_changes: { count: 5, window: 'P60D' },
      replace_oldest: true,
      seat_lapse: 'P90D',
      lease: 'PT10M',
      token_lifetime: 'PT48H',
      renewal_leeway: 'P2D',
      preset: 'b2b-de',
      trial: false,
      support: {
        level: 'standard',
        channels: ['phone', 'email'],
        scope: 'Questions about the product.',
        fair_use: { inquiries: 5, window: 'P30D' },
      },
    })
  })

  test('says what it means by the days of a license that is issued today', async () => {
    const { html } = await billing.get('/console/plans/monthly')
    for (const sentence of [
      'A term from Mon 28 September 2026 to Sat 27 March 2027 (London)',
      'Either side can object to the renewal until the end of Sat 13 March 2027.',
      'If nobody does, it renews for 1 month, until Tue 27 April 2027.',
      'The last objection day of that term is Tue 20 April 2027.',
      '5 inquiries out of scope or asked before, in 30 days',
    ])
      expect(html).toContain(sentence)
    expect(html).not.toContain('/edit')
  })

  test('left as it stands it has the defaults of the law', async () => {
    await admin.send(path(), { ...untouched, name: 'Annual too', code: 'annual-too' })
    expect(await read('/v1/plans/annual-too')).toMatchObject({
      term: 'P1Y',
      renewal_term: 'P1Y',
      notice: 'P0D',
      seats: null,
      token_lifetime: 'P14D',
      renewal_leeway: 'P3D',
      preset: 'custom',
      support: null,
    })
  })

  test('that does not fit says so at each field, with the numbers that would', async () => {
    const seen = await admin.send(path(), {
      ...untouched,
      name: 'Zu kurz',
      code: 'zu-kurz',
      term_count: '1',
      term_unit: 'M',
      notice_count: '28',
      notice_unit: 'D',
      seats: 'viele',
    })
    expect(seen.status).toBe(422)
    expect(seen.html).toMatch(/id="seats-wrong">Please write a whole number/)
    expect(seen.html).toContain('value="viele"')
    const other = { ...untouched, name: 'Zu kurz', code: 'zu-kurz', seats: '' }
    const short = { ...other, term_count: '1', term_unit: 'M', notice_count: '28' }
    const { html } = await admin.send(path(), { ...short, notice_unit: 'D' })
    expect(html).toContain('A notice is shorter than the shortest its term can be')
    expect(html).toContain('28 days')
  })

  test('beyond its law preset is refused by the article, and let pass by an admin’s word', async () => {
    const fields = { ...untouched, name: 'Verbraucher', code: 'verbraucher', preset: 'b2c-de' }
    const seen = await admin.send(path(), fields, { 'accept-language': 'de' })
    expect(seen.html).toContain('höchstens 1 Monat (§ 309 Nr. 9 b BGB)')
    expect(seen.html).toContain('name="override"')
    const { to } = await admin.send(path(), { ...fields, override: 'Old contract' })
    expect((await admin.get(to ?? '')).html).toContain('An admin let it pass on Mon 28 September')
    expect(await read('/v1/plans/verbraucher')).toMatchObject({
      preset_override: { reason: 'Old contract' },
    })
  })

  test('is edited for licenses to come: its form shows it whole, and empties what is emptied', async () => {
    const edit = '/console/plans/monthly/edit'
    const form = await admin.get(edit)
    expect(form.html).toContain('What was agreed under this plan until now stays')
    expect(form.html).toMatch(/name="token_lifetime_count" value="48"/)
    const { to } = await admin.send(edit, {
      ...untouched,
      revision: hidden(form, 'revision'),
      name: 'Monthly',
      preset: 'b2b-de',
    })
    expect(to).toBe('/console/plans/monthly')
    expect(await read('/v1/plans/monthly')).toMatchObject({
      name: 'Monthly',
      term: 'P1Y',
      notice: 'P0D',
      seats: null,
      lease: null,
      limits: {},
      support: null,
    })
  })

  test('without a term is perpetual, and does not renew', async () => {
    const fields = { ...untouched, name: 'Für immer', code: 'immer', term_count: '' }
    const { html } = await admin.send(path(), fields, { 'accept-language': 'de' })
    expect(html).toContain('Ein Tarif ohne Laufzeit gilt unbefristet')
    const { to } = await admin.send(path(), { ...fields, renewal: 'none' })
    expect((await admin.get(to ?? '')).html).toContain('without an end')
  })
})
