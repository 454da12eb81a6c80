import { afterAll, beforeAll, expect, test } from 'vitest'
import { bakersVendor } from '../../src/api/example-catalog.ts'
import { deliver } from '../../src/clock/beat.ts'
import { openMailbox } from '../outbox/mailbox.ts'
import type { Mailbox } from '../outbox/mailbox.ts'
import { openHouse } from './house.ts'
import type { House, List, Refusal } from './house.ts'
import { openShop } from './shop.ts'
import type { Shop } from './shop.ts'

interface Letter {
  readonly id: string
  readonly kind: string
  readonly state: string
  readonly subject: string | null
  readonly plain?: string
  readonly html?: string
}

let mailbox: Mailbox
let house: House
let shop: Shop
beforeAll(async () => {
  mailbox = await openMailbox()
  house = await openHouse({ sendMail: mailbox.send })
  shop = await openShop(house)
})
afterAll(async () => {
  await house.close()
  await mailbox.close()
})

const norbert = { name: 'Norbert Beispiel', emails: ['n@baeckerei.example'], may: ['object'] }

/** A license of a customer of its own, whose letters have gone out. */
async function sell(contacts: readonly object[] = [norbert]) {
  const body = { name: 'Bäckerei Ost', language: 'de', contacts }
  const customer = (await house.call<{ id: string }>('POST', '/v1/customers', { body })).body.id
  const { id } = await shop.sell({ customer })
  await deliver(house.deps)
  const list = await listed(`/v1/licenses/${id}/letters`)
  return { id, customer, letter: list[0]?.id ?? '' }
}

const listed = async (path: string): Promise<readonly Letter[]> =>
  (await house.call<List<Letter>>('GET', path, { role: 'viewer' })).body.data
const read = async (id: string) =>
  (await house.call<Letter>('GET', `/v1/letters/${id}`, { role: 'viewer' })).body

test('the letters about a license are listed, and each is read in the words in which it went out', async () => {
  const { id, customer, letter } = await sell()
  const [inList] = await listed(`/v1/licenses/${id}/letters`)
  expect(inList).toEqual({
    id: letter,
    license: id,
    customer,
    event: expect.stringMatching(/^evt_/),
    kind: 'issued',
    state: 'sent',
    language: 'de',
    subject: 'Ihre Lizenz für Brötchenbringer',
    recipients: [{ name: 'Norbert Beispiel', email: 'n@baeckerei.example' }],
    reply_to: null,
    wording: null,
    written_at: '2025-10-01T09:00:00+02:00',
    mailed_at: '2025-10-01T09:00:00+02:00',
    refused: null,
    failed: null,
    handed_at: null,
    handed_by: null,
  })
  const whole = await read(letter)
  expect(whole).toMatchObject({ ...inList })
  expect(mailbox.mails.at(-1)?.html).toBe(whole.html)
  expect(whole.plain).toContain('Guten Tag Norbert Beispiel,')
})

test('letters are found by kind, state, customer and license, and all of them come as CSV', async () => {
  const [mailed, byHand] = [await sell(), await sell([])]
  const found = async (query: string) => (await listed(`/v1/letters?${query}`)).map(({ id }) => id)
  expect(await found(`customer=${mailed.customer}`)).toEqual([mailed.letter])
  expect(await found(`license=${byHand.id}&state=to_hand`)).toEqual([byHand.letter])
  expect(await found(`license=${byHand.id}&state=sent`)).toEqual([])
  expect(await found(`license=${byHand.id}&kind=ended`)).toEqual([])
  expect(await found('limit=1')).toEqual([byHand.letter])
  expect(await found(`limit=1&after=${byHand.letter}`)).toEqual([mailed.letter])
  const { text } = await house.call('GET', '/v1/letters', { headers: { accept: 'text/csv' } })
  expect(text.split('\r\n')[0]).toMatch(/id,license,customer,event,kind,state,/)
  expect(text).toContain(mailed.letter)
})

test('a letter that was mailed is mailed again, to whom it is to by then', async () => {
  const { customer, letter } = await sell()
  const contacts = [{ ...norbert, emails: ['neu@baeckerei.example'] }]
  await house.call('PATCH', `/v1/customers/${customer}`, { body: { contacts } })
  mailbox.mails.length = 0
  const again = await house.call<Letter>('POST', `/v1/letters/${letter}/mailing`, {
    role: 'support',
  })
  expect([again.status, again.body.state]).toEqual([202, 'waiting'])
  expect(again.headers.get('location')).toBe(`/v1/letters/${letter}`)
  await deliver(house.deps)
  expect(mailbox.mails.map(({ to }) => [to].flat()[0]?.text)).toEqual([
    '"Norbert Beispiel" <neu@baeckerei.example>',
  ])
  expect((await read(letter)).state).toBe('sent')
})

test('a letter to nobody with an address is not mailed, and the refusal says so', async () => {
  const { letter } = await sell([])
  const at = `/v1/letters/${letter}/mailing`
  const { status, body } = await house.call<Refusal & { reason: string }>('POST', at)
  expect([status, body.type.split('#')[1], body.reason]).toEqual([409, 'not-mailable', 'nobody'])
  expect((await house.call('POST', '/v1/letters/let_none/mailing')).status).toBe(404)
})

test('a letter is marked as sent by hand once, by whom and when', async () => {
  const { letter } = await sell([])
  const mark = () => house.call('PUT', `/v1/letters/${letter}/handover`, { role: 'support' })
  const first = await mark()
  expect([first.status, first.body]).toEqual([
    200,
    expect.objectContaining({
      state: 'handed',
      handed_at: '2025-10-01T09:00:00+02:00',
      handed_by: expect.stringMatching(/^tok_/),
    }),
  ])
  house.clock.now += 60_000
  expect((await mark()).body).toEqual(first.body)
  house.clock.now -= 60_000
})

test('the settings are replaced as a whole, and letters are written by them from then on', async () => {
  const put = await house.call('PUT', '/v1/settings', { body: bakersVendor })
  expect([put.status, put.body]).toEqual([200, { ...bakersVendor, logo: null }])
  const got = await house.call('GET', '/v1/settings')
  expect([got.body, got.headers.get('etag')]).toEqual([put.body, put.headers.get('etag')])
  const { letter } = await sell()
  expect((await read(letter)).plain).toContain('Krume Software GmbH')
  expect(mailbox.mails.at(-1)?.replyTo?.text).toBe('antwort@krume.example')
})

test('settings that somebody else has changed meanwhile are not overwritten', async () => {
  const etag = (await house.call('GET', '/v1/settings')).headers.get('etag') ?? ''
  const put = (body: object) =>
    house.call('PUT', '/v1/settings', { body, headers: { 'if-match': etag } })
  expect((await put({ ...bakersVendor, vat_id: 'DE1' })).status).toBe(200)
  expect((await put(bakersVendor)).status).toBe(412)
  expect((await house.call('GET', '/v1/settings')).body).toMatchObject({ vat_id: 'DE1' })
})

test('settings with an address that nobody can be written to are refused at the member', async () => {
  const body = { ...bakersVendor, reply_to: 'nobody', terms_url: 'javascript:alert(1)' }
  const { status, body: refusal } = await house.call<Refusal>('PUT', '/v1/settings', { body })
  expect(status).toBe(422)
  expect(refusal.errors?.map(({ pointer }) => pointer)).toEqual(['/reply_to', '/terms_url'])
})
