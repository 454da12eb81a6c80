import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bakersVendor } from '../../src/api/example-catalog.ts'
import { deliver } from '../../src/clock/beat.ts'
import { publicUrl } from '../api/house.ts'
import type { Json, List } from '../api/house.ts'
import { enter, openPortalHouse } from '../portal/portal.ts'
import type { PortalHouse } from '../portal/portal.ts'
import { openMailbox } from './mailbox.ts'
import type { Mailbox } from './mailbox.ts'

let mailbox: Mailbox
let house: PortalHouse
beforeAll(async () => {
  mailbox = await openMailbox()
  house = await openPortalHouse({ sendMail: mailbox.send, now: '2026-09-14T11:00:00+02:00' })
  await house.call('PUT', '/v1/settings', { body: { ...bakersVendor, switched_off: [] } })
})
afterAll(async () => {
  await house.close()
  await mailbox.close()
})

const signer = { name: 'Clara Chefin', emails: ['chefin@baeckerei.example'], may: ['sign'] }
const everybody = '"Clara Chefin" <chefin@baeckerei.example>, "Otto Büro" <buero@baeckerei.example>'
const objector = { name: 'Otto Büro', emails: ['buero@baeckerei.example'], may: ['object'] }

async function customer(name: string, language: string, contacts: readonly object[]) {
  const body = { name, language, contacts }
  return (
    await house.call<{ id: string; contacts: { id: `con_${string}` }[] }>('POST', '/v1/customers', {
      body,
    })
  ).body
}

/** A license whose letter of issue has gone out. */
async function sold(language = 'de') {
  const { id, contacts } = await customer('Bäckerei Ost', language, [signer, objector])
  const license = await house.shop.sell({ customer: id })
  await told()
  return { customer: id, contact: contacts[0]!.id, license: license.id }
}

/** What leaves until nothing is left to be told. */
async function told() {
  mailbox.mails.length = 0
  await deliver(house.deps)
  await deliver(house.deps)
  return mailbox.mails.map(({ to, subject, text = '', html }) => ({
    to: [to].flat().map((each) => each?.text ?? ''),
    subject,
    text: text.replace(/\s+/g, ' '),
    html: String(html),
  }))
}

const more = {
  kind: 'amendment',
  amendment: { from: 'now', seats: 9, support: null },
  agreement: { title: 'Nachtrag', version: '2' },
  reason: 'Für die neue Filiale',
}

const propose = async (license: string, body: Json = more) =>
  (await house.call<{ id: string }>('POST', `/v1/licenses/${license}/proposals`, { body })).body.id

describe('what is proposed', () => {
  test('is written to who may sign and nobody else, with the way and the day', async () => {
    const { license } = await sold()
    const id = await propose(license)
    const [mail, ...others] = await told()
    expect(others).toEqual([])
    expect(mail?.to).toEqual(['"Clara Chefin" <chefin@baeckerei.example>'])
    expect(mail?.subject).toBe('Ein Vorschlag zu Ihrer Lizenz für Brötchenbringer')
    const way = `${publicUrl}/portal/licenses/${license}/proposals/${id}`
    for (const each of [
      'Annahme möglich bis: Mi 30. September 2026, Ende des Tages (Berlin)',
      'Was sich ändert: Zahl der Plätze, Supportvertrag',
      'Vereinbarung: Nachtrag (2)',
      'Grund: Für die neue Filiale',
      'Ohne Antwort bis zum Ende des 30. September 2026 verfällt der Vorschlag',
      way,
    ])
      expect(mail?.text).toContain(each)
    expect(mail?.html).toContain(way)
  })

  test('from the next term on names its first day, and another plan', async () => {
    const { license } = await sold('en')
    await propose(license, { kind: 'amendment', amendment: { from: 'next_term', plan: 'annual' } })
    const [mail] = await told()
    expect(mail?.text).toContain('Holds from: Thu 1 October 2026')
    expect(mail?.text).toContain('What changes: plan')
  })

  test.each([
    ['accept', 'Accepted: a change of what was agreed', 'Answered by: Clara Chefin'],
    ['decline', 'Declined: a change of what was agreed', 'Everything stays as it was agreed.'],
  ] as const)('is confirmed to the customer when they %s it', async (answer, subject, words) => {
    const { license, contact } = await sold('en')
    const id = await propose(license)
    await told()
    await (
      await enter(house, { contact })
    ).send(`/portal/licenses/${license}/proposals/${id}`, {
      answer,
    })
    const mails = await told()
    const mail = mails.find((each) => each.subject?.startsWith(subject))
    expect(mail?.to).toEqual([everybody])
    expect(mail?.text).toContain(words)
    expect(mail?.text).toContain('When: Mon 14 September 2026, 11:00 (Berlin)')
  })

  test('is taken back by a letter to whom it was made', async () => {
    const { license } = await sold('en')
    const id = await propose(license)
    await told()
    await house.call('DELETE', `/v1/licenses/${license}/proposals/${id}`)
    const mails = await told()
    expect(mails.map(({ to }) => to)).toEqual([['"Clara Chefin" <chefin@baeckerei.example>']])
    expect(mails[0]?.text).toContain('It can no longer be accepted.')
  })

  test('is no letter where its kind is switched off', async () => {
    const { license } = await sold('en')
    await house.call('PUT', '/v1/settings', {
      body: { ...bakersVendor, switched_off: ['proposed'] },
    })
    await propose(license)
    expect(await told()).toEqual([])
    await house.call('PUT', '/v1/settings', { body: { ...bakersVendor, switched_off: [] } })
  })
})

describe('what the customer asks for', () => {
  const asks = async () => {
    const { license, contact } = await sold('en')
    const body = { side: 'customer', channel: 'phone' }
    await house.call('POST', `/v1/licenses/${license}/objections`, { body })
    await told()
    await (await enter(house, { contact })).send(`/portal/licenses/${license}/take-back`, {})
    expect(await told()).toEqual([])
    const path = `/v1/licenses/${license}/proposals`
    const [asked] = (await house.call<List<{ id: string }>>('GET', path)).body.data
    return `${path}/${asked?.id}`
  }

  test('is answered by letter when the vendor agrees', async () => {
    await house.call('POST', `${await asks()}/acceptance`, { body: {} })
    const [mail] = await told()
    expect(mail?.text).toContain('We agree to what you asked for')
    expect(mail?.text).toContain('taking back your objection')
    expect(mail?.text).not.toContain('Answered by')
  })

  test('is answered by letter when the vendor does not', async () => {
    await house.call('DELETE', await asks())
    const [mail] = await told()
    expect(mail?.text).toContain('We do not agree to what you asked for')
  })
})

test('who gives a license away is told by a letter of their own, which names nobody', async () => {
  const { license, customer: giver } = await sold('de')
  const buyer = { name: 'Karl Käufer', emails: ['kaeufer@neu.example'], may: ['sign'] }
  const { id: to } = await customer('Bäckerei Neu', 'en', [buyer])
  const accepted_at = '2026-09-13T12:00:00+02:00'
  const agreed = { title: 'Übernahme', version: '1', accepted_at, accepted_by: 'N. Beispiel' }
  const agreements = { giver: agreed, receiver: agreed }
  const body = { customer: to, reason: 'Verkauft', agreements }
  expect((await house.call('POST', `/v1/licenses/${license}/transfer`, { body })).status).toBe(201)
  const mails = await told()
  const given = mails.filter(({ subject }) => subject === 'Übertragen: Lizenz für Brötchenbringer')
  expect(given.map((each) => each.to)).toEqual([[everybody]])
  expect(given[0]?.text).toContain('Gilt ab: Mo 14. September 2026')
  expect(given[0]?.text).not.toMatch(/Neu|Käufer/)
  const taken = mails.filter(({ to: [each] }) => each?.includes('kaeufer'))
  expect(taken.map(({ subject }) => subject)).toEqual(['Taken over: license for Brötchenbringer'])
  const letters = async (id: string) =>
    (await house.call<List<{ kind: string }>>('GET', `/v1/letters?customer=${id}`)).body.data
  expect((await letters(to)).map(({ kind }) => kind)).toEqual(['transferred'])
  expect((await letters(giver)).map(({ kind }) => kind)).toContain('given_away')
})
