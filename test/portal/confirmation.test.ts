import { afterAll, beforeAll, expect, test } from 'vitest'
import { deliver } from '../../src/clock/beat.ts'
import { system } from '../../src/license/actor.ts'
import { changeVendor } from '../../src/store/vendor.ts'
import { annual } from '../api/shop.ts'
import { openMailbox } from '../outbox/mailbox.ts'
import type { Mailbox } from '../outbox/mailbox.ts'
import { openBrowser } from '../console/browser.ts'
import { enter, openPortalHouse, someone } from './portal.ts'
import type { PortalHouse, Someone } from './portal.ts'

// Who objects in the portal gets one confirmation, and it names what the receipt names.

const consumers = 'consumers'

let mailbox: Mailbox
let house: PortalHouse
beforeAll(async () => {
  mailbox = await openMailbox()
  house = await openPortalHouse({ now: '2026-09-28T11:00:23+02:00', sendMail: mailbox.send })
  const terms = { preset: 'b2c-de', renewal_term: 'P1M', renewal_notice: 'P0D' }
  const body = { ...annual, product: house.shop.product, code: consumers, ...terms }
  const { status, text } = await house.call('POST', '/v1/plans', { body })
  if (status !== 201) throw new Error(text)
})
afterAll(async () => {
  await house.close()
  await mailbox.close()
})

/** Objects by a click, and answers every mail that came of it: the letters', and the portal's own. */
async function confirmed(who: Someone) {
  const browser = await enter(house, who, 'de')
  const at = `/portal/licenses/${who.license.id}`
  await deliver(house.deps)
  mailbox.mails.length = 0
  const sent = await browser.send(`${at}/objection`, { effective_on: '2026-09-30' })
  const { html } = await browser.get(sent.to ?? '')
  await deliver(house.deps)
  const reference = /class="reference">([^<]+)</.exec(html)?.[1] ?? '?'
  const letters = mailbox.mails.map(({ text = '' }) => text)
  const own = house.mails.filter(({ to }) => to === who.email).map(({ text }) => text)
  return { reference, letters, own }
}

const wanted = [
  '30. September 2026',
  '28. September 2026, 11:00:23',
  'Widerspruch gegen die Verlängerung',
]

test('the letter alone confirms an objection, with its content, its receipt, its end and its reference', async () => {
  const { reference, letters, own } = await confirmed(await someone(house))
  expect([letters.length, own.length]).toEqual([1, 0])
  for (const each of [...wanted, `Zeichen der Erklärung:\n    ${reference}`])
    expect(letters[0]).toContain(each)
})

/** Cancels by the open page with the license's key, and answers every mail that came of it. */
async function cancelled(who: Someone, email: string) {
  const browser = openBrowser(house)
  browser.cookies.set('__Host-auszug_language', 'de')
  await deliver(house.deps)
  mailbox.mails.length = 0
  const { html: form } = await browser.get('/portal/cancellation')
  const once = /name="once" value="([^"]+)"/.exec(form)?.[1] ?? ''
  const fields = { once, name: 'K. Kundin', contract: who.license.key, email }
  const { to } = await browser.send('/portal/cancellation', fields)
  const { html } = await browser.get(to ?? '')
  await deliver(house.deps)
  const reference = /Zeichen<\/dt><dd>([^<]+)</.exec(html)?.[1] ?? '?'
  const letters = mailbox.mails.map(({ subject, text }) => `${subject}\n${text}`)
  const own = house.mails.filter((mail) => mail.to === email).map(({ text }) => text)
  return { reference, letters, own }
}

test('a cancellation is confirmed once, as a cancellation, by the letter to an address that is on record', async () => {
  const who = await someone(house, ['object'], { plan: consumers })
  const { reference, letters, own } = await cancelled(who, who.email.toUpperCase())
  expect([letters.length, own.length]).toEqual([1, 0])
  for (const each of ['Bestätigung Ihrer Kündigung', '11:00:23', 'K. Kundin', reference])
    expect(letters[0]).toContain(each)
})

test('whoever cancels again, where an objection stands, is confirmed by a mail of its own', async () => {
  const who = await someone(house, ['object'], { plan: consumers })
  await cancelled(who, who.email)
  const { reference, letters, own } = await cancelled(who, who.email)
  expect([letters.length, own.length]).toEqual([0, 1])
  expect(own[0]).toContain(reference)
})

test('to an address that is not on record a cancellation is confirmed by a mail of its own', async () => {
  const who = await someone(house, ['object'], { plan: consumers })
  const { reference, letters, own } = await cancelled(who, 'kundin@example.com')
  expect([letters.length, own.length]).toEqual([1, 1])
  for (const text of [letters[0], own[0]]) expect(text).toContain(reference)
})

test('where letters of this kind are switched off, the portal’s own mail confirms it', async () => {
  await changeVendor(house.deps.db, system, house.clock.now, async (before) => ({
    ...before,
    switchedOff: ['objected'],
  }))
  const { reference, letters, own } = await confirmed(await someone(house))
  expect([letters.length, own.length]).toEqual([0, 1])
  for (const each of ['30. September 2026', '28. September 2026, 11:00', reference])
    expect(own[0]).toContain(each)
})
