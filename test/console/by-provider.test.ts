import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { system } from '../../src/license/actor.ts'
import { invite } from '../../src/store/invitation.ts'
import { codeOf, newCodeSecret, stepAt } from '../../src/store/one-time-code.ts'
import { findPerson, leave } from '../../src/store/person.ts'
import { askForCodes } from '../../src/store/sign-in.ts'
import type { House } from '../api/house.ts'
import { openDesk } from './desk-by-provider.ts'
import type { Desk } from './desk-by-provider.ts'
import type { IdentityProvider } from './identity-provider.ts'
import { openWanderer } from './wanderer.ts'

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

describe('somebody who was invited by their address', () => {
  test('gets in by the provider, to where they wanted to go, and is known by the subject then', async () => {
    await desk.employ('ada@example.com')
    identity.knows({ sub: 'ada-1', email: 'Ada@example.com', email_verified: true })
    const next = '/console/call?number=%2B49301112223'
    const wanderer = openWanderer()
    const asked = await wanderer.get(`${address}${next}`)
    expect(asked.html).toContain('Sign in with Bakery ID')
    const href = /href="(\/console\/sign-in\/oidc[^"]*)"/.exec(asked.html)?.[1] ?? ''
    const { url } = await wanderer.get(`${address}${href.replaceAll('&amp;', '&')}`)
    expect(url.pathname + url.search).toBe(next)
    expect(await desk.accountOf(wanderer)).toContain('Ada@example.com, since 1 October 2025')

    identity.knows({ sub: 'ada-1', email: 'married@example.com', email_verified: false })
    const later = openWanderer()
    await later.get(start)
    expect(await desk.accountOf(later)).toContain('ada@example.com')
    expect(JSON.stringify(house.logged)).not.toMatch(/1112223|ada|married/)
  })

  test('does not lose their place to whoever gets the address later', async () => {
    await desk.employ('post@example.com')
    identity.knows({ sub: 'post-1', email: 'post@example.com', email_verified: true })
    await openWanderer().get(start)
    identity.knows({ sub: 'post-2', email: 'post@example.com', email_verified: true })
    const other = openWanderer()
    const seen = await other.get(start)
    expect([seen.status, seen.html]).toEqual([403, expect.stringContaining('linked otherwise')])
    expect(await desk.accountOf(other)).toBeNull()
  })

  test('uses the invitation up by it: nobody else sets a password with it', async () => {
    const { id } = await desk.employ('twice@example.com')
    const link = await invite(house.deps.db, id)
    identity.knows({ sub: 'twice', email: 'twice@example.com', email_verified: true })
    await openWanderer().get(start)
    const seen = await openWanderer().get(`${address}/console/invitation/${link}`)
    expect(seen.status).toBe(404)
  })
})

describe('nobody gets in', () => {
  test('whom nobody has invited, and is told whom to ask', async () => {
    identity.knows({ sub: 'stranger', email: 'stranger@example.com', email_verified: true })
    const wanderer = openWanderer()
    const seen = await wanderer.get(start)
    expect(seen.status).toBe(403)
    expect(seen.html).toContain('You are not invited yet')
    expect(seen.html).toContain('stranger@example.com')
    expect(seen.html).toContain('ask an admin')
    expect(await desk.accountOf(wanderer)).toBeNull()
  })

  test('who is signed in there by another account, until they ask to be asked which one they mean', async () => {
    identity.knows({ sub: 'wrong', email: 'wrong@example.com', email_verified: true })
    const wanderer = openWanderer()
    await wanderer.get(start)
    identity.knows({ sub: 'rightful', email: 'rightful@example.com', email_verified: true })
    const again = await wanderer.get(start)
    expect([again.status, again.html]).toEqual([403, expect.stringContaining('wrong@example.com')])
    const other = /href="(\/console\/sign-in\/oidc\?another=1)"/.exec(again.html)?.[1] ?? ''
    const atProvider = (url: URL): boolean => url.origin === identity.settings.issuer
    const { url } = await wanderer.get(`${address}${other}`, { until: atProvider })
    expect(url.searchParams.get('prompt')).toBe('login')
    const asked = (at: URL): boolean => at.pathname.startsWith('/interaction/')
    expect((await wanderer.get(url.href, { until: asked })).status).toBe(0)
  })

  test.each([
    ['that is not verified', { email_verified: false }],
    ['of which the provider does not say whether it is', {}],
    ['that Microsoft does not call verified', { email_verified: false, xms_edov: true }],
  ])('by an address %s', async (_, claims) => {
    const login = `unverified-${++count}@example.com`
    await desk.employ(login)
    identity.knows({ sub: login, email: login, ...claims })
    const wanderer = openWanderer()
    const seen = await wanderer.get(start)
    expect([seen.status, seen.html]).toEqual([403, expect.stringContaining('is not verified')])
    expect(await desk.accountOf(wanderer)).toBeNull()
  })

  test('who has left, though the provider still knows them', async () => {
    const { id } = await desk.employ('left@example.com')
    identity.knows({ sub: 'left', email: 'left@example.com', email_verified: true })
    const wanderer = openWanderer()
    await wanderer.get(start)
    expect(await desk.accountOf(wanderer)).not.toBeNull()
    await leave(house.deps.db, id, system, house.clock.now)
    expect(await desk.accountOf(wanderer)).toBeNull()
    expect((await openWanderer().get(start)).status).toBe(403)
  })

  test('by a name that is no address, however the provider calls them', async () => {
    await desk.employ('root')
    identity.knows({ sub: 'root', email: 'root', email_verified: true })
    expect((await openWanderer().get(start)).status).toBe(403)
  })

  test('who breaks the sign-in off at the provider', async () => {
    identity.knows(null)
    const seen = await openWanderer().get(start)
    expect([seen.status, seen.html]).toEqual([401, expect.stringContaining('did not let you')])
  })
})

describe('a link from an admin', () => {
  const linkFor = async (login: string) => {
    const { id } = await desk.employ(login)
    return { id, token: await invite(house.deps.db, id) }
  }
  const ours = { headers: { 'sec-fetch-site': 'same-origin' } }

  test('lets somebody join by the provider, whatever address it knows, once', async () => {
    const { id, token } = await linkFor('dora')
    identity.knows({ sub: 'dora', email: 'private@example.org', email_verified: false })
    const wanderer = openWanderer()
    const page = await wanderer.get(`${address}/console/invitation/${token}`)
    expect(page.html).toContain('Join with Bakery ID')
    expect((await wanderer.get(`${start}?invitation=${token}`, ours)).url.pathname).toBe('/console')
    const person = await findPerson(house.deps.db, id)
    expect(person).toMatchObject({ joined: true, hasPassword: false })
    expect(person?.identities).toMatchObject([{ email: 'private@example.org' }])
    const second = openWanderer()
    identity.knows({ sub: 'thief', email: 'thief@example.org', email_verified: true })
    const late = await second.get(`${start}?invitation=${token}`, ours)
    expect([late.status, late.html]).toEqual([403, expect.stringContaining('used up')])
  })

  test('is not taken up by whom another site sends: they are asked first', async () => {
    const { id, token } = await linkFor('emil')
    const sent = await openWanderer().get(`${start}?invitation=${token}`, {
      headers: { 'sec-fetch-site': 'cross-site' },
    })
    expect(sent.url.pathname).toBe(`/console/invitation/${token}`)
    expect((await findPerson(house.deps.db, id))?.joined).toBe(false)
  })

  test('does not link an account that is somebody else’s, and stays good', async () => {
    await desk.employ('first@example.com')
    identity.knows({ sub: 'first', email: 'first@example.com', email_verified: true })
    await openWanderer().get(start)
    const { token } = await linkFor('second')
    const seen = await openWanderer().get(`${start}?invitation=${token}`, ours)
    expect(seen.html).toContain('linked otherwise')
    identity.knows({ sub: 'second' })
    const joined = await openWanderer().get(`${start}?invitation=${token}`, ours)
    expect(joined.url.pathname).toBe('/console')
  })
})

test('who signs out is still signed in at the provider, is told so, and can change it', async () => {
  await desk.employ('gero@example.com')
  identity.knows({ sub: 'gero', email: 'gero@example.com', email_verified: true })
  const wanderer = openWanderer()
  await wanderer.get(start)
  const kept = await house.deps.db.selectFrom('sessions').selectAll().execute()
  expect(JSON.stringify(kept)).not.toMatch(/gero@|"eyJ[\w-]+\.eyJ/)
  const { html } = await wanderer.send(`${address}/console/sign-out`, {})
  expect(html).toContain('Sign out of Bakery ID too')
  expect(await desk.accountOf(wanderer)).toBeNull()
  const there = new URL(/href="(http[^"]+)"/.exec(html)?.[1]?.replaceAll('&amp;', '&') ?? '')
  expect(there.origin).toBe(identity.settings.issuer)
  expect(there.searchParams.get('post_logout_redirect_uri')).toBe(`${address}/console/sign-in`)
  expect((await wanderer.get(there.href)).status).toBe(200)
})

test('one-time codes are asked for by this way, too', async () => {
  const { id } = await desk.employ('ines@example.com')
  identity.knows({ sub: 'ines', email: 'ines@example.com', email_verified: true })
  const { db, kek } = house.deps
  const secret = newCodeSecret()
  const step = stepAt(Date.now())
  await askForCodes(
    db,
    kek,
    id,
    { secret, code: codeOf(secret, step), recovery: [] },
    house.clock.now,
  )
  const wanderer = openWanderer()
  const seen = await wanderer.get(`${start}?next=/console/keys`)
  expect(seen.url.pathname).toBe('/console/sign-in/code')
  expect(await desk.accountOf(wanderer)).toBeNull()
  const code = codeOf(secret, step + 1)
  const entered = await wanderer.send(seen.url.href, { code, next: '/console/keys' })
  expect(entered.url.pathname).toBe('/console/keys')
  const { html } = await wanderer.send(`${address}/console/sign-out`, {})
  expect(html).toContain('Sign out of Bakery ID too')
})
