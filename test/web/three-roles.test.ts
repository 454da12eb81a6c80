import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listen } from '../../src/cli/listen.ts'
import type { Listening } from '../../src/cli/listen.ts'
import { deliver } from '../../src/clock/beat.ts'
import { wordsIn as consoleWordsIn } from '../../src/console/words/words.ts'
import { system } from '../../src/license/actor.ts'
import type { Role } from '../../src/license/actor.ts'
import { wordsIn as portalWordsIn } from '../../src/portal/words/words.ts'
import { invite } from '../../src/store/invitation.ts'
import { insertPerson } from '../../src/store/person.ts'
import { openHouse } from '../api/house.ts'
import type { House } from '../api/house.ts'
import { openMailbox } from '../outbox/mailbox.ts'
import type { Mailbox } from '../outbox/mailbox.ts'
import { launchBrowser } from './browser.ts'
import { bytesOf } from './clicks.ts'
import { freePort } from './house.ts'
import { openPackage, textOf } from './read-package.ts'

// The story, by clicks alone: an admin sells, a supporter answers the phone, the customer reads mail and clicks in the portal. Mails go
// over SMTP, and the clock is a sandbox’s: it is moved past the end. Each test goes on where the one before it ended.

const password = 'vier Brötchen und ein Hörnchen'
const number = '030 901820'
const email = 'n.beispiel@baeckerei.example'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

describe.each([
  {
    language: 'de',
    locale: 'de-DE',
    lastDay: 'Mi 30. September 2026, Ende des Tages (Berlin)',
    plainDay: '30. September 2026',
    linkSubject: 'Ihr Link zum Kundenportal',
    vendorObjects: 'Ihre Lizenz für Brötchenbringer endet am 30. September 2026',
    ownConfirmed: 'Bestätigung Ihres Widerspruchs: Brötchenbringer endet am 30. September 2026',
    warned: /Nutzung des Supports/,
    notCovered: 'nicht vom Vertrag umfasst',
    endedSubject: 'Ihre Lizenz für Brötchenbringer ist beendet',
    endedText: 'Die Software exportiert sie weiterhin, vollständig und ohne Frist',
    cardEnded: 'Endete mit dem Mi 30. September 2026',
    howToExport: 'Öffnen Sie in Brötchenbringer den Export',
    historyEnds: 'Beendet nach Mi 30. September 2026; seitdem nur Export',
  },
  {
    language: 'en',
    locale: 'en-GB',
    lastDay: 'Wed 30 September 2026, end of day (Berlin)',
    plainDay: '30 September 2026',
    linkSubject: 'Your link to the customer portal',
    vendorObjects: 'Your license for Brötchenbringer ends on 30 September 2026',
    ownConfirmed: 'Your objection is confirmed: Brötchenbringer ends on 30 September 2026',
    warned: /use of support/,
    notCovered: 'not covered by the contract',
    endedSubject: 'Your license for Brötchenbringer has ended',
    endedText: 'the software goes on exporting it, complete and without a time limit',
    cardEnded: 'Ended with Wed 30 September 2026',
    howToExport: 'Open “Export” in Brötchenbringer',
    historyEnds: 'Ended after Wed 30 September 2026',
  },
] as const)('the story by clicks, in $language', (said) => {
  const { language } = said
  const desk = consoleWordsIn(language)
  const portal = portalWordsIn(language)
  let house: House
  let mailbox: Mailbox
  let socket: Listening
  let address: string
  let supporter: Page | undefined
  let customer: Page
  /** What the supporter ends, and what the customer objects to themself. */
  let [ended, own] = ['', '']
  const licenses: string[] = []
  const complaints: string[] = []

  beforeAll(async () => {
    const port = await freePort()
    address = `http://127.0.0.1:${port}`
    mailbox = await openMailbox()
    house = await openHouse({
      address,
      sandbox: true,
      now: '2026-09-28T09:00:00+02:00',
      sendMail: mailbox.send,
    })
    socket = await listen(house.app, { host: '127.0.0.1', port })
    customer = await open()
  })
  afterAll(async () => {
    for (const page of [supporter, customer]) await page?.context().close()
    await socket?.stop()
    await house?.close()
    await mailbox?.close()
  })

  const open = async (): Promise<Page> => {
    const context = await browser.newContext({
      baseURL: address,
      locale: said.locale,
      acceptDownloads: true,
      viewport: { width: 1280, height: 800 },
    })
    context.setDefaultTimeout(20_000)
    const page = await context.newPage()
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
    page.on('pageerror', ({ message }) => complaints.push(message))
    return page
  }

  /** Somebody who has been invited sets a password, and is at the desk. */
  const employed = async (role: Role): Promise<Page> => {
    const page = await open()
    const { db } = house.deps
    const person = { login: role, name: role, role }
    const { id } = await insertPerson(db, person, system, house.clock.now)
    await page.goto(`/console/invitation/${await invite(db, id)}`)
    await field(page, desk.invitation.password).fill(password)
    await field(page, desk.invitation.again).fill(password)
    await press(page, desk.invitation.accept, '**/console')
    return page
  }

  const field = (page: Page, label: string) => page.getByLabel(label, { exact: true })
  const follow = (page: Page, name: string) =>
    page.getByRole('link', { name, exact: true }).first().click()
  const press = async (page: Page, name: string, url: string): Promise<void> => {
    await page.getByRole('button', { name }).click()
    await page.waitForURL(url)
  }
  const main = (page: Page) => page.locator('main').innerText()

  /** What has come by mail under this subject once everything that is due has gone out. */
  const mailed = async (subject: string | RegExp): Promise<string> => {
    await deliver(house.deps)
    const found = () =>
      mailbox.mails.findLast((mail) => (mail.subject ?? '').match(subject) !== null)?.text
    await expect.poll(found, { timeout: 5_000 }).toBeDefined()
    return (found() ?? '').replace(/\s+/g, ' ')
  }

  test('the admin adds product, plan and customer, issues two licenses, and sends the portal link', async () => {
    const page = await employed('admin')
    await follow(page, desk.places.products)
    await follow(page, desk.catalog.addProduct)
    await field(page, desk.people.name).fill('Brötchenbringer')
    await field(page, desk.catalog.code).fill('broetchenbringer')
    await field(page, desk.license.capabilities).fill('orders:write')
    await page.getByRole('checkbox', { name: 'Excel (XLSX)' }).check()
    await press(page, desk.catalog.addProductDo, '**/console/products/broetchenbringer')

    await follow(page, desk.catalog.addPlan)
    const { support } = desk.catalog
    await field(page, desk.people.name).fill('Brötchenbringer Jahr')
    await field(page, desk.catalog.code).fill('annual')
    await page.getByRole('radio', { name: desk.catalog.presets['b2b-de'].name }).check()
    await page.getByRole('checkbox', { name: support.has }).check()
    await page.getByLabel(support.level).fill('standard')
    await page.getByLabel(support.channels).fill('phone, email')
    await page.getByLabel(support.scope).fill('Brötchenbringer')
    await page.getByLabel(support.inquiries).fill('2')
    await page.getByLabel(`${support.window}: ${desk.lengths.count}`).fill('30')
    await press(page, desk.catalog.addPlanDo, '**/console/plans/annual')

    await follow(page, desk.places.customers)
    await follow(page, desk.customerForm.add)
    await field(page, desk.people.name).first().fill('Bäckerei Beispiel')
    await page.locator('main').getByLabel(desk.frame.language).selectOption(language)
    await field(page, desk.people.name).nth(1).fill('N. Beispiel')
    await page.getByLabel(desk.contacts.phones).first().fill(number)
    await page.getByLabel(desk.contacts.emails).first().fill(email)
    for (const right of ['object', 'sign'] as const)
      await page.getByRole('checkbox', { name: desk.may[right] }).first().check()
    await press(page, desk.customerForm.addDo, '**/console/customers/cus_*')
    const card = page.url()

    for (const _ of ['for the shop', 'for the second shop']) {
      await page.goto(card)
      await follow(page, desk.issue.title)
      await page.getByRole('radio', { name: desk.issue.starts.day }).check()
      await page.getByLabel(desk.issue.startsOn).fill('2025-10-01')
      await field(page, desk.license.zone).selectOption('Europe/Berlin')
      const issue = page.getByRole('button', { name: desk.issue.do('Bäckerei Beispiel') })
      await issue.click()
      // The days are shown before it is issued.
      await page.getByText(desk.acts.confirm).waitFor()
      await issue.click()
      await page.getByRole('heading', { name: desk.issue.issued }).waitFor()
      await follow(page, desk.frame.back)
      await page.waitForURL('**/console/licenses/lic_*')
      licenses.push(page.url().split('/').at(-1) ?? '')
    }

    await page.goto(card)
    await follow(page, `${desk.portalLink.act}: N. Beispiel`)
    await page.getByRole('button', { name: desk.portalLink.mailTo(email) }).click()
    await page.getByText(desk.portalLink.sent(email)).waitFor()
    expect(await mailed(said.linkSubject)).toContain('N. Beispiel')
    await page.context().close()
  })

  test('the supporter answers the phone, logs what is out of scope until the flag shows, warns, and ends the renewal', async () => {
    const page = (supporter = await employed('support'))
    await page.goto(`/console/call?number=${encodeURIComponent(number)}`)
    await page.getByText(desk.ledger.call.open).waitFor()
    for (const subject of ['Der Drucker', 'Noch einmal der Drucker']) {
      expect(await main(page)).not.toContain(desk.ledger.fairUse.flagged)
      await page.getByRole('radio', { name: desk.ledger.topics.out_of_scope }).check()
      await page.getByLabel(desk.ledger.inquiry.subject).fill(subject)
      await page.getByRole('button', { name: desk.ledger.inquiry.log }).click()
      await page.getByText(subject, { exact: true }).first().waitFor()
    }
    await page.getByText(desk.ledger.fairUse.flagged).waitFor()

    const call = page.url()
    await follow(page, desk.ledger.call.warn)
    await page.getByRole('radio', { name: desk.ledger.warning.ways.mail }).check()
    await page.getByRole('button', { name: desk.ledger.warning.record }).click()
    await page.getByText(desk.ledger.warning.deliveries.mail).waitFor()
    const warning = await mailed(said.warned)
    for (const each of ['N. Beispiel', said.notCovered]) expect(warning).toContain(each)

    await page.goto(call)
    await page.locator('.ending a').click()
    ended = /lic_\w+/.exec(page.url())?.[0] ?? ''
    own = licenses.find((each) => each !== ended) ?? ''
    await page.getByLabel(desk.objection.reason).fill('Anrufe ohne Ende')
    await page.getByRole('button', { name: desk.objection.confirm.vendor(said.plainDay) }).click()
    await page.getByRole('heading', { name: desk.objection.recorded.vendor }).waitFor()
    expect(await main(page)).toContain(said.lastDay)
    const reference = await page.locator('.reference').innerText()
    const told = await mailed(said.vendorObjects)
    for (const each of [said.lastDay, reference]) expect(told).toContain(each)
    expect(told).not.toContain('Anrufe ohne Ende')
  })

  test('the customer follows the link in the mail, and reads until when and what follows', async () => {
    const [link = ''] = new RegExp(`${address}/portal/link/\\S+`).exec(
      await mailed(said.linkSubject),
    ) ?? ['']
    await customer.goto(link)
    await press(customer, portal.signIn.enter, '**/portal')
    const card = customer.locator('article', { hasText: ended })
    for (const each of [
      said.lastDay,
      portal.card.daysLeft(2),
      portal.card.objectedByVendor,
      portal.card.allowsFull,
    ])
      expect(await card.innerText()).toContain(each)
    const replayed = await open()
    await replayed.goto(link)
    await replayed.getByRole('heading', { name: portal.signIn.brokenTitle }).waitFor()
    await replayed.context().close()
    // The browser itself notes that it was refused.
    expect(complaints.splice(0)).toHaveLength(1)
  })

  test('the customer objects to the second license: shown first, then received, and confirmed once', async () => {
    await customer.locator(`a[href="/portal/licenses/${own}/objection"]`).first().click()
    expect(await customer.locator('.when').innerText()).toContain(said.lastDay)
    await customer.getByRole('button', { name: portal.objection.confirm(said.plainDay) }).click()
    await customer.getByRole('heading', { name: portal.objection.recorded }).waitFor()
    const reference = await customer.locator('.reference').innerText()
    const before = mailbox.mails.length
    const told = await mailed(said.ownConfirmed)
    for (const each of [said.lastDay, reference, 'N. Beispiel']) expect(told).toContain(each)
    expect(mailbox.mails.length - before).toBe(1)
  })

  test('the customer takes data and dossier along, and anybody can check the dossier', async () => {
    const checkpoint = await customer.locator('main code').last().innerText()
    await follow(customer, portal.frame.takeAlong)
    const saved = async (click: Promise<void>): Promise<Uint8Array> => {
      const [download] = await Promise.all([customer.waitForEvent('download'), click])
      return bytesOf(download)
    }
    const files = await openPackage(
      await saved(customer.getByRole('button', { name: portal.data.download }).click()),
    )
    const tables = [...files.keys()].filter((path) => path.endsWith('.csv'))
    const all = tables.map((path) => textOf(files, path)).join('\n')
    for (const each of [ended, own, 'Noch einmal der Drucker']) expect(all).toContain(each)
    const dossierOf = (id: string) =>
      saved(customer.locator(`a[href="/portal/licenses/${id}/dossier"]`).first().click())
    const dossiers = [await dossierOf(ended), await dossierOf(own)]

    await follow(customer, portal.data.check)
    const { verify } = desk
    for (const [n, dossier] of dossiers.entries()) {
      await customer.goto('/verify')
      const file = {
        name: 'dossier.jws',
        mimeType: 'application/jose',
        buffer: Buffer.from(dossier),
      }
      await customer.getByLabel(verify.file).setInputFiles(file)
      await customer.getByText(verify.more).click()
      if (n === 1) await field(customer, verify.checkpoints).fill(checkpoint)
      await customer.getByRole('button', { name: verify.check, exact: true }).click()
      await customer.getByRole('heading', { name: verify.outcomes.holds }).waitFor()
    }
    expect(await main(customer)).toContain(own)
  })

  test('past the end the portal offers the export and says how, and the console shows the ending', async () => {
    const body = { now: '2026-10-01T09:00:00+02:00' }
    const moved = await house.call<{ settled: object }>('PUT', '/v1/sandbox/clock', { body })
    expect(moved.body.settled).toEqual({ renewed: 0, ended: 2 })
    const letter = await mailed(said.endedSubject)
    for (const each of [said.lastDay, said.endedText, 'XLSX']) expect(letter).toContain(each)

    await customer.goto('/portal')
    const card = await customer.locator('article', { hasText: ended }).innerText()
    for (const each of [portal.worth['export-only'], said.cardEnded, portal.card.allowsEnded])
      expect(card).toContain(each)
    await follow(customer, portal.frame.takeAlong)
    expect(await main(customer)).toContain(said.howToExport)

    if (supporter === undefined) throw new Error('nobody is at the desk')
    await supporter.goto(`/console/licenses/${ended}`)
    const page = await main(supporter)
    for (const each of [desk.license.exportNow, said.historyEnds]) expect(page).toContain(each)
    expect(complaints).toEqual([])
  })
})
