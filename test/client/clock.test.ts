import { beforeEach, describe, expect, test } from 'vitest'
import { day, end, june, newDrawer, newVendor, openAt, second, tokenFor } from './vendor.ts'
import type { Drawer, Vendor } from './vendor.ts'

let vendor: Vendor
let store: Drawer
beforeEach(async () => {
  vendor = await newVendor(june)
  store = newDrawer()
})

const in1970 = Date.parse('1970-01-01T00:00:05Z')
const in2099 = Date.parse('2099-01-01T00:00:00Z')

describe('online', () => {
  test.each([
    ['1970', in1970],
    ['2099', in2099],
    ['a day behind', june - day],
    ['a day ahead', june + day],
  ])('a machine in %s is full, since the server has just said what time it is', async (_, now) => {
    const license = await openAt(vendor, { store, now: () => now })
    expect(license).toMatchObject({ mode: 'full', reason: 'in_term' })
  })

  test('a machine in 2099 goes on from the server’s time, and ends when the license does', async () => {
    vendor.now = end - 60 * second
    let now = in2099
    const license = await openAt(vendor, { store, now: () => now })
    now += 59 * second
    expect(license.mode).toBe('full')
    now += second
    expect(license).toMatchObject({ mode: 'export-only', reason: 'ended' })
  })

  test('a clock that is set right while the product runs is believed again', async () => {
    let now = in1970
    const license = await openAt(vendor, { store, now: () => now })
    now = june + 3 * day
    expect(license.mode).toBe('full')
    now = june + 14 * day
    expect(license.mode).toBe('export-only')
  })
})

describe('one start with a clock in 2099', () => {
  test('poisons nothing if it is online', async () => {
    await openAt(vendor, { store, now: () => in2099 })
    vendor.fails = 0
    vendor.now = june + day
    expect(await openAt(vendor, { store })).toMatchObject({ mode: 'full', reason: 'in_term' })
  })

  test('poisons nothing for longer than until the next answer if it is offline', async () => {
    await openAt(vendor, { store })
    vendor.fails = 0
    expect(await openAt(vendor, { store, now: () => in2099 })).toMatchObject({
      mode: 'export-only',
      reason: 'ended',
    })
    vendor.now = june + day
    expect(await openAt(vendor, { store })).toMatchObject({ mode: 'export-only', reason: 'clock' })
    vendor.fails = null
    expect(await openAt(vendor, { store })).toMatchObject({ mode: 'full', reason: 'in_term' })
  })
})

describe('a clock that is set back offline brings nothing back', () => {
  test.each([
    ['a day', end - day],
    ['to 1970', in1970],
  ])('%s, while the product runs', async (_, back) => {
    vendor.now = end - day / 2
    const license = await openAt(vendor, { store })
    vendor.now = end
    expect(license.mode).toBe('export-only')
    vendor.now = back
    expect(license).toMatchObject({ mode: 'export-only', reason: 'clock' })
    await license.close()
  })

  test.each([
    ['a day', end - day],
    ['to 1970', in1970],
  ])('%s, between two runs', async (_, back) => {
    vendor.now = end - day / 2
    await openAt(vendor, { store })
    vendor.fails = 0
    vendor.now = end
    expect((await openAt(vendor, { store })).mode).toBe('export-only')
    vendor.now = back
    expect(await openAt(vendor, { store })).toMatchObject({ mode: 'export-only', reason: 'clock' })
  })
})

test('offline in 1970 a good token counts, from when it was issued', async () => {
  await openAt(vendor, { store })
  vendor.fails = 0
  expect(await openAt(vendor, { store, now: () => in1970 })).toMatchObject({
    mode: 'full',
    reason: 'in_term',
  })
})

test('an answer to another request never sets the clock back', async () => {
  const license = await openAt(vendor, { store })
  const kept = tokenFor(vendor, { nonce: 'n'.repeat(32) })
  vendor.now = june + 14 * day
  expect(license.mode).toBe('export-only')
  const replay = async () => Response.json({ token: kept, refresh_at: '2026-06-02T00:00:00Z' })
  const again = await openAt(vendor, { store, fetch: replay })
  expect(again).toMatchObject({ mode: 'export-only', reason: 'stale' })
  vendor.now = june
  expect(await openAt(vendor, { store, fetch: replay })).toMatchObject({
    mode: 'export-only',
    reason: 'clock',
  })
})

test('an answer to another request never takes the place of a newer one', async () => {
  const kept = tokenFor(vendor)
  vendor.now = june + day
  vendor.says = { mode: 'export-only', reason: 'terminated', exp: undefined }
  const license = await openAt(vendor, { store })
  expect(license.reason).toBe('terminated')
  const replay = async () => Response.json({ token: kept })
  expect(await openAt(vendor, { store, fetch: replay })).toMatchObject({
    mode: 'export-only',
    reason: 'terminated',
    problem: { code: 'invalid_token' },
  })
})

test.each([
  [60, june],
  [61, june + 61 * second],
])(
  'a token issued %i s ahead of the machine’s clock counts, and moves the clock only beyond 60 s',
  async (ahead, now) => {
    const stored = await openAt(vendor, { store })
    await stored.close()
    vendor.says = { nonce: undefined, iat: june / 1000 + ahead, exp: june / 1000 + 120 }
    const license = await openAt(vendor, { store: newDrawer() })
    expect(license.mode).toBe('full')
    vendor.now = june + (120 * second - (now - june)) - 1
    expect(license.mode).toBe('full')
    vendor.now = june + 120 * second
    expect(license.mode).toBe('export-only')
  },
)

describe('in a sandbox', () => {
  beforeEach(() => {
    vendor.sandbox = true
  })

  test('time is the sandbox’s, and the last one offline', async () => {
    const options = { store, sandbox: true, now: () => in2099 }
    const license = await openAt(vendor, options)
    expect(license.mode).toBe('full')
    vendor.now = end - 1
    await license.refresh()
    vendor.fails = 0
    expect(await openAt(vendor, options)).toMatchObject({ mode: 'full' })
    vendor.fails = null
    vendor.now = end
    expect(await openAt(vendor, options)).toMatchObject({ mode: 'export-only', reason: 'ended' })
    vendor.fails = 0
    expect(await openAt(vendor, options)).toMatchObject({ mode: 'export-only', reason: 'ended' })
  })

  test('a moved clock is noticed at the next start, though the stored token is fresh', async () => {
    vendor.now = end - 1000
    await openAt(vendor, { store, sandbox: true })
    vendor.now = end
    expect(await openAt(vendor, { store, sandbox: true })).toMatchObject({
      mode: 'export-only',
      reason: 'ended',
    })
  })

  test('tokens are worth nothing to a product that was not opened for one', async () => {
    expect(await openAt(vendor, { store })).toMatchObject({
      mode: 'export-only',
      reason: 'sandbox',
    })
  })
})
