import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { changeVendor } from '../../src/store/vendor.ts'
import { openHouse } from '../api/house.ts'
import type { House } from '../api/house.ts'
import { openBrowser, password, signedIn } from './browser.ts'
import type { Browser } from './browser.ts'

let house: House
let admin: Browser
beforeAll(async () => {
  house = await openHouse({ now: '2026-09-28T11:00:00+02:00' })
  admin = await signedIn(house, 'admin')
})
afterAll(() => house.close())

const at = '/console/access/history'
const rows = (html: string): string[] =>
  [...html.matchAll(/<td data-label="(?:What|Was)">([^<]*)</g)].map(([, text = '']) => text)
const told = async (query = '') => rows((await admin.get(`${at}${query}`)).html)

describe('what is done in the console', () => {
  test('is told as a sentence, by whom, in the reader’s language', async () => {
    const invited = { name: 'Jonas', login: 'jonas', role: 'support' }
    await admin.get('/console/access')
    const { html } = await admin.send('/console/access/people', invited)
    const link = /\/console\/invitation\/[\w-]+/.exec(html)?.[0] ?? ''
    const jonas = openBrowser(house)
    await jonas.send(link, { password, again: password })
    await openBrowser(house, '198.51.100.4').send('/console/sign-in', {
      login: 'jonas',
      password: 'wrong',
    })
    await admin.get('/console/access')
    await admin.send('/console/access/tokens', { name: 'ERP', role: 'billing' })
    await admin.send('/console/access/signing-keys/rotation')
    const { html: page } = await admin.get(at)
    expect(rows(page).slice(0, 6)).toEqual([
      expect.stringMatching(/^The signing key \S{8} signs in place of \S{8}$/),
      expect.stringMatching(/^The signing key \S{8} was made \(Ed25519\)$/),
      'The API token “ERP” was made, as Billing',
      'An attempt to sign in as Jonas failed: a wrong password',
      'Jonas took the one-time link up, and signs in by password',
      'Jonas was invited, as Support',
    ])
    for (const by of ['The admin', 'the server', 'somebody unknown']) expect(page).toContain(by)
    const german = await admin.get(at, { 'accept-language': 'de' })
    expect(rows(german.html)).toContain('Das API-Token „ERP“ wurde erstellt, als Buchhaltung')
  })

  test('names what was changed, and not what it says', async () => {
    await changeVendor(house.deps.db, { id: 'cli' }, house.clock.now, async (before) => ({
      ...before,
      legalName: 'Krume GmbH',
      switchedOff: ['issued'],
    }))
    await admin.get('/console/retention')
    const [first = ''] = await told('?group=settings')
    expect(first).toBe('The settings were changed: Legal name, Letters')
    expect((await admin.get(`${at}?who=cli`)).html).toContain('the command line')
  })
})

describe('the list', () => {
  test('is narrowed down by kind, by person and by days', async () => {
    const keys = await told('?group=keys')
    expect(keys.every((sentence) => sentence.includes('key'))).toBe(true)
    const { html } = await admin.get(at)
    const jonas = /<option value="(per_\w+)">Jonas</.exec(html)?.[1] ?? ''
    expect((await told(`?who=${jonas}`)).every((sentence) => sentence.includes('Jonas'))).toBe(true)
    expect(await told('?to=2026-09-27')).toEqual([])
    expect((await admin.get(`${at}?to=2026-09-27`)).html).toContain('Nothing fits this filter')
  })

  test('goes from the newest on, or from the oldest, page by page', async () => {
    for (let n = 0; n < 60; n++)
      await house.call('POST', '/v1/api-tokens', { body: { name: `t${n}`, role: 'viewer' } })
    const walked: string[] = []
    for (let path: string | undefined = `${at}?order=when&group=tokens`; path !== undefined;) {
      const { html }: { html: string } = await admin.get(path)
      walked.push(...rows(html))
      path = /class="button second" href="([^"]*after=[^"]+)"/
        .exec(html)?.[1]
        ?.replaceAll('&amp;', '&')
    }
    expect(walked.slice(-60)).toEqual(
      Array.from({ length: 60 }, (_, n) => `The API token “t${n}” was made, as Viewer`),
    )
    const newest = await told('?group=tokens')
    expect([newest.length, newest[0]]).toEqual([50, walked.at(-1)])
  })

  test('is taken along as it is filtered, by admins, who alone see it', async () => {
    const { html } = await admin.get(`${at}?group=tokens`)
    expect(html).toContain('/console/lists/access-events.csv?group=tokens')
    const file = await admin.get('/console/lists/access-events.csv?group=tokens')
    expect(file.html).toContain('api_token.made')
    expect(file.html).not.toContain('signing_key')
    const support = await signedIn(house, 'support', 'reader')
    for (const path of [at, '/console/lists/access-events.csv'])
      expect((await support.get(path)).status).toBe(403)
  })
})
