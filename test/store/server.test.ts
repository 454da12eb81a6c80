import { afterEach, beforeEach, expect, test } from 'vitest'
import { checkSecret, fixIssuer, moveSandbox, sandboxNow } from '../../src/store/server.ts'
import { keyEncryptionKey, WrongSecret } from '../../src/token/secret.ts'
import { openTestDatabase } from '../database.ts'
import type { TestDatabase } from '../database.ts'
import { start } from './bakery.ts'

let database: TestDatabase

beforeEach(async () => {
  database = await openTestDatabase({ sandbox: true })
})

afterEach(() => database.close())

test('the server keeps the name of its first start when it moves', async () => {
  expect(await fixIssuer(database.db, 'https://a.example')).toBe('https://a.example')
  expect(await fixIssuer(database.db, 'https://b.example')).toBe('https://a.example')
})

test('a secret other than the first is refused', async () => {
  await checkSecret(database.db, keyEncryptionKey('the first'))
  await checkSecret(database.db, keyEncryptionKey('the first'))
  await expect(checkSecret(database.db, keyEncryptionKey('another'))).rejects.toThrow(WrongSecret)
})

test("a sandbox's clock stands still, is moved ahead, and never back", async () => {
  expect(await sandboxNow(database.db, start)).toBe(start)
  expect(await sandboxNow(database.db, start + 1)).toBe(start)
  expect(await moveSandbox(database.db, start + 5)).toBe(start + 5)
  expect(await moveSandbox(database.db, start + 5)).toBe(start + 5)
  await expect(moveSandbox(database.db, start)).rejects.toMatchObject({ code: 'clock-backwards' })
  expect(await sandboxNow(database.db, start)).toBe(start + 5)
})
