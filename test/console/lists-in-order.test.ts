import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { deliver } from '../../src/clock/beat.ts'
import { openHouse } from '../api/house.ts'
import type { House, List } from '../api/house.ts'
import { openShop } from '../api/shop.ts'
import type { Sold } from '../api/shop.ts'
import { askToken } from '../api/start-up.ts'
import { signedIn } from './browser.ts'
import type { Browser } from './browser.ts'

let house: House
let admin: Browser
let sold: Sold
beforeAll(async () => {
  house = await openHouse({ now: '2026-09-28T11:00:00+02:00' })
  const shop = await openShop(house, { seats: 60 })
  await openShop(house, { seats: 2 }, { code: 'abrechnung', name: 'Äbrechnung' })
  sold = await shop.sell()
  for (let n = 0; n < 55; n++) {
    house.clock.now += 60_000
    const machine = `Kasse ${n}`
    const asked = {
      license_key: sold.key,
      product: 'broetchenbringer',
      fingerprint: machine,
      machine,
    }
    await askToken(house, asked)
  }
  await shop.sell()
  await deliver(house.deps)
  admin = await signedIn(house, 'admin')
})
afterAll(() => house.close())

const cells = async (path: string, cell: RegExp): Promise<string[]> =>
  [...(await admin.get(path)).html.matchAll(cell)].map(([, text = '']) => text)
const productNames = /href="\/console\/products\/[\w-]+">([^<]+)</g
const planSeats = /<td data-label="Seats">([^<]+)</g

describe('the products and their plans', () => {
  test('stand in order by each column, apart from each other', async () => {
    const list = (query: string) => cells(`/console/products?${query}`, productNames)
    expect(await list('')).toEqual(['Äbrechnung', 'Brötchenbringer'])
    expect(await list('products=-name&plans=seats')).toEqual(['Brötchenbringer', 'Äbrechnung'])
    const seats = (query: string) => cells(`/console/products?${query}`, planSeats)
    expect(await seats('products=-name&plans=seats')).toEqual(['2', '60'])
    expect(await seats('plans=-seats')).toEqual(['60', '2'])
    const { html } = await admin.get('/console/products?products=-name')
    expect(html).toContain('href="/console/products?products=-name&amp;plans=name#plans"')
    expect(html).toContain('<input type="hidden" name="products" value="-name"/>')
  })

  test('are narrowed down to a product, and taken along so', async () => {
    expect(await cells('/console/products?product=abrechnung', planSeats)).toEqual(['2'])
    const { html } = await admin.get('/console/products?product=abrechnung')
    expect(html).toContain('/console/lists/plans.csv?product=abrechnung')
    const one = await admin.get('/console/products/abrechnung')
    expect(one.html).toContain('/console/lists/plans.csv?product=abrechnung')
  })
})

test('the machines of a license go from the first on or from the last, page by page, and along', async () => {
  const at = `/console/licenses/${sold.id}/machines`
  const names = /<strong>(Kasse \d+)<\/strong>/g
  const first = await cells(at, names)
  expect([first.length, first[0]]).toEqual([50, 'Kasse 0'])
  const last = await cells(`${at}?order=-since`, names)
  expect([last.length, last[0]]).toEqual([50, 'Kasse 54'])
  const { html } = await admin.get(`${at}?order=-since`)
  const next = /class="button second" href="([^"]+after=[^"]+)"/.exec(html)?.[1] ?? ''
  expect(await cells(next.replaceAll('&amp;', '&'), names)).toEqual(
    [4, 3, 2, 1, 0].map((n) => `Kasse ${n}`),
  )
  const file = await admin.get(`/console/lists/activations.csv?license=${sold.id}`)
  expect(file.html.trimEnd().split('\r\n')).toHaveLength(56)
  expect(file.headers.get('content-disposition')).toContain('machines-')
})

test('webhooks stand in order by what they are called, and go along', async () => {
  for (const description of ['Zahlung', 'Archiv'])
    await house.call('POST', '/v1/webhooks', {
      body: { url: 'https://shop.example.com/a', description },
    })
  const names = /href="\/console\/webhooks\/whk_\w+">([^<]+)</g
  expect(await cells('/console/webhooks?order=name', names)).toEqual(['Archiv', 'Zahlung'])
  expect(await cells('/console/webhooks', names)).toEqual(['Zahlung', 'Archiv'])
  expect((await admin.get('/console/lists/webhooks.csv')).html).toContain('Archiv')
  const [hook] = (await house.call<List>('GET', '/v1/webhooks')).body.data
  const told = await admin.get(`/console/lists/deliveries.csv?webhook=${String(hook?.['id'])}`)
  expect(told.status).toBe(200)
})

test('the papers of a license stand in order, and go along with it', async () => {
  const at = `/v1/licenses/${sold.id}`
  for (const [recipient, text] of [
    ['Zora', 'Erste'],
    ['Anna', 'Zweite'],
  ])
    await house.call('POST', `${at}/warnings`, { body: { form: 'letter', recipient, text } })
  for (const name of ['b.txt', 'a.txt'])
    await house.call('POST', `${at}/documents`, {
      text: `The content of ${name}`,
      headers: {
        'content-type': 'text/plain',
        'content-disposition': `attachment; filename="${name}"`,
      },
    })
  const own = `/console/licenses/${sold.id}`
  const names = /<td data-label="To whom">([^<]+)</g
  expect(await cells(`${own}/warnings?order=recipient`, names)).toEqual(['Anna', 'Zora'])
  const files = / download="([^"]+)"/g
  expect(await cells(`${own}/documents?order=-name`, files)).toEqual(['b.txt', 'a.txt'])
  for (const [list, word] of [
    ['warnings', 'Zora'],
    ['documents', 'b.txt'],
  ])
    expect((await admin.get(`/console/lists/${list}.csv?license=${sold.id}`)).html).toContain(word)
  const keys = await admin.get(`${own}/keys?order=-issued`)
  expect(keys.html).toContain('aria-sort="descending"')
})

describe.each([
  ['/console/history', 'order=when', /<time class="quiet small" datetime="([^"]+)"/g],
  [
    '/console/history',
    'order=when&group=machines',
    /<time class="quiet small" datetime="([^"]+)"/g,
  ],
  ['/console/settlements', 'order=at', /<time datetime="([^"]+)"/g],
  ['/console/letters', 'order=written', /<time datetime="([^"]+)"/g],
  ['/console/inquiries', 'order=at', /<time class="nowrap" datetime="([^"]+)"/g],
] as const)('%s?%s', (path, query, times) => {
  test('goes from the oldest on, as it goes from the newest without', async () => {
    for (const at of ['2026-09-29', '2026-09-30']) {
      house.clock.set(`${at}T12:00:00+02:00`)
      await house.call('POST', '/v1/settlements', { body: {} })
      await house.call('POST', `/v1/licenses/${sold.id}/inquiries`, {
        body: { topic: 'in_scope', channel: 'phone', subject: 'Wie?' },
      })
    }
    const up = await cells(`${path}?${query}`, times)
    const down = await cells(`${path}?${query.replace('=', '=-')}`, times)
    expect(up.length).toBeGreaterThan(1)
    const instants = (all: readonly string[]) => all.map((each) => Date.parse(each))
    expect(instants(up)).toEqual(instants(up).toSorted((a, b) => a - b))
    expect(instants(down)).toEqual(instants(down).toSorted((a, b) => b - a))
    const asNow = await cells(`${path}?${query.replace(/order=\w+&?/, '')}`, times)
    expect(asNow).toEqual(down)
  })
})
