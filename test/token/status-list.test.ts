import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import { jwtVerify, importJWK } from 'jose'
import { beforeAll, describe, expect, test } from 'vitest'
import { packed, signStatusList } from '../../src/token/sign-status-list.ts'
import { signer } from '../../src/token/sign.ts'
import { readSigned } from '../../src/token/signed.ts'
import type { SignedType } from '../../src/token/signed.ts'
import { newSigningKey } from '../../src/token/signing-key.ts'
import type { SigningKey } from '../../src/token/signing-key.ts'
import { listSize, statusesIn, statusListIn } from '../../src/token/status-list.ts'
import { statusOf } from '../../src/token/status.ts'
import { forge } from './forge.ts'

interface Vector {
  readonly bits: 1 | 2 | 4 | 8
  readonly statuses: readonly number[]
  readonly bytes_hex: string
  readonly lst: string
}

const vectors: readonly Vector[] = JSON.parse(
  readFileSync(join(import.meta.dirname, '../vectors/status-list.json'), 'utf8'),
)
const expected = {
  uri: 'https://license.example/status-lists/1',
  issuer: 'https://license.example',
}
const now = Date.parse('2026-06-01T08:00:00.500Z')
const iat = Math.floor(now / 1000)

let key: SigningKey
beforeAll(async () => {
  key = await newSigningKey('Ed25519')
})

test('there are vectors', () => {
  expect(vectors.length).toBeGreaterThan(1)
})

test.each(vectors)('a list of the standard with $bits bits is read', async (vector) => {
  const at = await statusesIn(vector)
  expect(vector.statuses.map((_, index) => at(index))).toEqual(vector.statuses)
  expect(at(vector.statuses.length)).toBeNull()
})

test.each(vectors)('a list of the standard with $bits bits is packed as there', (vector) => {
  const bytes = packed(Uint8Array.from(vector.statuses), vector.bits)
  expect(Buffer.from(bytes).toString('hex')).toBe(vector.bytes_hex)
})

test.each([1, 2, 4, 8] as const)(
  'whatever is packed with %d bits is read as it was',
  async (bits) => {
    const statuses = Uint8Array.from({ length: 1003 }, (_, n) => (n * 7 + (n >> 3)) % 2 ** bits)
    const at = await statusesIn({ bits, lst: lst(packed(statuses, bits)) })
    expect(Array.from(statuses, (_, index) => at(index))).toEqual([...statuses])
  },
)

test('a list is a Status List Token that another library reads', async () => {
  const jwt = await signed(Uint8Array.from([0, 1, 2, 3]))
  const { payload, protectedHeader } = await jwtVerify(jwt, await importJWK(key.publicKey), {
    typ: 'statuslist+jwt',
    issuer: expected.issuer,
    subject: expected.uri,
    currentDate: new Date(now),
  })
  expect(protectedHeader.kid).toBe(key.publicKey.kid)
  expect(payload).toMatchObject({ iat, exp: iat + 7 * 86_400, ttl: 3600, status_list: { bits: 2 } })
  const list = await read(jwt)
  expect(list).toMatchObject({ iat, exp: iat + 7 * 86_400, ttl: 3600 })
  expect([0, 1, 2, 3, 4].map(list.at)).toEqual([0, 1, 2, 3, null])
})

test('the fullest list is short enough to be read', async () => {
  const statuses = Uint8Array.from(randomBytes(listSize), (byte) => byte & 3)
  const { at } = await read(await signed(statuses))
  expect(Uint8Array.from(statuses, (_, index) => at(index) ?? NaN)).toEqual(statuses)
})

test('a list without an end and without a ttl is one', async () => {
  const { exp: _, ttl: __, ...claims } = await claimsOf(await signed(new Uint8Array(8)))
  expect(await read(signer(key)('statuslist+jwt', claims))).toMatchObject({ exp: null, ttl: null })
})

describe('what is no list of this server is refused:', () => {
  test.each([
    ['another address', { sub: `${expected.uri}1` }],
    ['no address', { sub: undefined }],
    ['no time', { iat: undefined }],
    ['its time as text', { iat: String(iat) }],
    ['half a second', { iat: iat + 0.5 }],
    ['an end as text', { exp: String(iat) }],
    ['a ttl below zero', { ttl: -1 }],
    ['no statuses', { status_list: undefined }],
    ['statuses as a list', { status_list: [] }],
    ['three bits', { status_list: { bits: 3, lst: lst(new Uint8Array(4)) } }],
    ['bits as text', { status_list: { bits: '2', lst: lst(new Uint8Array(4)) } }],
    ['nothing packed', { status_list: { bits: 2 } }],
    ['what does not unpack', { status_list: { bits: 2, lst: 'AAAA' } }],
    ['what is no base64url', { status_list: { bits: 2, lst: 'ä' } }],
    ['half of what was packed', { status_list: { bits: 2, lst: halved() } }],
    ['more than was packed', { status_list: { bits: 2, lst: lengthened() } }],
  ])('%s', async (_, members) => {
    const claims = { ...(await claimsOf(await signed(new Uint8Array(8)))), ...members }
    await expect(read(signer(key)('statuslist+jwt', claims))).rejects.toThrow(RangeError)
  })

  test('another issuer', async () => {
    const claims = { ...(await claimsOf(await signed(new Uint8Array(8)))), iss: 'https://other' }
    await expect(read(signer(key)('statuslist+jwt', claims))).rejects.toThrow(RangeError)
  })

  test('another signer', async () => {
    const other = await newSigningKey('Ed25519')
    const { jwt } = await signStatusList(signer(other), expected, new Uint8Array(8), now)
    await expect(read(jwt)).rejects.toMatchObject({ code: 'untrusted_key' })
  })

  test.each<SignedType>(['vnd.auszug.license+jwt', 'vnd.auszug.keys+jwt'])(
    'a list that says it is a %s',
    async (typ) => {
      const claims = await claimsOf(await signed(new Uint8Array(8)))
      await expect(read(signer(key)(typ, claims))).rejects.toMatchObject({ code: 'invalid_token' })
    },
  )

  test.each(['application/statuslist+jwt', 'JWT', 'statuslist+cwt', undefined])(
    'a list with the typ %j',
    async (typ) => {
      const header = { alg: 'Ed25519', kid: key.publicKey.kid, typ }
      const claims = await claimsOf(await signed(new Uint8Array(8)))
      await expect(read(forge(header, claims, key))).rejects.toMatchObject({
        code: 'invalid_token',
      })
    },
  )
})

test('a list that would unpack to a thousand times its size is put down early', async () => {
  const bomb = { bits: 8, lst: lst(new Uint8Array(64 << 20)) }
  const before = process.memoryUsage().arrayBuffers
  await expect(statusesIn(bomb)).rejects.toThrow(RangeError)
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(8 << 20)
})

test.each([
  ['full', 'in_term', 0],
  ['export-only', 'suspended', 2],
  ['export-only', 'ended', 3],
  ['export-only', 'terminated', 3],
  ['export-only', 'not_started', 3],
] as const)('of a license that is %s for %s a list says %d', (mode, reason, said) => {
  expect(statusOf({ mode, reason })).toBe(said)
})

async function signed(statuses: Uint8Array): Promise<string> {
  const { jwt, kid } = await signStatusList(signer(key), expected, statuses, now)
  expect(kid).toBe(key.publicKey.kid)
  return jwt
}

async function read(jwt: string) {
  return statusListIn(await readSigned(jwt, 'statuslist+jwt', [key.publicKey]), expected)
}

async function claimsOf(jwt: string): Promise<Readonly<Record<string, unknown>>> {
  return JSON.parse(Buffer.from(jwt.split('.')[1] ?? '', 'base64url').toString())
}

function lst(bytes: Uint8Array): string {
  return deflateSync(bytes).toString('base64url')
}

function halved(): string {
  const whole = deflateSync(new Uint8Array(1000).map((_, n) => n))
  return whole.subarray(0, whole.length / 2).toString('base64url')
}

function lengthened(): string {
  return Buffer.concat([deflateSync(new Uint8Array(4)), Buffer.from('more')]).toString('base64url')
}
