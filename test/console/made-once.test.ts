import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openHouse } from '../api/house.ts'
import type { House } from '../api/house.ts'
import { openShop } from '../api/shop.ts'
import type { Sold } from '../api/shop.ts'
import { signedIn } from './browser.ts'
import type { Browser, Seen } from './browser.ts'

// Whoever clicks twice sends a form twice, and sees the second answer alone.

let house: House
let admin: Browser
let sold: Sold
beforeAll(async () => {
  house = await openHouse({ now: '2026-09-28T11:00:00+02:00' })
  sold = await (await openShop(house)).sell()
  admin = await signedIn(house, 'admin')
})
afterAll(() => house.close())

const hidden = (html: string, name: string): Record<string, string> => {
  const value = new RegExp(`name="${name}" value="([^"]+)"`).exec(html)?.[1]
  return value === undefined ? {} : { [name]: value }
}
const countOf = async (table: string): Promise<number> => {
  const { rows } = await sql<{ count: number }>`
    select count(*) from ${sql.table(table)}`.execute(house.deps.db)
  return rows[0]?.count ?? 0
}
/** The page of a form, and all that a form on it has sent of itself. */
const formOn = async (path: string, part = /^/): Promise<Record<string, string>> => {
  const { html } = await admin.get(path)
  const own = html.slice(html.search(part))
  return { ...hidden(own, 'once'), ...hidden(own, 'id') }
}
const both = (path: string, fields: Record<string, string>): Promise<[Seen, Seen]> =>
  Promise.all([admin.send(path, fields), admin.send(path, fields)])
const secretIn = ({ html }: Seen) => /data-copy="([^"]+)"/.exec(html)?.[1]

describe('a form that is sent twice makes one thing, and leads to it both times', () => {
  test.each([
    ['products', '/console/new-product', { code: 'ofen', name: 'Ofen', format_csv: 'on' }],
    ['customers', '/console/new-customer', { name: 'Bäckerei Neu', language: 'de' }],
  ])('of %s', async (table, path, fields) => {
    const before = await countOf(table)
    const [one, other] = await both(path, { ...(await formOn(path)), ...fields })
    expect([one.status, other.status, other.to]).toEqual([303, 303, one.to])
    expect((await admin.get(one.to ?? '')).status).toBe(200)
    expect(await countOf(table)).toBe(before + 1)
  })

  test.each([
    ['people', '/console/access', '/console/access/people', { login: 'eva', name: 'Eva' }],
    ['api_tokens', '/console/access', '/console/access/tokens', { name: 'ERP' }],
    [
      'webhooks',
      '/console/new-webhook',
      '/console/new-webhook',
      { url: 'https://shop.example.com/a', told: 'all' },
    ],
    ['license_keys', 'keys', 'keys', {}],
  ] as const)('of %s, with the secret that it was shown', async (table, page, action, own) => {
    const [from, to] = [page, action].map((each) =>
      each === 'keys' ? `/console/licenses/${sold.id}/keys` : each,
    )
    const before = await countOf(table)
    const form = await formOn(from ?? '', new RegExp(`action="${to}"`))
    const fields: Record<string, string> = { ...form, role: 'support', ...own }
    const [one, other] = await both(to ?? '', fields)
    expect([one.status, other.status]).toEqual([200, 200])
    expect(secretIn(one)).toBeDefined()
    expect(secretIn(other)).toBe(secretIn(one))
    expect(await countOf(table)).toBe(before + 1)
  })
})

test('what was kept of it opens nothing by itself', async () => {
  const { rows } = await sql`select * from idempotency_keys`.execute(house.deps.db)
  expect(rows.length).toBeGreaterThan(4)
  expect(JSON.stringify(rows)).not.toMatch(/auszug_|whsec_|invitation/)
})

test('a form that was refused is mended and sent once more', async () => {
  const path = '/console/new-product'
  const fields = { ...(await formOn(path)), name: 'Zwei', format_csv: 'on' }
  const refused = await admin.send(path, { ...fields, code: 'ofen' })
  expect(refused.status).toBe(422)
  const again = { ...fields, ...hidden(refused.html, 'once') }
  expect((await admin.send(path, { ...again, code: 'zwei' })).to).toBe('/console/products/zwei')
})

test('another content is another thing, though it comes by the same form', async () => {
  const path = '/console/new-product'
  const form = { ...(await formOn(path)), name: 'Drei', format_csv: 'on' }
  for (const code of ['drei', 'vier'])
    expect((await admin.send(path, { ...form, code })).to).toBe(`/console/products/${code}`)
})

test('the same form of somebody else is another', async () => {
  const path = '/console/new-product'
  const form = { ...(await formOn(path)), code: 'fuenf', name: 'Fünf', format_csv: 'on' }
  expect((await admin.send(path, form)).to).toBe('/console/products/fuenf')
  const other = await signedIn(house, 'admin', 'other')
  expect((await other.send(path, form)).status).toBe(422)
})
