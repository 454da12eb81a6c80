import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { openLicense } from '../../src/client/index.ts'
import type { Fetch, OpenLicense, Options } from '../../src/client/index.ts'
import { takeLease } from '../../src/client/leases.ts'
import type { Lease } from '../../src/client/leases.ts'
import { openHouse, publicUrl } from '../api/house.ts'
import type { House, List } from '../api/house.ts'
import { openShop } from '../api/shop.ts'
import type { Shop, Sold } from '../api/shop.ts'

let house: House
let shop: Shop
let sold: Sold
let pins: { keys: object[] }
let reaches = true
const opened: OpenLicense[] = []
beforeAll(async () => {
  house = await openHouse()
  shop = await openShop(house, { lease: 'PT10M', seats: 1 })
  pins = (await house.call<{ keys: object[] }>('GET', '/.well-known/jwks.json')).body
})
beforeEach(async () => {
  house.clock.set('2026-01-10T10:00:00+01:00')
  sold = await shop.sell()
  reaches = true
})
afterEach(async () => {
  vi.useRealTimers()
  for (const license of opened.splice(0)) await license.close()
})
afterAll(() => house.close())

const fetch: Fetch = (url, init) => {
  if (!reaches) throw new TypeError('no network')
  return house.app.request(url.slice(publicUrl.length), init)
}

async function machine(options: Partial<Options> = {}): Promise<OpenLicense> {
  const license = await openLicense({
    server: publicUrl,
    product: shop.product,
    key: sold.key,
    trust: pins,
    fingerprint: 'terminal server',
    fetch,
    now: () => house.clock.now,
    ...options,
  })
  opened.push(license)
  return license
}

async function inUse(): Promise<readonly string[]> {
  const path = `/v1/licenses/${sold.id}/leases`
  const { body } = await house.call<List<{ holder: string; expires_at: string }>>('GET', path)
  return body.data.map(({ holder, expires_at }) => `${holder} to ${expires_at.slice(11, 19)}`)
}

/** Later by the server's clock and by the client's, and whatever is due then. */
async function later(seconds: number): Promise<void> {
  house.clock.now += seconds * 1000
  await vi.advanceTimersByTimeAsync(seconds * 1000)
}

/** Heartbeat after heartbeat, until the server has answered one. */
async function heldAgain(lease: Lease | null): Promise<void> {
  await vi.waitFor(async () => {
    await later(200)
    expect(lease?.isHeld).toBe(true)
  })
}

test('two people on one machine share one seat: the second works when the first has gone', async () => {
  const license = await machine()
  const anna = await takeLease(license, { holder: 'Anna' })
  expect(anna.lease?.isHeld).toBe(true)
  const ben = await takeLease(license, { holder: 'Ben' })
  expect(ben).toMatchObject({ lease: null, reason: 'no_seat', holders: [{ holder: 'Anna' }] })
  expect(license.mode).toBe('full')
  await anna.lease?.release()
  expect(anna.lease?.isHeld).toBe(false)
  expect((await takeLease(license, { holder: 'Ben' })).lease?.isHeld).toBe(true)
})

test('heartbeats keep a lease by themselves, and without the server it lapses', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const { lease } = await takeLease(await machine(), { holder: 'Anna' })
  expect(await inUse()).toEqual(['Anna to 10:10:00'])
  await later(200)
  await vi.waitFor(() => expect(lease?.heldUntil).toBe(house.clock.now + 600_000))
  expect(await inUse()).toEqual(['Anna to 10:13:20'])
  reaches = false
  await later(599)
  expect(lease?.isHeld).toBe(true)
  await later(1)
  expect(lease?.isHeld).toBe(false)
  reaches = true
  await heldAgain(lease)
})

test('what the server has given to somebody else is not held, and is taken again when it is free', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const license = await machine()
  const { lease } = await takeLease(license, { holder: 'Anna' })
  reaches = false
  await later(600)
  reaches = true
  const ben = await takeLease(license, { holder: 'Ben' })
  expect(ben.lease?.isHeld).toBe(true)
  await later(200)
  expect(lease?.isHeld).toBe(false)
  await ben.lease?.release()
  await heldAgain(lease)
})

test('no lease counts that a stranger has signed, or that answers another request', async () => {
  const { lease } = await takeLease(await machine({ trust: [] }))
  expect(lease).toBeNull()
  let kept: string | null = null
  const replaying: Fetch = async (url, init) => {
    const answer = await fetch(url, init)
    if (!url.endsWith('/v1/leases')) return answer
    kept ??= await answer.text()
    return new Response(kept, { status: 200 })
  }
  sold = await shop.sell()
  const license = await machine({ fetch: replaying })
  expect((await takeLease(license)).lease).not.toBeNull()
  expect(await takeLease(license)).toMatchObject({ lease: null, reason: 'server_gone' })
})

test('a license that is export-only, or counts by machine, gives none and says why', async () => {
  const license = await machine()
  await house.call('PUT', `/v1/licenses/${sold.id}/suspension`, { body: { reason: 'Unpaid' } })
  expect(await takeLease(license)).toMatchObject({ lease: null, reason: 'suspended' })
  sold = await shop.sell({ overrides: { lease: null } })
  expect(await takeLease(await machine())).toMatchObject({ lease: null, reason: 'refused' })
})
