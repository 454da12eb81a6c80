import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { signDossier } from '../../src/token/dossier.ts'
import type { Dossier } from '../../src/token/dossier.ts'
import { openQuarrel } from '../api/dossier-life.ts'
import type { QuarrelHouse } from '../api/dossier-life.ts'
import { signedIn } from './browser.ts'
import type { Browser } from './browser.ts'

let house: QuarrelHouse
let support: Browser
let file: string
beforeAll(async () => {
  house = await openQuarrel()
  support = await signedIn(house, 'support')
  file = await house.file()
})
afterAll(() => house.close())

const at = () => `/console/licenses/${house.sold.id}`
const payload = async (): Promise<Dossier> => {
  const headers = { accept: 'application/json' }
  return (await house.call<Dossier>('GET', `/v1/licenses/${house.sold.id}/dossier`, { headers }))
    .body
}

/** As a browser without scripts sends it, by somebody who is not signed in. */
async function check(
  fields: Readonly<Record<string, string | Blob>>,
  { language = 'en', address = '192.0.2.50' } = {},
) {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  const whole = new Response(form)
  const body = new Uint8Array(await whole.arrayBuffer())
  const response = await house.app.request('/verify', {
    method: 'POST',
    body,
    headers: {
      'content-type': whole.headers.get('content-type') ?? '',
      'content-length': String(body.length),
      'sec-fetch-site': 'same-origin',
      'accept-language': language,
      'x-test-address': address,
    },
  })
  return { status: response.status, html: await response.text() }
}

describe('the dossier’s page', () => {
  test('shows all that the signed file says, and leads to it', async () => {
    const { status, html } = await support.get(`${at()}/dossier`)
    expect(status).toBe(200)
    for (const told of [
      'Bäckerei Beispiel',
      'Vertrag über Brötchenbringer',
      'ends the license after Wed 30 September 2026',
      'Zu viele Anrufe',
      'Der Toaster „klemmt“ am 03.',
      'Nur zur Software.',
      'Kündigung.txt',
    ])
      expect(html).toContain(told)
    const { events } = await payload()
    for (const { hash } of events) expect(html.replaceAll(' ', '')).toContain(hash)
    expect(html).toContain(`href="/v1/licenses/${house.sold.id}/dossier"`)
    expect((await support.get(at())).html).toContain(`href="${at()}/dossier"`)
  })

  test('gives the signed file to whoever is signed in', async () => {
    const seen = await support.get(`/v1/licenses/${house.sold.id}/dossier`, {
      accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8',
    })
    expect(seen.headers.get('content-type')).toBe('application/jose')
    expect(seen.html.split('.')).toHaveLength(3)
  })

  test('names nobody of the staff', async () => {
    const { html } = await support.get(`${at()}/dossier`)
    const [, article = ''] = html.split('<article')
    expect(article).toContain('admin')
    expect(article).not.toMatch(/The tests’|tok_|per_/)
  })

  test('of a license that there is not says so', async () => {
    const nobody = '/console/licenses/lic_00000000000000000000000000/dossier'
    expect((await support.get(nobody)).status).toBe(404)
  })
})

test('a receipt bears the checkpoint that a dossier is checked against later', async () => {
  const { html } = await support.get(`${at()}/receipt/vendor`)
  const checkpoint = /<code class="hash">(eyJ[\w.-]+)<\/code>/.exec(html)?.[1] ?? ''
  expect((await check({ text: file, checkpoints: checkpoint })).html).toContain('It holds')
})

describe('the page to check a dossier', () => {
  test('takes a file from anybody, and says that it holds and what it says', async () => {
    const { status, html } = await check({
      file: new Blob([file]),
      checkpoints: house.receipts.join('\n'),
    })
    expect(status).toBe(200)
    expect(html).toContain('It holds')
    expect(html).toContain('https://licenses.example.com')
    expect(html).toContain('Der Toaster „klemmt“ am 03.')
    expect(html).not.toMatch(/undefined|\[object/)
  })

  test('names what was changed, in German where that is read', async () => {
    const dossier = await payload()
    const sign = await house.deps.evidence.signer(house.deps.db)
    const events = dossier.events.with(4, { ...dossier.events[4]!, actor: 'x' })
    const { html } = await check(
      { text: signDossier(sign, { ...dossier, events }) },
      { language: 'de' },
    )
    expect(html).toContain('Es ist nicht unversehrt')
    expect(html).toContain('Ereignis 5 wurde geändert.')
    expect(html).not.toContain('Was es sagt')
  })

  test('names an end that a receipt knows and the file lacks', async () => {
    const dossier = await payload()
    const short = { ...dossier, events: dossier.events.slice(0, -1) }
    const { html } = await check({
      text: JSON.stringify(short),
      checkpoints: house.receipts.join('\n'),
    })
    expect(html).toContain('The end is missing: on 28 September 2026, 09:00 UTC')
    expect(html).toContain('It is not signed')
  })

  test('checks a dossier of another server by the keys that are given, and by no others', async () => {
    const other = await openQuarrel()
    const foreign = await other.file()
    const set = await other.call('GET', '/.well-known/evidence-keys.json', { role: null })
    await other.close()
    expect((await check({ text: foreign })).html).toContain('which is none of the issuer’s')
    expect((await check({ text: foreign, keys: set.text })).html).toContain('It holds')
    const wrong = await check({ text: foreign, keys: '{}' })
    expect([wrong.status, wrong.html]).toEqual([
      422,
      expect.stringContaining('These are no evidence keys'),
    ])
  })

  test.each([
    ['nothing', {}, 422, 'Please choose a file'],
    ['what is no dossier', { text: 'x' }, 200, 'it cannot be read'],
    ['markup', { text: '<script>alert(1)</script>' }, 200, 'it cannot be read'],
    ['an empty object', { text: '{"events":[{}]}' }, 200, 'Event 1 is not whole'],
  ])('is not put out by %s', async (_, fields, status, told) => {
    const seen = await check(fields)
    expect([seen.status, seen.html]).toEqual([status, expect.stringContaining(told)])
    expect(seen.html).not.toContain('<script>alert')
  })

  test('logs nothing of what was sent', async () => {
    const logged = house.logged.length
    await check({ text: file })
    expect(house.logged.slice(logged)).toEqual([
      expect.objectContaining({ event: 'request', route: '/verify', status: 200 }),
    ])
    expect(JSON.stringify(house.logged.slice(logged))).not.toContain(house.sold.id)
  })

  test('lets nobody keep the server busy, and others go on', async () => {
    const tries = Array.from({ length: 61 }, () => check({ text: 'x' }, { address: '192.0.2.66' }))
    const statuses = (await Promise.all(tries)).map(({ status }) => status)
    expect(statuses.filter((status) => status === 429)).toHaveLength(1)
    expect((await check({ text: file })).status).toBe(200)
  })

  test('refuses what is too large before it is read', async () => {
    const response = await house.app.request('/verify', {
      method: 'POST',
      body: 'x',
      headers: {
        'content-type': 'multipart/form-data; boundary=x',
        'content-length': '40000000',
        'sec-fetch-site': 'same-origin',
      },
    })
    expect(response.status).toBe(413)
  })
})
