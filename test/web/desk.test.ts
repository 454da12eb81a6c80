import axe from 'axe-core'
import type { Browser, BrowserContext, Locator, Page, Request } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createApp } from '../../src/app.ts'
import { listen } from '../../src/cli/listen.ts'
import type { Listening } from '../../src/cli/listen.ts'
import { pages } from '../../src/console/pages.ts'
import { invite } from '../../src/store/invitation.ts'
import { insertPerson } from '../../src/store/person.ts'
import { system } from '../../src/license/actor.ts'
import type { Role } from '../../src/license/actor.ts'
import { openHouse } from '../api/house.ts'
import type { House } from '../api/house.ts'
import { openShop } from '../api/shop.ts'
import type { Shop } from '../api/shop.ts'
import { launchBrowser } from './browser.ts'
import { freePort } from './house.ts'

// The desk in a real browser, on a server in this process: who answers the phone on 28 September 2026.

let house: House
let shop: Shop
let socket: Listening
let browser: Browser
let address: string
const password = 'vier Brötchen und ein Hörnchen'

beforeAll(async () => {
  house = await openHouse({ now: '2026-09-28T11:00:00+02:00' })
  shop = await openShop(house)
  const port = await freePort()
  address = `http://127.0.0.1:${port}`
  const app = createApp({ ...house.deps, publicUrl: address })
  socket = await listen(app, { host: '127.0.0.1', port })
  browser = await launchBrowser()
})

afterAll(async () => {
  await browser.close()
  await socket.stop()
  await house.close()
})

const invitationFor = async (role: Role, login: string): Promise<string> => {
  const { db } = house.deps
  const { id } = await insertPerson(db, { login, name: 'Bea', role }, system, house.clock.now)
  return `/console/invitation/${await invite(db, id)}`
}

const idsAt = async (path: string) =>
  (await house.call<{ data: { id: string }[] }>('GET', path)).body.data

const open = async (locale: string, more = {}): Promise<BrowserContext> => {
  const context = await browser.newContext({ baseURL: address, locale, ...more })
  context.setDefaultTimeout(20_000)
  return context
}

/** What a policy or a script of ours got wrong would stand in the console of the browser. */
const complaintsOf = (page: Page): string[] => {
  const complaints: string[] = []
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  page.on('pageerror', ({ message }) => complaints.push(message))
  return complaints
}

describe.each([
  {
    locale: 'en-GB',
    passwordLabel: 'Password',
    again: 'The same password again',
    accept: 'Set password and sign in',
    open: 'call open',
    topic: 'out of scope',
    subject: 'Subject',
    log: /^Log/,
    logged: 'Logged at 11:00',
    endRenewal: 'End renewal…',
    reason: 'Reason (optional)',
    end: 'End after 30 September 2026',
    done: 'The renewal is ended',
  },
  {
    locale: 'de-DE',
    passwordLabel: 'Passwort',
    again: 'Dasselbe Passwort noch einmal',
    accept: 'Passwort setzen und anmelden',
    open: 'Anruf offen',
    topic: 'außerhalb',
    subject: 'Betreff',
    log: /^Eintragen/,
    logged: 'Eingetragen um 11:00',
    endRenewal: 'Verlängerung beenden…',
    reason: 'Grund (freiwillig)',
    end: 'Beenden nach dem 30. September 2026',
    done: 'Die Verlängerung ist beendet',
  },
])('the call in $locale', (words) => {
  test('takes less than twenty seconds from the name to the receipt, by keys and clicks', async () => {
    const { id } = await shop.sell()
    const context = await open(words.locale)
    const page = await context.newPage()
    const complaints = complaintsOf(page)
    await page.goto(await invitationFor('support', `bea-${words.locale}`))
    await page.getByLabel(words.passwordLabel, { exact: true }).fill(password)
    await page.getByLabel(words.again).fill(password)
    await page.getByRole('button', { name: words.accept }).click()
    await page.waitForURL('**/console')

    const rings = Date.now()
    await page.keyboard.press('/')
    await page.keyboard.type('beispiel')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/console/customers/cus_*')
    await page.locator(`a[href="/console/licenses/${id}"]`).click()
    await page.waitForURL(`**/console/licenses/${id}`)
    await page.keyboard.press('e')
    await page.getByLabel(words.reason).fill('Anrufe ohne Ende')
    await page.getByRole('button', { name: words.end }).click()
    await page.getByRole('heading', { name: words.done }).waitFor()
    expect(await page.locator('.reference').innerText()).toMatch(/^\w{4} \w{4} \w{4}$/)
    expect(Date.now() - rings).toBeLessThan(20_000)
    expect(complaints).toEqual([])
    await context.close()
  })

  test('is taken from the ringing number to the receipt by four clicks, and nothing of it needs scrolling', async () => {
    const number = words.locale === 'de-DE' ? '+49 30 4440001' : '+49 30 4440002'
    const body = { name: 'Bäckerei Laut', contacts: [{ name: 'L. Laut', phones: [number] }] }
    const { body: made } = await house.call<{ id: string }>('POST', '/v1/customers', { body })
    const { id } = await shop.sell({ customer: made.id })
    const context = await open(words.locale, { viewport: { width: 1024, height: 640 } })
    const page = await context.newPage()
    const complaints = complaintsOf(page)
    await page.goto(await invitationFor('support', `rings-${words.locale}`))
    await page.getByLabel(words.passwordLabel, { exact: true }).fill(password)
    await page.getByLabel(words.again).fill(password)
    await page.getByRole('button', { name: words.accept }).click()
    await page.waitForURL('**/console')
    const asked: Promise<number>[] = []
    page.on('requestfinished', (request) => asked.push(serverTimeOf(request)))
    let clicks = 0
    const click = async (what: Locator): Promise<void> => {
      clicks++
      await what.click()
    }

    await page.goto(`/console/call?number=${encodeURIComponent(number)}`)
    await page.getByText(words.open).waitFor()
    const foot = await page.locator('.ending').boundingBox()
    expect((foot?.y ?? Infinity) + (foot?.height ?? 0)).toBeLessThanOrEqual(640)
    await click(page.getByRole('radio', { name: words.topic }))
    await page.keyboard.press('c')
    await page.getByLabel(words.subject).fill('Der Drucker')
    await click(page.getByRole('button', { name: words.log }))
    await page.getByText(words.logged).waitFor()
    await click(page.getByRole('link', { name: words.endRenewal }))
    await click(page.getByRole('button', { name: words.end }))
    await page.getByRole('heading', { name: words.done }).waitFor()
    expect(await page.locator('.reference').innerText()).toMatch(/^\w{4} \w{4} \w{4}$/)
    expect(clicks).toBe(4)
    const tookMs = (await Promise.all(asked)).reduce((sum, each) => sum + each, 0)
    expect(tookMs).toBeLessThan(5_000)
    expect(complaints).toEqual([])
    const { body: logged } = await house.call<{ data: object[] }>(
      'GET',
      `/v1/licenses/${id}/inquiries`,
    )
    expect(logged.data).toMatchObject([{ topic: 'out_of_scope', subject: 'Der Drucker' }])
    await context.close()
  })
})

/** What of a request somebody waits for the server, in milliseconds. */
async function serverTimeOf(request: Request): Promise<number> {
  await request.response()
  const { requestStart, responseEnd } = request.timing()
  return Math.max(0, responseEnd - requestStart)
}

test('without a script everything works', async () => {
  const { id } = await shop.sell()
  const context = await open('en-GB', { javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(await invitationFor('support', 'no-script'))
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByLabel('The same password again').fill(password)
  await page.getByRole('button', { name: 'Set password' }).click()
  await page.goto(`/console/licenses/${id}`)
  await page.getByRole('link', { name: 'End renewal' }).click()
  await page.getByRole('button', { name: 'End after 30 September 2026' }).click()
  const receipt = page.getByRole('heading', { name: 'The renewal is ended' })
  await receipt.waitFor()
  expect(await receipt.isVisible()).toBe(true)
  await context.close()
})

describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
  test('axe finds nothing wrong with any page, and none is wider than a telephone', async () => {
    const { id, key } = await shop.sell()
    await house.call('POST', `/v1/licenses/${id}/objections`, {
      body: { side: 'customer', channel: 'letter', declared_by: 'N. Beispiel' },
    })
    const body = {
      license_key: key,
      product: shop.product,
      fingerprint: 'till',
      machine: 'Kasse 1',
    }
    await house.call('POST', '/v1/tokens', { body, role: null })
    const keys = await idsAt(`/v1/licenses/${id}/keys`)
    const machines = await idsAt(`/v1/licenses/${id}/activations`)
    const { body: inquiry } = await house.call<{ id: string }>(
      'POST',
      `/v1/licenses/${id}/inquiries`,
      { body: { channel: 'phone', topic: 'out_of_scope', subject: 'The printer' } },
    )
    const { body: warning } = await house.call<{ id: string }>(
      'POST',
      `/v1/licenses/${id}/warnings`,
      { body: { form: 'letter' } },
    )
    const link = await invitationFor('admin', `axe-${colorScheme}`)
    const context = await open('de-DE', { colorScheme, viewport: { width: 375, height: 800 } })
    const page = await context.newPage()
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
    await look(link)
    await page.getByLabel('Passwort', { exact: true }).fill(password)
    await page.getByLabel('Dasselbe Passwort noch einmal').fill(password)
    await page.getByRole('button', { name: 'Passwort setzen' }).click()
    await page.waitForURL('**/console')
    const people = await idsAt('/v1/people')
    for (const { method, path, who } of pages) {
      if (method !== 'GET' || who === 'public') continue
      await look(
        path
          .replace(':license', id)
          .replace(':customer', shop.customer)
          .replace(':side', 'customer')
          .replace(':product', shop.product)
          .replace(':plan', shop.plan)
          .replace(':key', keys[0]?.id ?? '')
          .replace(':activation', machines[0]?.id ?? '')
          .replace(':inquiry', inquiry.id)
          .replace(':warning', warning.id)
          .replace(':person', people[0]?.id ?? ''),
      )
    }
    await look(`/console/call?customer=${shop.customer}`)
    await look('/console/call?number=%2B49301')
    const contacts = [{ name: 'N. Beispiel', emails: ['n@example.com', 'beispiel@example.com'] }]
    const { body: known } = await house.call<{ id: string; contacts: { id: string }[] }>(
      'POST',
      '/v1/customers',
      { body: { name: 'Konditorei Beispiel', language: 'de', contacts } },
    )
    const at = `/console/customers/${known.id}`
    await look(at)
    await look(`${at}/contacts/${known.contacts[0]?.id}/portal-link`)
    await page.getByRole('button', { name: 'Link einmal zeigen' }).click()
    await page.getByRole('button', { name: 'Kopieren' }).waitFor()
    expect(wrong).toEqual([])
    await context.close()
  }, 120_000)
})
