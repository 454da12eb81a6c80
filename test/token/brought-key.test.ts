import { expect, test } from 'vitest'
import { anyLicenseKey, isStrongKey } from '../../src/token/brought-key.ts'
import { makeLicenseKey } from '../../src/token/new-license-key.ts'

test('a key of ours is looked up by its one spelling, a foreign one as it was typed', () => {
  const key = makeLicenseKey()
  expect(anyLicenseKey(` ${key.toLowerCase().replaceAll('-', ' ')} `)).toBe(key)
  expect(anyLicenseKey(' aB3-dEf-gHi-jKl-mNo-pQr \n')).toBe('aB3-dEf-gHi-jKl-mNo-pQr')
})

test.each([
  '',
  'short',
  'with spaces in between the letters',
  `AUSZUG-${'0'.repeat(27)}1`,
  'ä'.repeat(30),
  'x'.repeat(1001),
  `${'x'.repeat(30)}\0`,
])('%j cannot be a key', (text) => expect(anyLicenseKey(text)).toBeNull())

test.each([
  ['C1B6DE-39A6E3-DE1529-8559A0-4AF593-V3', true],
  ['0123456789abcdef0123456789abcdef', true],
  ['6ba7b810-9dad-41d1-80b4-00c04fd430c8', true],
  ['12345678901234567890', false],
  ['ABCDEFGHIJKLMNOPQRST', false],
  ['abababababababababababababababababababab', false],
])('whether %s can be guessed: %s', (key, isStrong) => expect(isStrongKey(key)).toBe(isStrong))
