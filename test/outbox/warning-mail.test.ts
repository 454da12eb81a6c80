import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { bakersVendor } from '../../src/api/example-catalog.ts'
import { deliver } from '../../src/clock/beat.ts'
import { openHouse } from '../api/house.ts'
import type { House, List, Refusal } from '../api/house.ts'
import { openShop } from '../api/shop.ts'
import type { Shop } from '../api/shop.ts'
import { signedIn } from '../console/browser.ts'
import type { Browser } from '../console/browser.ts'
import { openMailbox } from './mailbox.ts'
import type { Mailbox } from './mailbox.ts'

let mailbox: Mailbox
let house: House
let shop: Shop
let support: Browser
beforeAll(async () => {
  mailbox = await openMailbox()
  house = await openHouse({ sendMail: mailbox.send })
  shop = await openShop(house)
  support = await signedIn(house, 'support')
})
afterAll(async () => {
  await house.close()
  await mailbox.close()
})
beforeEach(async () => {
  await house.call('PUT', '/v1/settings', { body: { ...bakersVendor, switched_off: [] } })
})

const norbert = { name: 'Norbert Beispiel', emails: ['n@baeckerei.example'], may: ['sign'] }

/** A license of a German customer, whose letter of issue has gone out. */
async function sell(contacts: readonly object[] = [norbert]): Promise<string> {
  const body = { name: 'Bäckerei Ost', language: 'de', contacts }
  const { id } = (await house.call<{ id: string }>('POST', '/v1/customers', { body })).body
  const license = (await shop.sell({ customer: id })).id
  await deliver(house.deps)
  mailbox.mails.length = 0
  return license
}

const give = (license: string, body: object) =>
  house.call<Refusal & { reason: string }>('POST', `/v1/licenses/${license}/warnings`, {
    body: { form: 'letter', ...body },
    role: 'support',
  })
const warnings = async (license: string) =>
  (await house.call<List>('GET', `/v1/licenses/${license}/warnings`)).body.data
const letters = async (license: string) =>
  (await house.call<List>('GET', `/v1/licenses/${license}/letters?kind=warning`)).body.data

test('a warning by mail leaves in the words and the language in which it is recorded', async () => {
  const license = await sell()
  const text = 'Dear Norbert,\r\n\r\nplease stop calling about the printer.'
  const given = await give(license, { delivery: 'mail', language: 'en', text })
  expect([given.status, given.body]).toEqual([201, expect.objectContaining({ delivery: 'mail' })])
  await deliver(house.deps)
  expect(mailbox.mails).toHaveLength(1)
  const [mail] = mailbox.mails
  expect(mail?.to).toMatchObject({ text: '"Norbert Beispiel" <n@baeckerei.example>' })
  expect(mail?.subject).toBe('Your license for Brötchenbringer: use of support')
  expect(mail?.text).toContain('please stop calling about the printer.')
  expect(mail?.html).toContain('<p>please stop calling about the printer.</p>')
  expect(mail?.text).not.toContain('Guten Tag')
  expect(await letters(license)).toMatchObject([{ state: 'sent', language: 'en' }])
})

test('a warning by hand, said or left out, and a spoken one send no mail', async () => {
  const license = await sell()
  for (const body of [{}, { delivery: 'by_hand' }, { form: 'spoken' }])
    expect((await give(license, body)).status).toBe(201)
  await deliver(house.deps)
  expect(mailbox.mails).toEqual([])
  expect(await letters(license)).toEqual([])
})

test('a warning to nobody with an address, or of a kind that is switched off, is not recorded as mailed', async () => {
  const nobodys = await sell([{ ...norbert, may: ['support'] }])
  const refused = await give(nobodys, { delivery: 'mail' })
  expect([refused.status, refused.body.reason]).toEqual([409, 'nobody'])
  const license = await sell()
  await house.call('PUT', '/v1/settings', { body: { ...bakersVendor, switched_off: ['warning'] } })
  const off = await give(license, { delivery: 'mail' })
  expect([off.status, off.body.reason]).toEqual([409, 'switched_off'])
  expect([await warnings(nobodys), await warnings(license)]).toEqual([[], []])
})

test('the console offers mail first and names the addresses, and what is sent there goes out once', async () => {
  const license = await sell()
  const at = `/console/licenses/${license}`
  const { html } = await support.get(`${at}/warning`)
  expect(html).toMatch(/value="mail" checked/)
  expect(html).toContain('n@baeckerei.example')
  const entry = /name="entry" value="([^"]+)"/.exec(html)?.[1] ?? ''
  const fields = { entry, form: 'mail', language: 'de', text: 'Bitte rufen Sie nicht mehr an.' }
  const sent = await support.send(`${at}/warnings`, fields)
  await support.send(`${at}/warnings`, fields)
  await deliver(house.deps)
  expect(mailbox.mails.map(({ text }) => text?.includes(fields.text))).toEqual([true])
  const page = await support.get(sent.to ?? '')
  expect(page.html).toContain('goes out by mail')
  expect(page.html).toContain(`/console/letters?license=${license}&amp;kind=warning`)
})

test('the console offers no mail where nobody has an address, and says so', async () => {
  const license = await sell([])
  const at = `/console/licenses/${license}`
  const { html } = await support.get(`${at}/warning`)
  expect(html).not.toContain('value="mail"')
  expect(html).toContain('nobody at the customer’s who may object or sign has an e-mail address')
  const sent = await support.send(`${at}/warnings`, {
    form: 'mail',
    language: 'de',
    text: 'Bitte rufen Sie nicht mehr an.',
  })
  expect(sent.status).toBe(409)
  expect(sent.html).toContain('Bitte rufen Sie nicht mehr an.')
  expect(await warnings(license)).toEqual([])
})
