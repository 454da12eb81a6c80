import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { system } from '../../src/license/actor.ts'
import { invite } from '../../src/store/invitation.ts'
import { codeOf, newCodeSecret, stepAt } from '../../src/store/one-time-code.ts'
import { findPerson, listPeople, removePassword } from '../../src/store/person.ts'
import { startSession } from '../../src/store/session.ts'
import { takeAttempt } from '../../src/store/sign-in-failure.ts'
import { askForCodes } from '../../src/store/sign-in.ts'
import type { PersonId } from '../../src/store/tables.ts'
import { openHouse } from '../api/house.ts'
import type { House } from '../api/house.ts'
import { openBrowser, password, signedIn } from './browser.ts'
import type { Browser } from './browser.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const fresh = 'sieben Brezeln und ein Mohnzopf'
const isIn = async (browser: Browser): Promise<boolean> =>
  (await browser.get('/console/account')).status === 200
const idOf = async (login: string): Promise<PersonId> => {
  const { data } = await listPeople(house.deps.db, { limit: 100 })
  const id = data.find((each) => each.login === login)?.id
  if (id === undefined) throw new RangeError(`nobody signs in as ${login}`)
  return id
}
/** Somebody who is asked for one-time codes from now on, of which the one of a step later was not used. */
const withCodes = async (login: string) => {
  const { db, kek } = house.deps
  const browser = await signedIn(house, 'support', login)
  const id = await idOf(login)
  const secret = newCodeSecret()
  const step = stepAt(Date.now())
  await askForCodes(
    db,
    kek,
    id,
    { secret, code: codeOf(secret, step), recovery: [] },
    house.clock.now,
  )
  return { browser, id, code: codeOf(secret, step + 1) }
}

describe('another password', () => {
  test('ends every other session, and the links for a new one; here it goes on, by a session of its own', async () => {
    const [here, there] = [await signedIn(house, 'viewer', 'changer'), openBrowser(house)]
    await there.send('/console/sign-in', { login: 'changer', password })
    const link = await invite(house.deps.db, await idOf('changer'))
    const before = here.cookies.get('__Host-auszug_session')
    const change = { old: password, password: fresh, again: fresh }
    const { to } = await here.send('/console/account/password', change)
    expect((await here.get(to ?? '')).html).toContain('Your password is changed')
    expect(here.cookies.get('__Host-auszug_session')).not.toBe(before)
    expect([await isIn(here), await isIn(there)]).toEqual([true, false])
    expect((await there.get(`/console/invitation/${link}`)).status).toBe(404)
    const old = { login: 'changer', password }
    expect((await there.send('/console/sign-in', old)).status).toBe(401)
    const now = { login: 'changer', password: fresh }
    expect((await there.send('/console/sign-in', now)).status).toBe(303)
  })

  test('takes the old one, and one that fits, twice', async () => {
    const browser = await signedIn(house, 'viewer', 'mistaken')
    for (const fields of [
      { old: fresh, password: fresh, again: fresh },
      { old: password, password: 'short', again: 'short' },
      { old: password, password: fresh, again: `${fresh}!` },
    ]) {
      const seen = await browser.send('/console/account/password', fields)
      expect([seen.status, seen.html]).toEqual([422, expect.stringContaining('aria-invalid')])
      expect(seen.html).not.toContain(fresh)
    }
    const other = openBrowser(house)
    const { status } = await other.send('/console/sign-in', { login: 'mistaken', password })
    expect(status).toBe(303)
  })

  test('is guessed no more often by who sits at a browser that was left alone than at the sign-in', async () => {
    const browser = await signedIn(house, 'viewer', 'away')
    const { db, kek } = house.deps
    const known = browser.cookies.get('__Host-auszug_known') ?? ''
    const attempt = { login: 'away', address: '192.0.2.7', known }
    for (let n = 0; n < 10; n++) await takeAttempt(db, kek, 'password', attempt)
    const fields = { old: password, password: fresh, again: fresh }
    const seen = await browser.send('/console/account/password', fields)
    expect([seen.status, seen.html]).toEqual([422, expect.stringContaining('too many attempts')])
  })
})

describe('one-time codes', () => {
  test('that are guessed end in waiting, even for the right one', async () => {
    const { code } = await withCodes('coded')
    const thief = openBrowser(house, '198.51.100.20')
    await thief.send('/console/sign-in', { login: 'coded', password })
    const guess = async (typed: string) =>
      (await thief.send('/console/sign-in/code', { code: typed })).status
    for (let n = 0; n < 10; n++) expect(await guess('000000')).toBe(401)
    expect(await guess(code)).toBe(429)
    expect(await isIn(thief)).toBe(false)
  })

  test('are switched off by the password, and by nothing else', async () => {
    const { browser, id, code } = await withCodes('switcher')
    for (const proof of ['', code, 'wrong'])
      expect((await browser.send('/console/account/no-codes', { proof })).status).toBe(422)
    expect((await findPerson(house.deps.db, id))?.asksForCode).toBe(true)
    await browser.send('/console/account/no-codes', { proof: password })
    expect((await findPerson(house.deps.db, id))?.asksForCode).toBe(false)
  })

  test('are switched off by a code where there is no password', async () => {
    const { id, code } = await withCodes('passwordless')
    await removePassword(house.deps.db, id, system, house.clock.now)
    const browser = openBrowser(house)
    browser.cookies.set('__Host-auszug_session', await startSession(house.deps.db, id))
    await browser.get('/console/account')
    for (const proof of ['', password, '000000'])
      expect((await browser.send('/console/account/no-codes', { proof })).status).toBe(422)
    await browser.send('/console/account/no-codes', { proof: code })
    expect((await findPerson(house.deps.db, id))?.asksForCode).toBe(false)
  })
})

describe('a session', () => {
  test('that somebody planted is not the one that a sign-in begins', async () => {
    const planted = 'p'.repeat(43)
    const browser = openBrowser(house)
    browser.cookies.set('__Host-auszug_session', planted)
    await signedIn(house, 'viewer', 'planted')
    await browser.send('/console/sign-in', { login: 'planted', password })
    expect(await isIn(browser)).toBe(true)
    const thief = openBrowser(house)
    thief.cookies.set('__Host-auszug_session', planted)
    expect(await isIn(thief)).toBe(false)
  })

  test('is over once somebody else signs in at that browser', async () => {
    const browser = await signedIn(house, 'admin', 'first-there')
    const copied = openBrowser(house)
    for (const [name, value] of browser.cookies) copied.cookies.set(name, value)
    await signedIn(house, 'viewer', 'second-there')
    await browser.send('/console/sign-in', { login: 'second-there', password })
    expect([await isIn(browser), await isIn(copied)]).toEqual([true, false])
  })
})

test('whoever is kept waiting by an attack gets in by a new link', async () => {
  await signedIn(house, 'support', 'besieged')
  const { db, kek } = house.deps
  for (let n = 0; n < 60; n++) {
    const attempt = { login: 'besieged', address: `198.51.100.${n}`, known: '' }
    await takeAttempt(db, kek, 'password', attempt)
  }
  const browser = openBrowser(house, '203.0.113.50')
  const fields = { login: 'besieged', password }
  expect((await browser.send('/console/sign-in', fields)).status).toBe(429)
  const link = `/console/invitation/${await invite(db, await idOf('besieged'))}`
  await browser.send(link, { password: fresh, again: fresh })
  expect(await isIn(browser)).toBe(true)
  await browser.send('/console/sign-out')
  const again = { login: 'besieged', password: fresh }
  expect((await browser.send('/console/sign-in', again)).status).toBe(303)
})

test('no cookie is for scripts, for other sites or for plain http', async () => {
  await signedIn(house, 'viewer', 'cookies')
  const browser = openBrowser(house)
  const appearance = { language: 'de', theme: 'dark', back: '/console/sign-in' }
  const seen = [
    await browser.send('/console/appearance', appearance),
    await browser.send('/console/sign-in', { login: 'cookies', password }),
    await browser.send('/console/sign-out'),
  ]
  const lines = seen.flatMap(({ headers }) => headers.getSetCookie())
  expect(lines).toHaveLength(5)
  for (const line of lines)
    expect(line).toMatch(/^__Host-auszug_\w+=[^;]*; Path=\/; HttpOnly; SameSite=Lax; Secure/)
})

test('over https a browser is told to come by nothing else', async () => {
  const { headers } = await openBrowser(house).get('/console/sign-in')
  expect(headers.get('strict-transport-security')).toBe('max-age=31536000')
})
