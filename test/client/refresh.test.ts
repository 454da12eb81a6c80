import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import type { Standing } from '../../src/client/index.ts'
import { nextAsk, nextWake } from '../../src/client/schedule.ts'
import { floor, standingOf } from '../../src/client/standing.ts'
import { claims } from '../token/license.ts'
import { day, end, june, newDrawer, newVendor, openAt, second } from './vendor.ts'
import type { Vendor } from './vendor.ts'

const hour = 3600 * second
let vendor: Vendor
beforeEach(async () => {
  vendor = await newVendor(june)
})

describe('starting', () => {
  test('with a fresh token asks nobody before it answers', async () => {
    const store = newDrawer()
    await openAt(vendor, { store })
    const before = vendor.calls.length
    expect((await openAt(vendor, { store })).mode).toBe('full')
    expect(vendor.calls).toHaveLength(before)
  })

  test('with a good token that is due waits for the network for as long as `timeout`, and no longer', async () => {
    const store = newDrawer()
    await openAt(vendor, { store })
    vendor.now += day
    vendor.slow = 60_000
    const began = performance.now()
    const license = await openAt(vendor, { store, timeout: 100 })
    expect(performance.now() - began).toBeLessThan(1000)
    expect(license.mode).toBe('full')
    await license.close()
  })

  test('without a token waits for a slow answer', async () => {
    vendor.slow = 150
    expect((await openAt(vendor, { timeout: 100 })).mode).toBe('full')
  })

  test('sends a nonce of its own with every request', async () => {
    await (await openAt(vendor)).refresh()
    const [one, two] = vendor.asked.map(({ nonce }) => nonce)
    expect(one).toMatch(/^.{16,64}$/)
    expect(two).not.toBe(one)
  })

  test('with another key than before asks at once', async () => {
    const store = newDrawer()
    await openAt(vendor, { store, key: 'one' })
    await openAt(vendor, { store, key: 'two' })
    expect(vendor.asked.map(({ license_key }) => license_key)).toEqual(['one', 'two'])
  })
})

describe('a running product', () => {
  test('is told of a change once, with what was before', async () => {
    const license = await openAt(vendor)
    const told: [Standing, Standing][] = []
    const stop = license.on('change', (now, before) => told.push([now, before]))
    await license.refresh()
    vendor.says = { mode: 'export-only', reason: 'suspended', exp: undefined }
    await license.refresh()
    await license.refresh()
    await Promise.resolve()
    expect(told.map(([now, before]) => [now.reason, before.reason])).toEqual([
      ['suspended', 'in_term'],
    ])
    stop()
    vendor.says = {}
    await license.refresh()
    await Promise.resolve()
    expect(told).toHaveLength(1)
  })

  test('is told at the instant at which its license ends, with the server gone', async () => {
    vendor.now = end - 40
    const began = performance.now()
    const license = await openAt(vendor, {
      now: () => end - 40 + Math.floor(performance.now() - began),
    })
    vendor.fails = 0
    const told = new Promise<string>((resolve) =>
      license.on('change', (now) => resolve(now.reason)),
    )
    expect(await told).toBe('ended')
    await license.close()
  })

  test('asks once, however often it is told to', async () => {
    const license = await openAt(vendor)
    await Promise.all([license.refresh(), license.refresh(), license.refresh()])
    expect(vendor.asked).toHaveLength(2)
  })

  test('keeps its good token while the server is gone, and says so', async () => {
    const license = await openAt(vendor)
    for (const fails of [0, 429, 500]) {
      vendor.fails = fails
      expect(await license.refresh()).toBe(false)
      expect(license).toMatchObject({ mode: 'full', problem: { code: 'server_gone' } })
    }
  })

  test('that was closed asks nobody any more and goes on judging by the clock', async () => {
    vendor.now = end - 1
    const license = await openAt(vendor)
    await license.close()
    expect(await license.refresh()).toBe(false)
    expect(license.mode).toBe('full')
    vendor.now = end
    expect(license.mode).toBe('export-only')
  })
})

describe('the next question', () => {
  const full = standingOf(claims, june, june)
  const once = { at: june, failures: 0, retryAfterMs: 0 }

  test.each([0, 0.5, 1])(
    'comes after refresh_at, spread over ten minutes at most (luck %d)',
    (luck) => {
      expect(nextAsk(full, june + 20 * hour, once, luck)).toBe(
        june + 20 * hour + luck * 10 * 60 * second,
      )
    },
  )

  test('comes within seconds where the token ends with its term, so that a renewing customer loses none of it', () => {
    const exp = Number(claims.exp) * 1000
    expect(nextAsk(full, exp, { ...once, at: exp - hour }, 1)).toBe(exp + 5 * second)
  })

  test('comes after a day at the latest in export-only, and never all at once', () => {
    const ended = floor('ended', ['csv'])
    expect(nextAsk(ended, 0, once, 0)).toBe(june + day)
    expect(nextAsk(ended, 0, once, 1)).toBe(june + day * 0.9)
  })

  test('comes when a license begins', () => {
    const coming = standingOf(
      {
        ...claims,
        mode: 'export-only',
        reason: 'not_started',
        term: null,
        exp: june / 1000 + 3600,
      },
      june,
      june,
    )
    expect(nextAsk(coming, 0, once, 0)).toBe(june + hour)
  })

  test('is never due at once, whatever the server says', () => {
    expect(nextAsk(full, 0, once, 0)).toBeGreaterThanOrEqual(june + 60 * second)
    expect(nextAsk(full, june, once, 0)).toBeGreaterThanOrEqual(june + 60 * second)
    expect(nextAsk(full, 8.64e15, once, 0)).toBe(june + day)
  })

  test('comes ever later while the server is gone, an hour at most, and not before it asked for', () => {
    const waits = [1, 2, 3, 6, 7, 50].map(
      (failures) => nextAsk(full, 0, { ...once, failures }, 0) - june,
    )
    expect(waits).toEqual([1, 2, 4, 32, 60, 60].map((minutes) => minutes * 60 * second))
    expect(nextAsk(full, 0, { at: june, failures: 1, retryAfterMs: 2 * hour }, 0)).toBe(
      june + 2 * hour,
    )
    expect(nextAsk(full, 0, { at: june, failures: 1, retryAfterMs: Infinity }, 0)).toBe(june + day)
  })

  test('is no reason to sleep past the end of the term, or for more than an hour', () => {
    expect(nextWake({ ...full, validUntil: june + 90, term: null }, june, june + 5000)).toBe(
      june + 90,
    )
    expect(nextWake({ ...full, validUntil: null }, june, june + 5000)).toBe(june + 5000)
    expect(nextWake({ ...full, validUntil: null }, june, Infinity)).toBe(june + hour)
  })
})

test('a process that has opened a license ends when its own work does, and prints nothing', async () => {
  const client = join(import.meta.dirname, '../../src/client/node.ts')
  const program = `
    import { openLicense } from ${JSON.stringify(client)}
    const license = await openLicense({ server: 'http://localhost:1', product: 'p', key: 'k', timeout: 500 })
    process.stdout.write(license.mode)`
  const began = performance.now()
  const { stdout, stderr } = await promisify(execFile)(process.execPath, [
    '--input-type=module',
    '--eval',
    program,
  ])
  expect([stdout, stderr]).toEqual(['export-only', ''])
  expect(performance.now() - began).toBeLessThan(10_000)
})

test('nothing is printed, whatever goes wrong', async () => {
  const seen = (['log', 'info', 'warn', 'error', 'debug'] as const).map((name) =>
    vi.spyOn(console, name),
  )
  vendor.fails = 500
  const license = await openAt(vendor, {
    store: {
      read: () => '{',
      write: () => {
        throw new Error('full')
      },
    },
  })
  await license.refresh()
  for (const spy of seen) expect(spy).not.toHaveBeenCalled()
  vi.restoreAllMocks()
})
