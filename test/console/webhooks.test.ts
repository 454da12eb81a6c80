import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { isSignedWith } from '../outbox/receiver.ts'
import { issued, minute, openWebhookHouse } from '../outbox/webhook-house.ts'
import type { WebhookHouse } from '../outbox/webhook-house.ts'
import { signedIn } from './browser.ts'
import type { Browser } from './browser.ts'

let house: WebhookHouse
let admin: Browser
let support: Browser
beforeAll(async () => {
  house = await openWebhookHouse()
  admin = await signedIn(house, 'admin')
  support = await signedIn(house, 'support')
})
afterAll(() => house.close())
beforeEach(() => house.clear())

const german = { 'accept-language': 'de' }

test('where there is none, the page says what would be here and how one is added', async () => {
  const { html } = await admin.get('/console/webhooks')
  expect(html).toContain('No other system is told of anything yet')
  expect(html).toContain('href="/console/new-webhook"')
})

test('a webhook that is added shows its secret once, and a test arrives that is signed with it', async () => {
  const added = await admin.send('/console/new-webhook', {
    url: house.receiver.url,
    description: 'Der Shop',
    told: 'some',
    'type_license.issued': 'yes',
  })
  const [secret = ''] = /whsec_[A-Za-z0-9+/=]+/.exec(added.html) ?? []
  const [path = ''] = /\/console\/webhooks\/whk_\w+/.exec(added.html) ?? []
  expect((await admin.get(path)).html).toContain('license.issued')
  expect((await admin.get(path)).html).not.toContain('whsec_')
  const { to } = await admin.send(`${path}/test`)
  expect((await admin.get(to ?? '')).html).toContain('within seconds')
  await house.deliver()
  const [message] = house.receiver.received
  if (message === undefined) throw new Error('nothing came')
  expect(isSignedWith(secret, message)).toBe(true)
  const { html } = await admin.get(to ?? '', german)
  expect(html).toContain('zugestellt')
  expect(html).toContain('&quot;type&quot;: &quot;webhook.test&quot;')
})

test('what does not fit comes back with what was typed, in the language of who typed it', async () => {
  const sent = { url: 'https://10.0.0.1/', description: 'Der Shop', told: 'some' }
  const { status, html } = await admin.send('/console/new-webhook', sent, german)
  expect(status).toBe(422)
  expect(html).toContain('Bitte wählen Sie eine Ereignisart oder alles.')
  expect(html).toContain('value="Der Shop"')
  const all = await admin.send('/console/new-webhook', { ...sent, told: 'all' }, german)
  expect(all.html).toContain('Webhooks erreichen nur öffentliche Adressen')
})

test('what was given up stands on the start page of who can do something about it, and goes out again by one click', async () => {
  const { id } = await house.addWebhook({ ...issued, description: 'Der Shop' })
  await house.shop.sell()
  house.receiver.answer((_, response) => response.writeHead(500).end('<b>full</b>'))
  for (let n = 0; n < 12; n++) await house.pass(24 * 60 * minute)
  expect((await admin.get('/console')).html).toContain('Der Shop was not told everything')
  expect((await support.get('/console')).html).not.toContain('Der Shop')
  const path = `/console/webhooks/${id}`
  expect((await admin.get(`${path}?state=failed`)).html).toContain('500, not taken')
  expect((await admin.get(`${path}?state=delivered`)).html).toContain('Nothing fits this filter')
  house.receiver.clear()
  await admin.send(`${path}/resend`)
  await house.deliver()
  expect(house.receiver.received).toHaveLength(1)
  expect((await admin.get('/console')).html).not.toContain('Der Shop')
})

test('an answer is shown as it was, and does nothing on the page', async () => {
  const webhook = await house.addWebhook(issued)
  await house.shop.sell()
  house.receiver.answer((_, response) => response.writeHead(500).end('<script>alert(1)</script>'))
  await house.deliver()
  const [{ id } = { id: '' }] = await house.deliveries(webhook)
  const { html } = await admin.get(`/console/webhooks/${webhook.id}/deliveries/${id}`)
  expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
  expect(html).not.toContain('<script>alert')
})

test('only one that is disabled is removed', async () => {
  const { id } = await house.addWebhook()
  const path = `/console/webhooks/${id}`
  expect((await admin.get(path)).html).not.toContain(`${path}/removal`)
  await admin.send(`${path}/removal`)
  expect((await admin.get(path)).status).toBe(200)
  await admin.send(`${path}/disabling`)
  expect((await admin.get(path)).html).toContain(`${path}/removal`)
  expect((await admin.send(`${path}/removal`)).to).toBe('/console/webhooks')
  expect((await admin.get(path)).status).toBe(404)
})

test('a new secret is shown once, and its page says that the old one signs as well', async () => {
  const { id, secret } = await house.addWebhook()
  const { html } = await admin.send(`/console/webhooks/${id}/secret`)
  expect(html).toContain('whsec_')
  expect(html).not.toContain(secret)
  expect((await admin.get(`/console/webhooks/${id}`)).html).toContain('signs as well until')
})
