import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pages } from '../../src/console/pages.ts'
import { roles } from '../../src/license/roles.ts'
import type { Role } from '../../src/license/actor.ts'
import { openHouse } from '../api/house.ts'
import type { House } from '../api/house.ts'
import { openBrowser, signedIn } from './browser.ts'
import type { Browser } from './browser.ts'

let house: House
let browsers: ReadonlyMap<Role, Browser>
beforeAll(async () => {
  house = await openHouse()
  const opened = roles.map(async (role) => [role, await signedIn(house, role)] as const)
  browsers = new Map(await Promise.all(opened))
})
afterAll(() => house.close())

const pathOf = (path: string): string => path.replaceAll(/:\w+/g, 'nothing')
const ofStaff = pages.filter(({ who }) => who !== 'public')

test('anybody sees the way in, and nothing else', () => {
  const open = pages.filter(({ who }) => who === 'public').map(({ path }) => path)
  expect([...new Set(open)].sort()).toEqual([
    '/console/appearance',
    '/console/invitation/:token',
    '/console/sign-in',
    '/console/sign-in/code',
    '/console/sign-in/oidc',
    '/console/sign-in/oidc/callback',
    '/console/sign-out',
    '/verify',
  ])
})

describe.each(ofStaff.map((each) => [`${each.method} ${each.path}`, each] as const))(
  '%s',
  (_, each) => {
    const visit = (browser: Browser) =>
      each.method === 'GET' ? browser.get(pathOf(each.path)) : browser.send(pathOf(each.path))

    test('tells whose role does not allow it', async () => {
      for (const role of roles) {
        const browser = browsers.get(role)
        if (browser === undefined || each.who.includes(role)) continue
        expect([role, (await visit(browser)).status]).toEqual([role, 403])
      }
    })

    test('leads a stranger to the sign-in, or does nothing', async () => {
      const seen = await visit(openBrowser(house))
      expect(seen.status === 303 ? seen.to : seen.html).toMatch(/sign-in|signed out/i)
    })
  },
)

test('every page is whole, in both languages, for whom it is', async () => {
  const admin = browsers.get('admin')
  for (const { method, path, who } of ofStaff) {
    if (method !== 'GET' || path.includes(':') || !who.includes('admin')) continue
    for (const language of ['de', 'en']) {
      const seen = await admin?.get(path, { 'accept-language': language })
      expect([path, seen?.status]).toEqual([path, 200])
      expect(seen?.html).toContain(`<html lang="${language}"`)
      expect(seen?.html).not.toMatch(/undefined|\[object|<script>|style="|\son\w+="/)
    }
  }
})

test('no page runs or bears what did not come as a file from here', async () => {
  const { headers } = await openBrowser(house).get('/console/sign-in')
  const policy = headers.get('content-security-policy') ?? ''
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain("script-src 'self'")
  expect(policy).not.toMatch(/unsafe|\*|data:/)
  expect(headers.get('cache-control')).toBe('no-store')
  expect(headers.get('x-content-type-options')).toBe('nosniff')
})

test('its files are kept for ever under a name that changes with them', async () => {
  const browser = openBrowser(house)
  const { html } = await browser.get('/console/sign-in')
  const files = [...html.matchAll(/\/console\/assets\/[\w.]+/g)].map(String)
  expect(files).toHaveLength(3)
  for (const file of files) {
    const { status, headers } = await browser.get(file)
    expect([file, status]).toEqual([file, 200])
    expect(headers.get('cache-control')).toContain('immutable')
  }
  expect((await browser.get('/console/assets/style.000000000000.css')).status).toBe(404)
})

test('an address that leads nowhere says so', async () => {
  const seen = await openBrowser(house).get('/console/nowhere')
  expect(seen.status).toBe(404)
  expect(seen.html).toContain('Nothing is here')
})

test('what somebody chooses stays: the language, and light or dark', async () => {
  const browser = openBrowser(house)
  await browser.send('/console/appearance', { language: 'de', back: '/console/sign-in' })
  await browser.send('/console/appearance', { theme: 'dark', back: '/console/sign-in' })
  const { html } = await browser.get('/console/sign-in')
  expect(html).toContain('<html lang="de" data-theme="dark"')
  expect(html).toContain('Anmelden')
})
