import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  abandonRepeatable,
  beginRepeatable,
  finishRepeatable,
  forgetRepeatables,
} from '../../src/store/idempotency.ts'
import type { Repeatable } from '../../src/store/idempotency.ts'
import { keyEncryptionKey } from '../../src/token/secret.ts'
import { openTestDatabase } from '../database.ts'
import type { TestDatabase } from '../database.ts'

let database: TestDatabase

beforeAll(async () => {
  database = await openTestDatabase()
})

afterAll(() => database.close())

const kek = keyEncryptionKey('a secret of the operator')
const answer = { status: 201, headers: { location: '/v1/customers/cus_1' }, body: '{"id":"cus_1"}' }

function request(key: string, more: Partial<Repeatable> = {}): Repeatable {
  return { key, caller: 'tok_1', method: 'POST', path: '/v1/customers', text: '{}', ...more }
}

test('of ten at once one runs, and the others wait for its answer and give it', async () => {
  const asked = request('race')
  let runs = 0
  const replicas = [database.db, database.replica()]
  const answers = await Promise.all(
    Array.from({ length: 10 }, async (_, n) => {
      const db = replicas[n % 2] ?? database.db
      const begun = await beginRepeatable(db, asked, kek)
      if (begun.kind === 'replay') return begun.answer
      if (begun.kind !== 'run') throw new Error(begun.kind)
      runs++
      await new Promise((resolve) => setTimeout(resolve, 120))
      await finishRepeatable(db, asked, begun.lease, answer, kek)
      return answer
    }),
  )
  expect(runs).toBe(1)
  expect(answers).toEqual(Array.from({ length: 10 }, () => answer))
})

test('the same key with another body is another request, and is told so', async () => {
  const begun = await beginRepeatable(database.db, request('body'), kek)
  expect(begun.kind).toBe('run')
  const other = await beginRepeatable(database.db, request('body', { text: '{"a":1}' }), kek)
  expect(other).toEqual({ kind: 'mismatch' })
})

test.each([{ caller: 'tok_2' }, { method: 'PUT' }, { path: '/v1/products' }])(
  'the same key with %o is another key',
  async (more) => {
    const key = `apart ${JSON.stringify(more)}`
    expect((await beginRepeatable(database.db, request(key), kek)).kind).toBe('run')
    expect((await beginRepeatable(database.db, request(key, more), kek)).kind).toBe('run')
  },
)

test('a repeat that has waited long enough is told that the first still runs', async () => {
  await beginRepeatable(database.db, request('slow'), kek)
  expect(await beginRepeatable(database.db, request('slow'), kek, 60)).toEqual({ kind: 'running' })
})

test('a request that did nothing gives its key back', async () => {
  const begun = await beginRepeatable(database.db, request('abandoned'), kek)
  if (begun.kind !== 'run') throw new Error(begun.kind)
  await abandonRepeatable(database.db, request('abandoned'), begun.lease)
  expect((await beginRepeatable(database.db, request('abandoned'), kek)).kind).toBe('run')
})

test('the key of who died while running is taken over once its lease is out, and only one finishes', async () => {
  const asked = request('died')
  const first = await beginRepeatable(database.db, asked, kek)
  await sql`update idempotency_keys set leased_until = clock_timestamp() where answer is null`.execute(
    database.db,
  )
  const second = await beginRepeatable(database.db, asked, kek)
  if (first.kind !== 'run' || second.kind !== 'run') throw new Error('both should run')
  await expect(finishRepeatable(database.db, asked, first.lease, answer, kek)).rejects.toThrow(
    'lease',
  )
  await finishRepeatable(database.db, asked, second.lease, answer, kek)
})

test('what is kept tells nothing without the key itself', async () => {
  const asked = request('secret-key-of-the-caller', { text: '{"name":"Bäckerei"}' })
  const begun = await beginRepeatable(database.db, asked, kek)
  if (begun.kind !== 'run') throw new Error(begun.kind)
  await finishRepeatable(database.db, asked, begun.lease, answer, kek)
  const rows = JSON.stringify(
    await database.db.selectFrom('idempotency_keys').selectAll().execute(),
  )
  for (const known of ['secret-key-of-the-caller', 'Bäckerei', 'cus_1', '/v1/customers'])
    expect(rows).not.toContain(known)
})

test('after its day a key is free again', async () => {
  const asked = request('old')
  await beginRepeatable(database.db, asked, kek)
  await sql`update idempotency_keys set expires_at = clock_timestamp()`.execute(database.db)
  expect((await beginRepeatable(database.db, asked, kek)).kind).toBe('run')
  await sql`update idempotency_keys set expires_at = clock_timestamp()`.execute(database.db)
  await forgetRepeatables(database.db)
  expect(await database.db.selectFrom('idempotency_keys').selectAll().execute()).toEqual([])
})
