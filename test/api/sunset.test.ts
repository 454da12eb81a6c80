import { afterAll, beforeAll, expect, test } from 'vitest'
import type { LastFile } from '../../src/api/sunset.ts'
import { openLicense } from '../../src/client/index.ts'
import { openHouse, publicUrl } from './house.ts'
import type { House } from './house.ts'
import { openShop } from './shop.ts'
import type { Sold } from './shop.ts'

let house: House
let yearly: Sold
let perpetual: Sold
let paused: Sold
let files: ReadonlyMap<string, LastFile>
let pins: { readonly keys: readonly object[] }

beforeAll(async () => {
  house = await openHouse()
  const shop = await openShop(house)
  const forEver = { term: null, renewal_term: null, renewal: 'none', renewal_leeway: 'P0D' }
  const other = await openShop(house, forEver, { code: 'for-ever', algorithm: 'ES256' })
  yearly = await shop.sell()
  perpetual = await other.sell()
  paused = await shop.sell()
  await house.call('PUT', `/v1/licenses/${paused.id}/suspension`, { body: { reason: 'unpaid' } })
  pins = (await house.call<typeof pins>('GET', '/.well-known/jwks.json', { role: null })).body
  const { text } = await house.call('GET', '/v1/sunset')
  const lines: LastFile[] = text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
  files = new Map(lines.map((line) => [line.license, line]))
})
afterAll(() => house.close())

/** A product on a machine that nobody has heard of, with the vendor gone, and its license's last file. */
const openWith = async ({ id, product }: Sold, now: string) => {
  const license = await openLicense({
    server: publicUrl,
    product,
    trust: pins,
    fingerprint: `another machine ${now}`,
    fetch: async () => {
      throw new TypeError('the vendor is gone')
    },
    now: () => Date.parse(now),
  })
  await license.useFile(JSON.stringify(files.get(id)?.file))
  await license.close()
  return license
}

test('the sunset comes as JSON Lines', async () => {
  const { status, headers } = await house.call('GET', '/v1/sunset')
  expect([status, headers.get('content-type')]).toEqual([200, 'application/jsonl'])
})

test('every license has its line, and who is not full has no file in it', () => {
  expect([...files.keys()].sort()).toEqual([yearly.id, perpetual.id, paused.id].sort())
  expect(files.get(yearly.id)).toMatchObject({
    customer: yearly.customer,
    product: yearly.product,
    good_until: '2026-10-01T00:00:00+02:00',
  })
  expect(files.get(perpetual.id)?.good_until).toBeNull()
  expect(files.get(paused.id)).toMatchObject({ good_until: null, file: null })
})

test.each([
  ['2026-09-30T23:59:59+02:00', 'full'],
  ['2026-10-01T00:00:00+02:00', 'export-only'],
] as const)(
  'with the vendor gone a yearly license is at %s %s, on any machine',
  async (now, mode) => {
    expect((await openWith(yearly, now)).mode).toBe(mode)
  },
)

test('with the vendor gone a perpetual license is full for ever', async () => {
  const license = await openWith(perpetual, '2125-01-01T00:00:00Z')
  expect(license).toMatchObject({ mode: 'full', validUntil: null })
})

test('nobody but an admin brings the sunset', async () => {
  for (const role of ['viewer', 'support', 'billing', 'phone'] as const)
    expect((await house.call('GET', '/v1/sunset', { role })).status).toBe(403)
})
