import { beforeEach, describe, expect, test } from 'vitest'
import type { PublishedKey } from '../../src/token/keyset.ts'
import { newSigningKey } from '../../src/token/signing-key.ts'
import type { KeyState, SigningKey } from '../../src/token/signing-key.ts'
import { june, newDrawer, newVendor, openAt, second } from './vendor.ts'
import type { Drawer, Vendor } from './vendor.ts'

let vendor: Vendor
let store: Drawer
let first: SigningKey
let next: SigningKey
beforeEach(async () => {
  vendor = await newVendor(june)
  store = newDrawer()
  first = vendor.signing
  next = await newSigningKey('Ed25519')
})

describe('a product with pinned keys', () => {
  test('trusts a rotated key if a pinned one vouches for it, offline afterwards too', async () => {
    publish([first, 'active'], [next, 'next'])
    await openAt(vendor, { store, trust: [first.publicKey] })
    vendor.signing = next
    vendor.now += second
    publish([first, 'retired'], [next, 'active'])
    const license = await openAt(vendor, { store, trust: [first.publicKey] })
    expect(await license.refresh()).toBe(true)
    vendor.fails = 0
    expect((await openAt(vendor, { store, trust: [first.publicKey] })).mode).toBe('full')
  })

  test('trusts the grandchild of a pinned key, from what its store has kept of the way there', async () => {
    publish([first, 'active'], [next, 'next'])
    await openAt(vendor, { store, trust: [first.publicKey] })
    const third = await newSigningKey('Ed25519')
    for (const [signing, keys] of [
      [next, [next, third]],
      [third, [third]],
    ] as const) {
      vendor.signing = signing
      vendor.now += second
      vendor.published = keys.map(({ publicKey }) => ({ publicKey, state: 'active' }))
      await (await openAt(vendor, { store, trust: [first.publicKey] })).refresh()
    }
    vendor.fails = 0
    expect((await openAt(vendor, { store, trust: [first.publicKey] })).mode).toBe('full')
  })

  test('keeps the shortest way from its pins, however often the set is signed anew', async () => {
    publish([first, 'active'], [next, 'next'])
    const license = await openAt(vendor, { store, trust: [first.publicKey] })
    vendor.signing = next
    for (let times = 0; times < 10; times++) {
      vendor.now += second
      await license.refresh()
    }
    const [text = ''] = store.texts.values()
    expect(JSON.parse(text).keySets).toHaveLength(2)
  })

  test('does not trust a stranger who answers in the server’s place', async () => {
    vendor.signing = next
    publish([next, 'active'])
    expect(await openAt(vendor, { store, trust: [first.publicKey] })).toMatchObject({
      mode: 'export-only',
      reason: 'untrusted_key',
    })
  })

  test('drops a key that the newest set lacks, a pinned one too, and the token that it signed', async () => {
    publish([first, 'active'], [next, 'next'])
    const license = await openAt(vendor, { store, trust: [first.publicKey, next.publicKey] })
    expect(license.mode).toBe('full')
    const genuine = vendor.fetch
    vendor.vouching = next
    vendor.now += second
    publish([next, 'active'])
    const leaked = async (url: string, init: RequestInit) =>
      url.endsWith('/v1/tokens') ? Response.json({}, { status: 503 }) : genuine(url, init)
    const attacked = await openAt(vendor, {
      store,
      trust: [first.publicKey, next.publicKey],
      fetch: leaked,
    })
    await attacked.refresh()
    expect(attacked).toMatchObject({ mode: 'export-only', reason: 'untrusted_key' })
    vendor.signing = next
    expect((await openAt(vendor, { store, trust: [first.publicKey, next.publicKey] })).mode).toBe(
      'full',
    )
  })

  test('is not talked into an older set', async () => {
    const pins = [first.publicKey, next.publicKey]
    vendor.vouching = next
    publish([next, 'active'])
    vendor.signing = next
    await openAt(vendor, { store, trust: pins })
    vendor.now -= 10 * second
    vendor.signing = first
    publish([first, 'active'], [next, 'next'])
    const license = await openAt(vendor, { store, trust: pins })
    await license.refresh()
    expect(license).toMatchObject({ mode: 'full', problem: { code: 'untrusted_key' } })
  })

  test('takes no key from the bare JWK set or from its store', async () => {
    const text = JSON.stringify({
      version: 1,
      mark: 0,
      refreshAt: 0,
      keySets: [],
      jwks: { keys: [next.publicKey] },
    })
    const spoiled = newDrawer(new Map([['auszug:broetchenbringer:http://localhost:3000', text]]))
    vendor.signing = next
    publish([next, 'active'])
    expect((await openAt(vendor, { store: spoiled, trust: [first.publicKey] })).reason).toBe(
      'untrusted_key',
    )
    expect(vendor.calls).not.toContain('GET /.well-known/jwks.json')
  })

  test('trusts nobody if its pins cannot be read, rather than anybody', async () => {
    for (const trust of [[], { keys: [] }, [{ kty: 'RSA' }]])
      expect((await openAt(vendor, { trust })).reason).toBe('untrusted_key')
  })
})

describe('a product without pins', () => {
  test.each([
    'http://localhost:3000',
    'http://127.0.0.1:3000',
    'http://[::1]:3000',
    'https://license.example',
    'https://license.example/',
  ])('takes the keys of %s from itself', async (server) => {
    const fetch = (url: string, init: RequestInit) =>
      vendor.fetch(`http://localhost:3000${new URL(url).pathname}`, init)
    expect((await openAt(vendor, { server, fetch, trust: undefined, store })).mode).toBe('full')
  })

  test.each([
    'http://license.example',
    'http://localhost.evil.example',
    'http://127.0.0.1.evil.example',
    'http://localhost@evil.example',
  ])('takes no keys from %s, which anybody on the way could have changed', async (server) => {
    const fetch = (url: string, init: RequestInit) =>
      vendor.fetch(`http://localhost:3000${new URL(url).pathname}`, init)
    expect((await openAt(vendor, { server, fetch, trust: undefined })).reason).toBe('untrusted_key')
  })

  test('follows a rotation, and opens offline with what it saw', async () => {
    await openAt(vendor, { store, trust: undefined })
    vendor.signing = next
    publish([next, 'active'])
    expect(await (await openAt(vendor, { store, trust: undefined })).refresh()).toBe(true)
    vendor.fails = 0
    expect((await openAt(vendor, { store, trust: undefined })).mode).toBe('full')
  })
})

function publish(...keys: readonly (readonly [SigningKey, KeyState])[]) {
  vendor.published = keys.map(([{ publicKey }, state]): PublishedKey => ({ publicKey, state }))
}
