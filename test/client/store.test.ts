import { chmod, mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { browserStore, memoryStore } from '../../src/client/index.ts'
import { fileStore, openLicense } from '../../src/client/node.ts'
import type { Store } from '../../src/client/index.ts'
import { day, end, june, newDrawer, newVendor, openAt } from './vendor.ts'
import type { Vendor } from './vendor.ts'

let vendor: Vendor
let folder: string
beforeEach(async () => {
  vendor = await newVendor(june)
  folder = await mkdtemp(join(tmpdir(), 'auszug-store-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

describe('a good token', () => {
  test.each<[string, () => Store]>([
    ['a file', () => fileStore(join(folder, 'deep/er/license.json'))],
    ['memory', memoryStore],
    ['a store of the product’s own', newDrawer],
    ['localStorage', inBrowser],
  ])('in %s opens the product without the server', async (_, make) => {
    const store = make()
    await openAt(vendor, { store })
    vendor.fails = 0
    const license = await openAt(vendor, { store })
    expect(license).toMatchObject({ mode: 'full', problem: null })
    await license.close()
  })

  test('in a file can be read by nobody else, and nothing lies beside it', async () => {
    const path = join(folder, 'license.json')
    await openAt(vendor, { store: fileStore(path) })
    expect((await stat(path)).mode & 0o777).toBe(0o600)
    expect(await readdir(folder)).toEqual(['license.json'])
  })
})

describe('a store that is', () => {
  const corrupt = [
    '',
    '{',
    'null',
    '[]',
    '1',
    '{"version":2}',
    '\0\0\0\0',
    '{"a":{}}',
    '{"version":1,"token":7,"mark":"x","keySets":{}}',
  ]
  test.each(corrupt)('corrupt (%j) is told, survived and mended', async (text) => {
    const store = newDrawer()
    await openAt(vendor, { store })
    for (const name of store.texts.keys()) store.texts.set(name, text)
    vendor.fails = 0
    const license = await openAt(vendor, { store })
    expect(license.mode).toBe('export-only')
    expect(['store_unreadable', 'unlicensed']).toContain(license.reason)
    vendor.fails = null
    expect(await license.refresh()).toBe(true)
    expect(license).toMatchObject({ mode: 'full', problem: null })
    vendor.fails = 0
    expect((await openAt(vendor, { store })).mode).toBe('full')
  })

  test.each(['', '{', '[]', '\0'])(
    'a corrupt file (%j) is told, survived and mended',
    async (text) => {
      const path = join(folder, 'license.json')
      await writeFile(path, text)
      vendor.fails = 0
      expect(await openAt(vendor, { store: fileStore(path) })).toMatchObject({
        reason: 'store_unreadable',
      })
      vendor.fails = null
      expect(await openAt(vendor, { store: fileStore(path) })).toMatchObject({
        mode: 'full',
        problem: null,
      })
      expect(JSON.parse(await readFile(path, 'utf8'))).toBeTypeOf('object')
    },
  )

  test('not readable for a moment keeps what is in it', async () => {
    const good = newDrawer()
    await openAt(vendor, { store: good })
    vendor.fails = 0
    const broken: Store = {
      read: () => Promise.reject(new Error('EIO')),
      write: (name, text) => good.write(name, text),
    }
    expect(await openAt(vendor, { store: broken })).toMatchObject({
      reason: 'store_unreadable',
      problem: { code: 'server_gone' },
    })
    expect((await openAt(vendor, { store: good })).mode).toBe('full')
  })

  test('not writable is told, and the product is licensed all the same', async () => {
    const readOnly: Store = {
      read: () => null,
      write: () => {
        throw new Error('EROFS')
      },
    }
    expect(await openAt(vendor, { store: readOnly })).toMatchObject({
      mode: 'full',
      problem: { code: 'store_unwritable' },
    })
    expect(await openAt(vendor, { store: fileStore('/dev/null/license') })).toMatchObject({
      mode: 'full',
      problem: { code: 'store_unwritable' },
    })
  })

  test.runIf(process.getuid?.() !== 0)('read-only on the disk is told', async () => {
    await chmod(folder, 0o500)
    const store = fileStore(join(folder, 'license.json'))
    expect(await openAt(vendor, { store })).toMatchObject({
      mode: 'full',
      problem: { code: 'store_unwritable' },
    })
    await chmod(folder, 0o700)
  })

  test('copied to another machine opens nothing there, and that machine may ask for its own', async () => {
    vendor.binds = true
    const store = newDrawer()
    await openAt(vendor, { store })
    const copy = newDrawer(new Map(store.texts))
    vendor.fails = 0
    expect(await openAt(vendor, { store: copy, fingerprint: 'another' })).toMatchObject({
      mode: 'export-only',
      reason: 'wrong_machine',
    })
    vendor.fails = null
    expect(await openAt(vendor, { store: copy, fingerprint: 'another' })).toMatchObject({
      mode: 'full',
    })
    expect(vendor.asked.at(-1)?.fingerprint).toBe('another')
  })

  test('shared keeps products and issuers apart', async () => {
    const path = join(folder, 'license.json')
    await openAt(vendor, { store: fileStore(path) })
    vendor.fails = 0
    expect((await openAt(vendor, { store: fileStore(path), product: 'other' })).reason).toBe(
      'unlicensed',
    )
    expect(
      (await openAt(vendor, { store: fileStore(path), issuer: 'https://license.example' })).reason,
    ).toBe('unlicensed')
    const license = await openAt(vendor, { store: fileStore(path) })
    expect(license.mode).toBe('full')
    await license.close()
  })

  test('shared by two products of one process loses nothing of either', async () => {
    const store = fileStore(join(folder, 'license.json'))
    const both = await Promise.all([
      openAt(vendor, { store }),
      openAt(vendor, { store, issuer: 'https://license.example' }),
    ])
    await Promise.all(both.map((license) => license.close()))
    vendor.fails = 0
    expect((await openAt(vendor, { store })).mode).toBe('full')
    const other = await openAt(vendor, { store, issuer: 'https://license.example' })
    expect(other.mode).toBe('full')
    await other.close()
  })

  test('rewritten by the owner of the machine makes no token good for longer', async () => {
    const store = newDrawer()
    await openAt(vendor, { store })
    for (const [name, text] of store.texts)
      store.texts.set(
        name,
        JSON.stringify({
          ...JSON.parse(text),
          mark: 0,
          refreshAt: 8.64e15,
          keySets: ['a.b.c'],
          jwks: { keys: [] },
        }),
      )
    vendor.fails = 0
    vendor.now = june + 14 * day
    expect(await openAt(vendor, { store })).toMatchObject({ mode: 'export-only', reason: 'stale' })
  })
})

describe('the machine', () => {
  test('is known by a random id in the store, where it has none', async () => {
    const store = newDrawer()
    await openAt(vendor, { store, fingerprint: undefined })
    await (await openAt(vendor, { store, fingerprint: undefined })).refresh()
    await openAt(vendor, { store: newDrawer(), fingerprint: undefined })
    const [first, second, elsewhere] = vendor.asked.map(({ fingerprint }) => fingerprint)
    expect(first).toMatch(/^[0-9a-f]{32}$/)
    expect(second).toBe(first)
    expect(elsewhere).not.toBe(first)
  })

  test('is known by what the product says, if it says something', async () => {
    await openAt(vendor, { fingerprint: async () => 'till 1' })
    expect(vendor.asked[0]?.fingerprint).toBe('till 1')
  })

  test('that cannot say what it is asks without a fingerprint', async () => {
    await openAt(vendor, {
      fingerprint: () => {
        throw new Error('no')
      },
    })
    expect(vendor.asked[0]).not.toHaveProperty('fingerprint')
  })

  test('is known in Node by the system’s id, or by one in the store, and the same twice', async () => {
    const options = {
      server: 'http://localhost:3000',
      product: 'broetchenbringer',
      key: 'k',
      fetch: vendor.fetch,
      now: () => end - day,
    }
    const store = fileStore(join(folder, 'license.json'))
    await (await openLicense({ ...options, store })).refresh()
    await (await openLicense({ ...options, store })).refresh()
    const known = new Set(vendor.asked.map(({ fingerprint }) => fingerprint))
    expect(known.size).toBe(1)
    expect([...known][0]).toMatch(/^[\w-]{32,43}$/)
  })
})

/** A browser’s storage, as far as a store needs it. */
function inBrowser(): Store {
  const kept = new Map<string, string>()
  Object.defineProperty(globalThis, 'localStorage', {
    configurable: true,
    value: {
      getItem: (name: string) => kept.get(name) ?? null,
      setItem: (name: string, text: string) => kept.set(name, text),
    },
  })
  return browserStore()
}
