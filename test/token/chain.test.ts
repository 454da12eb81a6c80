import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonical } from '../../src/token/canonical.ts'
import { commitment, eventHash, newSalt } from '../../src/token/chain.ts'
import type { EventLink } from '../../src/token/chain.ts'

const link: EventLink = {
  license: 'lic_01',
  type: 'license.objected',
  occurred_at: '2026-09-30T21:59:59.999Z',
  recorded_at: '2026-09-30T22:00:00.000Z',
  actor: 'usr_01',
  data: { side: 'vendor', effective_on: '2026-09-30' },
  previous_hash: null,
}

describe('the canonical form', () => {
  test('is that of RFC 8785, section 3.2.2', () => {
    const value = {
      numbers: [Number('333333333.33333329'), 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
      string: '\u20ac$\u000f\u000aA\'\u0042\u0022\u005c\\"/',
      literals: [null, true, false],
    }
    expect(canonical(value)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    )
  })

  test('sorts members by UTF-16 code unit (RFC 8785, section 3.2.3)', () => {
    const value = {
      '\u20ac': 1,
      '\r': 2,
      '\ufb33': 3,
      '1': 4,
      '\ud83d\ude00': 5,
      '\u0080': 6,
      '\u00f6': 7,
    }
    expect(Object.values(JSON.parse(canonical(value)))).toEqual([4, 2, 6, 7, 1, 5, 3])
  })

  test('does not depend on the order in which members were set, and parses to the same value', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue({ noUnicodeString: false })), (value) => {
        fc.pre(JSON.stringify(value).isWellFormed())
        const turned = Object.fromEntries(Object.entries(value).reverse())
        expect(canonical(turned)).toBe(canonical(value))
        expect(JSON.parse(canonical(value))).toEqual(JSON.parse(JSON.stringify(value)))
      }),
    )
  })

  test.each([
    [undefined],
    [NaN],
    [Infinity],
    [1n],
    ['\ud800'],
    [{ '\udc00': 1 }],
    [new Date(0)],
    [{ a: undefined }],
    [[undefined]],
    [Array(1)],
  ])('of %s there is none', (value) => expect(() => canonical(value)).toThrow(TypeError))
})

describe('the chain', () => {
  test('is SHA-256 over the canonical JSON of seven members, so anybody can compute it', () => {
    const text =
      '{"actor":"usr_01","data":{"effective_on":"2026-09-30","side":"vendor"},"license":"lic_01","occurred_at":"2026-09-30T21:59:59.999Z","previous_hash":null,"recorded_at":"2026-09-30T22:00:00.000Z","type":"license.objected"}'
    expect(eventHash(link)).toBe(createHash('sha256').update(text).digest('base64url'))
  })

  test.each<[string, Partial<EventLink>]>([
    ['the license', { license: 'lic_02' }],
    ['the type', { type: 'license.renewed' }],
    ['when it was so', { occurred_at: '2026-09-30T21:59:59.998Z' }],
    ['when it was recorded', { recorded_at: '2026-09-30T22:00:00.001Z' }],
    ['who did it', { actor: 'usr_02' }],
    ['what it says', { data: { side: 'customer', effective_on: '2026-09-30' } }],
    ['what was before it', { previous_hash: eventHash(link) }],
  ])('changes with %s', (_, change) => {
    expect(eventHash({ ...link, ...change })).not.toBe(eventHash(link))
  })
})

describe('a commitment', () => {
  test('is the same for the same value and salt alone', () => {
    const salt = newSalt()
    expect(commitment(salt, 'N. Beispiel')).toBe(commitment(salt, 'N. Beispiel'))
    expect(commitment(salt, 'N. Beispiel')).not.toBe(commitment(salt, 'N. Beispie1'))
    expect(commitment(salt, 'N. Beispiel')).not.toBe(commitment(newSalt(), 'N. Beispiel'))
  })

  test('has a salt of 128 bits', () => {
    expect(Buffer.from(newSalt(), 'base64url')).toHaveLength(16)
  })
})
