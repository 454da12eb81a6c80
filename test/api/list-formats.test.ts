import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { system } from '../../src/license/actor.ts'
import { operations } from '../../src/api/operations.ts'
import { csvRows } from '../../src/api/csv-rows.ts'
import { routes } from '../../src/api/routes.ts'
import { tryWebhook } from '../../src/store/delivery.ts'
import { insertWebhook } from '../../src/store/webhook.ts'
import { openBusyHouse } from '../records/busy-house.ts'
import type { BusyHouse } from '../records/busy-house.ts'
import { listed } from '../records/look.ts'
import type { List, Refusal } from './house.ts'

let house: BusyHouse
let webhook: string
beforeAll(async () => {
  house = await openBusyHouse()
  const { db, kek } = house.deps
  const told = { url: 'https://shop.example.com/auszug', description: '', eventTypes: null }
  webhook = (await insertWebhook(db, kek, told, system, house.clock.now)).webhook.id
  await tryWebhook(db, webhook, house.clock.now)
})
afterAll(() => house.close())

/** Keys are secrets, and each look at one is an event: they are shown, not listed. */
const shown = 'GET /v1/licenses/:license/keys'
const lists = Object.entries(operations).flatMap(([name, answers]) => {
  const members = Object.keys(Object(Object(answers[200])['shape']))
  const isList = members.includes('data') && members.includes('next')
  return name.startsWith('GET ') && name !== shown && isList ? [name.slice(4)] : []
})
const addressOf = (path: string) =>
  path.replace(':license', house.licenses[0]?.id ?? '').replace(':webhook', webhook)
const ask = (path: string, accept: string) =>
  house.call<Refusal>('GET', path, { headers: { accept } })

test('every list is offered in every form', () => {
  const offering = routes
    .filter(({ offers }) => offers?.includes('text/csv'))
    .map(({ path }) => path)
  expect(offering.sort()).toEqual(lists.sort())
})

describe.each(lists)('%s', (path) => {
  test('holds the same, page by page as JSON and whole as JSON Lines', async () => {
    const { status, text, headers } = await ask(addressOf(path), 'application/jsonl')
    expect([status, headers.get('vary')]).toEqual([200, 'Accept'])
    expect(headers.get('content-type')).toBe('application/jsonl')
    const items = text.split('\n').filter((line) => line !== '')
    expect(items.map((line) => JSON.parse(line))).toEqual(await listed(house, addressOf(path)))
  })

  test('is a row an item as CSV, with a column for each of its members', async () => {
    const { status, text, headers } = await ask(addressOf(path), 'text/csv')
    expect([status, headers.get('content-type')]).toEqual([
      200,
      'text/csv; charset=utf-8; header=present',
    ])
    const items = await listed(house, addressOf(path))
    const rows = csvRows(text, ',')
    expect(rows).toHaveLength(items.length)
    const columns = text.slice(0, text.indexOf('\r\n')).split(',')
    const wrong = items.flatMap((item, n) =>
      Object.entries(item).filter(([member, value]) => {
        const isPlain = typeof value === 'string' || typeof value === 'number'
        const isThere = columns.some((name) => name === member || name.startsWith(`${member}_`))
        return !isThere || (isPlain && rows[n]?.cells.get(member) !== String(value).trim())
      }),
    )
    expect(wrong).toEqual([])
  })

  test('is not to be had as something else, and says what it is to be had as', async () => {
    const { status, body } = await ask(addressOf(path), 'text/html')
    expect([status, body.type]).toEqual([406, expect.stringMatching(/#not-acceptable$/)])
    expect(body).toMatchObject({ offers: expect.arrayContaining(['application/json', 'text/csv']) })
  })
})

test('a member within a member is a column of its own, empty where there is none', async () => {
  const { text } = await ask('/v1/licenses', 'text/csv')
  const rows = csvRows(text, ',')
  const { data } = (
    await house.call<List<{ term: { ends_on: string }; suspension: unknown }>>(
      'GET',
      '/v1/licenses',
    )
  ).body
  for (const [n, { term, suspension }] of data.entries()) {
    expect(rows[n]?.cells.get('term_ends_on')).toBe(term.ends_on)
    expect(rows[n]?.cells.get('suspension_reason')).toBe(suspension === null ? '' : 'unbezahlt')
  }
})

test('a whole list takes its filters, and goes on behind a cursor', async () => {
  const { data: all } = (await house.call<List>('GET', '/v1/licenses?product=kassenbuch')).body
  const lines = (path: string) =>
    ask(path, 'application/x-ndjson').then(({ text }) => text.split('\n').filter(Boolean))
  expect(await lines('/v1/licenses?product=kassenbuch')).toHaveLength(2)
  const first = String(all[0]?.['id'])
  expect(await lines(`/v1/licenses?product=kassenbuch&after=${first}`)).toHaveLength(1)
})

test('a whole list has no limit, and says so before its first byte', async () => {
  const { status, body } = await ask('/v1/licenses?limit=5', 'text/csv')
  expect(status).toBe(400)
  expect(body.errors).toEqual([
    { pointer: '/limit', detail: 'A whole list has no pages: leave the limit out.' },
  ])
  expect((await ask('/v1/events?after=nothing', 'text/csv')).status).toBe(400)
  expect((await ask('/v1/licenses/lic_nothing/events', 'text/csv')).status).toBe(404)
})
