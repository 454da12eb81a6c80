import { expect, test } from 'vitest'
import { WrongSecret, deriveKey, keyEncryptionKey, seal, unseal } from '../../src/token/secret.ts'

const kek = keyEncryptionKey('a secret of the operator, long enough')

test('what was sealed is opened by the same secret, with or without a line end behind it', async () => {
  const sealed = await seal(kek, 'Schlüssel 🔑')
  expect(await unseal(keyEncryptionKey('a secret of the operator, long enough\n'), sealed)).toBe(
    'Schlüssel 🔑',
  )
})

test('another secret does not open it, and says so', async () => {
  const sealed = await seal(kek, 'text')
  await expect(unseal(keyEncryptionKey('another secret of the operator'), sealed)).rejects.toThrow(
    WrongSecret,
  )
})

test.each<[string, (sealed: string) => string]>([
  [
    'changed in one character',
    (sealed) => sealed.replace(/.$/, (last) => (last === 'A' ? 'Q' : 'A')),
  ],
  ['cut short', (sealed) => sealed.slice(0, -10)],
  ['no JWE at all', () => 'text'],
  [
    'wrapped by another algorithm',
    (sealed) =>
      sealed.replace(
        /^[^.]+/,
        Buffer.from('{"alg":"A256KW","enc":"A256GCM"}').toString('base64url'),
      ),
  ],
])('what was sealed and is %s is not opened', async (_, change) => {
  await expect(unseal(kek, change(await seal(kek, 'text')))).rejects.toThrow(WrongSecret)
})

test('the same text is never sealed alike twice', async () => {
  expect(await seal(kek, 'text')).not.toBe(await seal(kek, 'text'))
})

test('an empty secret is refused', () => {
  expect(() => keyEncryptionKey(' \n')).toThrow(RangeError)
})

test('derived keys differ by label, by salt, and from what they are derived from', () => {
  const keys = [kek, deriveKey(kek, 'a'), deriveKey(kek, 'b'), deriveKey(kek, 'a', 'salt')]
  expect(new Set(keys.map((key) => Buffer.from(key).toString('hex'))).size).toBe(4)
  expect(keys.every(({ length }) => length === 32)).toBe(true)
  expect(deriveKey(kek, 'a', 'salt')).toEqual(deriveKey(kek, 'a', 'salt'))
})
