import { beforeEach, describe, expect, test } from 'vitest'
import { RestrictedError } from '../../src/client/index.ts'
import { makeLicenseKey } from '../../src/token/new-license-key.ts'
import { day, end, june, newDrawer, newVendor, openAt, second } from './vendor.ts'
import type { Vendor } from './vendor.ts'

let vendor: Vendor
beforeEach(async () => {
  vendor = await newVendor(june)
})

test('a licensed product may do what the license gives, and nothing that it does not', async () => {
  const license = await openAt(vendor)
  expect(license).toMatchObject({
    mode: 'full',
    reason: 'in_term',
    limits: { branches: 3 },
    problem: null,
  })
  expect(license.allows('orders:write')).toBe(true)
  expect(license.allows('data:export')).toBe(true)
  expect(license.allows('orders:delete')).toBe(false)
  expect(license.term?.endsOn).toBe('2026-09-30')
  expect(license.objection).toEqual({ lastDay: '2026-09-30', deadline: end })
  expect(license.support).toMatchObject({ until: '2026-09-30' })
  expect(license.validUntil).toBe(june + 14 * day)
})

describe('without a good token', () => {
  test.each<[string, Partial<Vendor>, object]>([
    [
      'the server is gone',
      { fails: 0 },
      { reason: 'unlicensed', problem: { code: 'server_gone' } },
    ],
    [
      'the server is broken',
      { fails: 500 },
      { reason: 'unlicensed', problem: { code: 'server_gone' } },
    ],
    [
      'the server asks for patience',
      { fails: 429 },
      { reason: 'unlicensed', problem: { code: 'server_gone' } },
    ],
    [
      'the key is unknown',
      { fails: 404 },
      { reason: 'unlicensed', problem: { code: 'unknown_key' } },
    ],
    [
      'the token is for another product',
      { says: { aud: 'other' } },
      { reason: 'wrong_product', problem: { code: 'wrong_product' } },
    ],
    ['the token is odd', { says: { exp: 'soon' } }, { reason: 'invalid_token' }],
    [
      'the token is a sandbox’s',
      { says: { sandbox: true } },
      { reason: 'sandbox', problem: { code: 'sandbox' } },
    ],
    [
      'the token is another machine’s',
      { says: { activation: { id: 'act_1', fingerprint: 'other' } } },
      { reason: 'wrong_machine', problem: { code: 'wrong_machine' } },
    ],
    [
      'no seat is left',
      { says: { mode: 'export-only', reason: 'no_seat', exp: undefined } },
      { reason: 'no_seat', problem: null },
    ],
  ])('because %s, the product exports and does nothing else', async (_, state, told) => {
    Object.assign(vendor, state)
    const license = await openAt(vendor)
    expect(license).toMatchObject({
      mode: 'export-only',
      limits: {},
      exportFormats: ['csv', 'jsonl'],
      ...told,
    })
    expect(license.standing.capabilities).toEqual(['data:export'])
    expect(license.allows('data:export')).toBe(true)
    await license.close()
  })

  test('of the issuer that the product names, it is export-only', async () => {
    expect(await openAt(vendor, { issuer: 'https://other.example' })).toMatchObject({
      mode: 'export-only',
      reason: 'wrong_issuer',
    })
  })

  test('the formats are those that the product names', async () => {
    vendor.fails = 0
    const license = await openAt(vendor, { exportFormats: ['csv', 'xlsx'] })
    expect(license.exportFormats).toEqual(['csv', 'xlsx'])
  })

  test('nobody is asked as long as there is no key', async () => {
    const license = await openAt(vendor, { key: undefined })
    expect(license).toMatchObject({
      mode: 'export-only',
      reason: 'unlicensed',
      problem: { code: 'no_key' },
    })
    expect(vendor.calls).toEqual([])
  })

  test('opening never throws, whatever it is given', async () => {
    for (const server of ['', 'not a url', 'ftp://x', 'http://localhost:1']) {
      const license = await openAt(vendor, {
        server,
        fetch: undefined,
        store: {
          read: () => Promise.reject(new Error('no')),
          write: () => {
            throw new Error('no')
          },
        },
        fingerprint: () => {
          throw new Error('no machine')
        },
        timeout: 200,
      })
      expect(license.mode).toBe('export-only')
      await license.close()
    }
  })
})

describe('at the end of the term', () => {
  test.each([
    ['2026-09-30T23:59:59.999+02:00', 'full', 'in_term'],
    ['2026-10-01T00:00:00.000+02:00', 'export-only', 'ended'],
    ['2026-10-01T00:00:00.001+02:00', 'export-only', 'ended'],
  ] as const)(
    'an offline client is at %s %s (%s), without asking anybody',
    async (instant, mode, reason) => {
      vendor.now = end - 2 * day
      const store = newDrawer()
      await openAt(vendor, { store })
      vendor.fails = 0
      vendor.now = Date.parse(instant)
      expect(await openAt(vendor, { store })).toMatchObject({ mode, reason })
    },
  )

  test('a running product ends at the instant itself', async () => {
    vendor.now = end - 1
    const license = await openAt(vendor)
    expect(license.allows('orders:write')).toBe(true)
    vendor.now = end
    expect(license.allows('orders:write')).toBe(false)
    expect(license).toMatchObject({ mode: 'export-only', reason: 'ended', validUntil: null })
  })

  test('a renewing license is full in its leeway, offline too, and no longer', async () => {
    vendor.leeway = 3 * day
    vendor.now = end - day
    const license = await openAt(vendor)
    vendor.fails = 0
    vendor.now = end + 3 * day - 1
    expect(license).toMatchObject({ mode: 'full', reason: 'in_leeway' })
    vendor.now = end + 3 * day
    expect(license).toMatchObject({ mode: 'export-only', reason: 'ended' })
  })

  test('a token that is over within its term asks to go online', async () => {
    const license = await openAt(vendor)
    vendor.now = june + 14 * day
    expect(license).toMatchObject({ mode: 'export-only', reason: 'stale' })
  })

  test('an announced suspension begins by itself', async () => {
    const at = june + day
    vendor.says = { suspends_at: at / 1000, exp: at / 1000 }
    const license = await openAt(vendor)
    expect(license.validUntil).toBe(at)
    vendor.now = at
    expect(license).toMatchObject({ mode: 'export-only', reason: 'suspended' })
  })

  test('a license that has not begun asks again when it begins', async () => {
    vendor.says = { mode: 'export-only', reason: 'not_started', term: null, exp: june / 1000 + 60 }
    const license = await openAt(vendor)
    expect(license).toMatchObject({
      mode: 'export-only',
      reason: 'not_started',
      validUntil: june + 60 * second,
    })
    vendor.now = june + 60 * second
    expect(license).toMatchObject({ mode: 'export-only', reason: 'stale' })
  })
})

describe('require', () => {
  test.each([
    ['de', 'Ihre Lizenz ist beendet. Ihre Daten können Sie jederzeit exportieren.'],
    ['de-AT', 'Ihre Lizenz ist beendet. Ihre Daten können Sie jederzeit exportieren.'],
    ['en', 'Your license has ended. You can export your data at any time.'],
    ['fr', 'Your license has ended. You can export your data at any time.'],
  ])('tells the user in %s why, and that the export stays', async (locale, sentence) => {
    vendor.now = end
    const license = await openAt(vendor, { locale })
    expect(() => license.require('orders:write')).toThrow(sentence)
    expect(() => license.require('data:export')).not.toThrow()
  })

  test('of what the plan lacks says so, and does not speak of an end', async () => {
    const license = await openAt(vendor)
    expect(() => license.require('orders:delete')).toThrow('Your license does not include this.')
  })

  test('throws what a product can tell apart', async () => {
    vendor.now = end
    const license = await openAt(vendor)
    const error = await license.attempt('orders:write', () => 1).catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(RestrictedError)
    expect(error).toMatchObject({
      capability: 'orders:write',
      mode: 'export-only',
      reason: 'ended',
      exportFormats: ['csv', 'jsonl'],
    })
  })
})

test('what was begun before midnight may be finished, and nothing new begins', async () => {
  vendor.now = end - 1
  const license = await openAt(vendor)
  const done = await license.attempt('orders:write', async (held) => {
    vendor.now = end
    held.require('orders:write')
    return license.allows('orders:write')
  })
  expect(done).toBe(false)
  await expect(license.attempt('orders:write', () => true)).rejects.toThrow(RestrictedError)
})

describe('keys', () => {
  test('are sent in their one spelling, and others as they were typed', async () => {
    const key = makeLicenseKey()
    await openAt(vendor, { key: ` ${key.toLowerCase().replaceAll('-', '')} ` })
    await openAt(vendor, { key: ' moved-in-from-elsewhere ' })
    expect(vendor.asked.map(({ license_key }) => license_key)).toEqual([
      key,
      'moved-in-from-elsewhere',
    ])
  })

  test('with a typing error are found offline', async () => {
    const license = await openAt(vendor, { key: undefined })
    const key = makeLicenseKey()
    expect(license.checkKey(key.toLowerCase())).toBe(true)
    expect(license.checkKey(key.slice(0, -1) + (key.endsWith('2') ? '3' : '2'))).toBe(false)
  })

  test('set in a dialog are asked with at once and remembered', async () => {
    const store = newDrawer()
    const license = await openAt(vendor, { key: undefined, store })
    expect(await license.setKey('one')).toBe(true)
    expect(license.mode).toBe('full')
    await (await openAt(vendor, { key: undefined, store })).refresh()
    expect(vendor.asked.at(-1)?.license_key).toBe('one')
  })

  test('that turn out unknown take nothing away: a stored good token outlives a 404', async () => {
    const store = newDrawer()
    const license = await openAt(vendor, { store })
    vendor.fails = 404
    expect(await license.setKey('wrong')).toBe(false)
    expect(license).toMatchObject({ mode: 'full', problem: { code: 'unknown_key' } })
    expect(await openAt(vendor, { store, key: 'other' })).toMatchObject({
      mode: 'full',
      problem: { code: 'unknown_key' },
    })
  })
})

describe('release', () => {
  test('frees the seat and leaves the export', async () => {
    vendor.binds = true
    const license = await openAt(vendor)
    expect(await license.release()).toBe(true)
    expect(vendor.freed).toEqual(['act_01 License AUSZUG-TEST'])
    expect(license).toMatchObject({ mode: 'export-only', reason: 'unlicensed' })
    expect(license.allows('data:export')).toBe(true)
  })

  test('keeps the token while the server cannot be reached', async () => {
    vendor.binds = true
    const license = await openAt(vendor)
    vendor.fails = 0
    expect(await license.release()).toBe(false)
    expect(license.mode).toBe('full')
  })
})
