import fc from 'fast-check'
import { expect, test } from 'vitest'
import { licenseKeyOf, readLicenseKey } from '../../src/token/license-key.ts'
import { hashLicenseKey, makeLicenseKey } from '../../src/token/new-license-key.ts'

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'.split('')
const bodyAt = licenseKeyOf(new Uint8Array(17))
  .split('')
  .flatMap((character, at) => (at > 6 && character !== '-' ? [at] : []))
const keys = fc.uint8Array({ minLength: 17, maxLength: 17 }).map(licenseKeyOf)

test('a key reads as itself and is grouped for reading aloud', () => {
  const key = makeLicenseKey()
  expect(key).toMatch(/^AUSZUG(-[0-9A-HJKMNP-TV-Z]{4}){7}$/)
  expect(readLicenseKey(key)).toBe(key)
})

test.each<[string, (key: string) => string]>([
  ['in lower case', (key) => key.toLowerCase()],
  ['without hyphens', (key) => key.replaceAll('-', '')],
  ['without its prefix', (key) => key.slice(7)],
  ['with spaces around and in it', (key) => `  ${key.replaceAll('-', ' ')}\n`],
  ['with the dashes of a word processor', (key) => key.replaceAll('-', '–')],
  ['with O for 0', (key) => `AUSZUG${key.slice(6).replaceAll('0', 'O')}`],
  ['with I and l for 1', (key) => `AUSZUG${key.slice(6).replace('1', 'I').replaceAll('1', 'l')}`],
])('a key typed %s is the same key', (_, type) => {
  fc.assert(
    fc.property(keys, (key) => {
      expect(readLicenseKey(type(key))).toBe(key)
    }),
  )
})

test('one wrong character is always found', () => {
  fc.assert(
    fc.property(
      keys,
      fc.constantFrom(...bodyAt),
      fc.constantFrom(...alphabet),
      (key, at, wrong) => {
        fc.pre(key[at] !== wrong)
        expect(readLicenseKey(key.slice(0, at) + wrong + key.slice(at + 1))).toBeNull()
      },
    ),
  )
})

test.each([
  '',
  ' ',
  'AUSZUG-',
  'AUSZUG-0000',
  'U'.repeat(28),
  '0'.repeat(29),
  `${'0'.repeat(27)}1`,
  '0'.repeat(100_000),
  'ſ'.repeat(28),
])('%j is no key', (text) => expect(readLicenseKey(text)).toBeNull())

test('every one of 135 bits counts', () => {
  const zero = new Uint8Array(17)
  const seen = new Set(
    Array.from({ length: 135 }, (_, bit) => {
      const bytes = new Uint8Array(zero)
      bytes[bit >> 3] = 128 >> (bit & 7)
      return licenseKeyOf(bytes)
    }),
  )
  expect(seen.size).toBe(135)
  expect(() => licenseKeyOf(new Uint8Array(16))).toThrow(RangeError)
})

test('two keys are never the same, and neither are their hashes', () => {
  const made = Array.from({ length: 1000 }, makeLicenseKey)
  expect(new Set(made.map(hashLicenseKey)).size).toBe(1000)
})
