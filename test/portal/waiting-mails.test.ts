import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Mail } from '../../src/deps.ts'
import { sendWaitingMails } from '../../src/outbox/waiting-mails.ts'
import { createApp } from '../../src/app.ts'
import { openBrowser } from '../console/browser.ts'
import { openPortalHouse, someone } from './portal.ts'
import type { PortalHouse } from './portal.ts'

let house: PortalHouse
beforeAll(async () => {
  house = await openPortalHouse()
})
afterAll(() => house.close())

test('a mail that no server took is sent later, once, and as the same mail', async () => {
  const { email } = await someone(house)
  const taken: Mail[] = []
  const tried: string[] = []
  let isAway = true
  const sendMail = async (mail: Mail): Promise<void> => {
    tried.push(mail.id)
    if (isAway) throw new Error('451 try again later')
    taken.push(mail)
  }
  const deps = { ...house.deps, sendMail }
  await openBrowser({ app: createApp(deps) }).send('/portal/sign-in', { email })
  await expect.poll(() => tried).toHaveLength(1)
  const send = () => sendWaitingMails(deps, house.clock.now)
  await send()
  expect(tried).toHaveLength(1)
  const later = () => sql`update portal_mails set due_at = made_at`.execute(deps.db)
  await later()
  await send()
  expect(tried).toHaveLength(2)
  isAway = false
  await later()
  await send()
  await later()
  await send()
  expect(taken).toHaveLength(1)
  expect(taken[0]).toMatchObject({ to: email })
  expect(new Set(tried).size).toBe(1)
})
