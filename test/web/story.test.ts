import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { RunningBakery } from '../../examples/broetchenbringer/open-bakery.ts'
import { launchBrowser, openPage } from './browser.ts'
import { backUp, exportBy, fillOrder, sendOrder, signIn, writeOrder } from './clicks.ts'
import { lastSecond, midnight, openHouse } from './house.ts'
import type { House } from './house.ts'
import { askDuckdb, openPackage, readSheet, textOf } from './read-package.ts'

/** Each test goes on where the one before it ended: they are one story. */
describe('the story of the bakery, by clicks', { timeout: 90_000 }, () => {
  let browser: Browser
  let house: House
  let bakery: RunningBakery
  let page: Page
  let complaints: string[]
  let backup: Uint8Array

  beforeAll(async () => {
    ;[browser, house] = await Promise.all([launchBrowser(), openHouse()])
    bakery = await house.open()
    ;({ page, complaints } = await openPage(browser, bakery.address))
  }, 120_000)

  afterAll(async () => {
    await browser?.close()
    await bakery?.stop()
    await house?.close()
  })

  const notice = () => page.getByRole('region', { name: 'Lizenz' }).innerText()

  test('in full an order is written and planned', async () => {
    await signIn(page)
    await page.getByRole('heading', { name: 'Heute', exact: true }).waitFor()
    await page.getByRole('link', { name: 'Bestellung schreiben' }).click()
    await fillOrder(page)
    await sendOrder(page)
    expect(await page.getByRole('status').innerText()).toContain('geschrieben')
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toMatch(/^Bestellung B-2026-/)
    expect(await page.getByRole('main').innerText()).toMatch(/73,00\s€/)
    expect(await page.getByRole('region', { name: 'Lizenz' }).count()).toBe(0)
  })

  test('once the renewal has been ended, every page says until when', async () => {
    await house.endRenewal()
    await bakery.license.refresh()
    await page.goto('/customers')
    expect(await notice()).toContain(
      'Ihre Lizenz läuft bis zum Ende des 30. September 2026 (noch 2 Tage)',
    )
    expect(await page.getByRole('row').count()).toBeGreaterThan(30)
    backup = await backUp(page)
  })

  test('until the last second an order is written', async () => {
    await house.moveClock(lastSecond)
    await writeOrder(page)
    expect(await page.getByRole('status').innerText()).toContain('geschrieben')
    expect(await notice()).toContain('heute ist der letzte Tag')
  })

  test('after midnight in Berlin an order is refused with a calm sentence, and not written', async () => {
    await page.goto('/orders/new')
    await fillOrder(page)
    await house.moveClock(midnight)
    await expect.poll(() => bakery.license.mode, { timeout: 15_000 }).toBe('export-only')
    await sendOrder(page)
    expect(await notice()).toBe(
      'Seit Donnerstag, 1. Oktober 2026, exportiert Brötchenbringer Ihre Daten und tut sonst nichts, ' +
        'weil Ihre Lizenz mit dem Ende des 30. September 2026 geendet hat. Daten exportieren',
    )
    expect(await page.getByRole('main').innerText()).toContain(
      'Ihre Eingabe wurde nicht gespeichert',
    )
  })

  test('a page that reads is refused too, and machines get the problem document', async () => {
    const response = await page.goto('/customers')
    expect(response?.status()).toBe(403)
    expect(await page.getByRole('row').count()).toBe(0)
    const problem = await fetch(`${bakery.address}/customers`)
    expect(problem.headers.get('content-type')).toBe('application/problem+json')
    expect(await problem.json()).toMatchObject({ status: 403, reason: 'ended', export: '/export' })
  })

  test('the data are exported, and foreign readers find the orders in them', async () => {
    await page.goto('/')
    await page.getByRole('main').getByRole('link', { name: 'Daten exportieren' }).last().click()
    await page.waitForURL('**/export')
    const files = await openPackage(await exportBy(page, ['csv', 'xlsx', 'parquet']))
    const orders = await askDuckdb(
      files,
      'data/tables/orders.csv',
      "select count(*), count(*) filter (note = 'Geburtstag, „ganz früh“; bitte') from read_csv(FILE)",
    )
    expect(orders).toEqual([['426', '2']])
    const lines =
      'select count(*) > 36000, sum(quantity * unit_price) > 1000000 from read_parquet(FILE)'
    expect(await askDuckdb(files, 'data/tables/delivery_lines.parquet', lines)).toEqual([
      ['true', 'true'],
    ])
    const [head, first] = await readSheet(
      files.get('data/tables/customers.xlsx') ?? new Uint8Array(),
    )
    expect(head?.slice(0, 3)).toEqual(['id', 'number', 'name'])
    expect(first?.slice(1, 3)).toEqual(['K-1001', 'Café Lindenhof'])
    expect(textOf(files, 'data/README.de.txt')).toContain('Ihre Daten aus Brötchenbringer')
    expect(
      [...files.keys()].filter((path) => path.startsWith('data/files/')).length,
    ).toBeGreaterThan(5)
  })

  test('with the server gone the program starts, signs in and exports', async () => {
    await house.sandbox.stop()
    await bakery.stop()
    bakery = await house.open({ port: Number(new URL(bakery.address).port) })
    await page.context().clearCookies()
    await signIn(page)
    expect(new URL(page.url()).pathname).toBe('/export')
    expect(await notice()).toContain('geendet hat')
    const files = await openPackage(await exportBy(page, ['jsonl']))
    const sql = 'select count(*) from read_json(FILE)'
    expect(await askDuckdb(files, 'data/tables/orders.jsonl', sql)).toEqual([['426']])
  })

  test('with the license file deleted as well it exports, and says what helps', async () => {
    await bakery.stop()
    await rm(join(house.directory, 'bakery', 'license.json'))
    bakery = await house.open({ port: Number(new URL(bakery.address).port), key: undefined })
    await page.goto('/invoices')
    expect(await notice()).toContain('weil hier kein Lizenzschlüssel eingetragen ist')
    await page.getByRole('link', { name: 'Lizenzschlüssel eintragen' }).click()
    await page.getByLabel('Lizenzschlüssel').fill('AUSZUG-0000')
    await page.getByRole('button', { name: 'Lizenz prüfen' }).click()
    expect(await page.getByRole('alert').innerText()).toContain('Tippfehler')
    const files = await openPackage(await exportBy(page, ['sqlite', 'csv:excel-de']))
    expect(textOf(files, 'data/tables/invoices.excel-de.csv')).toContain('R-2026-0001')
  })

  test('after a crash: reinstalled, signed in, the backup restored, and exported', async () => {
    await bakery.stop()
    await rm(join(house.directory, 'bakery'), { recursive: true })
    bakery = await house.open({
      port: Number(new URL(bakery.address).port),
      key: undefined,
      seeded: false,
    })
    await page.context().clearCookies()
    await signIn(page)
    await page.goto('/restore')
    await page.getByLabel('Datei').setInputFiles({
      name: 'backup.sqlite',
      mimeType: 'application/vnd.sqlite3',
      buffer: Buffer.from(backup),
    })
    await page.getByRole('button', { name: 'Sicherung einspielen' }).click()
    expect(await page.getByRole('status').innerText()).toBe('Die Sicherung ist eingespielt.')
    const files = await openPackage(await exportBy(page, ['csv']))
    const sql = 'select count(*) from read_csv(FILE)'
    expect(await askDuckdb(files, 'data/tables/orders.csv', sql)).toEqual([['425']])
  })

  test('no script complained', () => expect(complaints).toEqual([]))
})
