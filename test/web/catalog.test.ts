import axe from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createApp } from '../../src/app.ts'
import { listen } from '../../src/cli/listen.ts'
import type { Listening } from '../../src/cli/listen.ts'
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

async function signIn(page: Page): Promise<void> {
  const { db } = house.deps
  const person = { login: 'vera', name: 'Vera', role: 'admin' } as const
  const { id } = await insertPerson(db, person, house.clock.now)
  await page.goto(`/console/invitation/${await invite(db, id)}`)
  await page.getByLabel('Passwort', { exact: true }).fill('vier Brötchen und ein Hörnchen')
  await page.getByLabel('Dasselbe Passwort noch einmal').fill('vier Brötchen und ein Hörnchen')
  await page.getByRole('button', { name: 'Passwort setzen' }).click()
  await page.waitForURL('**/console')
}

const field = (page: Page, label: string) => page.getByLabel(label, { exact: true })
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

test('an admin comes from nothing to a license key by clicks: product, plan, customer, license', async () => {
  const context = await browser.newContext({ baseURL: address, locale: 'de-DE' })
  context.setDefaultTimeout(20_000)
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  page.on('pageerror', ({ message }) => complaints.push(message))
  await signIn(page)

  await page.getByRole('link', { name: 'Produkte' }).click()
  await page.getByRole('link', { name: 'Ein Produkt anlegen' }).click()
  await field(page, 'Name').fill('Brötchenbringer')
  await field(page, 'Code').fill('broetchenbringer')
  await field(page, 'Fähigkeiten').fill('orders:read\norders:write')
  await page.getByRole('checkbox', { name: 'Excel (XLSX)' }).check()
  await press(page, 'Produkt anlegen', '**/console/products/broetchenbringer')

  await page.getByRole('link', { name: 'Einen Tarif anlegen' }).click()
  await field(page, 'Name').fill('Jahreslizenz')
  await field(page, 'Code').fill('annual')
  await page.getByRole('radio', { name: 'Zwischen Unternehmen' }).check()
  await field(page, 'Plätze').fill('3')
  await press(page, 'Tarif anlegen', '**/console/plans/annual')
  expect(await page.locator('.hero').innerText()).toContain(
    'Jede Seite kann der Verlängerung bis zum Ende des Tages Mo 27. September 2027 widersprechen.',
  )

  await page.getByRole('link', { name: 'Kunden', exact: true }).click()
  await page.getByRole('link', { name: 'Einen Kunden anlegen' }).click()
  await field(page, 'Name').first().fill('Bäckerei Beispiel')
  await field(page, 'Name').nth(1).fill('N. Beispiel')
  await field(page, 'Rufnummern').fill('030 901820')
  await page.getByRole('checkbox', { name: 'darf widersprechen' }).check()
  await press(page, 'Kunden anlegen', '**/console/customers/cus_*')

  await page.getByRole('link', { name: 'Eine Lizenz ausstellen' }).click()
  await page.getByText('Eine Laufzeit von Mo 28. September 2026').waitFor()
  expect(await faultsOf(page)).toBe('[]')
  await page.getByRole('button', { name: 'Für Bäckerei Beispiel ausstellen' }).click()
  await page.getByRole('heading', { name: 'Die Lizenz ist ausgestellt' }).waitFor()
  const key = await page.locator('main code').innerText()
  const body = { license_key: key, product: 'broetchenbringer', fingerprint: 'till' }
  const { body: token } = await house.call<{ decision: { mode: string } }>('POST', '/v1/tokens', {
    body,
    role: null,
  })
  expect(token.decision.mode).toBe('full')
  await page.getByRole('link', { name: 'Zurück' }).click()
  await page.waitForURL('**/console/licenses/lic_*')

  await page.getByText('Weiteres').click()
  await page.getByRole('link', { name: 'Sperren' }).click()
  await page.getByLabel('Grund').fill('Rechnung 17 ist unbezahlt')
  await page.getByLabel('Ab welchem Tag').fill('2026-10-05')
  await page.getByRole('button', { name: 'Jetzt sperren' }).click()
  await page.getByText('Gesperrt ab Mo 5. Oktober 2026').waitFor()
  await page.getByRole('button', { name: 'Sperren ab 5. Oktober 2026' }).click()
  await page.getByRole('status').waitFor()
  expect(await page.getByRole('status').innerText()).toContain('angekündigt')
  expect(complaints).toEqual([])
  await context.close()
})

test('a form that does not fit can be heard as well as seen', async () => {
  const context = await browser.newContext({ baseURL: address, locale: 'de-DE' })
  const page = await context.newPage()
  await page.goto('/console/sign-in')
  await page.getByLabel('E-Mail-Adresse oder Name').fill('vera')
  await page.getByLabel('Passwort').fill('vier Brötchen und ein Hörnchen')
  await page.getByRole('button', { name: 'Anmelden' }).click()
  await page.waitForURL('**/console')
  await page.goto('/console/products/broetchenbringer/new-plan')
  await field(page, 'Code').fill('Groß')
  await field(page, 'Plätze').fill('viele')
  await page.getByRole('button', { name: 'Tarif anlegen' }).click()
  await page.getByRole('alert').waitFor()
  expect(await field(page, 'Plätze').getAttribute('aria-invalid')).toBe('true')
  const told = await field(page, 'Code').getAttribute('aria-describedby')
  expect(told).toContain('code-wrong')
  expect(await faultsOf(page)).toBe('[]')
  await context.close()
})
