import { afterEach, expect, test } from 'vitest'
import { migrate } from '../../src/store/migrate.ts'
import { openTestDatabase } from '../database.ts'
import { callOn, openHouse } from '../api/house.ts'
import { openShop } from '../api/shop.ts'
import { startEdge } from './edge.ts'
import type { Edge } from './edge.ts'

const close: (() => Promise<void>)[] = []

afterEach(async () => {
  for (const each of close.splice(0).toReversed()) await each()
})

async function edgeOn(url: string | null, sandbox = '0'): Promise<Edge> {
  const edge = await startEdge(url ?? '', { AUSZUG_SANDBOX: sandbox })
  close.push(edge.close)
  return edge
}

test('a database that nobody has migrated is 503, and served as soon as somebody has', async () => {
  const empty = await openTestDatabase(null)
  close.push(empty.close)
  const edge = await edgeOn(empty.url)
  const keys = (): Promise<Response> => edge.request('/.well-known/jwks.json')
  const answer = await keys()
  expect(answer.status).toBe(503)
  expect(answer.headers.get('content-type')).toBe('application/problem+json')
  expect(await answer.text()).not.toContain('migrat')
  expect(edge.logged().join('\n')).toContain('auszug migrate')
  expect(await edge.beat()).toBe('exception')
  await migrate(empty.db, { sandbox: false })
  expect((await keys()).status).toBe(200)
  expect(await edge.beat()).toBe('ok')
})

test('what a Worker has found once it does not ask again', async () => {
  const database = await openTestDatabase({ sandbox: false })
  close.push(database.close)
  const edge = await edgeOn(database.url)
  expect((await edge.request('/readyz')).status).toBe(200)
  await database.db.deleteFrom('server').execute()
  expect((await edge.request('/readyz')).status).toBe(200)
})

test('a sandbox at the edge moves its clock, and a minute that passes moves nothing', async () => {
  const house = await openHouse({ sandbox: true })
  close.push(house.close)
  const edge = await edgeOn(house.database.url, '1')
  const call = callOn(edge, house.tokens)
  const { id, term } = await (await openShop({ call })).sell()
  const body = { side: 'vendor', channel: 'phone' }
  expect((await call('POST', `/v1/licenses/${id}/objections`, { body })).status).toBe(201)
  expect(await edge.beat()).toBe('ok')
  expect((await call('GET', `/v1/licenses/${id}/decision`)).body.mode).toBe('full')
  const moved = await call('PUT', '/v1/sandbox/clock', { body: { now: term?.ends_at } })
  expect(moved.body).toMatchObject({ settled: { renewed: 0, ended: 1 } })
  expect((await call('GET', `/v1/licenses/${id}/decision`)).body.mode).toBe('export-only')
})

test('a database that is not there is 503 with a problem document', async () => {
  const edge = await edgeOn('postgres://nobody:nothing@127.0.0.1:1/nowhere')
  const answer = await edge.request('/readyz')
  expect(answer.status).toBe(503)
  expect(answer.headers.get('content-type')).toBe('application/problem+json')
  expect(answer.headers.get('retry-after')).toBe('5')
})
