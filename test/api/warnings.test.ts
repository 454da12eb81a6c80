import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse } from './house.ts'
import type { House, Json, List, Refusal } from './house.ts'
import { openShop } from './shop.ts'
import type { Shop, Sold } from './shop.ts'

interface Letter {
  readonly language: string
  readonly recipient: string | null
  readonly text: string
}

let house: House
let shop: Shop
let sold: Sold
beforeAll(async () => {
  house = await openHouse({ now: '2026-05-05T12:00:00+02:00' })
  shop = await openShop(house)
  const contacts = [{ name: 'A. First' }, { name: 'B. Signs', may: ['sign'] }]
  const body = { name: 'Bäckerei Ost', language: 'de-AT', contacts }
  const customer = await house.call<{ id: string }>('POST', '/v1/customers', { body })
  sold = await shop.sell({ customer: customer.body.id })
})
afterAll(() => house.close())

const at = (license: Sold, what: string): string => `/v1/licenses/${license.id}/${what}`
const give = (body: Json, license = sold) =>
  house.call<Letter & { id: string }>('POST', at(license, 'warnings'), { body, role: 'support' })
const letter = async (license: Sold, query = '') =>
  (await house.call<Letter>('GET', at(license, `warning-letter${query}`))).body

test('the letter to begin with is in the customer’s language, to who may sign there, about this ledger', async () => {
  const call = { channel: 'phone', topic: 'out_of_scope', subject: 'The printer' }
  await house.call('POST', at(sold, 'inquiries'), { body: call })
  const drafted = await letter(sold)
  expect(drafted).toMatchObject({ language: 'de', recipient: 'B. Signs' })
  expect(drafted.text).toMatch(/^Bäckerei Ost\nz\. Hd\. B\. Signs\n/)
  expect(drafted.text).toContain('- 5. Mai 2026: nicht vom Vertrag umfasst')
  expect(drafted.text).toContain('Brötchenbringer')
  expect((await letter(sold, '?language=en')).text).toContain('Hello B. Signs,')
})

test('what was sent is what is recorded, not what the template says', async () => {
  const sent = `${(await letter(sold)).text}\n\nP. S. Ganz im Ernst.`
  const { status, headers, body } = await give({ form: 'letter', text: sent })
  expect([status, body.text]).toEqual([201, sent])
  const read = await house.call('GET', headers.get('location') ?? '', { role: 'viewer' })
  expect(read.body).toEqual({
    id: body.id,
    license: sold.id,
    at: '2026-05-05T12:00:00+02:00',
    form: 'letter',
    delivery: 'by_hand',
    language: 'de',
    recipient: 'B. Signs',
    text: sent,
    agent: expect.stringMatching(/^tok_/),
    recorded_at: '2026-05-05T12:00:00+02:00',
    event: expect.stringMatching(/^evt_/),
  })
})

test('without words of its own it is recorded in those of the template', async () => {
  const { body } = await give({ form: 'letter', language: 'en', recipient: 'C. Other' })
  expect(body).toEqual(expect.objectContaining(await letterTo('C. Other')))
})

async function letterTo(recipient: string): Promise<Letter> {
  const { text } = await letter(sold, '?language=en')
  return { language: 'en', recipient, text: text.replaceAll('B. Signs', recipient) }
}

test('a spoken one is recorded as it was said, when it was said', async () => {
  const said = { form: 'spoken', text: 'Please stop.', at: '2026-05-04T09:00:00+02:00' }
  expect((await give(said)).body).toMatchObject({ ...said, delivery: 'spoken' })
  expect((await give({ ...said, at: '2026-05-05T12:00:00.001+02:00' })).status).toBe(422)
})

test('a license’s warnings are listed, the newest first, and those of another are not among them', async () => {
  const other = await shop.sell()
  const first = (await give({ form: 'spoken', text: 'One' }, other)).body.id
  const second = (await give({ form: 'spoken', text: 'Two' }, other)).body.id
  const ids = async (query: string) =>
    (await house.call<List<{ id: string }>>('GET', at(other, `warnings${query}`))).body.data.map(
      ({ id }) => id,
    )
  expect(await ids('')).toEqual([second, first])
  expect(await ids(`?limit=1&after=${second}`)).toEqual([first])
  expect((await house.call('GET', at(sold, `warnings/${first}`))).status).toBe(404)
})

test('a customer who is known by nothing but a name gets a letter too', async () => {
  const bare = await shop.sell()
  expect(await letter(bare)).toMatchObject({ language: 'de', recipient: null })
})

test('a server that sends no mail records no warning as mailed, and says why', async () => {
  const other = await shop.sell()
  const body = { form: 'letter', delivery: 'mail' }
  const { status, body: refused } = await house.call<Refusal & { reason: string }>(
    'POST',
    at(other, 'warnings'),
    { body },
  )
  expect([status, refused.type.split('#')[1], refused.reason]).toEqual([
    409,
    'not-mailable',
    'no_mail',
  ])
  expect((await house.call<List>('GET', at(other, 'warnings'))).body.data).toEqual([])
})
