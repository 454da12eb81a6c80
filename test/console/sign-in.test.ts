import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { codeOf, stepAt } from '../../src/store/one-time-code.ts'
import { inviteFirst } from '../../src/store/invitation.ts'
import { hashOfSecret } from '../../src/store/secret-text.ts'
import { openHouse } from '../api/house.ts'
import type { House } from '../api/house.ts'
import { openBrowser, password, signedIn } from './browser.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

describe('the first admin', () => {
  test('comes in by the link of the start, names himself, and is in', async () => {
    const browser = openBrowser(house)
    const link = `/console/invitation/${await inviteFirst(house.deps.db)}`
    expect((await browser.get(link)).html).toContain('Set up the first admin')
    const fields = { name: 'Ada', login: 'Ada@Example.com', password, again: password }
    expect(await browser.send(link, fields)).toMatchObject({ status: 303, to: '/console' })
    const { html } = await browser.get('/console')
    expect(html).toContain('Ada')
    expect((await browser.get(link)).status).toBe(404)
  })

  test('is one: as soon as somebody can sign in, no such link is made, and none opens', async () => {
    expect(await inviteFirst(house.deps.db)).toBeNull()
  })

  test('signs in by the name as it is typed, and is led to where they wanted to go', async () => {
    const browser = openBrowser(house)
    const away = await browser.get('/console/account?x=1')
    expect(away.to).toBe('/console/sign-in?next=%2Fconsole%2Faccount%3Fx%3D1')
    const { to } = await browser.send('/console/sign-in', {
      login: 'ADA@example.com',
      password,
      next: '/console/account?x=1',
    })
    expect(to).toBe('/console/account?x=1')
  })
})

test.each(['https://evil.example/', '//evil.example', '/\\evil.example', '/v1/licenses', 'x'])(
  'no sign-in leads to %s',
  async (next) => {
    const browser = openBrowser(house)
    const { to } = await browser.send('/console/sign-in', {
      login: 'ada@example.com',
      password,
      next,
    })
    expect(to).toBe('/console')
  },
)

test('the password rests as scrypt, the session as a hash', async () => {
  const browser = await signedIn(house, 'viewer', 'at-rest')
  const kept = JSON.stringify([
    await house.deps.db.selectFrom('people').selectAll().execute(),
    await house.deps.db.selectFrom('sessions').selectAll().execute(),
  ])
  expect(kept).toContain('scrypt$65536$8$2$')
  expect(kept).not.toContain(password)
  for (const value of browser.cookies.values()) expect(kept).not.toContain(value)
})

test('a session is a cookie that no script reads, no other site sends and no plain http carries', async () => {
  const browser = openBrowser(house)
  const { headers } = await browser.send('/console/sign-in', { login: 'ada@example.com', password })
  const line = headers.getSetCookie().find((each) => each.includes('session')) ?? ''
  expect(line).toMatch(/^__Host-auszug_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Secure$/)
})

describe('wrong passwords', () => {
  const attempt = (address: string, word: string, cookies?: ReadonlyMap<string, string>) => {
    const browser = openBrowser(house, address)
    for (const [name, value] of cookies ?? []) browser.cookies.set(name, value)
    return browser.send('/console/sign-in', { login: 'guessed', password: word })
  }

  test('and names that nobody has answer the same', async () => {
    await signedIn(house, 'support', 'guessed')
    const known = await attempt('198.51.100.1', 'wrong')
    const browser = openBrowser(house, '198.51.100.1')
    const unknown = await browser.send('/console/sign-in', { login: 'nobody', password: 'wrong' })
    expect([known.status, unknown.status]).toEqual([401, 401])
    expect(unknown.html.replaceAll('nobody', 'guessed')).toBe(known.html)
  })

  test('make an address wait after five, even with the right one, and no other address', async () => {
    for (let n = 0; n < 4; n++) await attempt('198.51.100.1', 'wrong')
    expect((await attempt('198.51.100.1', password)).status).toBe(429)
    expect((await attempt('198.51.100.2', password)).status).toBe(303)
  })

  test('of a thousand addresses lock nobody out who was signed in before, and others for a quarter of an hour', async () => {
    const rightful = openBrowser(house, '198.51.100.3')
    await rightful.send('/console/sign-in', { login: 'guessed', password })
    await house.database.db.updateTable('sign_in_failures').set({ failures: 50 }).execute()
    expect((await attempt('198.51.100.4', password)).status).toBe(429)
    expect((await attempt('198.51.100.4', password, rightful.cookies)).status).toBe(303)
    await sql`update sign_in_failures set since = since - interval '15 minutes'`.execute(
      house.deps.db,
    )
    expect((await attempt('198.51.100.4', password)).status).toBe(303)
  })
})

describe('a session', () => {
  test.each([
    ['was left alone for eight hours', sql`seen_at = seen_at - interval '8 hours'`],
    ['has lasted seven days', sql`started_at = started_at - interval '7 days'`],
  ])('that %s is over', async (_, change) => {
    const browser = await signedIn(house, 'viewer', `tired-${_.length}`)
    expect((await browser.get('/console')).status).toBe(200)
    await sql`update sessions set ${change}`.execute(house.deps.db)
    expect((await browser.get('/console')).to).toMatch(/^\/console\/sign-in/)
  })

  test('ends where it is signed out, and everywhere where that is asked for', async () => {
    const [one, other] = [await signedIn(house, 'viewer', 'twice'), openBrowser(house)]
    await other.send('/console/sign-in', { login: 'twice', password })
    const stolen = new Map(one.cookies)
    await one.send('/console/sign-out')
    const thief = openBrowser(house)
    for (const [name, value] of stolen) thief.cookies.set(name, value)
    expect((await thief.get('/console')).to).toMatch(/sign-in/)
    expect((await other.get('/console/account')).status).toBe(200)
    const third = openBrowser(house)
    await third.send('/console/sign-in', { login: 'twice', password })
    await third.get('/console/account')
    await third.send('/console/account/sign-out-everywhere')
    expect((await other.get('/console')).to).toMatch(/sign-in/)
  })

  test('is of no use any more once an admin removes the person', async () => {
    const browser = await signedIn(house, 'viewer', 'leaver')
    const { body } = await house.call<{ data: { id: string; login: string }[] }>(
      'GET',
      '/v1/people',
    )
    const id = body.data.find(({ login }) => login === 'leaver')?.id ?? ''
    expect((await house.call('DELETE', `/v1/people/${id}`)).status).toBe(204)
    expect((await browser.get('/console')).to).toMatch(/sign-in/)
    expect((await browser.send('/console/sign-in', { login: 'leaver', password })).status).toBe(401)
  })

  test('changes nothing without the token of its forms, or from another site', async () => {
    const browser = await signedIn(house, 'admin', 'careful')
    const fields = { name: 'X', role: 'viewer' }
    const without = await browser.send('/console/access/tokens', { ...fields, form_token: '' })
    expect(without.html).toContain('You are signed out')
    for (const headers of [{ 'sec-fetch-site': 'cross-site' }, { 'sec-fetch-site': 'same-site' }])
      expect((await browser.send('/console/access/tokens', fields, headers)).status).toBe(403)
    const { body } = await house.call<{ data: { name: string }[] }>('GET', '/v1/api-tokens')
    expect(body.data.map(({ name }) => name)).not.toContain('X')
  })
})

describe('the API by a session', () => {
  const call = (method: string, headers: Record<string, string>) =>
    house.call(method, '/v1/people', {
      role: null,
      headers,
      ...(method === 'POST' && { body: { login: 'by-session', name: 'S', role: 'viewer' } }),
    })

  test('answers a page of ours alone, in the role of who is signed in', async () => {
    const admin = await signedIn(house, 'admin', 'api-admin')
    const cookie = [...admin.cookies].map((each) => each.join('=')).join('; ')
    const ours = { cookie, 'sec-fetch-site': 'same-origin' }
    expect((await call('GET', ours)).status).toBe(200)
    expect((await call('GET', { cookie, 'sec-fetch-site': 'cross-site' })).status).toBe(401)
    expect((await call('GET', { cookie, origin: 'https://evil.example' })).status).toBe(401)
    expect((await call('POST', ours)).status).toBe(401)
    expect((await call('POST', { ...ours, 'x-form-token': 'guess' })).status).toBe(401)
    expect((await call('POST', { ...ours, 'x-form-token': admin.formToken() })).status).toBe(201)
    const viewer = await signedIn(house, 'viewer', 'api-viewer')
    const other = [...viewer.cookies].map((each) => each.join('=')).join('; ')
    expect((await call('GET', { cookie: other, 'sec-fetch-site': 'same-origin' })).status).toBe(403)
  })
})

describe('one-time codes', () => {
  test('are asked for once they are set up, each taken once, and a recovery code opens in their place', async () => {
    const browser = await signedIn(house, 'admin', 'with-codes')
    const setUp = await browser.get('/console/account/codes')
    const secret = /name="secret" value="([A-Z2-7]{32})"/.exec(setUp.html)?.[1] ?? ''
    const wrong = await browser.send('/console/account/codes', { secret, code: '000000' })
    expect(wrong.status).toBe(422)
    const step = stepAt(Date.now())
    const done = await browser.send('/console/account/codes', {
      secret,
      code: codeOf(secret, step),
    })
    const recovery = [...done.html.matchAll(/(?<=>)[0-9a-z]{5}-[0-9a-z]{5}(?=<)/g)].map(String)
    expect(recovery).toHaveLength(10)

    const again = openBrowser(house)
    const half = await again.send('/console/sign-in', { login: 'with-codes', password })
    expect(half.to).toMatch(/^\/console\/sign-in\/code/)
    expect((await again.get('/console')).to).toMatch(/sign-in/)
    const used = await again.send('/console/sign-in/code', { code: codeOf(secret, step) })
    expect(used.status).toBe(401)
    const fresh = await again.send('/console/sign-in/code', { code: codeOf(secret, step + 1) })
    expect(fresh.to).toBe('/console')
    expect((await again.get('/console')).status).toBe(200)

    const lost = openBrowser(house)
    for (const expected of [303, 401]) {
      await lost.send('/console/sign-in', { login: 'with-codes', password })
      const { status } = await lost.send('/console/sign-in/code', { code: recovery[0] ?? '' })
      expect(status).toBe(expected)
    }
    const kept = await house.deps.db.selectFrom('people').selectAll().execute()
    const text = JSON.stringify(kept)
    expect(text).not.toContain(secret)
    // A plain hash of so short a code would be guessed from a copy of the table.
    for (const code of recovery) expect(text).not.toContain(hashOfSecret(code.replace('-', '')))
  })

  test('are the codes of RFC 6238', () => {
    const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'
    for (const [seconds, code] of [
      [59, '287082'],
      [1_111_111_109, '081804'],
      [1_234_567_890, '005924'],
      [20_000_000_000, '353130'],
    ] as const)
      expect(codeOf(secret, stepAt(seconds * 1000))).toBe(code)
  })
})

describe('people', () => {
  test('are invited by an admin, and sign in by what they choose', async () => {
    const admin = await signedIn(house, 'admin', 'inviter')
    const { html } = await admin.send('/console/access/people', {
      name: 'Bea',
      login: 'bea',
      role: 'support',
    })
    const link = /\/console\/invitation\/[\w-]{43}/.exec(html)?.[0] ?? ''
    const bea = openBrowser(house)
    expect((await bea.get(link)).html).toContain('Welcome, Bea')
    expect((await bea.send(link, { password: 'short', again: 'short' })).status).toBe(422)
    expect((await bea.send(link, { password, again: `${password}!` })).status).toBe(422)
    expect((await bea.send(link, { password, again: password })).to).toBe('/console')
    expect((await bea.get('/console/access')).status).toBe(403)
    const twice = await admin.send('/console/access/people', {
      name: 'B',
      login: 'BEA',
      role: 'viewer',
    })
    expect(twice.status).toBe(409)
  })

  test('of whom one is an admin keep one', async () => {
    const other = await openHouse()
    const admin = await signedIn(other, 'admin')
    const { body } = await other.call<{ data: { id: string }[] }>('GET', '/v1/people')
    const id = body.data[0]?.id ?? ''
    expect(
      (await other.call('PATCH', `/v1/people/${id}`, { body: { role: 'viewer' } })).status,
    ).toBe(409)
    expect((await other.call('DELETE', `/v1/people/${id}`)).status).toBe(409)
    await signedIn(other, 'admin', 'second')
    expect((await other.call('DELETE', `/v1/people/${id}`)).status).toBe(204)
    expect((await admin.get('/console')).to).toMatch(/sign-in/)
    await other.close()
  })
})
