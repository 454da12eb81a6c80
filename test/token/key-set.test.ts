import { calculateJwkThumbprint } from 'jose'
import { beforeAll, describe, expect, test } from 'vitest'
import { jwks, signKeySet } from '../../src/token/keyset.ts'
import { publicKeys } from '../../src/token/public-key.ts'
import { signer } from '../../src/token/sign.ts'
import { newSigningKey } from '../../src/token/signing-key.ts'
import type { KeyState, SigningKey } from '../../src/token/signing-key.ts'
import { adoptKeySet } from '../../src/token/trust.ts'
import type { Trust } from '../../src/token/trust.ts'
import { forge } from './forge.ts'

const issuer = 'https://license.example'
const june = Date.parse('2026-06-01T00:00:00Z')
let first: SigningKey
let second: SigningKey
let third: SigningKey

beforeAll(async () => {
  ;[first, second, third] = [
    await newSigningKey('Ed25519'),
    await newSigningKey('Ed25519'),
    await newSigningKey('ES256'),
  ]
})

describe('the published set', () => {
  test.each<[KeyState, boolean]>([
    ['next', true],
    ['active', true],
    ['retired', true],
    ['revoked', false],
  ])('carries a key that is %s: %s', (state, carried) => {
    expect(jwks([{ publicKey: first.publicKey, state }]).keys.length === 1).toBe(carried)
  })

  test('names each key by its thumbprint and shows no private half', async () => {
    const [key] = jwks([{ publicKey: third.publicKey, state: 'active' }]).keys
    expect(key?.kid).toBe(await calculateJwkThumbprint({ ...third.publicKey }))
    expect(Object.keys(key ?? {}).sort()).toEqual(['alg', 'crv', 'kid', 'kty', 'use', 'x', 'y'])
  })
})

describe('a signed key set', () => {
  test('is adopted if a pinned key signed it, and then its keys alone are trusted', async () => {
    const trust = await adoptKeySet(pinned(), set(first, [second, third], june), issuer)
    expect(kids(trust)).toEqual(kidsOf(second, third))
  })

  test('is adopted if a key signed it that an adopted set vouched for', async () => {
    const before = await adoptKeySet(pinned(), set(first, [first, second], june))
    const after = await adoptKeySet(before, set(second, [second, third], june + 1000))
    expect(kids(after)).toEqual(kidsOf(second, third))
  })

  test('that vouches for itself is refused', async () => {
    await expect(adoptKeySet(pinned(), set(second, [second], june))).rejects.toMatchObject({
      code: 'untrusted_key',
    })
  })

  test('that names a trusted key as its signer and is not signed by it is refused', async () => {
    const header = { alg: 'Ed25519', typ: 'vnd.auszug.keys+jwt', kid: first.publicKey.kid }
    const forged = forge(header, { iss: issuer, iat: 1, keys: [second.publicKey] }, second)
    await expect(adoptKeySet(pinned(), forged)).rejects.toMatchObject({ code: 'invalid_token' })
  })

  test('signed by a key that has been dropped is refused, though that key is pinned', async () => {
    const after = await adoptKeySet(pinned(), set(first, [second], june))
    await expect(adoptKeySet(after, set(first, [first], june + 1000))).rejects.toMatchObject({
      code: 'untrusted_key',
    })
  })

  test('that is older changes nothing, and neither does the same again', async () => {
    const now = await adoptKeySet(pinned(), set(first, [first, second], june))
    expect(await adoptKeySet(now, set(first, [first, third], june - 1000))).toBe(now)
    expect(await adoptKeySet(now, set(first, [first, third], june))).toBe(now)
  })

  test('of another issuer is refused', async () => {
    await expect(
      adoptKeySet(pinned(), set(first, [second], june), 'https://other.example'),
    ).rejects.toMatchObject({
      code: 'wrong_issuer',
    })
  })

  test.each([
    ['no key that can be used', { keys: [{ kty: 'oct', k: 'AAAA', kid: 'a' }] }],
    ['no keys', { keys: [] }],
    ['keys that are no list', { keys: 'all' }],
    ['a time as text', { iat: '2026-06-01' }],
    ['a time as a fraction', { iat: 1.5 }],
    ['a time before 1970', { iat: -1 }],
    ['no time', { iat: undefined }],
  ])('with %s is refused', async (_, change) => {
    const payload = { iss: issuer, iat: june / 1000, keys: [second.publicKey], ...change }
    const jwt = signer(first)('vnd.auszug.keys+jwt', payload)
    await expect(adoptKeySet(pinned(), jwt)).rejects.toMatchObject({ code: 'invalid_token' })
  })

  test('is no license token, and a license token is no key set', async () => {
    const jwt = signer(first)('vnd.auszug.license+jwt', {
      iss: issuer,
      iat: 1,
      keys: [second.publicKey],
    })
    await expect(adoptKeySet(pinned(), jwt)).rejects.toMatchObject({ code: 'invalid_token' })
  })
})

test.each<[string, object]>([
  ['meant for encryption', { use: 'enc' }],
  ['whose operations leave verifying out', { key_ops: ['encrypt'] }],
  ['of another type than its curve', { kty: 'RSA' }],
  ['with another algorithm', { alg: 'ES384' }],
  ['without an id', { kid: undefined }],
  ['without coordinates', { x: undefined }],
])('a key %s is left out', (_, change) => {
  expect(publicKeys([{ ...first.publicKey, ...change }])).toEqual([])
})

test('a key set never brings more than 100 keys', () => {
  expect(publicKeys(Array(1000).fill(first.publicKey))).toHaveLength(100)
})

function pinned(): Trust {
  return { keys: [first.publicKey], iat: null }
}

function set(by: SigningKey, keys: readonly SigningKey[], at: number): string {
  return signKeySet(
    signer(by),
    issuer,
    keys.map(({ publicKey }) => ({ publicKey, state: 'active' })),
    at,
  )
}

function kids({ keys }: Trust): readonly string[] {
  return keys.map(({ kid }) => kid)
}

function kidsOf(...keys: readonly SigningKey[]): readonly string[] {
  return keys.map(({ publicKey }) => publicKey.kid)
}
