import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { publicKeys } from '../../src/token/public-key.ts'
import { verifyLease } from '../../src/token/lease.ts'
import { openHouse, publicUrl } from './house.ts'
import type { House, Json, List, Refusal, Reply } from './house.ts'
import { openShop } from './shop.ts'
import type { Shop, Sold } from './shop.ts'
import { askToken } from './start-up.ts'

interface LeaseWire {
  readonly id: string
  readonly holder: string | null
  readonly expires_at: string
}

interface Leased {
  readonly decision: { readonly mode: string; readonly reason: string }
  readonly lease: LeaseWire | null
  readonly token: string | null
  readonly heartbeat_at: string | null
  readonly leases?: readonly LeaseWire[]
}

let house: House
let shop: Shop
let sold: Sold
beforeAll(async () => {
  house = await openHouse()
  shop = await openShop(house, { lease: 'PT10M' })
})
beforeEach(async () => {
  house.clock.set('2026-01-10T10:00:00+01:00')
  sold = await shop.sell()
})
afterAll(() => house.close())

const nonce = '0123456789abcdef'

const take = (holder: string, more: Json = {}): Promise<Reply<Leased>> =>
  house.call('POST', '/v1/leases', {
    role: null,
    body: { license_key: sold.key, product: shop.product, holder, nonce, ...more },
  })

function at<Body = Leased>(method: string, id: string, key = sold.key): Promise<Reply<Body>> {
  const path = `/v1/leases/${id}${method === 'PUT' ? '/heartbeat' : ''}`
  const headers = { authorization: `License ${key}` }
  return house.call(method, path, { role: null, headers, body: method === 'PUT' ? { nonce } : {} })
}

const inUse = async (): Promise<readonly (string | null)[]> => {
  const path = `/v1/licenses/${sold.id}/leases`
  const { body } = await house.call<List<LeaseWire>>('GET', path, { role: 'viewer' })
  return body.data.map(({ holder }) => holder)
}

test('a lease is taken, kept by heartbeats and given back', async () => {
  const { body } = await take('Anna')
  expect(body).toMatchObject({
    decision: { mode: 'full' },
    lease: { holder: 'Anna', expires_at: '2026-01-10T10:10:00+01:00' },
    heartbeat_at: '2026-01-10T10:03:20+01:00',
  })
  const id = body.lease?.id ?? ''
  house.clock.set('2026-01-10T10:09:59+01:00')
  const renewed = await at('PUT', id)
  expect(renewed.body.lease).toMatchObject({ id, expires_at: '2026-01-10T10:19:59+01:00' })
  expect(await inUse()).toEqual(['Anna'])
  for (let n = 0; n < 2; n++) expect((await at('DELETE', id)).status).toBe(204)
  expect(await inUse()).toEqual([])
  expect((await at<Refusal>('PUT', id)).status).toBe(404)
})

test('it is signed for the request that asked, and for no other', async () => {
  const keys = publicKeys((await house.call('GET', '/.well-known/jwks.json')).body)
  const { token } = (await take('Anna')).body
  const expected = { product: shop.product, issuer: publicUrl, nonce, sandbox: false }
  expect(await verifyLease(token, keys, expected)).toBe(600)
  for (const other of [
    { nonce: 'another-nonce-0000' },
    { product: 'other' },
    { issuer: 'https://other.example' },
  ])
    await expect(verifyLease(token, keys, { ...expected, ...other })).rejects.toThrow('invalid')
  const answer = await askToken(house, { license_key: sold.key, product: shop.product, nonce })
  await expect(verifyLease(answer.body.token, keys, expected)).rejects.toThrow('invalid')
})

test('past the seats there is none, and the answer says who works, until one has lapsed', async () => {
  for (const holder of ['Anna', 'Ben', 'Carl']) await take(holder)
  const { body } = await take('Dora')
  expect(body).toMatchObject({
    decision: { mode: 'export-only', reason: 'no_seat', capabilities: ['data:export'] },
    lease: null,
    token: null,
    leases: [{ holder: 'Anna' }, { holder: 'Ben' }, { holder: 'Carl' }],
  })
  house.clock.set('2026-01-10T10:10:00+01:00')
  expect((await take('Dora')).body.lease).not.toBeNull()
  expect(await inUse()).toEqual(['Dora'])
})

test('a heartbeat that was on its way does not revive a lease whose seat has been given away', async () => {
  const { body } = await take('Anna')
  for (const holder of ['Ben', 'Carl']) await take(holder)
  house.clock.set('2026-01-10T10:10:00+01:00')
  for (const holder of ['Dora', 'Emil', 'Fritz']) await take(holder)
  house.clock.set('2026-01-10T10:09:59+01:00')
  expect((await at('PUT', body.lease?.id ?? '')).status).toBe(404)
})

test('a hundred at once get three leases, exactly three', async () => {
  const answers = await Promise.all(Array.from({ length: 100 }, (_, n) => take(`user ${n}`)))
  expect(answers.filter(({ body }) => body.lease !== null)).toHaveLength(3)
  expect(await inUse()).toHaveLength(3)
})

test('any number of machines has a token meanwhile, and a lease leaves no trace in the history', async () => {
  for (const fingerprint of ['a', 'b', 'c', 'd']) {
    const asked = { license_key: sold.key, product: shop.product, fingerprint }
    expect((await askToken(house, asked)).body.decision.mode).toBe('full')
  }
  const events = async () =>
    (await house.call<List>('GET', `/v1/licenses/${sold.id}/events`)).body.data.length
  const before = await events()
  const { lease } = (await take('Anna')).body
  await at('PUT', lease?.id ?? '')
  expect(await events()).toBe(before)
})

test('an export-only license gives none, and renews none', async () => {
  const { lease } = (await take('Anna')).body
  await house.call('PUT', `/v1/licenses/${sold.id}/suspension`, { body: { reason: 'Unpaid' } })
  expect((await take('Ben')).body).toMatchObject({ decision: { reason: 'suspended' }, lease: null })
  expect((await at('PUT', lease?.id ?? '')).body).toMatchObject({ lease: null })
  expect(await inUse()).toEqual([])
})

test('nobody takes, renews or gives back a lease by another license’s key', async () => {
  const { lease } = (await take('Anna')).body
  const other = await shop.sell()
  const id = lease?.id ?? ''
  expect((await at('PUT', id, other.key)).status).toBe(404)
  expect((await at('DELETE', id, other.key)).status).toBe(204)
  expect(await inUse()).toEqual(['Anna'])
  for (const wrong of [{ license_key: 'nonsense' }, { product: 'other' }])
    expect((await take('Ben', wrong)).status).toBe(404)
  expect((await house.call('DELETE', `/v1/leases/${id}`, { role: null })).status).toBe(401)
})

test('where seats are counted by machine there are no leases', async () => {
  sold = await shop.sell({ overrides: { lease: null } })
  const refused = await take('Anna')
  expect([refused.status, refused.text]).toEqual([409, expect.stringContaining('#no-leases')])
})
