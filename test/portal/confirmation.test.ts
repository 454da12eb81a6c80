import { afterAll, beforeAll, expect, test } from 'vitest'
import { deliver } from '../../src/clock/beat.ts'
import { system } from '../../src/license/actor.ts'
import { changeVendor } from '../../src/store/vendor.ts'
import { openMailbox } from '../outbox/mailbox.ts'
import type { Mailbox } from '../outbox/mailbox.ts'
import { enter, openPortalHouse, someone } from './portal.ts'
import type { PortalHouse, Someone } from './portal.ts'

// Who objects in the portal gets one confirmation, and it names what the receipt names.

let mailbox: Mailbox
let house: PortalHouse
beforeAll(async () => {
  mailbox = await openMailbox()
  house = await openPortalHouse({ now: '2026-09-28T11:00:23+02:00', sendMail: mailbox.send })
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
  for (const each of [...wanted, `Zeichen des Widerspruchs:\n    ${reference}`])
    expect(letters[0]).toContain(each)
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
