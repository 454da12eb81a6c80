import { createLocalJWKSet, decodeProtectedHeader, jwtVerify } from 'jose'
import type { JSONWebKeySet } from 'jose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sql } from 'kysely'
import { openHouse, publicUrl } from './house.ts'
import type { House, Json, List, Refusal } from './house.ts'
import { openShop } from './shop.ts'
import type { Shop, Sold } from './shop.ts'

let house: House
let shop: Shop
let sold: Sold
beforeAll(async () => {
  house = await openHouse()
  shop = await openShop(house)
  sold = await shop.sell()
})
afterAll(() => house.close())

interface EvidenceJwk {
  readonly kty: string
  readonly kid: string
  readonly iat: number
  readonly exp?: number
  readonly revoked?: { readonly revoked_at: number }
}
interface EvidenceSet {
  readonly issuer: string
  readonly keys: EvidenceJwk[]
}

const published = async () =>
  (await house.call<EvidenceSet>('GET', '/.well-known/evidence-keys.json', { role: null })).body
const kids = async () => (await published()).keys.map(({ kid }) => kid)
const checkpoint = async (id = sold.id) =>
  (await house.call<{ checkpoint: string }>('GET', `/v1/licenses/${id}/checkpoint`)).body
const events = async (id = sold.id) =>
  (await house.call<List>('GET', `/v1/licenses/${id}/events?limit=200`)).body.data
const seconds = () => Math.floor(house.clock.now / 1000)

test('evidence is signed with a key of its own, which is none of those that sign tokens', async () => {
  const { body } = await house.call<JSONWebKeySet>('GET', '/.well-known/jwks.json', { role: null })
  const { issuer, keys } = await published()
  expect(issuer).toBe(publicUrl)
  expect(keys).toEqual([
    {
      kty: 'OKP',
      crv: 'Ed25519',
      x: expect.stringMatching(/^[\w-]{43}$/),
      alg: 'Ed25519',
      use: 'sig',
      kid: expect.stringMatching(/^[\w-]{43}$/),
      iat: seconds(),
    },
  ])
  expect(body.keys.map(({ kid }) => kid)).not.toContain(keys[0]?.kid)
  const { body: about } = await house.call('GET', '/.well-known/license-server', { role: null })
  expect(about['evidence_keys_uri']).toBe(`${publicUrl}/.well-known/evidence-keys.json`)
})

describe('a checkpoint', () => {
  test('says how far the history has come, and any JOSE library checks it', async () => {
    const history = await events()
    const told = await checkpoint()
    expect(told).toMatchObject({
      issuer: publicUrl,
      license: sold.id,
      events: history.length,
      head: history.at(-1)?.['hash'],
    })
    const { payload } = await jwtVerify(told.checkpoint, createLocalJWKSet(await published()), {
      typ: 'vnd.auszug.checkpoint+jwt',
      issuer: publicUrl,
      algorithms: ['Ed25519'],
      currentDate: new Date(house.clock.now),
    })
    expect(payload).toEqual({
      iss: publicUrl,
      sub: sold.id,
      iat: seconds(),
      events: history.length,
      head: history.at(-1)?.['hash'],
    })
  })

  test('comes with the receipt of an objection, of a letter’s arrival and of a withdrawal, and covers it', async () => {
    const { id } = await shop.sell()
    const at = `/v1/licenses/${id}/objections`
    const letter = { side: 'customer', channel: 'letter' }
    const consent = { by: 'N. Beispiel', at: '2025-10-01T09:00:00+02:00', how: 'by phone' }
    const asked: readonly (readonly [string, string, Json?])[] = [
      ['POST', at, letter],
      ['POST', at, letter],
      ['PUT', `${at}/customer/receipt`, {}],
      ['POST', `${at}/customer/withdrawal`, { kind: 'agreed', agreed: consent }],
      ['GET', `${at}/customer`],
    ]
    for (const [method, path, body] of asked) {
      const reply = await house.call<{ checkpoint: string }>(method, path, body && { body })
      const keys = createLocalJWKSet(await published())
      const currentDate = new Date(house.clock.now)
      const { payload } = await jwtVerify(reply.body.checkpoint, keys, { currentDate })
      const history = await events(id)
      expect([method, path, payload]).toEqual([
        method,
        path,
        expect.objectContaining({ events: history.length, head: history.at(-1)?.['hash'] }),
      ])
    }
    const preview = await house.call('POST', `${at}?preview=true`, { body: letter })
    expect(preview.body).not.toHaveProperty('checkpoint')
  })

  test('comes with a receipt that is asked for again under the same Idempotency-Key', async () => {
    const { id } = await shop.sell()
    const objection = {
      body: { side: 'vendor', channel: 'phone' },
      headers: { 'idempotency-key': 'evidence' },
    }
    const ask = () => house.call(`POST`, `/v1/licenses/${id}/objections`, objection)
    const [first, again] = [await ask(), await ask()]
    expect([first.status, again.body]).toEqual([201, first.body])
    expect(first.body['checkpoint']).toEqual(expect.any(String))
  })
})

describe('an evidence key', () => {
  test('that is rotated stays published, signs nothing more, and its private half is gone', async () => {
    const [before = ''] = await kids()
    const old = (await checkpoint()).checkpoint
    house.clock.set('2025-11-01T09:00:00+01:00')
    const { status, body } = await house.call<{ data: Json[] }>(
      'POST',
      '/v1/evidence-keys/rotation',
      { body: {} },
    )
    expect([status, body.data.map(({ state }) => state)]).toEqual([200, ['retired', 'active']])
    const { keys } = await published()
    expect(keys.map(({ kid, exp }) => [kid, exp])).toEqual([
      [before, seconds()],
      [expect.not.stringContaining(before), undefined],
    ])
    const fresh = (await checkpoint()).checkpoint
    expect(decodeProtectedHeader(old).kid).toBe(before)
    expect(decodeProtectedHeader(fresh).kid).toBe(keys[1]?.kid)
    const { rows } = await sql`select from evidence_keys where sealed is null`.execute(
      house.database.db,
    )
    expect(rows).toHaveLength(1)
    const set = createLocalJWKSet(await published())
    const currentDate = new Date(house.clock.now)
    expect((await jwtVerify(old, set, { currentDate })).payload.sub).toBe(sold.id)
  })

  test('that has leaked is published with the date, and another signs', async () => {
    const leaked = (await kids()).at(-1) ?? ''
    house.clock.set('2025-12-01T09:00:00+01:00')
    const path = `/v1/evidence-keys/${leaked}/revocation`
    expect((await house.call('POST', path)).status).toBe(200)
    const at = seconds()
    house.clock.set('2025-12-02T09:00:00+01:00')
    expect((await house.call('POST', path)).status).toBe(200)
    const { keys } = await published()
    expect(keys.find(({ kid }) => kid === leaked)?.revoked).toEqual({
      revoked_at: at,
      reason: 'compromised',
    })
    expect(decodeProtectedHeader((await checkpoint()).checkpoint).kid).toBe(keys.at(-1)?.kid)
    expect(keys.at(-1)?.kid).not.toBe(leaked)
  })

  test('that nobody knows cannot be revoked', async () => {
    const reply = await house.call<Refusal>('POST', '/v1/evidence-keys/nothing/revocation')
    expect(reply.status).toBe(404)
  })
})
