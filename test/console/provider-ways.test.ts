import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createApp } from '../../src/app.ts'
import { listen } from '../../src/cli/listen.ts'
import type { Listening } from '../../src/cli/listen.ts'
import { openProvider } from '../../src/console/provider.ts'
import { linkByAddress } from '../../src/store/identity.ts'
import { openHouse } from '../api/house.ts'
import type { House, List } from '../api/house.ts'
import { freePort } from '../web/house.ts'
import { password, signedIn } from './browser.ts'
import { openDesk } from './desk-by-provider.ts'
import type { Desk } from './desk-by-provider.ts'
import { openIdentityProvider } from './identity-provider.ts'
import type { IdentityProvider } from './identity-provider.ts'
import { openLyingProvider } from './lying-provider.ts'
import type { Lie, LyingProvider } from './lying-provider.ts'
import { openWanderer } from './wanderer.ts'
import type { Arrived } from './wanderer.ts'

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

let count = 0

describe('a provider that lies', () => {
  let liar: LyingProvider
  let lied: Listening
  let there: string
  beforeAll(async () => {
    liar = await openLyingProvider()
    const port = await freePort()
    there = `http://127.0.0.1:${port}`
    const settings = { ...identity.settings, issuer: liar.issuer }
    const provider = openProvider(settings, Date.now)
    const app = createApp({ ...house.deps, publicUrl: there, provider })
    lied = await listen(app, { host: '127.0.0.1', port })
    await desk.employ('believed@example.com')
  })
  afterAll(async () => {
    await lied.stop()
    await liar.stop()
  })
  const ask = (): Promise<Arrived> => openWanderer().get(`${there}/console/sign-in/oidc`)
  const good = { email: 'believed@example.com', email_verified: true }

  test.each([
    ['signs with a key that it does not publish', { claims: good, byOther: true }],
    ['does not sign', { claims: good, unsigned: true }],
    ['means another server', { claims: { ...good, aud: 'another' } }],
    ['names itself otherwise', { claims: { ...good, iss: 'https://evil.example' } }],
    ['answers another question', { claims: { ...good, nonce: 'another' } }],
    ['answers no question', { claims: { ...good, nonce: undefined } }],
    ['comes too late', { claims: { ...good, exp: 1_700_000_000 } }],
    ['speaks of somebody else beside the token', { userInfo: { ...good, sub: 'another' } }],
  ] satisfies [string, Lie][])('is not believed if it %s', async (_, lie) => {
    liar.tell(lie)
    const seen = await ask()
    expect([seen.status, seen.html]).toEqual([502, expect.stringContaining('does not fit')])
  })

  test('is told from one that cannot answer', async () => {
    liar.tell({ status: 502 })
    expect((await ask()).status).toBe(503)
  })

  test('is believed where it does not: by the token, or by what it says beside it', async () => {
    liar.tell({ claims: { sub: 'a', email: 'nobody@example.com', email_verified: 'true' } })
    expect((await ask()).html).toContain('You are not invited yet')
    liar.tell({ userInfo: good })
    expect((await ask()).url.pathname).toBe('/console')
    await desk.employ('entra@example.com')
    liar.tell({ claims: { sub: 'oid', email: 'entra@example.com', xms_edov: true } })
    expect((await ask()).url.pathname).toBe('/console')
  })
})

describe('an admin', () => {
  const admin = async () => {
    const browser = await signedIn(house, 'admin', `admin-${++count}`)
    const wanderer = openWanderer()
    // The browser of the tests knows the cookies of https; this server is one of http.
    const plain = [...browser.cookies].map(([name, value]) => [name.replace('__Host-', ''), value])
    wanderer.cookies.set(address, new Map(plain.map(([name = '', value = '']) => [name, value])))
    return { wanderer, form_token: browser.formToken() }
  }

  test('sees how somebody signs in, and unlinks them: they are out, and linked anew at the next sign-in', async () => {
    const { id } = await desk.employ('hugo@example.com')
    identity.knows({ sub: 'hugo-1', email: 'hugo@example.com', email_verified: true })
    const hugo = openWanderer()
    await hugo.get(start)
    const { wanderer, form_token } = await admin()
    const page = `${address}/console/access/people/${id}`
    expect((await wanderer.get(page)).html).toContain('hugo@example.com, since 1 October 2025')
    await wanderer.send(`${page}/unlinking`, { form_token })
    expect((await wanderer.get(page)).html).toContain('not linked yet')
    expect(await desk.accountOf(hugo)).toBeNull()
    identity.knows({ sub: 'hugo-2', email: 'hugo@example.com', email_verified: true })
    await hugo.get(start)
    expect(await desk.accountOf(hugo)).not.toBeNull()
  })

  test('lets somebody sign in by the provider alone: the password opens nothing any more', async () => {
    await signedIn(house, 'support', 'jana@example.com')
    const { body } = await house.call<List<{ id: string; login: string }>>('GET', '/v1/people')
    const id = body.data.find(({ login }) => login === 'jana@example.com')?.id ?? ''
    const { wanderer, form_token } = await admin()
    await wanderer.send(`${address}/console/access/people/${id}/password-removal`, { form_token })
    const jana = openWanderer()
    const fields = { login: 'jana@example.com', password }
    expect((await jana.send(`${address}/console/sign-in`, fields)).status).toBe(401)
    identity.knows({ sub: 'jana', email: 'jana@example.com', email_verified: true })
    await jana.get(start)
    expect(await desk.accountOf(jana)).toContain('You have none here')
  })

  test('who is the last does not take the last way in away, by the page or by a call', async () => {
    const other = await openHouse()
    await signedIn(other, 'admin', 'last@example.com')
    const { body } = await other.call<List<{ id: string }>>('GET', '/v1/people')
    const at = `/v1/people/${body.data[0]?.id}`
    expect((await other.call('DELETE', `${at}/password`)).status).toBe(409)
    const known = { issuer: 'https://login.example', subject: 'x', email: 'last@example.com' }
    await linkByAddress(other.deps.db, known, other.clock.now)
    expect((await other.call('DELETE', `${at}/password`)).status).toBe(204)
    expect((await other.call('DELETE', `${at}/identities`)).status).toBe(409)
    expect((await other.call('GET', at)).body).toMatchObject({
      joined: true,
      has_password: false,
      identities: [{ issuer: 'https://login.example', email: 'last@example.com' }],
    })
    await other.close()
  })
})

test('a client without a secret gets in by PKCE alone', async () => {
  const port = await freePort()
  const there = `http://127.0.0.1:${port}`
  const open = await openIdentityProvider(there, { token_endpoint_auth_method: 'none' })
  const provider = openProvider({ ...open.settings, clientSecret: null }, Date.now)
  const app = createApp({ ...house.deps, publicUrl: there, provider })
  const server = await listen(app, { host: '127.0.0.1', port })
  await desk.employ('karl@example.com')
  open.knows({ sub: 'karl', email: 'karl@example.com', email_verified: true })
  expect((await openWanderer().get(`${there}/console/sign-in/oidc`)).url.pathname).toBe('/console')
  await server.stop()
  await open.stop()
})
