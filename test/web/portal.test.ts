import axe from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createApp } from '../../src/app.ts'
import { listen } from '../../src/cli/listen.ts'
import type { Listening } from '../../src/cli/listen.ts'
import { pages } from '../../src/portal/pages.ts'
import { wordsIn } from '../../src/portal/words/words.ts'
import type { Words } from '../../src/portal/words/words.ts'
import { makeLink } from '../../src/store/portal-access.ts'
import { askToken } from '../api/start-up.ts'
import type { Sold } from '../api/shop.ts'
import { linkIn, openPortalHouse, someone } from '../portal/portal.ts'
import type { PortalHouse, Someone } from '../portal/portal.ts'
import { launchBrowser } from './browser.ts'
import { freePort } from './house.ts'

// The customer in a real browser, on a server in this process: a consumer's contract on 20 September 2026.

let house: PortalHouse
let socket: Listening
let browser: Browser
let address: string
beforeAll(async () => {
  const consumers = { preset: 'b2c-de', renewal_term: 'P1M', renewal_notice: 'P0D' }
  house = await openPortalHouse({ now: '2026-09-20T11:00:05+02:00' }, consumers)
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

const open = async (locale: string, more = {}): Promise<Page> => {
  const context = await browser.newContext({ baseURL: address, locale, ...more })
  context.setDefaultTimeout(20_000)
  return context.newPage()
}

/** Asks for a link at the door, and follows the one that came by mail. */
const enter = async (page: Page, { email }: Someone, words: Words): Promise<void> => {
  const text = words.signIn
  await page.goto('/portal')
  await page.getByLabel(text.email).fill(email)
  await page.getByRole('button', { name: text.send }).click()
  await page.getByRole('heading', { name: text.sentTitle }).waitFor()
  await page.goto(linkIn(house, email))
  await page.getByRole('button', { name: text.enter }).click()
  await page.waitForURL('**/portal')
}

describe.each([
  ['de', 'de-DE', '30. September 2026'],
  ['en', 'en-GB', '30 September 2026'],
] as const)('in %s', (language, locale, lastDay) => {
  const words = wordsIn(language)

  test('a link leads to the card, the card to the day of the end, and an objection to its receipt', async () => {
    const who = await someone(house, ['object', 'sign', 'support'], {}, { language })
    const page = await open(locale)
    await enter(page, who, words)
    await page.getByRole('link', { name: words.license.object }).click()
    expect(await page.locator('.when').textContent()).toContain(lastDay)
    const read = async () =>
      (await house.call<Sold>('GET', `/v1/licenses/${who.license.id}`)).body.objections
    expect(await read()).toEqual([])
    await page.getByRole('button', { name: lastDay }).click()
    await page.getByRole('heading', { name: words.objection.recorded }).waitFor()
    expect(await page.getByText(lastDay).first().isVisible()).toBe(true)
    expect(await read()).toMatchObject([{ channel: 'portal', effective_on: '2026-09-30' }])
    await page.context().close()
  })

  test('a consumer cancels in two steps, signed in nowhere and without a script', async () => {
    const { license, email } = await someone(house)
    const page = await open(locale, { javaScriptEnabled: false })
    const text = words.declare
    await page.goto('/portal')
    await page.getByRole('link', { name: text.buttons.cancellation, exact: true }).click()
    await page.getByLabel(text.name).fill('K. Kundin')
    await page.getByLabel(text.contract).fill(license.key)
    await page.getByLabel(text.email).fill(email)
    await page.getByRole('button', { name: text.confirm.cancellation, exact: true }).click()
    await page.getByRole('heading', { name: text.received.cancellation }).waitFor()
    expect(await page.locator('main').textContent()).toContain(lastDay)
    const { body } = await house.call<Sold>('GET', `/v1/licenses/${license.id}`)
    expect(body.objections).toMatchObject([{ side: 'customer', effective_on: '2026-09-30' }])
    await page.context().close()
  })
})

/** Everything that a customer can look at, with something on each page. */
const furnished = async () => {
  const who = await someone(house)
  const at = `/v1/licenses/${who.license.id}`
  const start = { license_key: who.license.key, product: house.shop.product, fingerprint: 'till' }
  await askToken(house, { ...start, machine: 'Kasse 1' })
  const [seat] = (await house.call<{ data: { id: string }[] }>('GET', `${at}/activations`)).body
    .data
  const offer = { kind: 'amendment', amendment: { from: 'now', seats: 7 } }
  const { body: proposal } = await house.call<{ id: string }>('POST', `${at}/proposals`, {
    body: offer,
  })
  const gone = await house.shop.sell({ customer: who.customer })
  const objection = { side: 'customer', channel: 'phone' }
  await house.call('POST', `/v1/licenses/${gone.id}/objections`, { body: objection })
  return { who, gone, seat: seat?.id ?? '', proposal: proposal.id }
}

/** What a browser saves rather than shows. */
const saved = ['/portal/licenses/:license/dossier', '/portal/declarations/:token/text']

describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
  test('axe finds nothing wrong with any page, and none is wider than a telephone', async () => {
    const { who, gone, seat, proposal } = await furnished()
    const page = await open('de-DE', { colorScheme, viewport: { width: 375, height: 800 } })
    const wrong: unknown[] = []
    const seen: string[] = []
    const look = async (path?: string): Promise<void> => {
      const answer = path === undefined ? null : await page.goto(path)
      await page.evaluate(axe.source)
      const found: string = await page.evaluate(
        `axe.run().then(({ violations }) => JSON.stringify(violations.map(({ id, nodes }) => [id, nodes[0].html])))`,
      )
      const wider: number = await page.evaluate(`document.documentElement.scrollWidth - innerWidth`)
      const status = answer?.status() ?? 200
      seen.push(new URL(page.url()).pathname)
      if (found !== '[]' || wider > 0 || status >= 400)
        wrong.push([page.url(), found, wider, status])
    }
    for (const path of ['/portal', '/portal/withdrawal', '/portal/cancellation']) await look(path)
    await page.getByLabel('Ihr Name').fill('K. Kundin')
    await page.getByLabel('Vertrag').fill('das Bäckerprogramm')
    await page.getByLabel('E-Mail-Adresse für die Bestätigung').fill('k@example.com')
    await page.getByRole('button', { name: 'jetzt kündigen' }).click()
    await page.waitForURL('**/declarations/*')
    await look()
    await page.goto(`/portal/link/${(await makeLink(house.deps.db, who.contact, null)) ?? ''}`)
    await look()
    await enter(page, who, wordsIn('de'))
    const at = `/portal/licenses/${who.license.id}`
    const of = [at, `${at}/objection`, `${at}/proposals/${proposal}`, `${at}/machines/${seat}`]
    const ended = `/portal/licenses/${gone.id}`
    for (const path of ['/portal', '/portal/data', ...of, `${ended}/receipt`, `${ended}/take-back`])
      await look(path)
    await page.goto(at)
    await page.getByRole('button', { name: 'Schlüssel zeigen' }).click()
    await page.locator('.portal-key').waitFor()
    await look()
    expect(wrong).toEqual([])
    const isSeen = (path: string) =>
      seen.some((each) => new RegExp(`^${path.replaceAll(/:\w+/g, '[^/]+')}$`).test(each))
    const unseen = pages.filter(({ method, path }) => method === 'GET' && !isSeen(path))
    expect(unseen.map(({ path }) => path)).toEqual(saved)
    await page.context().close()
  }, 120_000)
})
