import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pages } from '../../src/portal/pages.ts'
import { makeLink } from '../../src/store/portal-access.ts'
import { askToken } from '../api/start-up.ts'
import { openBrowser, signedIn } from '../console/browser.ts'
import type { Browser, Seen } from '../console/browser.ts'
import { enter, linkIn, openPortalHouse, someone } from './portal.ts'
import type { PortalHouse, Someone } from './portal.ts'

// The portal's list is read as it stands: a new row is judged with the others, and one that is open to anybody has to be named here.

const open = [
  'GET /portal',
  'POST /portal/sign-in',
  'GET /portal/link/:token',
  'POST /portal/link/:token',
  'POST /portal/appearance',
  'GET /portal/cancellation',
  'POST /portal/cancellation',
  'GET /portal/withdrawal',
  'POST /portal/withdrawal',
  'GET /portal/declarations/:token',
  'GET /portal/declarations/:token/text',
]

/** What a consumer declares counts from wherever it comes. */
const fromAnywhere = ['POST /portal/cancellation', 'POST /portal/withdrawal']

const cookie = '__Secure-auszug_portal'

let house: PortalHouse
let named: Readonly<Record<string, string>>
let owner: Someone
beforeAll(async () => {
  house = await openPortalHouse({ now: '2026-09-28T11:00:00+02:00' })
  owner = await someone(house)
  const { license } = owner
  const start = { license_key: license.key, product: house.shop.product, fingerprint: 'till' }
  await askToken(house, { ...start, machine: 'Kasse 1' })
  const at = `/v1/licenses/${license.id}`
  const idAt = async (path: string): Promise<string> =>
    (await house.call<{ data: { id: string }[] }>('GET', path)).body.data[0]?.id ?? ''
  const body = { kind: 'amendment', amendment: { from: 'now', seats: 7 } }
  const { body: proposal } = await house.call<{ id: string }>('POST', `${at}/proposals`, { body })
  await house.call('POST', `${at}/objections`, { body: { side: 'customer', channel: 'phone' } })
  named = {
    license: license.id,
    machine: await idAt(`${at}/activations`),
    key: await idAt(`${at}/keys`),
    proposal: proposal.id,
    token: 'A'.repeat(43),
  }
})
afterAll(() => house.close())

type Row = (typeof pages)[number]

const nameOf = ({ method, path }: Row): string => `${method} ${path}`

/** @throws Error for a part of an address that nothing here has made: it would be refused whoever asks. */
const addressOf = (path: string): string =>
  path.replaceAll(/:(\w+)/g, (_, part: string) => {
    const id = named[part]
    if (id === undefined || id === '') throw new Error(`nothing here has a :${part}`)
    return id
  })

const ask = (browser: Browser, { method, path }: Row): Promise<Seen> => {
  const fields = { effective_on: '2026-09-30', answer: 'accept' }
  return method === 'GET' ? browser.get(addressOf(path)) : browser.send(addressOf(path), fields)
}

const ofGuests = pages.filter(({ who }) => who === 'guest')
const sent = pages.filter(({ method }) => method === 'POST')

const eventsOf = async ({ license }: Someone): Promise<number> => {
  const path = `/v1/licenses/${license.id}/events?limit=200`
  return (await house.call<{ data: object[] }>('GET', path)).body.data.length
}

test('what is open to anybody is named here, and nothing else is', () => {
  const found = pages.filter(({ who }) => who !== 'guest').map(nameOf)
  expect(found.toSorted()).toEqual(open.toSorted())
})

test('nobody who knows no address of theirs finds one: a made-up one opens nothing', async () => {
  const stranger = openBrowser(house)
  const opened: unknown[] = []
  for (const row of pages.filter(({ path }) => path.includes(':token'))) {
    const { status } = await ask(stranger, row)
    if (![404, 410].includes(status)) opened.push([nameOf(row), status])
  }
  expect(opened).toEqual([])
})

const later = (column: string, length: string) =>
  sql`update portal_sessions set ${sql.ref(column)} = ${sql.ref(column)} - ${length}::interval`.execute(
    house.deps.db,
  )

/** Ways to come without a session that counts. */
const without: readonly (readonly [name: string, come: () => Promise<Browser>])[] = [
  ['nothing', async () => openBrowser(house)],
  ['a session that was made up', async () => bearing('A'.repeat(43))],
  [
    'a link that was not clicked',
    async () => bearing((await makeLink(house.deps.db, owner.contact, null)) ?? ''),
  ],
  [
    'a session that was signed out, and kept by somebody',
    async () => {
      const browser = await enter(house, owner)
      const kept = browser.cookies.get(cookie) ?? ''
      await browser.send('/portal/sign-out')
      return bearing(kept)
    },
  ],
  [
    'a session that was left alone for an hour',
    async () => {
      const browser = await enter(house, owner)
      await later('seen_at', '60 minutes')
      return browser
    },
  ],
  [
    'a session that began twelve hours ago',
    async () => {
      const browser = await enter(house, owner)
      await later('started_at', '12 hours')
      return browser
    },
  ],
  [
    'a session by a mail to an address that is no longer theirs',
    async () => {
      const who = await someone(house)
      const browser = openBrowser(house)
      await browser.send('/portal/sign-in', { email: who.email })
      await browser.send(linkIn(house, who.email))
      expect((await browser.get('/portal/data')).status).toBe(200)
      const contacts = [{ id: who.contact, name: 'N.', emails: ['new@example.com'], may: [] }]
      await house.call('PATCH', `/v1/customers/${who.customer}`, { body: { contacts } })
      return browser
    },
  ],
  ['a session of the console', async () => signedIn(house, 'admin')],
]

const bearing = (session: string): Browser => {
  const browser = openBrowser(house)
  browser.cookies.set(cookie, session)
  return browser
}

test.each(without)('%s opens none of what is a contact’s', async (_, come) => {
  const before = await eventsOf(owner)
  const browser = await come()
  const opened: unknown[] = []
  for (const row of ofGuests) {
    const { status, to } = await ask(browser, row)
    if (status !== 303 || to !== '/portal') opened.push([nameOf(row), status, to])
  }
  expect(opened).toEqual([])
  expect(await eventsOf(owner)).toBe(before)
})

describe('a form', () => {
  test('of another site is refused everywhere, but where a consumer declares', async () => {
    const before = await eventsOf(owner)
    const browser = await enter(house, owner)
    const taken: string[] = []
    for (const row of sent) {
      const foreign = { 'sec-fetch-site': 'cross-site' }
      const { status } = await browser.send(addressOf(row.path), { answer: 'accept' }, foreign)
      if (status !== 403) taken.push(nameOf(row))
    }
    expect(taken.toSorted()).toEqual(fromAnywhere)
    expect(await eventsOf(owner)).toBe(before)
  })

  test('without the token of its page does nothing of a contact’s', async () => {
    const before = await eventsOf(owner)
    const browser = await enter(house, owner)
    for (const row of sent.filter(({ who }) => who === 'guest')) {
      const fields = { form_token: 'x', effective_on: '2026-09-30', answer: 'accept' }
      const { status, to } = await browser.send(addressOf(row.path), fields)
      expect([nameOf(row), status, to]).toEqual([nameOf(row), 303, '/portal'])
    }
    expect(await eventsOf(owner)).toBe(before)
    expect((await browser.get('/portal/data')).status).toBe(200)
  })
})

test('whose they are is answered everywhere: the addresses of these tests are real ones', async () => {
  const browser = await enter(house, owner)
  const refused: unknown[] = []
  // What is looked at first, and the way out last.
  const order = ({ method, path }: Row) => (path === '/portal/sign-out' ? 2 : +(method === 'POST'))
  for (const row of ofGuests.toSorted((a, b) => order(a) - order(b))) {
    const { status, to } = await ask(browser, row)
    const isOut = to === '/portal' && row.path !== '/portal/sign-out'
    if (status >= 400 || isOut) refused.push([nameOf(row), status, to])
  }
  expect(refused).toEqual([])
})
