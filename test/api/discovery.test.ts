import { decodeProtectedHeader, importJWK, jwtVerify } from 'jose'
import type { JSONWebKeySet } from 'jose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openHouse, publicUrl } from './house.ts'
import type { House, Refusal, Reply } from './house.ts'
import { openShop } from './shop.ts'
import type { Sold } from './shop.ts'

interface SigningKeyWire {
  readonly kid: string
  readonly algorithm: string
  readonly state: string
  readonly activated_at: string | null
  readonly retired_at: string | null
  readonly revoked_at: string | null
}

let house: House
let sold: Sold
beforeAll(async () => {
  house = await openHouse()
  sold = await (await openShop(house)).sell()
})
afterAll(() => house.close())

const get = <Body = JSONWebKeySet>(path: string, headers = {}): Promise<Reply<Body>> =>
  house.call<Body>('GET', path, { role: null, headers })
const jwks = async (): Promise<(string | undefined)[]> =>
  (await get('/.well-known/jwks.json')).body.keys.map(({ kid }) => kid)
const keys = async (): Promise<readonly SigningKeyWire[]> =>
  (await house.call<{ data: SigningKeyWire[] }>('GET', '/v1/signing-keys')).body.data
const kidOf = async (state: string): Promise<string> =>
  (await keys()).find((key) => key.state === state && key.algorithm === 'Ed25519')?.kid ?? ''
const signedBy = async (): Promise<string | undefined> => {
  const body = { license_key: sold.key, product: sold.product, fingerprint: 'x' }
  const reply = await house.call<{ token: string }>('POST', '/v1/tokens', { body, role: null })
  return decodeProtectedHeader(reply.body.token).kid
}

test('the JWKS has the active and the next key, public halves only', async () => {
  const { status, headers, body } = await get('/.well-known/jwks.json')
  expect(status).toBe(200)
  expect(headers.get('content-type')).toBe('application/jwk-set+json')
  expect(headers.get('cache-control')).toBe('public, max-age=300')
  expect(headers.get('access-control-allow-origin')).toBe('*')
  expect(body.keys).toHaveLength(2)
  for (const key of body.keys)
    expect(key).toEqual({
      kty: 'OKP',
      crv: 'Ed25519',
      x: expect.stringMatching(/^[\w-]{43}$/),
      alg: 'Ed25519',
      use: 'sig',
      kid: expect.stringMatching(/^[\w-]{43}$/),
    })
})

test.each(['/.well-known/jwks.json', '/.well-known/license-server', '/problems'])(
  '%s is sent once: who has it already gets 304 and no body',
  async (path) => {
    const first = await get(path)
    const etag = first.headers.get('etag') ?? ''
    expect(etag).toMatch(/^"[\w-]{43}"$/)
    for (const tag of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      const again = await get(path, { 'if-none-match': tag })
      expect([again.status, again.text]).toEqual([304, ''])
      expect(again.headers.get('etag')).toBe(etag)
      expect(again.headers.get('access-control-allow-origin')).toBe('*')
    }
    expect((await get(path, { 'if-none-match': '"other"' })).status).toBe(200)
  },
)

test('keys.jwt is the same set, signed by the active key', async () => {
  const set = await get('/.well-known/jwks.json')
  const { text, headers } = await get('/.well-known/keys.jwt')
  expect(headers.get('content-type')).toBe('application/jwt')
  const key = set.body.keys.find(({ kid }) => kid === decodeProtectedHeader(text).kid)
  const { payload } = await jwtVerify(text, await importJWK(key ?? {}), {
    typ: 'vnd.auszug.keys+jwt',
    issuer: publicUrl,
    currentDate: new Date(house.clock.now),
  })
  expect(payload).toEqual({ iss: publicUrl, iat: house.clock.now / 1000, keys: set.body.keys })
  expect((await get('/.well-known/keys.jwt?alg=ES256')).status).toBe(404)
  expect((await get('/.well-known/keys.jwt?alg=none')).status).toBe(400)
})

test('the server says what it is and where everything stands', async () => {
  expect((await get('/.well-known/license-server')).body).toEqual({
    issuer: publicUrl,
    token_endpoint: `${publicUrl}/v1/tokens`,
    jwks_uri: `${publicUrl}/.well-known/jwks.json`,
    keys_uri: `${publicUrl}/.well-known/keys.jwt`,
    evidence_keys_uri: `${publicUrl}/.well-known/evidence-keys.json`,
    algorithms: ['Ed25519'],
    status_lists: [],
  })
})

test('it lives and is ready', async () => {
  expect(await get('/healthz')).toMatchObject({ status: 200, body: { status: 'ok' } })
  expect(await get('/readyz')).toMatchObject({ status: 200, body: { status: 'ready' } })
})

test('the page of problems has a heading for the type of every refusal', async () => {
  const page = await get('/problems')
  expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8')
  const refusal = await house.call<Refusal>('GET', '/v1/licenses/nothing')
  expect(page.text).toContain(`id="${refusal.body.type.split('#')[1]}"`)
})

describe('signing keys', () => {
  test('are rotated: the next one signs at once, and the one before goes on verifying', async () => {
    const [active, coming] = [await kidOf('active'), await kidOf('next')]
    expect(await signedBy()).toBe(active)
    const { status } = await house.call('POST', '/v1/signing-keys/rotation', { body: {} })
    expect(status).toBe(200)
    expect(await signedBy()).toBe(coming)
    const now = await keys()
    expect(now.map(({ state }) => state).sort()).toEqual(['active', 'next', 'retired'])
    expect(now).toContainEqual(
      expect.objectContaining({
        kid: active,
        state: 'retired',
        retired_at: '2025-10-01T07:00:00Z',
        revoked_at: null,
      }),
    )
    expect(await jwks()).toContain(active)
  })

  test('that have leaked vanish, and the next one signs in their place at once', async () => {
    const [active, coming] = [await kidOf('active'), await kidOf('next')]
    const revoke = () => house.call('POST', `/v1/signing-keys/${active}/revocation`)
    expect((await revoke()).status).toBe(200)
    expect(await jwks()).not.toContain(active)
    expect(await kidOf('active')).toBe(coming)
    expect(await signedBy()).toBe(coming)
    const before = await keys()
    house.clock.set('2025-10-02T09:00:00+02:00')
    expect((await revoke()).status).toBe(200)
    expect(await keys()).toEqual(before)
  })

  test('that have leaked before they signed are replaced: there is always a next one to pin', async () => {
    const leaked = await kidOf('next')
    await house.call('POST', `/v1/signing-keys/${leaked}/revocation`)
    expect(await jwks()).not.toContain(leaked)
    const replaced = await kidOf('next')
    expect(replaced).not.toBe('')
    expect(await jwks()).toContain(replaced)
  })

  test('of an algorithm that nobody uses can be made ahead', async () => {
    const made = await house.call<{ data: SigningKeyWire[] }>('POST', '/v1/signing-keys/rotation', {
      body: { algorithm: 'ES256' },
    })
    const states = made.body.data.filter(({ algorithm }) => algorithm === 'ES256')
    expect(states.map(({ state }) => state).sort()).toEqual(['active', 'next', 'retired'])
  })

  test('that are not there cannot be revoked, and what is no algorithm cannot be rotated', async () => {
    for (const kid of ['nothing', '%00', '%FF'])
      expect((await house.call('POST', `/v1/signing-keys/${kid}/revocation`)).status).toBe(404)
    const wrong = await house.call('POST', '/v1/signing-keys/rotation', {
      body: { algorithm: 'HS256' },
    })
    expect(wrong).toMatchObject({ status: 422, body: { errors: [{ pointer: '/algorithm' }] } })
  })
})
