import { beforeEach, describe, expect, test, vi } from 'vitest'
import type { Fetch, OpenLicense, Options } from '../../src/client/index.ts'
import { signStatusList } from '../../src/token/sign-status-list.ts'
import { signer } from '../../src/token/sign.ts'
import { newSigningKey } from '../../src/token/signing-key.ts'
import type { SigningKey } from '../../src/token/signing-key.ts'
import { claims } from '../token/license.ts'
import { day, june, newDrawer, newVendor, openAt, second, server } from './vendor.ts'
import type { Drawer, Vendor } from './vendor.ts'

// A client that reaches nothing but its token's status list, as a cache serves it.

const hour = 3600 * second
const uri = `${server}/status-lists/1`
const place = { status_list: { uri, idx: 5 } }
let vendor: Vendor
let store: Drawer
beforeEach(async () => {
  vendor = await newVendor(june)
  vendor.says = { status: place }
  store = newDrawer()
  find()
})

interface Told {
  readonly status: number
  readonly at?: number
  readonly address?: string
  readonly issuer?: string
  readonly key?: SigningKey
  readonly others?: object
}

const listOf = async (told: Told): Promise<string> => {
  const { status, at = vendor.now, address = uri, issuer = claims.iss, key = vendor.signing } = told
  const statuses = new Uint8Array(64)
  statuses[5] = status
  const { jwt } = await signStatusList(signer(key), { uri: address, issuer }, statuses, at)
  if (told.others === undefined) return jwt
  const payload = JSON.parse(Buffer.from(jwt.split('.')[1] ?? '', 'base64url').toString())
  return signer(key)('statuslist+jwt', { ...payload, ...told.others })
}
const tell = (told: Told): void => {
  vendor.list = () => listOf(told)
}
const open = (options: Partial<Options> = {}): Promise<OpenLicense> =>
  openAt(vendor, { store, fetch: reach, ...options })
let isLost = false
/** From then on the server gives no tokens, and its lists are there. */
const lose = (): void => void (isLost = true)
const find = (): void => void (isLost = false)
const reach: Fetch = (url, init) =>
  isLost && url.endsWith('/v1/tokens')
    ? Response.json({}, { status: 503 })
    : vendor.fetch(url, init)
/** A license that was full, an hour later, without its server. */
const anHourLater = async (): Promise<OpenLicense> => {
  await (await open()).close()
  vendor.now += hour
  lose()
  return open()
}
/** What it is after it has looked. */
const looked = async (license: OpenLicense) => {
  await license.refresh()
  return [license.mode, license.reason]
}

describe('a client that reaches only the list', () => {
  test.each([
    [1, 'stale'],
    [2, 'suspended'],
    [3, 'ended'],
    [0, null],
  ] as const)('of a status %d is export-only with the reason %s', async (status, reason) => {
    const license = await anHourLater()
    tell({ status })
    expect(await looked(license)).toEqual(reason ? ['export-only', reason] : ['full', 'in_term'])
    expect(license.allows('orders:write')).toBe(status === 0)
    expect(license.allows('data:export')).toBe(true)
    expect(license.exportFormats).toEqual(claims.export_formats)
    expect(license.limits).toEqual(status === 0 ? claims.limits : {})
  })

  test('learns it by itself within an hour, tells its listeners, and asks the server at once', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    try {
      const license = await open()
      const told: string[] = []
      license.on('change', ({ reason }) => told.push(reason))
      lose()
      tell({ status: 2, at: june + 60 * second })
      const asked = vendor.calls.filter((each) => each.startsWith('GET /.well-known')).length
      vendor.now += hour
      await vi.advanceTimersByTimeAsync(hour)
      await vi.waitFor(() => expect(told).toEqual(['suspended']))
      expect(
        vendor.calls.filter((each) => each.startsWith('GET /.well-known')).length,
      ).toBeGreaterThan(asked)
      await license.close()
    } finally {
      vi.useRealTimers()
    }
  })

  test('is full again when a later list says so, and not when an earlier one does', async () => {
    const license = await anHourLater()
    tell({ status: 2 })
    await looked(license)
    vendor.now += hour
    tell({ status: 0, at: vendor.now - hour - second })
    expect(await looked(license)).toEqual(['export-only', 'suspended'])
    vendor.now += hour
    tell({ status: 0 })
    expect(await looked(license)).toEqual(['full', 'in_term'])
  })

  test('remembers it over a restart without any network', async () => {
    const license = await anHourLater()
    tell({ status: 2 })
    await looked(license)
    await license.close()
    vendor.fails = 0
    expect(await open()).toMatchObject({ mode: 'export-only', reason: 'suspended' })
  })

  test('looks once in a while, however often it is asked to refresh', async () => {
    const license = await anHourLater()
    tell({ status: 0 })
    for (let times = 0; times < 5; times += 1) await license.refresh()
    expect(vendor.calls.filter((each) => each === 'GET /status-lists/1')).toHaveLength(1)
  })
})

test('a token is later news than an earlier list, so whoever was resumed is full at once', async () => {
  const license = await anHourLater()
  tell({ status: 2 })
  expect(await looked(license)).toEqual(['export-only', 'suspended'])
  await license.close()
  const earlier = await listOf({ status: 2 })
  vendor.now += 60 * second
  find()
  expect((await open()).mode).toBe('full')
  vendor.now += hour
  lose()
  vendor.list = () => earlier
  expect(await looked(await open())).toEqual(['full', 'in_term'])
})

describe('nothing changes for a list that', () => {
  test.each<[string, () => Promise<void> | void]>([
    ['is not there', () => void (vendor.list = null)],
    ['is no list', () => void (vendor.list = () => '<html>')],
    ['is empty', () => void (vendor.list = () => '')],
    ['is over', () => tell({ status: 2, others: { exp: vendor.now / 1000 } })],
    ['is older than the token', () => tell({ status: 2, at: june - second })],
    ['is of another address', () => tell({ status: 2, address: `${uri}1` })],
    ['is of another issuer', () => tell({ status: 2, issuer: 'https://other.example' })],
    [
      'has no place for the token',
      () => tell({ status: 2, others: { status_list: { bits: 2, lst: 'eJxjAAAAAQAB' } } }),
    ],
    [
      'does not unpack',
      () => tell({ status: 2, others: { status_list: { bits: 2, lst: 'AAAA' } } }),
    ],
    [
      'is a license token',
      () => {
        vendor.list = () =>
          signer(vendor.signing)('vnd.auszug.license+jwt', { ...claims, status_list: {} })
      },
    ],
    [
      'is too long',
      () => {
        vendor.list = async () => (await listOf({ status: 2 })).padEnd(70_000, 'A')
      },
    ],
    [
      'was changed on the way',
      () => {
        vendor.list = async () => (await listOf({ status: 2 })).replace(/.{4}$/, 'AAAA')
      },
    ],
    ['a stranger has signed', async () => tell({ status: 2, key: await newSigningKey('Ed25519') })],
  ])('%s', async (_, say) => {
    const license = await anHourLater()
    await say()
    expect(await looked(license)).toEqual(['full', 'in_term'])
    expect(vendor.calls).toContain('GET /status-lists/1')
  })

  test('never ends', async () => {
    const license = await anHourLater()
    let sent = 0
    const endless = () =>
      new ReadableStream({
        pull: (controller) => {
          sent += 1
          controller.enqueue(new Uint8Array(16_384).fill(65))
        },
      })
    await license.close()
    const fetch: Fetch = (url, init) => (url === uri ? new Response(endless()) : reach(url, init))
    expect(await looked(await open({ fetch }))).toEqual(['full', 'in_term'])
    expect(sent).toBeGreaterThan(3)
    expect(sent).toBeLessThan(20)
  })
})

test('a token without a place has no list that is looked for', async () => {
  vendor.says = {}
  const license = await anHourLater()
  tell({ status: 2 })
  expect(await looked(license)).toEqual(['full', 'in_term'])
  expect(vendor.calls).not.toContain('GET /status-lists/1')
})

test('a list that a key from the signed key set has signed counts, as a token would', async () => {
  const next = await newSigningKey('Ed25519')
  vendor.published = [
    { publicKey: vendor.signing.publicKey, state: 'active' },
    { publicKey: next.publicKey, state: 'next' },
  ]
  const license = await anHourLater()
  tell({ status: 2, key: next })
  expect(await looked(license)).toEqual(['export-only', 'suspended'])
})

test('an odd note in the store is passed over', async () => {
  await (await open()).close()
  for (const [name, text] of store.texts)
    store.texts.set(name, JSON.stringify({ ...JSON.parse(text), news: { a: 1 }, newsIat: 'x' }))
  vendor.fails = 0
  expect((await open()).mode).toBe('full')
})

test('the news of one token says nothing of a later one', async () => {
  const license = await anHourLater()
  tell({ status: 1 })
  expect(await looked(license)).toEqual(['export-only', 'stale'])
  await license.close()
  vendor.now += day
  find()
  expect((await open()).mode).toBe('full')
  vendor.fails = 0
  expect((await open()).mode).toBe('full')
})
