import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse } from '../api/house.ts'
import type { House, List } from '../api/house.ts'
import { openShop } from '../api/shop.ts'
import type { Shop } from '../api/shop.ts'
import { signedIn } from './browser.ts'
import type { Browser } from './browser.ts'

interface Warning {
  readonly id: string
  readonly form: string
  readonly language: string
  readonly recipient: string | null
  readonly text: string
}

let house: House
let shop: Shop
let support: Browser
beforeAll(async () => {
  house = await openHouse({ now: '2026-09-28T11:00:00+02:00' })
  shop = await openShop(house)
  support = await signedIn(house, 'support')
})
afterAll(() => house.close())

const warningsOf = async (license: string) =>
  (await house.call<List<Warning>>('GET', `/v1/licenses/${license}/warnings`)).body.data

test('a warning is filled in from the ledger, in the customer’s language or the other', async () => {
  const { id } = await shop.sell()
  await house.call('POST', `/v1/licenses/${id}/inquiries`, {
    body: { channel: 'phone', topic: 'out_of_scope', subject: 'The printer' },
  })
  const own = await support.get(`/console/licenses/${id}/warning`)
  expect(own.html).toContain('Bitte nutzen Sie den Support')
  expect(own.html).toContain('28. September 2026: nicht vom Vertrag umfasst')
  const other = await support.get(`/console/licenses/${id}/warning?language=en`)
  expect(other.html).toContain('please use support for what your contract covers')
  expect(await warningsOf(id)).toEqual([])
})

test('what was written is what is recorded, once, and its page is the letter', async () => {
  const { id } = await shop.sell()
  const form = await support.get(`/console/licenses/${id}/warning`)
  const entry = /name="entry" value="([^"]+)"/.exec(form.html)?.[1] ?? ''
  const fields = {
    entry,
    form: 'letter',
    language: 'de',
    recipient: 'N. Beispiel',
    text: 'Bitte rufen Sie\nnicht mehr an.',
  }
  const sent = await support.send(`/console/licenses/${id}/warnings`, fields)
  await support.send(`/console/licenses/${id}/warnings`, fields)
  const given = await warningsOf(id)
  expect(given).toMatchObject([
    { form: 'letter', recipient: 'N. Beispiel', text: fields.text, language: 'de' },
  ])
  expect(sent.to).toBe(`/console/licenses/${id}/warnings/${given[0]?.id}`)
  const { html } = await support.get(sent.to ?? '')
  expect(html).toContain('Bitte rufen Sie\nnicht mehr an.')
  expect(html).toContain('goes out by hand')
  expect((await support.get(`/console/licenses/${id}/warnings`)).html).toContain('N. Beispiel')
})

test('a warning that was spoken is recorded as that', async () => {
  const { id } = await shop.sell()
  const fields = { form: 'spoken', language: 'en', text: 'Please stop.' }
  await support.send(`/console/licenses/${id}/warnings`, fields)
  expect(await warningsOf(id)).toMatchObject([{ form: 'spoken', text: 'Please stop.' }])
})

test.each([
  { form: 'letter', text: '' },
  { text: 'x' },
  { form: 'letter', text: 'x'.repeat(10_001) },
])('a warning without words, without a form or too long is asked for again', async (fields) => {
  const { id } = await shop.sell()
  const sent = await support.send(`/console/licenses/${id}/warnings`, { ...fields })
  expect(sent.status).toBe(422)
  expect(await warningsOf(id)).toEqual([])
})

test('who may only read sees a warning and can give none', async () => {
  const { id } = await shop.sell()
  const viewer = await signedIn(house, 'viewer')
  const { html } = await viewer.get(`/console/licenses/${id}`)
  expect(html).not.toContain('Write a warning')
  expect((await viewer.get(`/console/licenses/${id}/warning`)).status).toBe(403)
})
