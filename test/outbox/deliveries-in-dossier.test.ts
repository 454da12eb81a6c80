import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { evidenceKeysIn } from '../../src/token/evidence-key.ts'
import type { Dossier } from '../../src/token/dossier.ts'
import { verifyDossier } from '../../src/token/verify-dossier.ts'
import { signedIn } from '../console/browser.ts'
import { openWebhookHouse } from './webhook-house.ts'
import type { WebhookHouse } from './webhook-house.ts'

let house: WebhookHouse
beforeAll(async () => {
  house = await openWebhookHouse()
})
beforeEach(() => house.clear())
afterAll(() => house.close())

const dossierOf = async (id: string): Promise<Dossier> => {
  const headers = { accept: 'application/json' }
  return (await house.call<Dossier>('GET', `/v1/licenses/${id}/dossier`, { headers })).body
}

test('a dossier tells what other systems were told of each event: at which host, and how it went', async () => {
  await house.addWebhook({ url: `${house.receiver.url}?secret=geheim` })
  const sold = await house.shop.sell()
  const waiting = (await dossierOf(sold.id)).deliveries ?? []
  expect(waiting).toMatchObject([
    { event: 1, type: 'license.issued', state: 'waiting', attempts: 0, status: null },
    { event: 3, type: 'key.issued', state: 'waiting', tried_at: null, delivered_at: null },
  ])
  await house.deliver()
  const told = await dossierOf(sold.id)
  const { host } = new URL(house.receiver.url)
  for (const delivery of told.deliveries ?? [])
    expect(delivery).toMatchObject({
      host,
      state: 'delivered',
      attempts: 1,
      given_up_at: null,
    })
  const [first] = told.deliveries ?? []
  expect(first?.delivered_at).toBe(first?.tried_at)
  expect(JSON.stringify(told)).not.toContain('geheim')
})

test('one that nobody takes has its attempts and what they were answered', async () => {
  await house.addWebhook()
  house.receiver.answer((_, response) => void response.writeHead(503).end())
  const { id } = await house.shop.sell()
  await house.deliver()
  await house.pass(3_600_000)
  const [first] = (await dossierOf(id)).deliveries ?? []
  expect(first).toMatchObject({ state: 'waiting', status: 503, delivered_at: null })
  expect(first?.attempts).toBeGreaterThan(1)
})

test('they stand on the page for print, and the file with them is whole', async () => {
  await house.addWebhook({ url: `${house.receiver.url}?secret=geheim` })
  const { id } = await house.shop.sell()
  await house.deliver()
  const support = await signedIn(house, 'support')
  const { html } = await support.get(`/console/licenses/${id}/dossier`)
  expect(html).toContain('What other systems were told by webhook')
  expect(html).toContain(new URL(house.receiver.url).host)
  expect(html).toMatch(/delivered · [^<]+ · 1 attempt · answered 20\d/)
  expect(html).not.toContain('geheim')
  const file = (await house.call('GET', `/v1/licenses/${id}/dossier`)).text
  const set = await house.call('GET', '/.well-known/evidence-keys.json', { role: null })
  expect((await verifyDossier(file, evidenceKeysIn(set.body), [])).findings).toEqual([])
})
