import { serve } from '@hono/node-server'
import type { ServerType } from '@hono/node-server'
import { Hono } from 'hono'
import { readFile } from 'node:fs/promises'
import type { Browser, Page } from 'playwright-core'
import { rolldown } from 'rolldown'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchBrowser, openPage } from './browser.ts'
import { bytesOf } from './clicks.ts'
import { midnight, openHouse } from './house.ts'
import type { House } from './house.ts'
import type { Contract } from '../../examples/broetchenbringer/contract.ts'
import { endRenewal } from '../../examples/broetchenbringer/contract.ts'
import type { Sandbox } from '../../examples/broetchenbringer/sandbox.ts'
import { openPackage, textOf } from './read-package.ts'

/** The page as a vendor would put it on his own server, told where the license server is. */
async function pageOf(licenseServer: string): Promise<Hono> {
  const bundle = await rolldown({ input: 'examples/browser/page.ts', platform: 'browser' })
  const { output } = await bundle.generate({ format: 'esm' })
  await bundle.close()
  const html = await readFile('examples/browser/index.html', 'utf8')
  const told = `<html data-license-server="${licenseServer}" data-sandbox="1"`
  const app = new Hono()
  app.get('/', (c) => c.html(html.replace('<html', told)))
  for (const file of output)
    if (file.type === 'chunk')
      app.get(`/${file.fileName}`, (c) =>
        c.body(file.code, 200, { 'content-type': 'text/javascript' }),
      )
  return app
}

/** A license of the product `notes`, for the customer of the story. */
async function sellNotes(sandbox: Sandbox): Promise<Contract> {
  const capabilities = ['notes:write']
  const names = { code: 'notes', name: 'Notes', capabilities }
  await sandbox.call('POST', '/v1/products', { ...names, export_formats: ['csv', 'jsonl'] })
  const plan = { term: 'P1Y', renewal: 'automatic' }
  await sandbox.call('POST', '/v1/plans', {
    ...names,
    ...plan,
    code: 'notes-annual',
    product: 'notes',
  })
  const customer = await sandbox.call('POST', '/v1/customers', { name: 'Bäckerei Beispiel' })
  const license = await sandbox.call('POST', '/v1/licenses', {
    plan: 'notes-annual',
    customer: customer('id'),
    starts_on: '2025-10-01',
    time_zone: 'Europe/Berlin',
  })
  return { license: license('id'), key: license('key') }
}

describe('the browser page', { timeout: 60_000 }, () => {
  let browser: Browser
  let house: House
  let contract: Contract
  let server: ServerType
  let page: Page
  let complaints: string[]

  beforeAll(async () => {
    ;[browser, house] = await Promise.all([launchBrowser(), openHouse()])
    contract = await sellNotes(house.sandbox)
    const app = await pageOf(house.sandbox.address)
    const port = await new Promise<number>((resolve) => {
      server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, (at) => resolve(at.port))
    })
    ;({ page, complaints } = await openPage(browser, `http://127.0.0.1:${port}`))
  }, 120_000)

  afterAll(async () => {
    await browser?.close()
    server?.close()
    await house?.close()
  })

  const standing = () => page.getByRole('status')

  async function exported(): Promise<string> {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Export' }).click(),
    ])
    return textOf(await openPackage(await bytesOf(download)), 'data/tables/notes.csv')
  }

  test('without a key it exports, in the browser itself', async () => {
    await page.goto('/')
    await standing().getByText('Noch fehlt die Lizenz').waitFor()
    expect(await exported()).toContain('Mehl bestellen')
  })

  test('with a key it works, and keeps the license over a reload', async () => {
    await page.getByLabel('License key').fill(contract.key)
    await page.getByRole('button', { name: 'Check' }).click()
    await standing().getByText('Everything works.').waitFor()
    await page.getByLabel('Note').fill('Hefe')
    await page.getByRole('button', { name: 'Write' }).click()
    await page.getByText('Hefe').waitFor()
    await page.reload()
    await standing().getByText('Everything works.').waitFor()
    expect(await page.getByRole('listitem').count()).toBe(2)
  })

  test('after the end it exports and does nothing else, also offline', async () => {
    await endRenewal(house.sandbox, contract)
    await house.moveClock(midnight)
    await standing().getByText('Ihre Lizenz ist beendet').waitFor()
    await page.getByLabel('Note').fill('not written')
    await page.getByRole('button', { name: 'Write' }).click()
    expect(await exported()).not.toContain('not written')
    await house.sandbox.stop()
    await page.reload()
    await standing().getByText('Ihre Lizenz ist beendet').waitFor()
    expect(await exported()).toContain('Mehl bestellen')
  })

  test('no script complained', () => expect(complaints).toEqual([]))
})
