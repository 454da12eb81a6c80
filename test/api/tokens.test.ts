import { decodeProtectedHeader } from 'jose'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { saltedFingerprintSync } from '../../src/token/fingerprint-sync.ts'
import { instant, openHouse, publicUrl } from './house.ts'
import type { House, Json } from './house.ts'
import { openShop } from './shop.ts'
import type { Shop, Sold } from './shop.ts'
import { askToken, claimsIn } from './start-up.ts'

let house: House
let shop: Shop
let sold: Sold
beforeAll(async () => {
  house = await openHouse()
  shop = await openShop(house)
})
beforeEach(async () => {
  house.clock.set('2026-01-10T10:00:00+01:00')
  sold = await shop.sell()
})
afterAll(() => house.close())

const ask = (body: Json = {}, headers = {}): ReturnType<typeof askToken> =>
  askToken(house, { license_key: sold.key, product: shop.product, ...body }, headers)

const seconds = (text: string): number => instant(text) / 1000

test('a product gets a signed token that says what the decision says', async () => {
  const nonce = 'n'.repeat(16)
  const reply = await ask({ fingerprint: 'till-1', machine: 'Kasse 1', nonce })
  expect(reply.status).toBe(200)
  expect(reply.headers.get('cache-control')).toBe('no-store')
  const { token, ...rest } = reply.body
  expect(rest).toEqual({ decision: sold.decision, refresh_at: '2026-01-11T10:00:00+01:00' })
  expect(decodeProtectedHeader(token)).toEqual({
    alg: 'Ed25519',
    typ: 'vnd.auszug.license+jwt',
    kid: expect.stringMatching(/^[\w-]{43}$/),
  })
  const activations = await house.call('GET', `/v1/licenses/${sold.id}/activations`)
  expect(activations.body).toEqual({
    data: [
      {
        id: expect.stringMatching(/^act_[0-9a-z]{26}$/),
        machine: 'Kasse 1',
        created_at: '2026-01-10T10:00:00+01:00',
        last_seen_at: '2026-01-10T10:00:00+01:00',
      },
    ],
    next: null,
  })
  expect(await claimsIn(house, token)).toEqual({
    iss: publicUrl,
    aud: 'broetchenbringer',
    sub: sold.id,
    jti: expect.stringMatching(/^jti_[0-9a-z]{26}$/),
    iat: seconds('2026-01-10T10:00:00+01:00'),
    exp: seconds('2026-01-24T10:00:00+01:00'),
    nonce,
    mode: 'full',
    reason: 'in_term',
    capabilities: ['data:export', 'orders:read', 'orders:write'],
    limits: { branches: 3 },
    export_formats: ['csv', 'jsonl', 'xlsx'],
    term: {
      starts_on: '2025-10-01',
      ends_on: '2026-09-30',
      time_zone: 'Europe/Berlin',
      starts_at: seconds('2025-10-01T00:00:00+02:00'),
      ends_at: seconds('2026-10-01T00:00:00+02:00'),
    },
    renewal: { automatic: true, ends: false },
    objection: { last_day: '2026-09-30', deadline: seconds('2026-10-01T00:00:00+02:00') },
    support: { until: '2026-09-30' },
    activation: {
      id: expect.stringMatching(/^act_/),
      fingerprint: saltedFingerprintSync(sold.id, 'till-1'),
    },
    status: {
      status_list: { idx: expect.any(Number), uri: `${publicUrl}/status-lists/1` },
    },
  })
})

test.each([
  ['Ed25519', 'Ed25519'],
  ['EdDSA', 'EdDSA'],
  ['ES256', 'ES256'],
] as const)(
  'a product of %s has its tokens signed so from the first one on',
  async (algorithm, alg) => {
    const other = await openShop(house, {}, { code: `p-${alg.toLowerCase()}`, algorithm })
    const { key } = await other.sell()
    const { body } = await ask({ license_key: key, product: other.product, fingerprint: 'x' })
    expect(decodeProtectedHeader(body.token).alg).toBe(alg)
    expect((await claimsIn(house, body.token)).aud).toBe(other.product)
  },
)

describe('exp and refresh_at', () => {
  test.each([
    [
      'in the middle of the term: the token’s lifetime',
      {},
      '2026-03-25T10:00:00+01:00',
      '2026-04-08T10:00:00+02:00',
      '2026-03-26T10:00:00+01:00',
    ],
    [
      'near the end of a term that renews: the leeway',
      {},
      '2026-09-25T10:00:00+02:00',
      '2026-10-04T00:00:00+02:00',
      '2026-09-26T10:00:00+02:00',
    ],
    [
      'in the last hours: the turn asks anew',
      {},
      '2026-09-30T20:00:00+02:00',
      '2026-10-04T00:00:00+02:00',
      '2026-10-01T00:00:00+02:00',
    ],
    [
      'by the hour: exactly',
      { token_lifetime: 'PT48H' },
      '2026-03-28T10:00:00+01:00',
      '2026-03-30T11:00:00+02:00',
      '2026-03-28T22:00:00+01:00',
    ],
    [
      'where nothing renews: the end',
      { renewal: 'none', renewal_leeway: 'P0D' },
      '2026-09-25T10:00:00+02:00',
      '2026-10-01T00:00:00+02:00',
      '2026-09-26T10:00:00+02:00',
    ],
  ])('%s', async (_, overrides, at, exp, refresh) => {
    sold = await shop.sell({ overrides })
    house.clock.set(at)
    const { body } = await ask({ fingerprint: 'x' })
    expect((await claimsIn(house, body.token)).exp).toBe(seconds(exp))
    expect(body.refresh_at).toBe(refresh)
  })

  test('an objection takes the leeway away, and the last second is full', async () => {
    await house.call('POST', `/v1/licenses/${sold.id}/objections`, {
      body: { side: 'vendor', channel: 'phone' },
    })
    house.clock.set('2026-09-30T23:59:59+02:00')
    const full = await ask({ fingerprint: 'x' })
    expect(await claimsIn(house, full.body.token)).toMatchObject({
      mode: 'full',
      exp: 1790805600,
      renewal: { automatic: true, ends: true },
    })
    house.clock.set('2026-10-01T00:00:00+02:00')
    const { body } = await ask({ fingerprint: 'x' })
    expect(body.decision).toMatchObject({ mode: 'export-only', reason: 'ended' })
    const claims = await claimsIn(house, body.token)
    expect(claims).toMatchObject({
      mode: 'export-only',
      reason: 'ended',
      capabilities: ['data:export'],
      limits: {},
      export_formats: ['csv', 'jsonl', 'xlsx'],
      term: { ends_on: '2026-09-30' },
    })
    for (const absent of ['exp', 'activation', 'objection', 'suspends_at'])
      expect(claims).not.toHaveProperty(absent)
  })

  test('an announced suspension and a set termination bound a token', async () => {
    await house.call('PUT', `/v1/licenses/${sold.id}/suspension`, {
      body: { reason: 'Unpaid', effective_at: '2026-01-12T00:00:00+01:00' },
    })
    const at = seconds('2026-01-12T00:00:00+01:00')
    expect(await claimsIn(house, (await ask({ fingerprint: 'x' })).body.token)).toMatchObject({
      exp: at,
      suspends_at: at,
    })
    await house.call('POST', `/v1/licenses/${sold.id}/termination`, {
      body: {
        side: 'vendor',
        kind: 'good_cause',
        reason: 'x',
        effective_at: '2026-01-11T00:00:00+01:00',
      },
    })
    const claims = await claimsIn(house, (await ask({ fingerprint: 'x' })).body.token)
    expect(claims.exp).toBe(seconds('2026-01-11T00:00:00+01:00'))
    expect(claims).not.toHaveProperty('objection')
  })

  test('before the start a token runs until the start, and is bound to nothing', async () => {
    sold = await shop.sell({ starts_on: '2026-02-01' })
    const { body } = await ask({ fingerprint: 'x' })
    const claims = await claimsIn(house, body.token)
    expect(claims).toMatchObject({
      mode: 'export-only',
      reason: 'not_started',
      exp: seconds('2026-02-01T00:00:00+01:00'),
      term: null,
    })
    expect(claims).not.toHaveProperty('activation')
  })
})

test.each([
  ['/license_key', { license_key: 5 }],
  ['/license_key', { license_key: undefined }],
  ['/product', { product: undefined }],
  ['/nonce', { nonce: 'short' }],
  ['/nonce', { nonce: 'x'.repeat(65) }],
  ['/nonce', { nonce: `${'x'.repeat(20)}\n` }],
  ['/fingerprint', { fingerprint: '' }],
  ['/fingerprint', { fingerprint: '\0' }],
  ['/machine', { machine: '\ud800' }],
  ['/seat', { seat: 1 }],
])('a token request whose %s is wrong is refused: %j', async (pointer, wrong) => {
  expect(await ask(wrong)).toMatchObject({ status: 422, body: { errors: [{ pointer }] } })
})

test('a token request takes no notice of an Idempotency-Key or of somebody’s bearer', async () => {
  const headers = { 'idempotency-key': 'one', authorization: 'Bearer nonsense' }
  const first = await ask({ fingerprint: 'x' }, headers)
  const second = await ask({ fingerprint: 'y' }, headers)
  expect([first.status, second.status]).toEqual([200, 200])
  expect(second.headers.has('idempotency-replayed')).toBe(false)
})
