import { generateKeyPairSync, sign, verify } from 'node:crypto'
import { expect, test } from 'vitest'
import { joseSignature } from '../../src/token/jose-signature.ts'

test.each([
  ['two full numbers', [...Array(32).fill(0x7f)], [...Array(32).fill(0x01)]],
  ['a number whose first bit is set', [0, ...Array(32).fill(0xff)], [...Array(32).fill(0x01)]],
  ['short numbers', [0x05], [0, 0x80]],
])('%s stand side by side, each in 32 bytes', (_, r, s) => {
  const der = [0x30, r.length + s.length + 4, 0x02, r.length, ...r, 0x02, s.length, ...s]
  const number = (bytes: number[]): string => Buffer.from(bytes).toString('hex').slice(-64)
  expect(joseSignature(Buffer.from(der)).toString('hex')).toBe(
    number(r).padStart(64, '0') + number(s).padStart(64, '0'),
  )
})

test('every signature is good, the one in a hundred with a short number too', () => {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  for (let n = 0; n < 1000; n += 1) {
    const text = Buffer.from(String(n))
    const signature = joseSignature(sign('sha256', text, privateKey))
    const key = { key: publicKey, dsaEncoding: 'ieee-p1363' } as const
    expect(verify('sha256', text, key, signature)).toBe(true)
  }
})
