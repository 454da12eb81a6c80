import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import worker from '../../src/worker.ts'
import { openTestDatabase } from '../database.ts'
import type { TestDatabase } from '../database.ts'
import { publicUrl } from '../api/house.ts'
import { secret } from './edge.ts'

// What a Worker makes of its bindings needs no workerd to be seen.

const adminToken = 'an-admin-token-that-the-operator-chose'
let database: TestDatabase
let written: string
let waiting: Promise<unknown>[]

beforeEach(async () => {
  database = await openTestDatabase({ sandbox: false })
  written = ''
  waiting = []
  vi.spyOn(console, 'log').mockImplementation((line) => void (written += `${line}\n`))
})

afterEach(async () => {
  vi.restoreAllMocks()
  await Promise.all(waiting)
  await database.close()
})

const bindings = () => ({
  HYPERDRIVE: { connectionString: database.url ?? '' },
  PUBLIC_URL: publicUrl,
  AUSZUG_SECRET: secret,
})

/** An answer, read to its end. */
async function ask(env: object): Promise<{ readonly status: number; readonly text: string }> {
  const headers = { authorization: `Bearer ${adminToken}` }
  const request = new Request('https://edge.example.com/v1/products', { headers })
  const answer = await worker.fetch(request, env, { waitUntil: (work) => void waiting.push(work) })
  return { status: answer.status, text: await answer.text() }
}

test('a Worker makes no admin whose token nobody would see, but the one that its operator chose', async () => {
  expect((await ask(bindings())).status).toBe(401)
  expect((await ask({ ...bindings(), AUSZUG_ADMIN_TOKEN: adminToken })).status).toBe(200)
  expect(written).not.toContain('auszug_')
  expect(written).not.toContain(adminToken)
})

test.each([
  ['no database', { HYPERDRIVE: undefined }, 'There is no binding HYPERDRIVE'],
  ['no address of its own', { PUBLIC_URL: '' }, 'PUBLIC_URL is missing'],
  ['half an address', { PUBLIC_URL: 'a.example.com' }, 'PUBLIC_URL is the http or https address'],
  ['no secret', { AUSZUG_SECRET: undefined }, 'AUSZUG_SECRET is missing'],
  ['a short secret', { AUSZUG_SECRET: 'short' }, 'AUSZUG_SECRET has at least 16 characters'],
  ['a database in earnest as a sandbox', { AUSZUG_SANDBOX: '1' }, 'is marked as production'],
] as const)(
  'a Worker with %s serves nothing, and its log alone says why',
  async (_, odd, reason) => {
    const { status, text } = await ask({ ...bindings(), ...odd })
    expect(status).toBe(500)
    expect(JSON.parse(text)).toMatchObject({ status: 500, title: 'A fault of ours' })
    expect(text).not.toContain(reason)
    expect(written).toContain(reason)
  },
)

test('a Worker with another secret than its database began with serves nothing', async () => {
  expect((await ask(bindings())).status).toBe(401)
  const answer = await ask({ ...bindings(), AUSZUG_SECRET: 'another secret than before' })
  expect(answer.status).toBe(500)
  expect(written).toContain('restore the one that this data was made with')
})

test('what one Worker was told is not taken for another’s', async () => {
  expect((await ask({ ...bindings(), AUSZUG_ADMIN_TOKEN: adminToken })).status).toBe(200)
  const other = await openTestDatabase({ sandbox: false })
  const env = { ...bindings(), HYPERDRIVE: { connectionString: other.url ?? '' } }
  expect((await ask(env)).status).toBe(401)
  await Promise.all(waiting)
  await other.close()
})
