import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser } from '../console/browser.ts'
import { enter, linkIn, openPortalHouse, someone } from './portal.ts'
import type { PortalHouse } from './portal.ts'

let house: PortalHouse
beforeAll(async () => {
  house = await openPortalHouse()
})
afterAll(() => house.close())

const later = (table: string, column: string, length: string) =>
  sql`update ${sql.table(table)} set ${sql.ref(column)} = ${sql.ref(column)} - ${length}::interval`.execute(
    house.deps.db,
  )

describe('a link that is asked for', () => {
  test('signs in by a click on the page that it leads to, and not by being fetched', async () => {
    const { email } = await someone(house)
    const browser = openBrowser(house)
    await browser.send('/portal/sign-in', { email })
    const link = linkIn(house, email)
    for (const _ of [1, 2]) expect((await browser.get(link)).status).toBe(200)
    expect(browser.cookies.has('__Secure-auszug_portal')).toBe(false)
    const { to, headers } = await browser.send(link)
    expect(to).toBe('/portal')
    const cookie = headers.getSetCookie().find((line) => line.includes('auszug_portal'))
    for (const part of ['Path=/portal', 'HttpOnly', 'SameSite=Lax', 'Secure'])
      expect(cookie).toContain(part)
    expect((await browser.get('/portal')).html).toContain('My licenses')
  })

  test('opens once: used again, or kept by somebody else, it opens nothing', async () => {
    const { email } = await someone(house)
    await openBrowser(house).send('/portal/sign-in', { email })
    const link = linkIn(house, email)
    expect((await openBrowser(house).send(link)).to).toBe('/portal')
    const other = openBrowser(house)
    expect((await other.send(link)).status).toBe(410)
    expect((await other.get(link)).status).toBe(410)
    expect(other.cookies.has('__Secure-auszug_portal')).toBe(false)
  })

  test('opens nothing after half an hour, or once it is no address of the contact’s', async () => {
    const late = await someone(house)
    await openBrowser(house).send('/portal/sign-in', { email: late.email })
    await later('portal_links', 'expires_at', '30 minutes')
    expect((await openBrowser(house).send(linkIn(house, late.email))).status).toBe(410)

    const moved = await someone(house)
    await openBrowser(house).send('/portal/sign-in', { email: moved.email })
    const contacts = [
      { id: moved.contact, name: 'N. Beispiel', emails: ['new@example.com'], may: ['object'] },
    ]
    const path = `/v1/customers/${moved.customer}`
    expect((await house.call('PATCH', path, { body: { contacts } })).status).toBe(200)
    expect((await openBrowser(house).send(linkIn(house, moved.email))).status).toBe(410)
  })

  test('is not sent by a form of another site, nor used by one', async () => {
    const { email } = await someone(house)
    const foreign = { 'sec-fetch-site': 'cross-site' }
    const browser = openBrowser(house)
    expect((await browser.send('/portal/sign-in', { email }, foreign)).status).toBe(403)
    await browser.send('/portal/sign-in', { email })
    expect((await browser.send(linkIn(house, email), {}, foreign)).status).toBe(403)
  })
})

test('nobody learns whether an address is known: the answer is the same', async () => {
  const { email } = await someone(house)
  const before = house.mails.length
  const known = await openBrowser(house).send('/portal/sign-in', { email })
  const unknown = await openBrowser(house).send('/portal/sign-in', { email: 'no@example.com' })
  expect(house.mails.length).toBe(before + 1)
  expect(unknown.status).toBe(known.status)
  expect(unknown.html.replaceAll('no@example.com', email)).toBe(known.html)
})

test('whoever asks on and on fills nobody’s letter box', async () => {
  const { email } = await someone(house)
  const before = house.mails.length
  for (let n = 0; n < 8; n++) await openBrowser(house).send('/portal/sign-in', { email })
  expect(house.mails.length).toBe(before + 5)
})

test('neither the link nor the session is in the database, and no mail can be read there', async () => {
  const { email } = await someone(house)
  const browser = openBrowser(house)
  await browser.send('/portal/sign-in', { email })
  const link = linkIn(house, email)
  const secret = link.split('/').at(-1) ?? ''
  await browser.send(link)
  const kept = await sql<{ all: string }>`
    select (select json_agg(l)::text from portal_links l) || (select json_agg(s)::text from portal_sessions s)
      || (select json_agg(m)::text from portal_mails m) as all`.execute(house.deps.db)
  const text = kept.rows[0]?.all ?? ''
  expect(text).not.toContain(secret)
  expect(text).not.toContain(browser.cookies.get('__Secure-auszug_portal'))
  expect(text).not.toContain(email)
})

describe('a session', () => {
  test('ends with the sign-out, after an hour alone, and with the contact', async () => {
    const out = await enter(house, await someone(house))
    await out.send('/portal/sign-out')
    expect((await out.get('/portal/data')).to).toBe('/portal')

    const alone = await enter(house, await someone(house))
    await later('portal_sessions', 'seen_at', '61 minutes')
    expect((await alone.get('/portal/data')).to).toBe('/portal')

    const left = await someone(house)
    const browser = await enter(house, left)
    await house.call('PATCH', `/v1/customers/${left.customer}`, { body: { contacts: [] } })
    expect((await browser.get('/portal/data')).to).toBe('/portal')
  })

  test('is no session of the console, nor the other way round', async () => {
    const browser = await enter(house, await someone(house))
    expect((await browser.get('/console')).to).toContain('/console/sign-in')
  })

  test('sends nothing without the token of its pages', async () => {
    const { contact, license } = await someone(house)
    const browser = await enter(house, { contact })
    const path = `/portal/licenses/${license.id}/objection`
    const sent = await browser.send(path, { form_token: 'x', effective_on: '2026-09-30' })
    expect(sent.to).toBe('/portal')
    const { body } = await house.call<{ objections: object[] }>('GET', `/v1/licenses/${license.id}`)
    expect(body.objections).toEqual([])
  })
})
