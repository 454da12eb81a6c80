import { afterAll, beforeAll, expect, test } from 'vitest'
import { unhandledDeclarations } from '../../src/store/declaration.ts'
import type { Sold } from '../api/shop.ts'
import { openBrowser, signedIn } from '../console/browser.ts'
import { openPortalHouse, someone } from './portal.ts'
import type { PortalHouse } from './portal.ts'

let house: PortalHouse
beforeAll(async () => {
  const consumers = { preset: 'b2c-de', renewal_term: 'P1M', renewal_notice: 'P0D' }
  house = await openPortalHouse({ now: '2026-09-20T11:00:05+02:00' }, consumers)
})
afterAll(() => house.close())

const declare = async (path: string, fields: Readonly<Record<string, string>>) => {
  const browser = openBrowser(house)
  browser.cookies.set('__Host-auszug_language', 'de')
  const { html } = await browser.get(path)
  const once = /name="once" value="([^"]+)"/.exec(html)?.[1] ?? ''
  // It counts from wherever it comes.
  const foreign = { 'sec-fetch-site': 'cross-site' }
  const sent = await browser.send(path, { once, ...fields }, foreign)
  const again = await browser.send(path, { once, ...fields }, foreign)
  return { form: html, sent, again, receipt: await browser.get(sent.to ?? '/portal/nowhere') }
}

test('a cancellation with the license key ends the contract, and says when it came and when it ends', async () => {
  const { license, email } = await someone(house)
  const words = { name: 'K. Kundin', contract: license.key, email }
  const { form, sent, again, receipt } = await declare('/portal/cancellation', words)
  expect(form).toContain('jetzt kündigen')
  expect([sent.status, again.to]).toEqual([303, sent.to])
  for (const said of ['20. September 2026, 11:00:05', '30. September 2026', 'K. Kundin'])
    expect(receipt.html).toContain(said)
  expect(receipt.html).not.toContain(license.key)
  const { body } = await house.call<Sold>('GET', `/v1/licenses/${license.id}`)
  expect(body.objections).toMatchObject([{ side: 'customer', effective_on: '2026-09-30' }])
})

test('what nobody can be found for is received, confirmed, and waits for a person', async () => {
  const words = { name: 'N. Niemand', contract: 'das Bäckerprogramm', email: 'who@example.com' }
  const { receipt } = await declare('/portal/cancellation', words)
  expect(receipt.html).toContain('zum nächstmöglichen Zeitpunkt')
  const waiting = await unhandledDeclarations(house.deps.db, 50)
  expect(waiting.at(-1)).toMatchObject({ words: { name: 'N. Niemand' }, license: null })
})

test('staff see on the start page that somebody waits, and until one of them has seen to it', async () => {
  await declare('/portal/withdrawal', { name: 'W. Wartend', contract: '?', email: 'w@example.com' })
  const desk = await signedIn(house, 'support')
  expect((await desk.get('/console')).html).toContain('/console/declarations')
  const path = pathBehind(await desk.get('/console/declarations'), 'W. Wartend')
  const { html } = await desk.get(path)
  for (const said of ['W. Wartend', 'w@example.com', 'The license is not known'])
    expect(html).toContain(said)
  expect((await desk.send(path)).to).toBe('/console/declarations')
  expect((await desk.get('/console/declarations')).html).not.toContain('W. Wartend')
  expect((await desk.get(path)).html).toContain('Seen to on')
})

const pathBehind = ({ html }: { readonly html: string }, name: string): string =>
  /\/console\/declarations\/dcl_\w+/.exec(
    html.slice(0, html.indexOf(name)).split('<tr>').at(-1) ?? '',
  )?.[0] ?? ''

test('a license’s number alone cancels nothing: somebody else may know it', async () => {
  const { license } = await someone(house)
  const words = { name: 'F. Fremd', contract: license.id, email: 'fremd@example.com' }
  await declare('/portal/cancellation', words)
  const { body } = await house.call<Sold>('GET', `/v1/licenses/${license.id}`)
  expect(body.objections).toEqual([])
})

test('a withdrawal is confirmed with the time, and left to a person', async () => {
  const { license, email } = await someone(house)
  const words = { name: 'K. Kundin', contract: license.id, email }
  const { form, receipt } = await declare('/portal/withdrawal', words)
  expect(form).toContain('Widerruf bestätigen')
  expect(receipt.html).toContain('Ihr Widerruf ist eingegangen')
  const waiting = await unhandledDeclarations(house.deps.db, 50)
  expect(waiting.at(-1)).toMatchObject({ kind: 'withdrawal', license: license.id })
})

test('what is missing is asked for at its field, and nothing typed is lost', async () => {
  const { sent } = await declare('/portal/withdrawal', { name: 'K. Kundin', email: 'nowhere' })
  expect(sent.status).toBe(422)
  expect(sent.html).toContain('value="K. Kundin"')
  expect(sent.html.match(/aria-invalid="true"/g)).toHaveLength(2)
})

test('nobody is refused for how often something is sent', async () => {
  const words = { name: 'O. Oft', contract: 'mein Vertrag', email: 'oft@example.com' }
  for (let n = 0; n < 12; n++)
    expect((await declare('/portal/cancellation', words)).sent.status).toBe(303)
  expect(house.mails.filter(({ to }) => to === words.email)).toHaveLength(10)
})
