import { afterAll, beforeAll, expect, test } from 'vitest'
import { deliver } from '../../src/clock/beat.ts'
import { openHouse } from '../api/house.ts'
import type { House } from '../api/house.ts'
import { openShop } from '../api/shop.ts'
import { openMailbox } from '../outbox/mailbox.ts'
import type { Mailbox } from '../outbox/mailbox.ts'
import { signedIn } from './browser.ts'
import type { Browser } from './browser.ts'

let mailbox: Mailbox
let house: House
let admin: Browser
let support: Browser

beforeAll(async () => {
  mailbox = await openMailbox()
  house = await openHouse({ sendMail: mailbox.send })
  admin = await signedIn(house, 'admin')
  support = await signedIn(house, 'support')
})
afterAll(async () => {
  await house.close()
  await mailbox.close()
})

const vendor = {
  legal_name: 'Krume Software GmbH',
  address: 'Backgasse 3\n10115 Berlin',
  register_number: 'HRB 12345',
  vat_id: 'DE123456789',
  support_phone: '+49 30 1234567',
  support_email: 'hilfe@krume.example',
  reply_to: 'vertrag@krume.example',
  notices_to: '',
  language: 'de',
  terms_url: '',
  privacy_url: '',
  export_help_url: 'https://krume.example/export',
}
const allKinds = { 'kind-issued': 'yes', 'kind-reminder': 'yes', 'kind-suspended': 'yes' }

test('the settings say who writes, and keep what was typed where something does not fit', async () => {
  expect((await admin.get('/console/settings')).html).toContain('Letters have no sender yet')
  const wrong = await admin.send('/console/settings', { ...vendor, reply_to: 'nowhere' })
  expect(wrong.status).toBe(422)
  expect(wrong.html).toContain('value="nowhere"')
  const { to } = await admin.send('/console/settings', { ...vendor, ...allKinds })
  expect(to).toBe('/console/settings?saved')
  const { html } = await admin.get('/console/settings')
  expect(html).toContain('value="Krume Software GmbH"')
  expect(html).not.toContain('Letters have no sender yet')
  expect(html).toMatch(/name="kind-issued" value="yes" checked/)
  expect(html).not.toMatch(/name="kind-renewed" value="yes" checked/)
  expect((await support.get('/console/settings')).status).toBe(403)
})

test('a letter is listed and read as it was mailed, in a frame that runs nothing', async () => {
  const shop = await openShop(house)
  const contacts = [
    { name: 'Norbert Beispiel', emails: ['norbert@baeckerei.example'], may: ['sign'] },
  ]
  const body = { name: 'Bäckerei Beispiel', language: 'de', contacts }
  const { id } = (await house.call<{ id: string }>('POST', '/v1/customers', { body })).body
  await shop.sell({ customer: id })
  await deliver(house.deps)
  const list = await support.get(`/console/letters?customer=${id}&state=sent`)
  const [, letter] = /href="\/console\/letters\/(let_\w+)"/.exec(list.html) ?? []
  const page = await support.get(`/console/letters/${letter}`)
  expect(page.html).toContain('norbert@baeckerei.example')
  expect(page.html).toContain(
    `<iframe class="letter-frame" sandbox="" src="/console/letters/${letter}/page"`,
  )
  const shown = await support.get(`/console/letters/${letter}/page`)
  expect(shown.html).toBe(mailbox.mails[0]?.html)
  const policy = shown.headers.get('content-security-policy')
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain('sandbox')
  const again = await support.send(`/console/letters/${letter}/mail`)
  expect(again.to).toBe(`/console/letters/${letter}`)
  await deliver(house.deps)
  expect(mailbox.mails.map(({ messageId }) => messageId)).toEqual([
    `<${letter}.0@licenses.example.com>`,
    `<${letter}.1@licenses.example.com>`,
  ])
})

test('a letter that nobody could be mailed is marked once a hand has sent it', async () => {
  const body = { name: 'Café Beispiel', language: 'en' }
  const { id } = (await house.call<{ id: string }>('POST', '/v1/customers', { body })).body
  const sold = { plan: 'annual', customer: id, time_zone: 'Europe/Berlin', starts_on: '2025-10-01' }
  expect((await house.call('POST', '/v1/licenses', { body: sold })).status).toBe(201)
  await deliver(house.deps)
  const list = await support.get('/console/letters?state=to_hand')
  const [, letter] = /href="\/console\/letters\/(let_\w+)"/.exec(list.html) ?? []
  expect((await support.send(`/console/letters/${letter}/mail`)).status).toBe(409)
  await support.send(`/console/letters/${letter}/hand`)
  expect((await support.get(`/console/letters/${letter}`)).html).toContain('sent by hand')
  expect((await support.get('/console/letters?state=to_hand')).html).not.toContain(letter)
})

test('own wording is shown before it is kept, refused where it names what is not known, and taken back', async () => {
  const at = '/console/settings/letters/suspended'
  await admin.get(`${at}?language=de`)
  const words = { language: 'de', subject: 'Gesperrt: {product}', text: 'Seit {since}.' }
  const draft = await admin.send(`${at}/preview`, words)
  expect(draft.html).toContain('Gesperrt: Brötchenbringer')
  const wrong = await admin.send(at, { ...words, text: '{ended_on}' })
  expect(wrong.status).toBe(422)
  expect(wrong.html).toContain('{ended_on}')
  expect((await admin.send(at, words)).to).toBe(`${at}?language=de`)
  expect((await admin.get(`${at}/preview?language=de`)).html).toContain(
    'Seit Mo 14.\u00a0September 2026',
  )
  expect((await admin.get(`${at}/preview?language=en`)).html).toContain('is suspended')
  await admin.send(at, { language: 'de', subject: '', text: '', back: 'yes' })
  expect((await admin.get(`${at}/preview?language=de`)).html).toContain('vorübergehend gesperrt')
})

test('a test mail goes to whom it is asked for', async () => {
  await admin.get('/console/settings')
  const { html } = await admin.send('/console/settings/test-mail', { to: 'ich@krume.example' })
  expect(html).toContain('The mail server took it')
  expect(mailbox.mails.at(-1)?.to).toMatchObject({ text: '"The admin" <ich@krume.example>' })
})
