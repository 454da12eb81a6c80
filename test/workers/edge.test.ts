import { createLocalJWKSet, jwtVerify } from 'jose'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { routes } from '../../src/api/routes.ts'
import { formats } from '../../src/export/register.ts'
import { parseClaims } from '../../src/token/claims.ts'
import type { SigningAlgorithm } from '../../src/token/public-key.ts'
import { statusesIn } from '../../src/token/status-list.ts'
import { callOn, openHouse, publicUrl } from '../api/house.ts'
import type { Call, House } from '../api/house.ts'
import { openShop } from '../api/shop.ts'
import type { Shop } from '../api/shop.ts'
import { startEdge, watchCalls } from './edge.ts'
import type { Edge } from './edge.ts'

// The Worker and the Node door on one database. The Node door's clock stands two years ago, so that what was sold there is due.

const calls = watchCalls()
let house: House
let edge: Edge
let call: Call
let shop: Shop

beforeAll(async () => {
  house = await openHouse({ now: '2024-10-01T09:00:00+02:00' })
  shop = await openShop(house)
  edge = await startEdge(house.database.url ?? '')
  call = callOn(edge, house.tokens)
})

afterAll(async () => {
  await edge.close()
  await house.close()
  calls.stop()
})

const post = (path: string, body: unknown, headers = {}): Promise<Response> =>
  edge.request(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })

const tokenFor = async (key: string, { product }: Shop): Promise<string> => {
  const body = { license_key: key, product, fingerprint: 'a machine' }
  const answer = await post('/v1/tokens', body)
  const { token }: { token: string } = JSON.parse(await answer.text())
  return token
}

const verified = async (token: string) => {
  const keys = JSON.parse(await (await edge.request('/.well-known/jwks.json')).text())
  return jwtVerify(token, createLocalJWKSet(keys), { issuer: publicUrl })
}

test('ten requests at once to a Worker that nobody has woken are all answered', async () => {
  const paths = ['/readyz', '/.well-known/jwks.json', '/.well-known/license-server', '/v1/plans']
  const answers = await Promise.all(
    Array.from({ length: 10 }, (_, n) =>
      edge.request(paths[n % paths.length] ?? '', {
        headers: { authorization: `Bearer ${house.tokens.viewer}` },
      }),
    ),
  )
  expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(200))
  for (const answer of answers) expect(await answer.text()).not.toBe('')
})

test.each(['Ed25519', 'EdDSA', 'ES256'] as const)(
  'a token that the Worker signs with %s is good by the published keys',
  async (algorithm) => {
    const theirs = await shopAtTheEdge(algorithm)
    const { id, key } = await theirs.sell(thisYear())
    const { payload, protectedHeader } = await verified(await tokenFor(key, theirs))
    expect(protectedHeader.alg).toBe(algorithm)
    expect(payload).toMatchObject({ iss: publicUrl, sub: id })
  },
)

test('a status list that the Worker signs is good by the published keys, and tells of a suspension', async () => {
  const theirs = await shopAtTheEdge()
  const { id, key } = await theirs.sell(thisYear())
  const { payload } = await verified(await tokenFor(key, theirs))
  const { idx = -1, uri = '' } = parseClaims(payload).status?.status_list ?? {}
  const said = async () => {
    // As if five seconds had passed.
    await sql`update status_lists set signed_at = null`.execute(house.deps.db)
    const answer = await edge.request(new URL(uri).pathname)
    expect(answer.headers.get('content-type')).toBe('application/statuslist+jwt')
    const list = await verified(await answer.text())
    expect(list.payload.sub).toBe(uri)
    return (await statusesIn(list.payload['status_list']))(idx)
  }
  expect(await said()).toBe(0)
  await call('PUT', `/v1/licenses/${id}/suspension`, { body: { reason: 'unpaid' } })
  expect(await said()).toBe(2)
  await call('DELETE', `/v1/licenses/${id}/suspension`)
  expect(await edge.beat()).toBe('ok')
  expect(await said()).toBe(0)
})

test('after a rotation the next token bears the new key', async () => {
  const theirs = await shopAtTheEdge()
  const { key } = await theirs.sell(thisYear())
  const before = await verified(await tokenFor(key, theirs))
  expect((await call('POST', '/v1/signing-keys/rotation', { body: {} })).status).toBeLessThan(300)
  const after = await verified(await tokenFor(key, theirs))
  expect(after.protectedHeader.kid).not.toBe(before.protectedHeader.kid)
})

test('an objection that the Worker records ends the license with its term', async () => {
  const { id, term } = await (await shopAtTheEdge()).sell(thisYear())
  const body = { side: 'customer', channel: 'email', received_at: new Date().toISOString() }
  const objection = await call('POST', `/v1/licenses/${id}/objections`, { body })
  expect(objection).toMatchObject({ status: 201, body: { effective_on: term?.ends_on } })
  const at = encodeURIComponent(term?.ends_at ?? '')
  expect((await call('GET', `/v1/licenses/${id}/decision?at=${at}`)).body).toMatchObject({
    mode: 'export-only',
    reason: 'ended',
  })
})

test('the scheduled job of a Worker settles what is due, once', async () => {
  const { id } = await shop.sell({ starts_on: '2024-10-01' })
  expect(await edge.beat()).toBe('ok')
  const types = async (): Promise<readonly unknown[]> =>
    (await call<{ data: { type: string }[] }>('GET', `/v1/licenses/${id}/events`)).body.data.map(
      ({ type }) => type,
    )
  const settled = await types()
  expect(settled).toContain('license.renewed')
  expect(edge.logged().map((line) => JSON.parse(line))).toContainEqual(
    expect.objectContaining({ event: 'settled', ended: 0, failed: 0 }),
  )
  expect(await edge.beat()).toBe('ok')
  expect(await types()).toEqual(settled)
})

test('a request repeated with its Idempotency-Key is answered as it was by the Node door', async () => {
  const headers = {
    authorization: `Bearer ${house.tokens.admin}`,
    'content-type': 'application/json',
    'idempotency-key': 'shared-by-both-doors',
  }
  const body = JSON.stringify({ name: 'Bäckerei Zweimal' })
  const first = await house.app.request('/v1/customers', { method: 'POST', headers, body })
  const second = await edge.request('/v1/customers', { method: 'POST', headers, body })
  expect(second.status).toBe(201)
  expect(await second.text()).toBe(await first.text())
})

test.each(routes.map(({ method, path }) => [method, path] as const))(
  'whoever has no token hears the same of %s %s from both doors',
  async (method, path) => {
    const headers = { 'content-type': 'application/json' }
    const init = method === 'GET' ? {} : { method, headers, body: '{"odd":' }
    const concrete = path.replaceAll(/:\w+/g, 'x')
    const [here, there] = [
      await house.app.request(concrete, init),
      await edge.request(concrete, init),
    ]
    expect(there.status).toBe(here.status)
    expect(there.headers.get('content-type')).toBe(here.headers.get('content-type'))
  },
)

test('a refusal is a problem document, whatever is asked for', async () => {
  const answer = await post('/v1/tokens', { license_key: 'no such key', product: shop.product })
  expect(answer.status).toBe(404)
  expect(answer.headers.get('content-type')).toBe('application/problem+json')
  expect(JSON.parse(await answer.text())).toMatchObject({
    type: `${publicUrl}/problems#not-found`,
    status: 404,
  })
})

test('who guesses keys is told to wait, by the address that Cloudflare saw', async () => {
  const guess = async (address: string): Promise<number> => {
    const body = { license_key: 'a guess', product: shop.product }
    return (await post('/v1/tokens', body, { 'cf-connecting-ip': address })).status
  }
  let told = 0
  for (let n = 0; n < 40 && told !== 429; n += 1) told = await guess('192.0.2.7')
  expect(told).toBe(429)
  expect(await guess('192.0.2.8')).toBe(404)
})

test('an export in every format but SQLite comes whole, to its last byte', async () => {
  const headers = { authorization: `Bearer ${house.tokens.admin}` }
  const names = formats().flatMap(({ name }) => (name === 'sqlite' ? [] : [name]))
  const answer = await edge.request(`/v1/export?formats=${names.join(',')}`, { headers })
  const bytes = Buffer.from(await answer.arrayBuffer())
  expect(answer.status).toBe(200)
  // A ZIP begins with a file and ends with its directory's end, which has no comment here.
  expect(bytes.readUInt32LE(0)).toBe(0x04034b50)
  expect(bytes.readUInt32LE(bytes.length - 22)).toBe(0x06054b50)
})

test('an export in SQLite is refused before it begins, and so is one that names it among others', async () => {
  const headers = { authorization: `Bearer ${house.tokens.admin}` }
  for (const names of ['sqlite', 'jsonl,sqlite']) {
    const answer = await edge.request(`/v1/export?formats=${names}`, { headers })
    expect(answer.status).toBe(422)
    const { type, errors } = JSON.parse(await answer.text())
    expect(type).toBe(`${publicUrl}/problems#unfit`)
    expect(errors).toEqual([{ pointer: '/formats', detail: expect.stringContaining('sqlite') }])
  }
})

test('no connection outlives the request that opened it', async () => {
  const connections = async (): Promise<readonly number[]> => {
    const { rows } = await sql<{ pid: number }>`
      select pid from pg_stat_activity where datname = current_database()`.execute(
      house.database.db,
    )
    return rows.map(({ pid }) => pid)
  }
  const before = await connections()
  const headers = { authorization: `Bearer ${house.tokens.admin}` }
  for (const path of ['/readyz', '/v1/nothing', '/v1/plans', '/v1/export'])
    await (await edge.request(path, { headers })).text()
  const added = async () => (await connections()).filter((pid) => !before.includes(pid))
  await expect.poll(added, { timeout: 5000 }).toEqual([])
})

test('nothing but this machine is called', () => {
  expect(calls.called.filter((host) => !/^(127\.|::1$|localhost$)/.test(host))).toEqual([])
})

/** A shop whose every request goes through the Worker. */
const shopAtTheEdge = (algorithm: SigningAlgorithm = 'Ed25519'): Promise<Shop> =>
  openShop({ call }, {}, { code: `edge-${(numbered += 1)}`, algorithm })
let numbered = 0

/** In Berlin, from yesterday on. */
const thisYear = () => ({ starts_on: new Date(Date.now() - 86_400_000).toISOString().slice(0, 10) })

test('people sign in at the edge, where no password is weaker than elsewhere', async () => {
  const body = { login: 'edge', name: 'E.', role: 'viewer' }
  const invited = await call<{ invitation: string }>('POST', '/v1/people', { body })
  const { pathname } = new URL(invited.body.invitation)
  const password = 'vier Brötchen und ein Hörnchen'
  const accepted = await edge.request(pathname, {
    method: 'POST',
    headers: { 'sec-fetch-site': 'same-origin' },
    body: new URLSearchParams({ password, again: password }),
    redirect: 'manual',
  })
  expect([accepted.status, accepted.headers.get('location')]).toEqual([303, '/console'])
  const cookie = accepted.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
  const start = await edge.request('/console', { headers: { cookie } })
  expect(await start.text()).toContain('Last settlement')
})
