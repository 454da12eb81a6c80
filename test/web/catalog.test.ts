import axe from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createApp } from '../../src/app.ts'
import { listen } from '../../src/cli/listen.ts'
import type { Listening } from '../../src/cli/listen.ts'
import { system } from '../../src/license/actor.ts'
import { invite } from '../../src/store/invitation.ts'
import { insertPerson } from '../../src/store/person.ts'
import { openHouse } from '../api/house.ts'
import type { House } from '../api/house.ts'
import { launchBrowser } from './browser.ts'
import { freePort } from './house.ts'

// A vendor's first afternoon, by clicks in a real browser: from nothing to a license key.

let house: House
let socket: Listening
let browser: Browser
let address: string

beforeAll(async () => {
  house = await openHouse({ now: '2026-09-28T11:00:00+02:00' })
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

const password = 'vier Brötchen und ein Hörnchen'

const field = (page: Page, label: string) => page.getByLabel(label, { exact: true })
const follow = (page: Page, name: string) =>
  page.getByRole('link', { name, exact: true }).first().click()
const press = async (page: Page, name: string, url: string): Promise<void> => {
  await page.getByRole('button', { name }).click()
  await page.waitForURL(url)
}

/** What axe finds wrong with a page as it stands. */
async function faultsOf(page: Page): Promise<string> {
  await page.evaluate(axe.source)
  return page.evaluate(
    `axe.run().then(({ violations }) => JSON.stringify(violations.map(({ id, nodes }) => [id, nodes[0].html])))`,
  )
}

const german = {
  locale: 'de-DE',
  login: 'vera',
  password: 'Passwort',
  again: 'Dasselbe Passwort noch einmal',
  set: 'Passwort setzen',
  products: 'Produkte',
  addProduct: 'Ein Produkt anlegen',
  capabilities: 'Fähigkeiten',
  keepProduct: 'Produkt anlegen',
  addPlan: 'Einen Tarif anlegen',
  plan: 'Jahreslizenz',
  businesses: 'Zwischen Unternehmen',
  seats: 'Plätze',
  keepPlan: 'Tarif anlegen',
  eitherObjects:
    'Jede Seite kann der Verlängerung bis zum Ende des Tages Mo 27. September 2027 widersprechen.',
  customers: 'Kunden',
  addCustomer: 'Einen Kunden anlegen',
  phones: 'Rufnummern',
  mayObject: 'darf widersprechen',
  keepCustomer: 'Kunden anlegen',
  issue: 'Eine Lizenz ausstellen',
  term: 'Eine Laufzeit von Mo 28. September 2026',
  issueFor: 'Für Bäckerei Beispiel ausstellen',
  issued: 'Die Lizenz ist ausgestellt',
  back: 'Zurück',
  more: 'Weiteres',
  suspend: 'Sperren',
  reason: 'Grund',
  from: 'Ab welchem Tag',
  suspendNow: 'Jetzt sperren',
  suspendedFrom: 'Gesperrt ab Mo 5. Oktober 2026',
  suspendThen: 'Sperren ab 5. Oktober 2026',
  announced: 'angekündigt',
  signInName: 'E-Mail-Adresse oder Name',
  signIn: 'Anmelden',
}

const english: typeof german = {
  locale: 'en-GB',
  login: 'vera-en',
  password: 'Password',
  again: 'The same password again',
  set: 'Set password',
  products: 'Products',
  addProduct: 'Add a product',
  capabilities: 'Capabilities',
  keepProduct: 'Add the product',
  addPlan: 'Add a plan',
  plan: 'Annual license',
  businesses: 'Between businesses',
  seats: 'Seats',
  keepPlan: 'Add the plan',
  eitherObjects: 'Either side can object to the renewal until the end of Mon 27 September 2027.',
  customers: 'Customers',
  addCustomer: 'Add a customer',
  phones: 'Telephone numbers',
  mayObject: 'may object',
  keepCustomer: 'Add the customer',
  issue: 'Issue a license',
  term: 'A term from Mon 28 September 2026',
  issueFor: 'Issue for Bäckerei Beispiel',
  issued: 'The license is issued',
  back: 'Back',
  more: 'More',
  suspend: 'Suspend',
  reason: 'Reason',
  from: 'From which day',
  suspendNow: 'Suspend now',
  suspendedFrom: 'Suspended from Mon 5 October 2026',
  suspendThen: 'Suspend from 5 October 2026',
  announced: 'announced',
  signInName: 'E-mail address or name',
  signIn: 'Sign in',
}

describe.each([german, english])('in $locale', (words) => {
  const { locale, login } = words
  const code = `broetchenbringer-${locale.slice(0, 2)}`

  test('an admin comes from nothing to a license key by clicks: product, plan, customer, license', async () => {
    const context = await browser.newContext({ baseURL: address, locale })
    context.setDefaultTimeout(20_000)
    const page = await context.newPage()
    const complaints: string[] = []
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
    page.on('pageerror', ({ message }) => complaints.push(message))
    const { db } = house.deps
    const { id } = await insertPerson(
      db,
      { login, name: 'Vera', role: 'admin' },
      system,
      house.clock.now,
    )
    await page.goto(`/console/invitation/${await invite(db, id)}`)
    await field(page, words.password).fill(password)
    await field(page, words.again).fill(password)
    await press(page, words.set, '**/console')

    await follow(page, words.products)
    await follow(page, words.addProduct)
    await field(page, 'Name').fill('Brötchenbringer')
    await field(page, 'Code').fill(code)
    await field(page, words.capabilities).fill('orders:read\norders:write')
    await page.getByRole('checkbox', { name: 'Excel (XLSX)' }).check()
    await press(page, words.keepProduct, `**/console/products/${code}`)

    await follow(page, words.addPlan)
    await field(page, 'Name').fill(words.plan)
    await field(page, 'Code').fill(`${code}-annual`)
    await page.getByRole('radio', { name: words.businesses }).check()
    await field(page, words.seats).fill('3')
    await press(page, words.keepPlan, `**/console/plans/${code}-annual`)
    expect(await page.locator('.hero').innerText()).toContain(words.eitherObjects)

    await follow(page, words.customers)
    await follow(page, words.addCustomer)
    await field(page, 'Name').first().fill('Bäckerei Beispiel')
    await field(page, 'Name').nth(1).fill('N. Beispiel')
    await field(page, words.phones).fill('030 901820')
    await page.getByRole('checkbox', { name: words.mayObject }).check()
    await press(page, words.keepCustomer, '**/console/customers/cus_*')

    await follow(page, words.issue)
    await page.waitForURL('**/issue*')
    // Where there is one plan alone, nobody is asked for it.
    if (!page.url().includes('plan=')) await follow(page, words.plan)
    await page.getByText(words.term).waitFor()
    expect(await faultsOf(page)).toBe('[]')
    await page.getByRole('button', { name: words.issueFor }).click()
    await page.getByRole('heading', { name: words.issued }).waitFor()
    const key = await page.locator('main code').innerText()
    const body = { license_key: key, product: code, fingerprint: 'till' }
    const { body: token } = await house.call<{ decision: { mode: string } }>('POST', '/v1/tokens', {
      body,
      role: null,
    })
    expect(token.decision.mode).toBe('full')
    await follow(page, words.back)
    await page.waitForURL('**/console/licenses/lic_*')

    await page.getByText(words.more, { exact: true }).click()
    await follow(page, words.suspend)
    await page.getByLabel(words.reason).fill('Rechnung 17 ist unbezahlt')
    await page.getByLabel(words.from).fill('2026-10-05')
    await page.getByRole('button', { name: words.suspendNow }).click()
    await page.getByText(words.suspendedFrom).waitFor()
    await page.getByRole('button', { name: words.suspendThen }).click()
    await page.getByRole('status').waitFor()
    expect(await page.getByRole('status').innerText()).toContain(words.announced)
    expect(complaints).toEqual([])
    await context.close()
  })

  test('a form that does not fit can be heard as well as seen', async () => {
    const context = await browser.newContext({ baseURL: address, locale })
    context.setDefaultTimeout(20_000)
    const page = await context.newPage()
    await page.goto('/console/sign-in')
    await field(page, words.signInName).fill(login)
    await field(page, words.password).fill(password)
    await press(page, words.signIn, '**/console')
    await page.goto(`/console/products/${code}/new-plan`)
    await field(page, 'Code').fill('Groß')
    await field(page, words.seats).fill('viele')
    await page.getByRole('button', { name: words.keepPlan }).click()
    await page.getByRole('alert').waitFor()
    expect(await field(page, words.seats).getAttribute('aria-invalid')).toBe('true')
    const told = await field(page, 'Code').getAttribute('aria-describedby')
    expect(told).toContain('code-wrong')
    expect(await faultsOf(page)).toBe('[]')
    await context.close()
  })
})
