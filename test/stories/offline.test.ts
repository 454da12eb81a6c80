import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openLicense } from '../../src/client/index.ts'
import type { OpenLicense, Options } from '../../src/client/index.ts'
import { newDrawer } from '../client/vendor.ts'
import { openHouse, publicUrl } from '../api/house.ts'
import type { House, Json, List, Refusal } from '../api/house.ts'
import { openShop } from '../api/shop.ts'
import type { Shop, Sold } from '../api/shop.ts'

let house: House
let shop: Shop
let sold: Sold
let pins: { keys: object[] }
beforeAll(async () => {
  house = await openHouse()
  shop = await openShop(house)
  pins = (await house.call<{ keys: object[] }>('GET', '/.well-known/jwks.json')).body
})
beforeEach(async () => {
  house.clock.set('2026-01-10T10:00:00+01:00')
  sold = await shop.sell({ overrides: { seats: 1 } })
})
afterAll(() => house.close())

/** The product on a machine that no network reaches. */
function machine(fingerprint: string, options: Partial<Options> = {}): Promise<OpenLicense> {
  return openLicense({
    server: publicUrl,
    product: shop.product,
    trust: pins,
    fingerprint,
    machine: fingerprint,
    fetch: () => Promise.reject(new TypeError('no network')),
    now: () => house.clock.now,
    ...options,
  })
}

/** What staff does with a request file; the answer's text is the license file. */
const makeFile = (request: string, more: Json = {}) =>
  house.call<Refusal>('POST', `/v1/licenses/${sold.id}/file`, {
    body: { ...JSON.parse(request), ...more },
  })

test('a machine that was never online is licensed by two files, until the end of the term', async () => {
  const store = newDrawer()
  const before = await machine('till', { store })
  expect(before).toMatchObject({ mode: 'export-only', reason: 'unlicensed' })
  const file = await makeFile(before.fileRequest)
  expect(file.headers.get('content-disposition')).toContain('.lic')
  expect(await before.useFile(file.text)).toBe(true)
  expect(before).toMatchObject({ mode: 'full', reason: 'in_term', problem: null })
  expect(before.allows('orders:write')).toBe(true)
  await before.close()

  house.clock.set('2026-09-30T23:59:59+02:00')
  const later = await machine('till', { store })
  expect(later).toMatchObject({ mode: 'full', reason: 'in_term' })
  house.clock.set('2026-10-03T23:59:59+02:00')
  expect(later).toMatchObject({ mode: 'full', reason: 'in_leeway' })
  house.clock.set('2026-10-04T00:00:00+02:00')
  expect(later).toMatchObject({ mode: 'export-only', reason: 'ended' })
  expect(later.allows('data:export')).toBe(true)
})

test('the file’s time is a year at most, and has no leeway where nothing is going to renew', async () => {
  sold = await shop.sell({ overrides: { term: 'P3Y' } })
  const till = await machine('till')
  await till.useFile((await makeFile(till.fileRequest)).text)
  expect(till.validUntil).toBe(Date.parse('2027-01-10T10:00:00+01:00'))

  sold = await shop.sell()
  const objection = { side: 'customer', channel: 'phone', declared_by: 'N.', reason: 'moves' }
  await house.call('POST', `/v1/licenses/${sold.id}/objections`, { body: objection })
  const other = await machine('other')
  await other.useFile((await makeFile(other.fileRequest)).text)
  house.clock.set('2026-10-01T00:00:00+02:00')
  expect(other).toMatchObject({ mode: 'export-only', reason: 'ended' })
})

describe('a license file counts for nothing', () => {
  const file = async () => (await makeFile((await machine('till')).fileRequest)).text

  test('on another machine', async () => {
    const copy = await machine('copy')
    expect(await copy.useFile(await file())).toBe(false)
    expect(copy).toMatchObject({ mode: 'export-only', problem: { code: 'wrong_machine' } })
  })

  test('in a product that pins no keys', async () => {
    const open = await machine('till', { trust: undefined })
    expect(await open.useFile(await file())).toBe(false)
    expect(open).toMatchObject({ mode: 'export-only', problem: { code: 'untrusted_key' } })
  })

  test('once a byte of it is another, and it is told from what is no file at all', async () => {
    const text = await file()
    const { token, keys } = JSON.parse(text)
    const half = Math.floor(token.length / 2)
    const bent = token.slice(0, half) + (token[half] === 'A' ? 'B' : 'A') + token.slice(half + 1)
    for (const odd of ['', 'PK', '[]', '{}', JSON.stringify({ version: 1, token: bent, keys })]) {
      const till = await machine('till')
      expect(await till.useFile(odd)).toBe(false)
      expect(till).toMatchObject({ mode: 'export-only', problem: { code: 'invalid_token' } })
      expect(till.allows('data:export')).toBe(true)
    }
  })

  test('in place of a newer one', async () => {
    const older = await file()
    house.clock.set('2026-02-10T10:00:00+01:00')
    const till = await machine('till')
    expect(await till.useFile(await file())).toBe(true)
    expect(await till.useFile(older)).toBe(false)
    expect(till.mode).toBe('full')
  })
})

test('a file carries the keys along that have come since the product was built', async () => {
  const rotate = () => house.call('POST', '/v1/signing-keys/rotation', { body: {} })
  const till = await machine('till')
  await rotate()
  expect(await till.useFile((await makeFile(till.fileRequest)).text)).toBe(true)
  await rotate()
  house.clock.set('2026-02-10T10:00:00+01:00')
  const { text } = await makeFile(till.fileRequest)
  expect(await till.useFile(text)).toBe(true)
  const fresh = await machine('till')
  expect(await fresh.useFile(text)).toBe(false)
  expect(fresh.problem).toMatchObject({ code: 'untrusted_key' })
  pins = (await house.call<{ keys: object[] }>('GET', '/.well-known/jwks.json')).body
})

describe('for a machine without a network staff make a file', () => {
  test('which takes a seat, and is told of in the history', async () => {
    const { body } = await makeFile((await machine('till')).fileRequest)
    expect(body).toMatchObject({ version: 1 })
    const history = await house.call<List<{ type: string; data: Json }>>(
      'GET',
      `/v1/licenses/${sold.id}/events`,
    )
    expect(history.body.data.slice(-2)).toMatchObject([
      { type: 'activation.created' },
      { type: 'file.issued', data: { good_until: '2026-10-03T22:00:00Z' } },
    ])
    const again = await makeFile((await machine('till')).fileRequest)
    expect(again.status).toBe(200)
    expect((await house.call('GET', `/v1/licenses/${sold.id}`)).body.seats_used).toBe(1)
  })

  test('in the place of another machine, if they name it; else they are told who has the seats', async () => {
    await makeFile((await machine('till')).fileRequest)
    const request = (await machine('new till')).fileRequest
    const refused = await makeFile(request)
    expect(refused.status).toBe(409)
    expect(refused.body).toMatchObject({
      type: expect.stringMatching(/#not-full$/),
      reason: 'no_seat',
      machines: [{ machine: 'till' }],
      seat_changes: { left: 3 },
    })
    const { machines } = JSON.parse(refused.text)
    expect((await makeFile(request, { replace: machines[0].id })).status).toBe(200)
  })

  test('not for a license that is export-only, and nothing is kept of it', async () => {
    await house.call('PUT', `/v1/licenses/${sold.id}/suspension`, { body: { reason: 'Unpaid' } })
    const refused = await makeFile((await machine('till')).fileRequest)
    expect([refused.status, JSON.parse(refused.text).reason]).toEqual([409, 'suspended'])
    expect((await house.call('GET', `/v1/licenses/${sold.id}`)).body.seats_used).toBe(0)
  })

  test('not from another product’s request', async () => {
    const refused = await makeFile((await machine('till', { product: 'other' })).fileRequest)
    expect(refused.body).toMatchObject({ status: 422, errors: [{ pointer: '/product' }] })
  })
})
