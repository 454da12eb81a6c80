import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { networkOf } from '../../src/store/network.ts'
import { giveBackAttempt, knownBrowser, takeAttempt } from '../../src/store/sign-in-failure.ts'
import type { Attempt, Guess } from '../../src/store/sign-in-failure.ts'
import { keyEncryptionKey } from '../../src/token/secret.ts'
import { openTestDatabase } from '../database.ts'
import type { TestDatabase } from '../database.ts'

const kek = keyEncryptionKey('a secret of the tests')

let database: TestDatabase
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database.close())
beforeEach(() => database.db.deleteFrom('sign_in_failures').execute())

const from = (address: string, more: Partial<Attempt> = {}): Attempt => ({
  login: 'ada@example.com',
  address,
  known: '',
  ...more,
})
const take = (attempt: Attempt, guess: Guess = 'password') =>
  takeAttempt(database.db, kek, guess, attempt)
/** How many of so many attempts are looked at. */
const looked = async (many: number, attempt: (n: number) => Attempt, guess?: Guess) => {
  let count = 0
  for (let n = 0; n < many; n++) if (await take(attempt(n), guess)) count++
  return count
}
const later = (length: string) =>
  sql`update sign_in_failures set since = since - ${length}::interval`.execute(database.db)

/** From ten networks, as often as each may: then nobody unknown is let try any more. */
const besiege = (guess?: Guess) => looked(51, (n) => from(`198.51.100.${n % 11}`), guess)

describe('an attacker who knows the login', () => {
  test('guesses five passwords from a network and fifty from a thousand, in a quarter of an hour', async () => {
    expect(await looked(8, () => from('192.0.2.1'))).toBe(5)
    expect(await looked(50, (n) => from(`198.51.100.${n}`))).toBe(45)
    await later('14 minutes 50 seconds')
    expect(await take(from('203.0.113.1'))).toBe(false)
    await later('10 seconds')
    expect(await take(from('203.0.113.1'))).toBe(true)
  })

  test('gains nothing by a thousand attempts at once', async () => {
    const all = Array.from({ length: 100 }, () => take(from('192.0.2.1')))
    expect((await Promise.all(all)).filter(Boolean)).toHaveLength(5)
    const many = Array.from({ length: 100 }, (_, n) => take(from(`198.51.100.${n}`)))
    expect((await Promise.all(many)).filter(Boolean)).toHaveLength(45)
  })

  test('does not keep the rightful out at a browser that was signed in, not even from the same network', async () => {
    const known = knownBrowser(kek, 'ADA@example.com')
    await besiege()
    expect(await take(from('198.51.100.1'))).toBe(false)
    expect(await take(from('198.51.100.1', { known }))).toBe(true)
  })

  test('does not stretch the time by trying on while they wait', async () => {
    await besiege()
    await later('14 minutes')
    await besiege()
    await later('1 minute')
    expect(await take(from('203.0.113.1'))).toBe(true)
  })

  test('is not let on by the rightful, who gets in meanwhile', async () => {
    await looked(45, (n) => from(`198.51.100.${n}`))
    const rightful = from('203.0.113.1')
    for (let n = 0; n < 5; n++) await take(rightful)
    await giveBackAttempt(database.db, kek, 'password', rightful)
    expect(await looked(10, (n) => from(`192.0.2.${n}`))).toBe(1)
  })

  test('does not try one password at a thousand accounts, and holds up nobody who is known there', async () => {
    const spray = await looked(105, (n) => from('192.0.2.1', { login: `person-${n}` }))
    expect(spray).toBe(100)
    expect(await take(from('192.0.2.1'))).toBe(false)
    const known = knownBrowser(kek, 'ada@example.com')
    expect(await take(from('192.0.2.1', { known }))).toBe(true)
    expect(await take(from('192.0.2.2'))).toBe(true)
  })

  test('finds one network where all of theirs begin alike', async () => {
    expect(await looked(8, (n) => from(`2001:db8:1:2::${n}`))).toBe(5)
    expect(await take(from('2001:db8:1:3::1'))).toBe(true)
  })
})

/** With another first letter, which bears six whole bits. */
function changed(mark: string): string {
  return `${mark.startsWith('x') ? 'y' : 'x'}${mark.slice(1)}`
}

describe('a mark of having been signed in', () => {
  test.each([
    ['is made up', () => 'x'.repeat(86)],
    ['is another account’s', () => knownBrowser(kek, 'bea@example.com')],
    ['was changed', () => changed(knownBrowser(kek, 'ada@example.com'))],
    ['is of another server', () => knownBrowser(keyEncryptionKey('another'), 'ada@example.com')],
  ])('that %s counts for nothing', async (_, mark) => {
    await besiege()
    expect(await take(from('203.0.113.1', { known: mark() }))).toBe(false)
  })

  test('lets a stolen browser guess no more than ten times', async () => {
    const known = knownBrowser(kek, 'ada@example.com')
    expect(await looked(14, (n) => from(`198.51.100.${n}`, { known }))).toBe(10)
    expect(await take(from('203.0.113.1', { known: knownBrowser(kek, 'ada@example.com') }))).toBe(
      true,
    )
  })
})

describe('one-time codes', () => {
  test('are guessed ten times a day, from wherever: one in 30,000 days', async () => {
    expect(await looked(14, (n) => from(`198.51.100.${n}`), 'code')).toBe(10)
    await later('23 hours')
    expect(await take(from('203.0.113.1'), 'code')).toBe(false)
    await later('1 hour')
    expect(await take(from('203.0.113.1'), 'code')).toBe(true)
  })

  test('do not keep out at a known browser, and a password is another matter', async () => {
    await besiege('code')
    expect(await take(from('203.0.113.1'))).toBe(true)
    const known = knownBrowser(kek, 'ada@example.com')
    expect(await take(from('203.0.113.1', { known }), 'code')).toBe(true)
  })
})

test('what is counted names nobody: no login, no address', async () => {
  await take(from('192.0.2.1'))
  const kept = JSON.stringify(
    await database.db.selectFrom('sign_in_failures').selectAll().execute(),
  )
  expect(kept).not.toMatch(/ada|192\.0/)
})

test('what is a day old is forgotten', async () => {
  await take(from('192.0.2.1'))
  await later('1 day')
  await take(from('192.0.2.2', { login: 'bea' }))
  expect(await database.db.selectFrom('sign_in_failures').selectAll().execute()).toHaveLength(3)
})

test.each([
  ['192.0.2.1', '192.0.2.1'],
  ['192.0.2.1:4711', '192.0.2.1'],
  ['::ffff:192.0.2.1', '192.0.2.1'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:0DB8:0001:0002::1', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['[2001:db8::1]:4711', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['64:ff9b::192.0.2.1', '64:ff9b:0:0::/64'],
  ['2001:db8:1:2::', '2001:db8:1:2::/64'],
  ['', ''],
  ['unknown', 'unknown'],
])('%j is counted as %j', (address, network) => {
  expect(networkOf(address)).toBe(network)
})
