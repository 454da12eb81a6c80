import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createApp } from '../../src/app.ts'
import { openProvider } from '../../src/console/provider.ts'
import type { House } from '../api/house.ts'
import { openDesk } from './desk-by-provider.ts'
import type { Desk } from './desk-by-provider.ts'
import type { IdentityProvider } from './identity-provider.ts'
import { openWanderer } from './wanderer.ts'
import type { Wanderer } from './wanderer.ts'

let desk: Desk
let house: House
let identity: IdentityProvider
let address: string
let start: string
beforeAll(async () => {
  desk = await openDesk()
  ;({ house, identity, address, start } = desk)
})
afterAll(() => desk.close())
beforeEach(() => house.deps.db.deleteFrom('sign_in_failures').execute())

const isCallback = (url: URL): boolean => url.pathname.endsWith('/callback')

/** As far as the provider sends back: what this browser would bring along. */
const sentBack = async (wanderer: Wanderer, query = ''): Promise<URL> =>
  (await wanderer.get(`${start}${query}`, { until: isCallback })).url

describe('what comes back', () => {
  beforeAll(async () => {
    await desk.employ('carla@example.com')
  })
  beforeEach(() => {
    identity.knows({ sub: 'carla', email: 'carla@example.com', email_verified: true })
  })

  test('opens nothing in another browser', async () => {
    const url = await sentBack(openWanderer())
    const victim = openWanderer()
    const seen = await victim.get(url.href)
    expect([seen.status, seen.html]).toEqual([400, expect.stringContaining('not yours')])
    expect(await desk.accountOf(victim)).toBeNull()
    const away = openWanderer()
    await sentBack(away)
    expect((await away.get(url.href)).status).toBe(400)
    expect(await desk.accountOf(away)).toBeNull()
  })

  test.each([
    ['made up', 'guess'],
    ['left out', ''],
  ])('opens nothing with a state that is %s', async (_, state) => {
    const wanderer = openWanderer()
    const url = await sentBack(wanderer)
    url.searchParams.set('state', state)
    expect((await wanderer.get(url.href)).status).toBe(400)
    expect(await desk.accountOf(wanderer)).toBeNull()
  })

  test('opens once: neither here nor at the provider is it taken again', async () => {
    const wanderer = openWanderer()
    const url = await sentBack(wanderer)
    const kept = new Map(wanderer.cookies.get(address))
    await wanderer.get(url.href)
    expect(await desk.accountOf(wanderer)).not.toBeNull()
    const thief = openWanderer()
    thief.cookies.set(address, kept)
    const seen = await thief.get(url.href)
    expect([seen.status, seen.html]).toEqual([502, expect.stringContaining('does not fit')])
    expect(await desk.accountOf(thief)).toBeNull()
    // Whoever goes back in their browser is still in.
    expect((await wanderer.get(url.href)).url.pathname).toBe('/console')
  })

  test('is believed from the provider alone that it was begun at', async () => {
    const wanderer = openWanderer()
    const url = await sentBack(wanderer)
    url.searchParams.set('iss', 'https://evil.example')
    expect((await wanderer.get(url.href)).status).toBe(502)
    expect(await desk.accountOf(wanderer)).toBeNull()
  })

  test.each(['nonce', 'code_challenge'])('is refused if its %s was another’s', async (name) => {
    const wanderer = openWanderer()
    const isProvider = (url: URL): boolean => url.origin === identity.settings.issuer
    const { url } = await wanderer.get(start, { until: isProvider })
    url.searchParams.set(name, 'x'.repeat(43))
    const back = await wanderer.get(url.href, { until: isCallback })
    expect((await wanderer.get(back.url.href)).status).toBe(502)
    expect(await desk.accountOf(wanderer)).toBeNull()
  })

  test('goes on in each of two windows', async () => {
    const wanderer = openWanderer()
    const first = await sentBack(wanderer, '?next=/console/account')
    const second = await sentBack(wanderer, '?next=/console/keys')
    expect((await wanderer.get(first.href)).url.pathname).toBe('/console/account')
    // The second finds somebody signed in, and leads them in.
    expect((await wanderer.get(second.href)).url.pathname).toBe('/console')
  })

  test('is asked for so often from one place and no more', async () => {
    const wanderer = openWanderer()
    const { searchParams } = await sentBack(wanderer)
    const attempt = `${start}/callback?code=guess&state=${searchParams.get('state')}`
    const statuses = []
    for (let n = 0; n < 31; n++) statuses.push((await wanderer.get(attempt)).status)
    expect(statuses.slice(0, 30).every((status) => status === 502)).toBe(true)
    expect(statuses[30]).toBe(429)
  })
})

describe('while the provider', () => {
  test('is away, the page says so, the password gets in, and later so does the provider', async () => {
    await desk.employ('fritz@example.com')
    identity.knows({ sub: 'fritz', email: 'fritz@example.com', email_verified: true })
    await identity.stop()
    let now = Date.now()
    const provider = openProvider(identity.settings, () => now)
    const app = createApp({ ...house.deps, publicUrl: address, provider })
    const away = await app.request('/console/sign-in/oidc?next=/console/keys')
    const html = await away.text()
    expect([away.status, html]).toEqual([503, expect.stringContaining('does not answer')])
    expect(html).toContain('href="/console/sign-in?next=%2Fconsole%2Fkeys"')
    expect((await app.request('/console/sign-in')).status).toBe(200)
    await identity.start()
    now += 5000
    expect((await app.request('/console/sign-in/oidc')).status).toBe(303)
    await identity.stop()
    now += 2 * 3_600_000
    expect((await app.request('/console/sign-in/oidc')).status).toBe(303)
    await identity.start()
    expect(house.logged).toContainEqual({
      event: 'provider-fault',
      why: 'unreachable',
      error: 'ECONNREFUSED',
    })
  })

  test('calls itself by another name, nobody is sent there', async () => {
    const { port } = new URL(identity.settings.issuer)
    const settings = { ...identity.settings, issuer: `http://localhost:${port}` }
    const provider = openProvider(settings, Date.now)
    const app = createApp({ ...house.deps, publicUrl: address, provider })
    expect((await app.request('/console/sign-in/oidc')).status).toBe(502)
  })

  test('is not configured, there is no such way', async () => {
    const app = createApp({ ...house.deps, publicUrl: address })
    expect((await app.request('/console/sign-in/oidc')).status).toBe(404)
    expect((await app.request('/console/sign-in/oidc/callback?code=x&state=y')).status).toBe(404)
    expect(await (await app.request('/console/sign-in')).text()).not.toContain('or with a password')
  })
})
