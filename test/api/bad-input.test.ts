import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { routes } from '../../src/api/routes.ts'
import { openHouse } from './house.ts'
import type { House, Json, Refusal } from './house.ts'
import { examples } from '../../src/api/examples.ts'
import { openShop } from './shop.ts'
import type { Sold } from './shop.ts'

let house: House
let sold: Sold
let customer: string
beforeAll(async () => {
  house = await openHouse({ sandbox: true })
  const shop = await openShop(house)
  sold = await shop.sell()
  customer = shop.customer
})
afterAll(() => house.close())

const takingBodies = routes
  .filter(({ body }) => !(body instanceof z.ZodUnknown))
  .map(({ method, path }) => `${method} ${path}`)

/** The same body once for each place in it, with something else there. */
function* withInstead(value: unknown, other: unknown): Generator {
  yield other
  if (Array.isArray(value))
    for (const [n, each] of value.entries())
      for (const changed of withInstead(each, other)) yield value.with(n, changed)
  else if (typeof value === 'object' && value !== null)
    for (const [name, each] of Object.entries(value))
      for (const changed of withInstead(each, other)) yield { ...value, [name]: changed }
}

/** The same body once for each text in it, with something in the text that cannot be kept. */
function* withSpoiled(value: unknown, spoil: string): Generator {
  if (typeof value === 'string') yield value + spoil
  else if (Array.isArray(value))
    for (const [n, each] of value.entries())
      for (const changed of withSpoiled(each, spoil)) yield value.with(n, changed)
  else if (typeof value === 'object' && value !== null)
    for (const [name, each] of Object.entries(value)) {
      for (const changed of withSpoiled(each, spoil)) yield { ...value, [name]: changed }
      yield { ...value, [name + spoil]: each }
    }
}

/** What the schema library would say by itself of what it found. */
const notOurWords = /"detail":"(Invalid|Too|Unrecognized) /

async function answersOf(name: string, bodies: Iterable<unknown>): Promise<Map<unknown, number>> {
  const [method = ''] = name.split(' ')
  const path = examples(sold.id, customer, sold.key)[name]?.[0] ?? ''
  const answers = new Map<unknown, number>()
  for (const body of bodies) {
    const text = JSON.stringify(body) ?? ''
    const headers = { 'x-test-address': `${answers.size}` }
    const reply = await house.call(method, path, { text, headers })
    expect(reply.text).not.toMatch(notOurWords)
    answers.set(body, reply.status)
  }
  return answers
}

/** Judges each of its items on its own, and answers what became of it. */
const itemByItem = 'POST /v1/licenses/bulk'

const sampleOf = (name: string): Json => examples(sold.id, customer, sold.key)[name]?.[1] ?? {}

test('every route that takes a body is tried', () => {
  expect(takingBodies.sort()).toEqual(Object.keys(examples('', '', '')).sort())
})

describe.each(takingBodies)('%s', (name) => {
  test.each([
    ['NUL', '\0'],
    ['a lone surrogate', '\ud800'],
    ['the other half', '\udc00'],
  ])('keeps no %s, in whatever text it stands', async (_, spoil) => {
    const refusals = name === itemByItem ? [200, 422] : [400, 404, 422]
    for (const [body, status] of await answersOf(name, withSpoiled(sampleOf(name), spoil)))
      expect([body, refusals.includes(status)]).toEqual([body, true])
  })

  test.each([
    ['a huge number', 1e308],
    ['a fraction below nothing', -0.5],
    ['nothing', null],
    ['a list', []],
    ['an object', {}],
    ['a yes', true],
    ['an empty text', ''],
    ['a long text', 'x'.repeat(100_000)],
    ['what every object inherits', { constructor: 1, toString: 2, hasOwnProperty: 3 }],
  ])('never fails over %s, in whatever place', async (_, other) => {
    for (const [body, status] of await answersOf(name, withInstead(sampleOf(name), other)))
      expect([body, status < 500]).toEqual([body, true])
  })

  test('takes no member __proto__, at any depth', async () => {
    const [method = ''] = name.split(' ')
    const path = examples(sold.id, customer, sold.key)[name]?.[0] ?? ''
    const text = JSON.stringify(sampleOf(name))
    for (const brace of [...text.matchAll(/\{/g)].map(({ index }) => index + 1)) {
      const comma = text[brace] === '}' ? '' : ','
      const spoiled = `${text.slice(0, brace)}"__proto__":{"admin":true}${comma}${text.slice(brace)}`
      const reply = await house.call<Refusal>(method, path, { text: spoiled })
      expect([spoiled, reply.status]).toEqual([spoiled, 422])
      expect(reply.body.errors).toMatchObject([{ pointer: '/__proto__' }])
    }
  })

  test('nests no deeper than it can be read', async () => {
    const [method = ''] = name.split(' ')
    const path = examples(sold.id, customer, sold.key)[name]?.[0] ?? ''
    for (const depth of [33, 100_000]) {
      const nested = `${'['.repeat(depth)}${']'.repeat(depth)}`
      for (const text of [nested, `{"metadata":${nested}}`])
        expect((await house.call(method, path, { text })).status).toBe(422)
    }
  })
})

test('the samples that were spoiled fit as they are', async () => {
  const { body } = await house.call<Sold>('POST', '/v1/licenses', {
    body: { plan: 'annual', customer, time_zone: 'UTC', overrides: { renewal: 'none' } },
  })
  const other = await house.call<{ id: string }>('POST', '/v1/customers', {
    body: { name: 'Other' },
  })
  const all = Object.entries(examples(body.id, customer, sold.key, other.body.id))
  for (const [name, [path, sample]] of all) {
    const [method = ''] = name.split(' ')
    // Staff calls by the API token, a product by its key.
    const caller = path.startsWith('/v1/leases/')
      ? { role: null, headers: { authorization: `License ${sold.key}` } }
      : {}
    const { status } = await house.call(method, path, { ...caller, body: sample })
    expect([name, [200, 201, 404, 409].includes(status)]).toEqual([name, true])
  }
})

test('a body is at most a megabyte of JSON in UTF-8, whatever its headers say', async () => {
  const send = async (body: string | Uint8Array<ArrayBuffer>, headers = {}): Promise<number> => {
    const response = await house.app.request('/v1/customers', {
      method: 'POST',
      headers: {
        authorization: `Bearer ${house.tokens.admin}`,
        'content-type': 'application/json',
        ...headers,
      },
      body,
    })
    return response.status
  }
  expect(await send(JSON.stringify({ name: 'x'.repeat(1_000_000) }))).toBe(413)
  expect(await send(JSON.stringify({ name: 'ü'.repeat(600_000) }))).toBe(413)
  expect(await send('{}', { 'content-length': '1000001' })).toBe(413)
  expect(await send(new Uint8Array([0x7b, 0xff, 0xfe, 0x7d]))).toBe(400)
  expect(await send('{"name":"A"}', { 'content-type': 'application/json; charset=utf-8' })).toBe(
    201,
  )
  expect(await send('{"name":"B"}', { 'content-type': 'application/merge-patch+json' })).toBe(201)
  expect(await send('')).toBe(422)
})

describe('what is asked for in the address', () => {
  test.each([
    '/v1/licenses?limit=0',
    '/v1/licenses?limit=201',
    '/v1/licenses?limit=ten',
    '/v1/licenses?limit=1&limit=2',
    '/v1/licenses?after=%00',
    '/v1/licenses?after=%F0%9F%A5%90',
    '/v1/licenses?customer=nobody',
    '/v1/licenses?product=%00',
    '/v1/licenses?plan=',
    '/v1/licenses?external_ref=stripe',
    '/v1/licenses?external_ref=stripe:%00',
    '/v1/events?after=-1',
    '/v1/events?after=9999999999999999',
    '/v1/events?after=abc',
    '/v1/settlements?after=%2500%00',
  ])('%s is a 400', async (path) => {
    const reply = await house.call<Refusal>('GET', path)
    expect(reply.status).toBe(400)
    expect(reply.body.errors).toHaveLength(1)
  })

  test.each([
    '2026-02-30T00:00:00Z',
    '2026-10-01',
    'now',
    '',
    '2200-01-01T00:00:00Z',
    '2026-10-01T24:00:00Z',
    '2026-10-01T00:00:00+25:00',
    '1969-12-31T23:59:59Z',
  ])('no decision is given at %j', async (at) => {
    const path = `/v1/licenses/${sold.id}/decision?at=${encodeURIComponent(at)}`
    expect((await house.call('GET', path)).status).toBe(400)
  })

  test.each([
    '/v1/products/%00',
    '/v1/plans/%00',
    '/v1/customers/%00',
    '/v1/customers/%F0%9F%A5%90',
    '/v1/customers/cus_00000000000000000000000000',
    '/v1/api-tokens/%00',
    '/v1/api-tokens/tok_00000000000000000000000000',
    '/v1/licenses/',
    '/v1/licenses//',
    '/v1/nothing',
    '/v2/licenses',
    '/',
    '//v1/licenses',
    '/v1/licenses/%2F',
    '/v1/licenses/%',
    `/v1/licenses/${'x'.repeat(5000)}`,
  ])('%s is a 404', async (path) => {
    const reply = await house.call<Refusal>('GET', path)
    expect(reply.status).toBe(404)
    expect(reply.body.instance).toBe(reply.headers.get('x-request-id'))
  })

  test('of a token that is not there: nothing is revoked', async () => {
    for (const id of ['%00', 'tok_00000000000000000000000000', '%FF'])
      expect((await house.call('DELETE', `/v1/api-tokens/${id}`)).status).toBe(404)
  })
})

test('a method that is not offered is a 405 that says which are', async () => {
  for (const path of new Set(routes.map((each) => each.path))) {
    const offered = routes.filter((each) => each.path === path).map(({ method }) => `${method}`)
    for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'PROPFIND', 'BREW']) {
      if (offered.includes(method)) continue
      const reply = await house.call<Refusal>(method, path.replace(/:\w+/g, 'x'))
      expect([method, path, reply.status]).toEqual([method, path, 405])
      const allow = reply.headers.get('allow')?.split(', ') ?? []
      expect(allow.filter((each) => each !== 'HEAD' && each !== 'OPTIONS').sort()).toEqual(
        offered.sort(),
      )
      expect(reply.body.type).toMatch(/#method-not-allowed$/)
    }
  }
})

test('whatever can be read can be asked for without its body', async () => {
  for (const path of ['/v1/licenses', `/v1/licenses/${sold.id}`, '/healthz', '/v1/nothing']) {
    const [read, head] = [await house.call('GET', path), await house.call('HEAD', path)]
    expect([head.status, head.text]).toEqual([read.status, ''])
    expect(head.headers.get('content-type')).toBe(read.headers.get('content-type'))
  }
})
