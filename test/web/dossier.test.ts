import axe from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createApp } from '../../src/app.ts'
import { listen } from '../../src/cli/listen.ts'
import type { Listening } from '../../src/cli/listen.ts'
import { openQuarrel } from '../api/dossier-life.ts'
import type { QuarrelHouse } from '../api/dossier-life.ts'
import { launchBrowser } from './browser.ts'
import { freePort } from './house.ts'

// The customer's lawyer has the file and the receipts, and no account.

let house: QuarrelHouse
let socket: Listening
let browser: Browser
let address: string
beforeAll(async () => {
  house = await openQuarrel()
  const port = await freePort()
  address = `http://127.0.0.1:${port}`
  socket = await listen(createApp({ ...house.deps, publicUrl: address }), {
    host: '127.0.0.1',
    port,
  })
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser.close()
  await socket.stop()
  await house.close()
})

const open = async (more = {}): Promise<Page> => {
  const context = await browser.newContext({ baseURL: address, locale: 'de-DE', ...more })
  context.setDefaultTimeout(20_000)
  return context.newPage()
}

const send = async (page: Page, text: string): Promise<void> => {
  await page.goto('/verify')
  const buffer = Buffer.from(text)
  const file = { name: 'dossier.jws', mimeType: 'application/jose', buffer }
  await page.getByLabel('Die unterschriebene Datei').setInputFiles(file)
  await page.getByText('Prüfpunkte, oder die Schlüssel').click()
  await page.getByRole('textbox', { name: 'Prüfpunkte' }).fill(house.receipts.join('\n'))
  await page.getByRole('button', { name: 'Prüfen', exact: true }).click()
  await page.getByRole('link', { name: 'Ein weiteres prüfen' }).waitFor()
}

test('a file is checked without an account and without a script', async () => {
  const page = await open({ javaScriptEnabled: false })
  await send(page, await house.file())
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain('Es ist unversehrt')
  const subject = page.getByRole('cell', { name: 'Der Toaster „klemmt“ am 03.', exact: true })
  expect(await subject.isVisible()).toBe(true)
  await page.context().close()
})

describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
  test('axe finds nothing wrong with the check and its verdicts, and none is wider than a telephone', async () => {
    const page = await open({ colorScheme, viewport: { width: 375, height: 800 } })
    const wrong: unknown[] = []
    const look = async (what: string): Promise<void> => {
      await page.evaluate(axe.source)
      const found: string = await page.evaluate(
        `axe.run().then(({ violations }) => JSON.stringify(violations.map(({ id, nodes }) => [id, nodes[0].html])))`,
      )
      const wider: number = await page.evaluate(`document.documentElement.scrollWidth - innerWidth`)
      if (found !== '[]' || wider > 0) wrong.push([what, found, wider])
    }
    await page.goto('/verify')
    await look('the form')
    const file = await house.file()
    await send(page, file)
    await look('what holds')
    await send(page, `${file.slice(0, -8)}AAAAAAAA`)
    await look('what does not')
    expect(wrong).toEqual([])
    await page.context().close()
  }, 120_000)
})
