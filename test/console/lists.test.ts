import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inTransaction } from '../../src/store/database.ts'
import { newId } from '../../src/store/id.ts'
import { insertCustomers } from '../../src/store/move-in.ts'
import { openHouse } from '../api/house.ts'
import type { House } from '../api/house.ts'
import { openShop } from '../api/shop.ts'
import { signedIn } from './browser.ts'
import type { Browser } from './browser.ts'

let house: House
let support: Browser
let admin: Browser
const names: string[] = []
beforeAll(async () => {
  house = await openHouse({ sandbox: true, now: '2026-09-28T11:00:00+02:00' })
  const { db } = house.deps
  const made = Array.from({ length: 120 }, (_, n) => ({
    id: newId('cus', house.clock.now),
    name: `${['bäckerei', 'Bäckerei', 'Ährenhof', 'Zum Ofen', 'abc'][n % 5]} ${(n * 37) % 120}`,
    language: 'de',
    externalRefs: {},
    contacts: [],
    createdAt: house.clock.now,
    revision: 1,
  }))
  names.push(...made.map(({ name }) => name))
  await inTransaction(db, (trx) => insertCustomers(trx, made))
  const shop = await openShop(house)
  names.push('Bäckerei Beispiel')
  const other = await openShop(house, { renewal: 'none' }, { code: 'other' })
  names.push('Bäckerei Beispiel')
  const sales = made.slice(0, 60).map(({ id }, n) => [id, n] as const)
  for (const [customer, n] of sales)
    await (n % 2 === 0 ? shop : other).sell({
      customer,
      starts_on: `2026-0${1 + (n % 9)}-01`,
      ...(n % 6 === 1 && { ends_on: '2026-09-27' }),
    })
  support = await signedIn(house, 'support')
  admin = await signedIn(house, 'admin')
})
afterAll(() => house.close())

/** The text of the first cells, page by page to the end. */
async function walked(path: string, link: RegExp): Promise<string[][]> {
  const pages: string[][] = []
  for (let at: string | undefined = path; at !== undefined;) {
    const { status, html }: { status: number; html: string } = await support.get(at)
    expect(status).toBe(200)
    pages.push([...html.matchAll(link)].map(([, text = '']) => text))
    at = /class="button second" href="([^"]+)"/.exec(html)?.[1]?.replaceAll('&amp;', '&')
  }
  return pages
}

const customerNames = /<a href="\/console\/customers\/cus_\w+">([^<]+)<\/a>/g
const plain = (name: string) => name.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()
const sorted = (all: readonly string[]) =>
  all.map(plain).toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0))

describe('a list is put in order as a whole, not only its page', () => {
  test('customers by name, without regard to case and marks, up and down', async () => {
    const up = await walked('/console/customers?order=name', customerNames)
    expect(up.map((page) => page.length)).toEqual([50, 50, 22])
    expect(up.flat().map(plain)).toEqual(sorted(names))
    const down = await walked('/console/customers?order=-name', customerNames)
    expect(down.flat().map(plain)).toEqual(sorted(names).toReversed())
  })

  test('licenses by their customers’ names, and by their last day', async () => {
    const byName = (await walked('/console/licenses?order=customer', customerNames)).flat()
    expect(byName).toHaveLength(60)
    expect(byName.map(plain)).toEqual(sorted(byName))
    const days = (
      await walked('/console/licenses?order=-until', /<td data-label="Last day">([^<]+)</g)
    ).flat()
    const instants = days.map((day) => Date.parse(`${day.slice(4)} UTC`))
    expect(instants).toHaveLength(60)
    expect(instants).toEqual(instants.toSorted((a, b) => b - a))
  })

  test('and a head tells how, and leads to the other way round', async () => {
    const { html } = await support.get('/console/customers?order=-name&relation=going_on')
    expect(html).toContain(
      '<th scope="col" aria-sort="descending"><a href="/console/customers?order=name&amp;relation=going_on">',
    )
  })
})

describe('a filter', () => {
  test('narrows a list down, over every page of it', async () => {
    const ended = await walked('/console/licenses?mode=export-only', customerNames)
    expect(ended.flat()).toHaveLength(10)
    const other = await walked('/console/customers?product=other', customerNames)
    expect(other.flat()).toHaveLength(30)
  })

  test('that nothing fits says so, and leads back to everything', async () => {
    const { html } = await support.get('/console/customers?relation=ended')
    expect(html).toContain('Nothing fits this filter')
    expect(html).toContain('href="/console/customers"')
  })

  test('that cannot be read counts as left out', async () => {
    for (const query of ['ends_by=soon', 'mode=broken', 'after=%00', 'order=secret'])
      expect((await support.get(`/console/licenses?${query}`)).status).toBe(200)
  })
})

describe('a list that is taken along', () => {
  test('is the whole of it as it was filtered, with the columns of the API', async () => {
    const { html } = await support.get('/console/customers?product=other&order=name')
    const href = /href="(\/console\/lists\/customers\.csv[^"]*)"/.exec(html)?.[1] ?? ''
    expect(href).toBe('/console/lists/customers.csv?product=other')
    const file = await support.get(href)
    const called = await house.call('GET', '/v1/customers?product=other', {
      headers: { accept: 'text/csv' },
    })
    expect(file.html).toBe(called.text)
    expect(file.html.trimEnd().split('\r\n')).toHaveLength(31)
    expect(file.headers.get('content-disposition')).toContain('customers-2026-09-28.csv')
    expect(file.headers.get('content-type')).toContain('text/csv')
  })

  test('goes along of products, plans and letters too, where each is listed', async () => {
    const { html } = await support.get('/console/products')
    for (const [name, told] of [
      ['products', 'broetchenbringer'],
      ['plans', 'annual'],
    ]) {
      expect(html).toContain(`/console/lists/${name}.csv`)
      expect((await support.get(`/console/lists/${name}.csv`)).html).toContain(told)
    }
    const letters = await support.get('/console/lists/letters.csv?state=failed')
    expect(letters.html.trimEnd().split('\r\n')).toHaveLength(1)
  })

  test('comes as JSON Lines and as a workbook as well', async () => {
    const lines = await support.get('/console/lists/customers.jsonl')
    expect(lines.html.trimEnd().split('\n')).toHaveLength(122)
    const workbook = await support.get('/console/lists/licenses.xlsx')
    expect(workbook.html.slice(0, 2)).toBe('PK')
  })

  test('is for whom the API would give it to, and nobody else', async () => {
    expect((await support.get('/console/lists/people.csv')).status).toBe(403)
    expect((await admin.get('/console/lists/people.csv')).html).toContain('login')
    expect((await support.get('/console/lists/secrets.csv')).status).toBe(404)
    expect((await support.get('/console/lists/customers.exe')).status).toBe(404)
    expect((await support.get('/console/lists/constructor.csv')).status).toBe(404)
  })
})

describe('who has access', () => {
  test('is narrowed down to a role, and stands in order by name, role or age', async () => {
    const { html } = await admin.get('/console/access?role=support&people=-name')
    const people = [...html.matchAll(/access\/people\/per_\w+">([^<]+)</g)].map(([, name]) => name)
    expect(people).toEqual(['The support'])
    expect(html).toMatch(/aria-sort="descending"><a href="[^"]*people=name/)
    expect(html).toContain('<strong>The tests’ support</strong>')
    expect(html).not.toContain('<strong>The tests’ admin</strong>')
  })

  test('without those who are gone, where that is wanted', async () => {
    const made = { name: 'An old shop', role: 'billing' }
    const { body } = await house.call<{ id: string }>('POST', '/v1/api-tokens', { body: made })
    await house.call('DELETE', `/v1/api-tokens/${body.id}`)
    expect((await admin.get('/console/access')).html).toContain('An old shop')
    expect((await admin.get('/console/access?former=no')).html).not.toContain('An old shop')
  })
})

describe('the keys that sign', () => {
  const kidsIn = (html: string, kind: string): string[] => {
    const [, part = ''] = html.split(`id="${kind}-keys"`)
    const [section = ''] = part.split('</section>')
    return [...section.matchAll(/<code>([\w-]{43})<\/code>/g)].map(([, kid = '']) => kid)
  }

  test.each(['signing', 'evidence'] as const)(
    'stand in order by each column, and are taken along (%s)',
    async (kind) => {
      await admin.get('/console/access')
      await admin.send(`/console/access/${kind}-keys/rotation`)
      const { html } = await admin.get(`/console/access?${kind}-keys=-key`)
      const kids = kidsIn(html, kind)
      expect(kids.length).toBeGreaterThan(1)
      const { compare } = new Intl.Collator('en', { numeric: true })
      expect(kids).toEqual(kids.toSorted((a, b) => compare(b, a)))
      expect(html).toContain(`${kind}-keys=key#${kind}-keys"`)
      const file = await admin.get(`/console/lists/${kind}-keys.csv`)
      for (const kid of kids) expect(file.html).toContain(kid)
    },
  )

  test.each(['signing', 'evidence'] as const)(
    'are revoked with a reason that stays with them, one at a time (%s)',
    async (kind) => {
      const [kid = ''] = kidsIn((await admin.get('/console/access')).html, kind)
      const path = `/console/access/${kind}-keys/${kid}/revocation`
      expect((await admin.get(path)).html).toContain('leaked, and no other')
      const long = await admin.send(path, { reason: 'x'.repeat(2001) })
      expect([long.status, long.html.includes('xxx</textarea>')]).toEqual([422, true])
      const sent = await admin.send(path, { reason: 'A laptop was stolen' })
      expect(sent.to).toBe(`/console/access#${kind}-keys`)
      expect((await admin.get('/console/access')).html).toContain('“A laptop was stolen”')
      expect((await admin.get(path)).status).toBe(404)
      expect((await admin.get('/console/access/history?group=keys')).html).toContain(
        `The ${kind} key ${kid.slice(0, 8)} was revoked · “A laptop was stolen”`,
      )
    },
  )
})
