import { createHmac, generateKeyPairSync } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { TokenFault } from '../../src/token/fault.ts'
import { signer } from '../../src/token/sign.ts'
import { newSigningKey } from '../../src/token/signing-key.ts'
import type { SigningKey } from '../../src/token/signing-key.ts'
import { verifyLicenseToken } from '../../src/token/verify.ts'
import { forge, part } from './forge.ts'
import { claims, expected } from './license.ts'

const typ = 'vnd.auszug.license+jwt'
let key: SigningKey
let other: SigningKey

beforeAll(async () => {
  key = await newSigningKey('Ed25519')
  other = await newSigningKey('Ed25519')
})

test('a genuine token says what it says', async () => {
  expect(await verify(token())).toEqual(claims)
})

describe('a header', () => {
  test.each([
    'none',
    'None',
    'NONE',
    'nOnE',
    '',
    'HS256',
    'RS256',
    'PS256',
    'ES384',
    'EdDSA',
    'ES256',
    'ed25519',
  ])('with alg %j is refused', async (alg) => {
    const header = { alg, typ, kid: key.publicKey.kid }
    expect(await faultOf(forged(header, claims))).toBe('invalid_token')
    expect(await faultOf(`${part(header)}.${part(claims)}.`)).toBe('invalid_token')
  })

  test('that makes the public key an HMAC secret is refused', async () => {
    const input = `${part({ alg: 'HS256', typ, kid: key.publicKey.kid })}.${part(claims)}`
    for (const secret of [
      key.publicKey.x,
      JSON.stringify(key.publicKey),
      Buffer.from(key.publicKey.x, 'base64url'),
    ])
      expect(
        await faultOf(`${input}.${createHmac('sha256', secret).update(input).digest('base64url')}`),
      ).toBe('invalid_token')
  })

  test.each([
    ['a key of its own', () => ({ jwk: other.publicKey })],
    ['a key of its own that is ours', () => ({ jwk: key.publicKey })],
    ['an address of keys', () => ({ jku: 'https://evil.example/jwks.json' })],
    ['an address of certificates', () => ({ x5u: 'https://evil.example/chain.pem' })],
    ['certificates', () => ({ x5c: ['MIIB'] })],
    ['critical members', () => ({ crit: ['exp'], exp: 1 })],
    ['no critical members', () => ({ crit: [] })],
    ['b64 alone', () => ({ b64: false })],
    ['an unencoded payload', () => ({ b64: false, crit: ['b64'] })],
    ['another typ', () => ({ typ: 'JWT' })],
    ['the typ of a key set', () => ({ typ: 'vnd.auszug.keys+jwt' })],
    ['the typ as a media type', () => ({ typ: `application/${typ}` })],
    ['no typ', () => ({ typ: undefined })],
    ['a list as alg', () => ({ alg: ['Ed25519'] })],
    ['no alg', () => ({ alg: undefined })],
  ])('with %s is refused, though well signed', async (_, members) => {
    expect(
      await faultOf(forged({ alg: 'Ed25519', typ, kid: key.publicKey.kid, ...members() }, claims)),
    ).toBe('invalid_token')
  })

  test.each([
    ['../../etc/passwd'],
    ["' or 1=1 --"],
    [''],
    [0],
    [null],
    [['a']],
    [{ toString: 'kid' }],
    ['__proto__'],
    [undefined],
  ])('with kid %j names no key', async (kid) => {
    expect(await faultOf(forged({ alg: 'Ed25519', typ, kid }, claims))).toBe('untrusted_key')
  })

  test('that names our key does not make another’s signature ours', async () => {
    expect(
      await faultOf(forged({ alg: 'Ed25519', typ, kid: key.publicKey.kid }, claims, other)),
    ).toBe('invalid_token')
  })

  test('of a stranger’s token names no key of ours', async () => {
    expect(await faultOf(signer(other)(typ, claims))).toBe('untrusted_key')
  })
})

test('a key is good for its own algorithm alone', async () => {
  const ecdsa = await newSigningKey('ES256')
  const named = forged({ alg: 'ES256', typ, kid: key.publicKey.kid }, claims, ecdsa)
  await expect(
    verifyLicenseToken(named, [key.publicKey, ecdsa.publicKey], expected),
  ).rejects.toMatchObject({ code: 'invalid_token' })
})

describe('the text', () => {
  test.each([
    ['nothing', () => ''],
    ['one part', () => 'eyJhbGciOiJFZDI1NTE5In0'],
    ['two parts', () => token().split('.').slice(0, 2).join('.')],
    ['four parts', () => `${token()}.e30`],
    ['five parts', () => `${token()}.e30.e30`],
    ['a space after it', () => `${token()} `],
    ['a line end after it', () => `${token()}\n`],
    ['a space in it', () => token().replace('.', ' .')],
    ['padding', () => `${token()}==`],
    ['a NUL after it', () => `${token()}\0`],
    ['a byte after the signature', () => `${token()}AA`],
    ['one character less', () => token().slice(0, -1)],
    ['another last bit that decodes alike', () => respelled(token())],
    ['plain base64', () => token().replaceAll('-', '+').replaceAll('_', '/').concat('+')],
    ['the JSON serialization', () => serialized(token())],
    ['more than 64 KiB', () => signer(key)(typ, { ...claims, padding: 'x'.repeat(65_536) })],
  ])('with %s is refused', async (_, text) => {
    expect(await faultOf(text())).toBe('invalid_token')
  })

  test.each([[null], [undefined], [1], [{}], [['a.b.c']], [new String('a.b.c')]])(
    'that is no text (%j) is refused',
    async (value) => {
      expect(await faultOf(value)).toBe('invalid_token')
    },
  )

  test.each(['"text"', '[]', 'null', '1', '{"a":1', '', '\u{feff}{}'])(
    'whose payload is %j is refused',
    async (payload) => {
      const header = { alg: 'Ed25519', typ, kid: key.publicKey.kid }
      expect(await faultOf(forged(header, payload))).toBe('invalid_token')
    },
  )

  test('whose payload is not UTF-8 is refused', async () => {
    const header = { alg: 'Ed25519', typ, kid: key.publicKey.kid }
    expect(await faultOf(forged(header, Buffer.from([0x7b, 0xff, 0x7d])))).toBe('invalid_token')
  })

  test('with one changed character is refused, wherever it is', async () => {
    const good = token()
    for (let at = 0; at < good.length; at += 7) {
      const changed = good.slice(0, at) + (good[at] === 'A' ? 'B' : 'A') + good.slice(at + 1)
      await expect(verify(changed)).rejects.toBeInstanceOf(TokenFault)
    }
  })
})

describe('a well-signed token', () => {
  const now = 1_780_300_800
  test.each<[string, object]>([
    ['iat as text', { iat: String(now) }],
    ['iat as a fraction', { iat: now + 0.5 }],
    ['iat before 1970', { iat: -1 }],
    ['iat beyond all dates', { iat: 8.64e12 + 1 }],
    ['iat that is not a number (NaN is null in JSON)', { iat: NaN }],
    ['no iat', { iat: undefined }],
    ['exp as text', { exp: '2026-09-30T22:00:00Z' }],
    ['exp as null', { exp: null }],
    ['exp in milliseconds as a fraction', { exp: 1.5 }],
    ['exp as a list', { exp: [now] }],
    ['an unknown mode', { mode: 'trial' }],
    ['no mode', { mode: undefined }],
    ['a number as reason', { reason: 1 }],
    ['capabilities as text', { capabilities: 'orders:write' }],
    ['a list in capabilities', { capabilities: [['orders:write']] }],
    ['too many capabilities', { capabilities: Array(1001).fill('a:b') }],
    ['limits as a list', { limits: [] }],
    ['limits as null', { limits: null }],
    ['a limit as text', { limits: { branches: '3' } }],
    ['a limit as a fraction', { limits: { branches: 0.1 } }],
    ['a limit beyond integers', { limits: { branches: 2 ** 53 } }],
    ['no export formats', { export_formats: undefined }],
    ['a term as text', { term: '2026' }],
    ['no term', { term: undefined }],
    ['a term without a start', { term: { ...claims.term, starts_at: null } }],
    ['a term whose day is a time', { term: { ...claims.term, ends_on: '2026-09-30T00:00:00Z' } }],
    ['no renewal', { renewal: undefined }],
    ['a renewal as text', { renewal: { automatic: 'yes', ends: false } }],
    ['an objection as null', { objection: null }],
    ['a suspension as text', { suspends_at: 'soon' }],
    ['support as text', { support: 'yes' }],
    ['an activation without a fingerprint', { activation: { id: 'act_1' } }],
    ['sandbox as text', { sandbox: 'true' }],
    ['sandbox as false', { sandbox: false }],
    ['two audiences', { aud: ['broetchenbringer', 'other'] }],
    ['an issuer that is too long', { iss: 'x'.repeat(2049) }],
    ['a nonce that is none', { nonce: 1 }],
  ])('with %s is refused', async (_, change) => {
    expect(await faultOf(signer(key)(typ, { ...claims, ...change }))).toBe('invalid_token')
  })

  test('of another issuer is refused', async () => {
    expect(await faultOf(signer(key)(typ, { ...claims, iss: 'https://license.example/' }))).toBe(
      'wrong_issuer',
    )
  })

  test('for another product is refused', async () => {
    expect(await faultOf(signer(key)(typ, { ...claims, aud: 'Broetchenbringer' }))).toBe(
      'wrong_product',
    )
  })

  test('with more claims than are known is read', async () => {
    const more = signer(key)(typ, { ...claims, reason: 'paused', floating: { seats: 3 } })
    expect(await verify(more)).toEqual({ ...claims, reason: 'paused' })
  })

  test('brings no prototype along', async () => {
    const header = { alg: 'Ed25519', typ, kid: key.publicKey.kid }
    const payload = JSON.stringify({ ...claims, limits: 0 }).replace(
      '"limits":0',
      '"limits":{"__proto__":{"polluted":1},"branches":3}',
    )
    expect(await faultOf(forged(header, payload))).toBe('invalid_token')
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
  })

  test('that says a claim twice says the last, as RFC 7519 allows', async () => {
    const header = { alg: 'Ed25519', typ, kid: key.publicKey.kid }
    const payload = JSON.stringify(claims).replace('{', '{"mode":"export-only",')
    expect(await verify(forged(header, payload))).toMatchObject({ mode: 'full' })
  })
})

test('a point off the curve is no key', async () => {
  const jwk = generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({ format: 'jwk' })
  const bent = {
    kty: 'EC',
    crv: 'P-256',
    x: jwk.x ?? '',
    y: jwk.x ?? '',
    alg: 'ES256',
    kid: 'bent',
  } as const
  await expect(
    verifyLicenseToken(
      forged({ alg: 'ES256', typ, kid: 'bent' }, claims, await newSigningKey('ES256')),
      [bent],
      expected,
    ),
  ).rejects.toMatchObject({ code: 'invalid_token' })
})

function token(): string {
  return signer(key)(typ, claims)
}

function verify(jwt: unknown) {
  return verifyLicenseToken(jwt, [key.publicKey], expected)
}

/** What is wrong with it; null if it is good. */
async function faultOf(jwt: unknown): Promise<unknown> {
  return verify(jwt).then(
    () => null,
    (fault: unknown) => (fault instanceof TokenFault ? fault.code : fault),
  )
}

/** A JWS with any header whatever, truly signed. */
function forged(header: object, payload: object | string, by = key): string {
  return forge(header, payload, by)
}

/** The same signature, spelled with other bits behind its end. */
function respelled(jws: string): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
  return jws.slice(0, -1) + alphabet.charAt(alphabet.indexOf(jws.at(-1) ?? '') + 1)
}

function serialized(jws: string): string {
  const [head, payload, signature] = jws.split('.')
  return JSON.stringify({ payload, signatures: [{ protected: head, signature }] })
}
