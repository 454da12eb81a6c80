import axe from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { system } from '../../src/license/actor.ts'
import { linkByAddress } from '../../src/store/identity.ts'
import { invite } from '../../src/store/invitation.ts'
import { insertPerson } from '../../src/store/person.ts'
import { startSession } from '../../src/store/session.ts'
import { openDesk } from '../console/desk-by-provider.ts'
import type { Desk } from '../console/desk-by-provider.ts'
import { launchBrowser } from './browser.ts'

// A real browser between the real server and a real identity provider, each behind a socket of this machine.

let desk: Desk
let browser: Browser
beforeAll(async () => {
  desk = await openDesk()
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser.close()
  await desk.close()
})

/** A browser, and what it complains about on pages of ours: what a policy stood in the way of would be among it. */
const open = async (more = {}): Promise<{ page: Page; complaints: string[] }> => {
  const context = await browser.newContext({ baseURL: desk.address, locale: 'en-GB', ...more })
  context.setDefaultTimeout(20_000)
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => {
    const isOurs = message.location().url.startsWith(desk.address)
    if (message.type() === 'error' && isOurs) complaints.push(message.text())
  })
  return { page, complaints }
}

test('somebody signs in at the provider and out again, here and there, and no policy stands in the way', async () => {
  await desk.employ('ada@example.com')
  desk.identity.knows({ sub: 'ada', email: 'ada@example.com', email_verified: true })
  const { page, complaints } = await open()
  await page.goto('/console/keys')
  await page.getByRole('link', { name: 'Sign in with Bakery ID' }).click()
  await page.waitForURL('**/console/keys')
  await page.locator('details.me > summary').click()
  await page.getByRole('button', { name: 'Sign out', exact: true }).click()
  await page.getByRole('heading', { name: 'You are signed out' }).waitFor()
  await page.getByRole('link', { name: 'Sign out of Bakery ID too' }).click()
  await page.waitForURL(`${desk.identity.settings.issuer}/**`)
  expect(complaints).toEqual([])
  await page.context().close()
})

test('somebody joins by the provider from their invitation, without a script', async () => {
  const { id } = await desk.employ('bea')
  desk.identity.knows({ sub: 'bea', email: 'bea@example.org', email_verified: false })
  const { page, complaints } = await open({ javaScriptEnabled: false })
  await page.goto(`/console/invitation/${await invite(desk.house.deps.db, id)}`)
  await page.getByRole('link', { name: 'Join with Bakery ID' }).click()
  await page.waitForURL('**/console')
  expect(complaints).toEqual([])
  await page.context().close()
})

describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
  test('axe finds nothing wrong with the pages around a sign-in, and none is wider than a telephone', async () => {
    const { house, identity, start } = desk
    const { db } = house.deps
    const login = `admin-${colorScheme}@example.com`
    const { id } = await insertPerson(
      db,
      { login, name: 'Ada', role: 'admin' },
      system,
      house.clock.now,
    )
    const known = { issuer: identity.settings.issuer, subject: login, email: login }
    await linkByAddress(db, known, house.clock.now)
    const invited = await desk.employ(`invited-${colorScheme}`)
    const link = await invite(db, invited.id)
    const viewport = { width: 375, height: 800 }
    const { page } = await open({ colorScheme, locale: 'de-DE', viewport })
    const wrong: unknown[] = []
    const look = async (path: string): Promise<void> => {
      await page.goto(path)
      await page.evaluate(axe.source)
      const found: string = await page.evaluate(
        `axe.run().then(({ violations }) => JSON.stringify(violations.map(({ id, nodes }) => [id, nodes[0].html])))`,
      )
      const wider: number = await page.evaluate(`document.documentElement.scrollWidth - innerWidth`)
      if (found !== '[]' || wider > 0) wrong.push([path, found, wider])
    }
    await look('/console/sign-in')
    await look(`/console/invitation/${link}`)
    await look(`${start}/callback?code=x&state=y`)
    identity.knows({
      sub: 'long',
      email: `${'stranger'.repeat(6)}@example.com`,
      email_verified: true,
    })
    await look(start)
    const session = await startSession(db, id)
    await page.context().addCookies([{ name: 'auszug_session', value: session, url: desk.address }])
    await look('/console/account')
    await look('/console/account/codes')
    await look('/console/access')
    await look(`/console/access/people/${id}`)
    expect(wrong).toEqual([])
    await page.context().close()
  }, 120_000)
})
