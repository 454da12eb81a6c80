import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createApp } from '../../src/app.ts'
import { linkIn, openPortalHouse, someone } from '../portal/portal.ts'
import type { PortalHouse, Someone } from '../portal/portal.ts'
import { openBrowser, signedIn } from './browser.ts'
import type { Browser } from './browser.ts'

let house: PortalHouse
let support: Browser
beforeAll(async () => {
  house = await openPortalHouse({ now: '2026-09-28T11:00:00+02:00' })
  support = await signedIn(house, 'support')
})
afterAll(() => house.close())

const formOf = ({ customer, contact }: Someone): string =>
  `/console/customers/${customer}/contacts/${contact}/portal-link`

const opens = async (link: string): Promise<boolean> =>
  (await openBrowser(house).send(link)).to === '/portal'

test('a link is mailed to the contact in their language, opens once, and is not shown', async () => {
  const who = await someone(house)
  const card = await support.get(`/console/customers/${who.customer}`)
  expect(card.html).toContain(formOf(who))
  await support.get(formOf(who))
  const sent = await support.send(formOf(who), { way: 'mail', to: who.email })
  expect(sent.html).toContain(who.email)
  expect(sent.html).not.toContain('/portal/link/')
  expect(house.mails.at(-1)?.text).toContain('innerhalb von 24 Stunden')
  const link = linkIn(house, who.email)
  expect([await opens(link), await opens(link)]).toEqual([true, false])
})

test('a link is shown once, to be read out, and the log says who made it', async () => {
  const who = await someone(house)
  await support.get(formOf(who))
  const mails = house.mails.length
  const shown = await support.send(formOf(who), { way: 'show' })
  const link = /\/portal\/link\/[\w-]+/.exec(shown.html)?.[0] ?? ''
  expect(await opens(link)).toBe(true)
  expect(house.mails).toHaveLength(mails)
  const made = { event: 'portal-link', contact: who.contact, way: 'shown' }
  expect(house.logged).toContainEqual(expect.objectContaining(made))
  expect(JSON.stringify(house.logged)).not.toContain(link.split('/').at(-1))
})

test('a link opens nothing after a day, and is not used up by being fetched', async () => {
  const who = await someone(house)
  await support.get(formOf(who))
  const shown = async (): Promise<string> => {
    const { html } = await support.send(formOf(who), { way: 'show' })
    return /\/portal\/link\/[\w-]+/.exec(html)?.[0] ?? ''
  }
  const [fetched, held] = [await shown(), await shown()]
  for (const method of ['HEAD', 'GET'])
    expect((await house.app.request(fetched, { method })).status).toBe(200)
  expect(await opens(fetched)).toBe(true)
  await sql`update portal_links set expires_at = expires_at - interval '24 hours'`.execute(
    house.deps.db,
  )
  expect((await openBrowser(house).get(held)).status).toBe(410)
  expect(await opens(held)).toBe(false)
})

test('a mailed link opens nothing once its address is no longer the contact’s', async () => {
  const who = await someone(house)
  await support.get(formOf(who))
  await support.send(formOf(who), { way: 'mail', to: who.email })
  const contacts = [{ id: who.contact, name: 'N.', emails: ['new@example.com'], may: [] }]
  await house.call('PATCH', `/v1/customers/${who.customer}`, { body: { contacts } })
  expect(await opens(linkIn(house, who.email))).toBe(false)
})

test('nothing goes to an address that is not the contact’s', async () => {
  const who = await someone(house)
  await support.get(formOf(who))
  const mails = house.mails.length
  const sent = await support.send(formOf(who), { way: 'mail', to: 'other@example.com' })
  expect([sent.status, house.mails.length]).toEqual([422, mails])
})

test('a contact of another customer has no link under this one', async () => {
  const [own, other] = [await someone(house), await someone(house)]
  const mixed = formOf({ ...own, contact: other.contact })
  expect((await support.get(mixed)).status).toBe(404)
  expect((await support.send(mixed, { way: 'show' })).status).toBe(404)
})

test('more than five waiting mails are refused with the other way', async () => {
  const who = await someone(house)
  await support.get(formOf(who))
  const way = { way: 'mail', to: who.email }
  for (let n = 0; n < 5; n++) expect((await support.send(formOf(who), way)).status).toBe(200)
  const refused = await support.send(formOf(who), way)
  expect(refused.status).toBe(429)
  expect(refused.html).toContain('Nothing was sent')
})

test('a server that sends no mail says so, and shows the link all the same', async () => {
  const who = await someone(house)
  const { sendMail: _, ...deps } = house.deps
  const mailless = await signedIn({ ...house, deps, app: createApp(deps) }, 'support', 'mailless')
  const form = await mailless.get(formOf(who))
  expect(form.html).toContain('This server sends no mail')
  expect(form.html).not.toContain('value="mail"')
})

test('who may not work with customers is not offered a link', async () => {
  const who = await someone(house)
  const billing = await signedIn(house, 'billing')
  const card = await billing.get(`/console/customers/${who.customer}`)
  expect(card.html).not.toContain(formOf(who))
  expect((await billing.send(formOf(who), { way: 'show' })).status).toBe(403)
})
