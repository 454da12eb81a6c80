import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { deliver } from '../../src/clock/beat.ts'
import { tick } from '../../src/clock/tick.ts'
import type { LetterKind } from '../../src/license/letter-kind.ts'
import { system as systemActor } from '../../src/license/actor.ts'
import type { SendMail } from '../../src/outbox/send-mail.ts'
import { listLetters } from '../../src/store/letter.ts'
import type { KeptLetter } from '../../src/store/letter.ts'
import { changeVendor } from '../../src/store/vendor.ts'
import { keepWording } from '../../src/store/wording.ts'
import { openHouse } from '../api/house.ts'
import type { House } from '../api/house.ts'
import { openShop } from '../api/shop.ts'
import type { Shop } from '../api/shop.ts'
import { openMailbox } from './mailbox.ts'
import type { Mailbox } from './mailbox.ts'

let mailbox: Mailbox
let house: House
let shop: Shop
/** What stands between the house and the mail server; as a rule nothing. */
let between: (send: SendMail) => SendMail

beforeAll(async () => {
  mailbox = await openMailbox()
  house = await openHouse({ sendMail: (mail) => between(mailbox.send)(mail) })
  shop = await openShop(house)
  await changeVendor(house.deps.db, systemActor, house.clock.now, async (before) => ({
    ...before,
    legalName: 'Krume Software GmbH',
    address: 'Backgasse 3\n10115 Berlin',
    replyTo: 'antwort@krume.example',
    noticesTo: 'vertrieb@krume.example',
  }))
})
afterAll(async () => {
  await house.close()
  await mailbox.close()
})
beforeEach(async () => {
  between = (send) => send
  await deliver(house.deps)
  mailbox.mails.length = 0
  mailbox.answers.length = 0
})

/** A license of a customer of its own, and its letters once what is due has gone out. */
async function sell(
  customer: { language?: string; contacts?: readonly object[] } = {},
  asked: object = {},
) {
  const body = { name: 'Bäckerei Beispiel', language: 'de', contacts: [norbert], ...customer }
  const { id } = (await house.call<{ id: string }>('POST', '/v1/customers', { body })).body
  const license = await shop.sell({ customer: id, starts_on: today(), ...asked })
  const letters = async (kind?: LetterKind): Promise<readonly KeptLetter[]> => {
    await deliver(house.deps)
    return (await listLetters(house.deps.db, { license: license.id, kind, limit: 50 })).data
  }
  return { id: license.id, customer: id, letters }
}

const norbert = {
  name: 'Norbert Beispiel',
  emails: ['norbert@baeckerei.example', 'zweite@baeckerei.example'],
  may: ['object', 'sign', 'support'],
}

const today = (): string => new Date(house.clock.now).toISOString().slice(0, 10)
const later = (ms: number): void => {
  house.clock.now += ms
}
const day = 86_400_000

test('a German customer gets the letter of his license over SMTP, with all that it has to bear', async () => {
  const { id, letters } = await sell()
  const [letter] = await letters('issued')
  expect(letter).toMatchObject({ state: 'sent', language: 'de', customerName: 'Bäckerei Beispiel' })
  const [mail] = mailbox.mails
  expect(mail?.subject).toBe('Ihre Lizenz für Brötchenbringer')
  expect(mail?.from?.text).toBe('"Krume Software GmbH" <vertrag@krume.example>')
  expect(mail?.to).toMatchObject({ text: '"Norbert Beispiel" <norbert@baeckerei.example>' })
  expect(mail?.replyTo?.text).toBe('antwort@krume.example')
  expect(mail?.headers.get('auto-submitted')).toBe('auto-generated')
  expect(mail?.headers.has('list-unsubscribe')).toBe(false)
  expect(mail?.messageId).toBe(`<${letter?.id}.0@licenses.example.com>`)
  expect(mail?.text).toContain(id)
  expect(mail?.text).toContain('Guten Tag Norbert Beispiel,')
  expect(mail?.text).toMatch(
    /Letzter Tag für einen Widerspruch:\s+\w\w \d+\. \w+ \d{4}, Ende des Tages/,
  )
  expect(mail?.html).toBe(letter?.html)
  expect(mail?.html).toContain('<html lang="de">')
})

test('everybody else is written to in English', async () => {
  const { letters } = await sell({ language: 'fr' })
  await letters()
  expect(mailbox.mails[0]?.subject).toBe('Your license for Brötchenbringer')
  expect(mailbox.mails[0]?.text).toContain('Hello Norbert Beispiel,')
})

test('who may neither object nor sign is not written to, and a letter without an address waits for a hand', async () => {
  const { letters } = await sell({ contacts: [{ ...norbert, may: ['support'] }] })
  expect(await letters()).toMatchObject([{ kind: 'issued', state: 'to_hand', recipients: [] }])
  expect(mailbox.mails).toEqual([])
})

test('an objection is confirmed to the customer at once, and told at the vendor’s desk', async () => {
  const { id, letters } = await sell()
  await letters()
  mailbox.mails.length = 0
  const body = {
    side: 'customer',
    channel: 'phone',
    declared_by: 'Norbert Beispiel',
    reason: 'Wir schließen.',
  }
  const { status } = await house.call('POST', `/v1/licenses/${id}/objections`, { body })
  expect(status).toBe(201)
  expect((await letters()).map(({ kind }) => kind).toSorted()).toEqual([
    'issued',
    'objected',
    'objection_notice',
  ])
  const to = (address: string) =>
    mailbox.mails.find((mail) => JSON.stringify(mail.to).includes(address))?.text ?? ''
  for (const text of [to('norbert@baeckerei.example'), to('vertrieb@krume.example')])
    for (const wanted of [
      'Norbert Beispiel',
      'Wir schließen.',
      /Received|Zugegangen am/,
      /telephone|am Telefon/,
    ])
      expect(text).toMatch(wanted)
})

test('a letter about an end speaks of support only where it was agreed', async () => {
  const said = async (asked: object): Promise<string> => {
    const { id, letters } = await sell({}, asked)
    const body = { side: 'vendor', channel: 'phone' }
    expect((await house.call('POST', `/v1/licenses/${id}/objections`, { body })).status).toBe(201)
    return (await letters('objected'))[0]?.plain?.replace(/\s+/g, ' ') ?? ''
  }
  expect(await said({})).toContain('Lizenz und Support laufen unverändert bis zum letzten Tag.')
  expect(await said({ overrides: { support: null } })).not.toContain('Support')
})

test('a letter on its way is confirmed when it has arrived, not before', async () => {
  const { id, letters } = await sell()
  const body = { side: 'customer', channel: 'letter', declared_by: 'Norbert Beispiel' }
  await house.call('POST', `/v1/licenses/${id}/objections`, { body })
  expect((await letters('objected')).length).toBe(0)
  later(day)
  const path = `/v1/licenses/${id}/objections/customer/receipt`
  expect((await house.call('PUT', path, { body: {} })).status).toBeLessThan(300)
  expect((await letters('objected')).length).toBe(1)
})

test('a letter that was taken but not marked goes out again as the same mail', async () => {
  let dies = true
  between = (send) => async (mail) => {
    const answer = await send(mail)
    if (dies) throw new Error('the process died')
    return answer
  }
  const { letters } = await sell()
  expect((await letters()).map(({ state }) => state)).toEqual(['waiting'])
  dies = false
  later(60_000)
  expect((await letters()).map(({ state }) => state)).toEqual(['sent'])
  const ids = mailbox.mails.map(({ messageId }) => messageId)
  expect(ids.length).toBe(2)
  expect(new Set(ids).size).toBe(1)
})

test('what a mail server refuses for good is shown and not tried again; what it puts off is', async () => {
  mailbox.answers.push({ code: 550, text: 'No such mailbox' })
  const refused = await sell()
  expect(await refused.letters()).toMatchObject([
    { state: 'failed', failed: expect.stringContaining('No such mailbox') },
  ])
  later(10 * 60_000)
  expect(await refused.letters()).toMatchObject([{ state: 'failed' }])
  expect(mailbox.mails).toEqual([])

  mailbox.answers.push({ code: 450, text: 'Try later' })
  const putOff = await sell()
  expect(await putOff.letters()).toMatchObject([{ state: 'waiting' }])
  later(60_000)
  expect(await putOff.letters()).toMatchObject([{ state: 'sent', failed: null }])
})

test('one address that is refused keeps the letter from nobody else', async () => {
  mailbox.answers.push({ code: 550, text: 'No such mailbox' })
  const other = { name: 'Eva Beispiel', emails: ['eva@baeckerei.example'], may: ['sign'] }
  const { letters } = await sell({ contacts: [norbert, other] })
  expect(await letters()).toMatchObject([{ state: 'sent', refused: ['norbert@baeckerei.example'] }])
})

test('reminders come 90, 30, 7 and 1 days before the last objection day, at nine on the license’s clock', async () => {
  house.clock.set('2026-01-10T12:00:00+01:00')
  const { letters } = await sell()
  await letters()
  mailbox.mails.length = 0
  const seen: string[] = []
  for (const moment of [
    '2026-10-11T08:59:59+02:00',
    '2026-10-11T09:00:00+02:00',
    '2026-12-10T08:59:59+01:00',
    '2026-12-10T09:00:00+01:00',
    '2027-01-02T09:00:00+01:00',
    '2027-01-08T08:59:59+01:00',
    '2027-01-08T09:00:00+01:00',
  ]) {
    house.clock.set(moment)
    await tick(house.deps.db, house.clock.now)
    const count = (await letters('reminder')).length
    seen.push(`${moment.slice(5, 19)} ${count}`)
  }
  expect(seen).toEqual([
    '10-11T08:59:59 0',
    '10-11T09:00:00 1',
    '12-10T08:59:59 1',
    '12-10T09:00:00 2',
    '01-02T09:00:00 3',
    '01-08T08:59:59 3',
    '01-08T09:00:00 4',
  ])
  expect(mailbox.mails.at(-1)?.text).toContain('Morgen ist der letzte Tag')
})

test('a kind that is switched off is not written, and the others are', async () => {
  const { db } = house.deps
  await changeVendor(db, systemActor, house.clock.now, async (before) => ({
    ...before,
    switchedOff: ['issued'],
  }))
  const { id, letters } = await sell()
  expect(await letters()).toEqual([])
  await changeVendor(db, systemActor, house.clock.now, async (before) => ({
    ...before,
    switchedOff: [],
  }))
  await house.call('PUT', `/v1/licenses/${id}/suspension`, {
    body: { reason: 'The invoice is unpaid.' },
  })
  expect((await letters()).map(({ kind }) => kind)).toEqual(['suspended'])
})

test('what concerns no customer leads to no letter', async () => {
  const { id, letters } = await sell()
  const before = (await letters()).length
  await house.call('PATCH', `/v1/licenses/${id}`, { body: { metadata: { till: 3 } } })
  await house.call('POST', `/v1/licenses/${id}/keys`, { body: {} })
  expect((await letters()).length).toBe(before)
})

test('a letter in the vendor’s own words keeps the version that was sent', async () => {
  const { db } = house.deps
  const words = { subject: 'Willkommen bei {vendor}', text: 'Schön, dass Sie da sind, {customer}.' }
  await keepWording(db, 'issued', 'de', words, systemActor, house.clock.now)
  const first = await sell()
  expect(await first.letters()).toMatchObject([
    { wording: 1, subject: 'Willkommen bei Krume Software GmbH' },
  ])
  await keepWording(db, 'issued', 'de', null, systemActor, house.clock.now)
  const second = await sell()
  expect(await second.letters()).toMatchObject([
    { wording: null, subject: 'Ihre Lizenz für Brötchenbringer' },
  ])
  expect((await first.letters())[0]?.plain).toContain('Schön, dass Sie da sind, Bäckerei Beispiel.')
})

test('with a customer’s personal data their letters are erased, and say that they were written', async () => {
  const { id, customer, letters } = await sell()
  await letters()
  const ended = { kind: 'mutual', side: 'both', reason: 'Agreed.' }
  expect(
    (await house.call('POST', `/v1/licenses/${id}/termination`, { body: ended })).status,
  ).toBeLessThan(300)
  await letters()
  const erased = await house.call('POST', `/v1/customers/${customer}/erasure`, {
    body: { reason: 'Asked for.' },
  })
  expect(erased.status).toBeLessThan(300)
  for (const letter of await letters())
    expect(letter).toMatchObject({ recipients: [], subject: null, plain: null, html: null })
})
