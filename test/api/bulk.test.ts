import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { onPostgres } from '../database.ts'
import { openHouse } from './house.ts'
import type { House, Json, List, Refusal } from './house.ts'
import { openShop } from './shop.ts'
import type { Shop } from './shop.ts'
import { askToken } from './start-up.ts'

interface Bulk {
  readonly issued: number
  readonly refused: number
  readonly data: readonly {
    readonly n: number
    readonly status: number
    readonly license: string | null
    readonly key: string | null
    readonly external_refs: Readonly<Record<string, string>>
    readonly problem: Refusal | null
  }[]
}

let house: House
let shop: Shop
beforeAll(async () => {
  house = await openHouse()
  shop = await openShop(house)
})
afterAll(() => house.close())

const wanted = (asked: Json = {}): Json => ({
  plan: shop.plan,
  customer: shop.customer,
  time_zone: 'Europe/Berlin',
  starts_on: '2025-10-01',
  ...asked,
})
const bulk = (licenses: readonly Json[], headers = {}) =>
  house.call<Bulk>('POST', '/v1/licenses/bulk', { body: { licenses }, headers, role: 'billing' })
const count = async (query = '') =>
  (
    await house.call('GET', `/v1/licenses${query}`, { headers: { accept: 'application/jsonl' } })
  ).text
    .split('\n')
    .filter(Boolean).length

test('a thousand licenses are issued by one call, each with its key and its history', async () => {
  const licenses = Array.from({ length: 1000 }, (_, n) =>
    wanted({ external_refs: { thousand: `${n}` } }),
  )
  const { status, body } = await bulk(licenses)
  expect([status, body.issued, body.refused]).toEqual([200, 1000, 0])
  expect(new Set(body.data.map(({ key }) => key)).size).toBe(1000)
  const { license, key, external_refs } = body.data[567] ?? {}
  expect(external_refs).toEqual({ thousand: '567' })
  const single = await shop.sell()
  const { body: made } = await house.call('GET', `/v1/licenses/${license}`)
  const { key: _, ...other } = single
  expect(made).toEqual({ ...other, id: license, external_refs, objections: [] })
  const types = async (id = '') =>
    (await house.call<List>('GET', `/v1/licenses/${id}/events`)).body.data.map(({ type }) => type)
  expect(await types(license ?? '')).toEqual(await types(single.id))
  const token = await askToken(house, {
    license_key: key ?? '',
    product: shop.product,
    fingerprint: 'till',
  })
  expect(token.body.decision.mode).toBe('full')
})

test('what cannot be issued is refused on its own, in its place, as a single call would refuse it', async () => {
  const odd: readonly (readonly [Json, number, string])[] = [
    [wanted({ plan: 'none' }), 422, '/plan'],
    [wanted({ customer: `cus_${'0'.repeat(26)}` }), 422, '/customer'],
    [wanted({ time_zone: 'Mars/Olympus' }), 422, '/time_zone'],
    [wanted({ overrides: { notice: 'P2Y' } }), 422, '/overrides/notice'],
    [wanted({ colour: 'red' }), 422, '/colour'],
    [wanted({ ends_on: '2025-09-30' }), 422, '/ends_on'],
    [wanted({ external_refs: { erp: 'NUL \0' } }), 422, '/external_refs/erp'],
    [wanted({ agreement: 5 }), 422, '/agreement'],
  ]
  const before = await count()
  const { body } = await bulk(odd.flatMap(([each]) => [each, wanted()]))
  expect([body.issued, body.refused]).toEqual([odd.length, odd.length])
  for (const [n, [each, status, pointer]] of odd.entries()) {
    const { status: told, problem, license } = body.data[2 * n] ?? {}
    expect([told, problem?.errors?.[0]?.pointer, license]).toEqual([status, pointer, null])
    const alone = await house.call<Refusal>('POST', '/v1/licenses', { body: each })
    const { instance: _, ...refusal } = alone.body
    expect(problem).toEqual(refusal)
    expect(body.data[2 * n + 1]).toMatchObject({ n: 2 * n + 1, status: 201, problem: null })
  }
  expect(await count()).toBe(before + odd.length)
})

test('who has been shown the door gets none, without an admin’s override', async () => {
  const { body: other } = await house.call<{ id: string }>('POST', '/v1/customers', {
    body: { name: 'Gone' },
  })
  const reason = { reason: 'Unpaid three times' }
  await house.call('PUT', `/v1/customers/${other.id}/ended-relation`, { body: reason })
  const { body } = await bulk([wanted({ customer: other.id }), wanted()])
  expect(body.data.map(({ status }) => status)).toEqual([409, 201])
  const override = { reason: 'One last month' }
  const licenses = [wanted({ customer: other.id, override })]
  const asked = { body: { licenses } }
  const admins = await house.call<Bulk>('POST', '/v1/licenses/bulk', asked)
  expect(admins.body.issued).toBe(1)
})

test('a reference that is taken, or named twice, refuses the one license that comes late', async () => {
  await shop.sell({ external_refs: { erp: 'taken' } })
  const { body } = await bulk(
    ['a', 'taken', 'b', 'a', 'c'].map((reference) => wanted({ external_refs: { erp: reference } })),
  )
  expect(body.data.map(({ status }) => status)).toEqual([201, 409, 201, 409, 201])
  expect(body.data[1]?.problem?.type).toMatch(/#reference-taken$/)
})

test.runIf(onPostgres)(
  'of two calls at once with the same references each license is issued once, and nothing else is lost',
  async () => {
    const round = (who: string) =>
      bulk(
        Array.from({ length: 20 }, (_, n) =>
          wanted({ external_refs: { race: n % 5 === 0 ? `shared-${n}` : `${who}-${n}` } }),
        ),
      )
    const replies = await Promise.all([round('a'), round('b')])
    expect(replies.map(({ status }) => status)).toEqual([200, 200])
    expect(replies.reduce((sum, { body }) => sum + body.issued, 0)).toBe(36)
    expect(replies.reduce((sum, { body }) => sum + body.refused, 0)).toBe(4)
  },
)

test('a call that is repeated under its Idempotency-Key issues nothing again, and gives the same keys', async () => {
  const headers = { 'idempotency-key': 'import-7' }
  const first = await bulk([wanted(), wanted({ plan: 'none' })], headers)
  const before = await count()
  const again = await bulk([wanted(), wanted({ plan: 'none' })], headers)
  expect(again.body).toEqual(first.body)
  expect(again.headers.get('idempotency-replayed')).toBe('true')
  expect(await count()).toBe(before)
})

test('a key can be brought along, and opens one license alone', async () => {
  const key = 'C1B6DE-39A6E3-DE1529-8559A0-4AF593-V3'
  const { body } = await bulk([
    wanted({ key }),
    wanted({ key }),
    wanted({ key: 'guess' }),
    wanted(),
  ])
  expect(body.data.map(({ status }) => status)).toEqual([201, 409, 422, 201])
  expect((await bulk([wanted({ key })])).body.data[0]?.problem?.type).toMatch(/#key-taken$/)
})

describe('a body of JSON Lines', () => {
  const send = (text: string, type = 'application/jsonl') =>
    house.call<Bulk & Refusal>('POST', '/v1/licenses/bulk', {
      text,
      headers: { 'content-type': type },
    })

  test('is a license a line', async () => {
    const lines = [wanted(), wanted({ plan: 'none' })].map((each) => JSON.stringify(each))
    const { status, body } = await send(
      `${lines.join('\r\n')}\n\n`,
      'application/x-ndjson; charset=utf-8',
    )
    expect([status, body.data.map((each) => each.status)]).toEqual([200, [201, 422]])
  })

  test('names the line that is no JSON', async () => {
    const { status, body } = await send(`${JSON.stringify(wanted())}\n{`)
    expect([status, body.errors]).toEqual([
      400,
      [{ pointer: '', detail: 'Line 2 is no well-formed JSON.' }],
    ])
  })

  test('is taken for nothing else', async () => {
    const headers = { 'content-type': 'application/jsonl' }
    const { status } = await house.call('POST', '/v1/licenses', { text: '{}', headers })
    expect(status).toBe(415)
  })
})

test('no call issues none, or more than a thousand', async () => {
  expect((await bulk([])).status).toBe(422)
  const before = await count()
  expect((await bulk(Array.from({ length: 1001 }, () => wanted()))).status).toBe(422)
  expect(await count()).toBe(before)
})
