import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { TokenFault } from '../../src/token/fault.ts'
import { readJws } from '../../src/token/jws.ts'
import { publicKeys } from '../../src/token/public-key.ts'
import { isRecord } from '../../src/token/record.ts'
import { isSignature } from '../../src/token/signature.ts'

interface Vector {
  readonly tcId: number
  readonly comment: string
  readonly result: string
  readonly jws?: unknown
  readonly msg?: string
  readonly sig?: string
}

interface Group {
  readonly comment?: string
  readonly publicKeyJwk?: object
  readonly public?: object
  readonly private?: object
  readonly tests: readonly Vector[]
}

describe('Ed25519', () => {
  const groups = read('ed25519_test.json')
  test.each(
    groups.flatMap(({ publicKeyJwk, tests }) =>
      tests.map((vector) => [vector.tcId, vector, publicKeyJwk] as const),
    ),
  )('vector %i is judged as Wycheproof does', async (_, { msg = '', sig = '', result }, jwk) => {
    const [key] = publicKeys([jwk])
    if (key === undefined) throw new TypeError('the vector has no key')
    const verdict = await isSignature(key, bytes(sig), bytes(msg))
    expect(verdict ? 'valid' : 'invalid').toBe(result)
  })
})

describe('JSON Web Signature and JSON Web Key', () => {
  const groups = [...read('json_web_signature_test.json'), ...read('json_web_key_test.json')]
  const all = groups.flatMap((group) =>
    group.tests.map((vector) => ({ vector, jwk: group.public ?? group.private ?? {} })),
  )
  const ours = all.filter(({ jwk }) => isOurs(jwk))

  test.each(ours.map(({ vector, jwk }) => [vector.comment, vector.tcId, vector, jwk] as const))(
    '%s (%i) is judged as Wycheproof does',
    async (_, __, { jws, result }, jwk) => {
      const keys = publicKeys('keys' in jwk ? jwk : [jwk])
      const verdict = await readJws(jws, keys).then(
        () => 'valid',
        () => 'invalid',
      )
      expect(verdict).toBe(result)
    },
  )

  test('with a key of another algorithm is never accepted, valid or not', async () => {
    const others = all.filter(({ jwk }) => !isOurs(jwk))
    for (const { vector, jwk } of others)
      await expect(readJws(vector.jws, publicKeys('keys' in jwk ? jwk : [jwk]))).rejects.toThrow(
        TokenFault,
      )
    expect(others.length + ours.length).toBe(427)
  })
})

/** EC on P-256; the other keys are RSA, symmetric or on P-521, which no token of ours is signed with. */
function isOurs(jwk: object): boolean {
  const keys: readonly unknown[] = 'keys' in jwk && Array.isArray(jwk.keys) ? jwk.keys : [jwk]
  return keys.some((key) => isRecord(key) && key.crv === 'P-256')
}

function read(name: string): readonly Group[] {
  const path = join(import.meta.dirname, '../vectors/wycheproof', name)
  const { testGroups }: { testGroups: readonly Group[] } = JSON.parse(readFileSync(path, 'utf8'))
  return testGroups
}

function bytes(hex: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(Buffer.from(hex, 'hex'))
}
