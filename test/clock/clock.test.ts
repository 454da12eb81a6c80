import { setTimeout } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { beat } from '../../src/clock/beat.ts'
import { settleDue } from '../../src/clock/settle-due.ts'
import type { LogEntry } from '../../src/deps.ts'
import { instant, openHouse } from '../api/house.ts'
import type { House, Json, List } from '../api/house.ts'
import { openShop } from '../api/shop.ts'
import type { Shop } from '../api/shop.ts'

let house: House
let shop: Shop

beforeEach(async () => {
  house = await openHouse({ now: '2025-10-01T08:00:00+02:00' })
  shop = await openShop(house)
})

afterEach(() => house.close())

const settle = (body: Json = {}) => house.call('POST', '/v1/settlements', { body })

async function beatAt(text: string): Promise<readonly LogEntry[]> {
  house.clock.set(text)
  const logged: LogEntry[] = []
  await beat({ ...house.deps, log: (entry) => logged.push(entry) })
  return logged
}

test('who objects at 23:59:59.9 and waits for the job that turns the term meanwhile was in time', async () => {
  const { id } = await shop.sell()
  await beatAt('2026-09-30T12:00:00+02:00')
  house.clock.set('2026-09-30T23:59:59.900+02:00')
  const objection = { side: 'customer', channel: 'phone' }
  const { asked } = await house.database
    .replica()
    .transaction()
    .execute(async (job) => {
      await settleDue(job, instant('2026-10-01T00:00:03+02:00'))
      const waiting = house.call('POST', `/v1/licenses/${id}/objections`, { body: objection })
      await setTimeout(100)
      return { asked: waiting }
    })
  expect(await asked).toMatchObject({
    status: 201,
    body: {
      timely: true,
      received_at: '2026-09-30T23:59:59.9+02:00',
      recorded_at: '2026-10-01T00:00:03+02:00',
      effective_on: '2026-09-30',
      effective_at: '2026-10-01T00:00:03+02:00',
    },
  })
  house.clock.set('2026-10-01T00:00:03+02:00')
  const terms = await house.call<List>('GET', `/v1/licenses/${id}/terms`)
  expect(terms.body.data.map(({ ends_on, cut_at }) => [ends_on, cut_at])).toEqual([
    ['2026-09-30', null],
    ['2027-09-30', '2026-10-01T00:00:03+02:00'],
  ])
  const decision = await house.call('GET', `/v1/licenses/${id}/decision`)
  expect(decision.body).toMatchObject({ mode: 'export-only', reason: 'ended' })
})

test('a job that never ran has made no answer wrong: all are the same once it runs', async () => {
  const renewing = await shop.sell()
  const ending = await shop.sell()
  const body = { side: 'vendor', channel: 'phone' }
  await house.call('POST', `/v1/licenses/${ending.id}/objections`, { body })
  house.clock.set('2029-03-01T12:00:00+01:00')
  const answers = async () => {
    const paths = [renewing, ending].flatMap(({ id }) => [
      `/v1/licenses/${id}`,
      ...['2025-09-30', '2025-10-01', '2026-10-02', '2027-10-02', '2029-03-02', '2099-01-01'].map(
        (date) => `/v1/licenses/${id}/decision?at=${date}T12:00:00Z`,
      ),
    ])
    const replies = await Promise.all(paths.map((path) => house.call('GET', path)))
    return replies.map(({ status, body: answer }) => ({ status, answer }))
  }
  const unsettled = await answers()
  expect((await settle()).body).toMatchObject({ renewed: 3, ended: 1 })
  expect(await answers()).toEqual(unsettled)
})

test('settlements are listed, newest first: those that did something, and those that somebody asked for', async () => {
  await shop.sell()
  await beatAt('2026-09-30T23:59:00+02:00')
  await beatAt('2026-10-01T00:00:00+02:00')
  await beatAt('2026-10-01T00:01:00+02:00')
  house.clock.set('2026-10-01T00:01:30+02:00')
  const asked = await settle()
  expect(asked.body).toMatchObject({ renewed: 0, ended: 0, failed: 0, transitions: [] })
  const { body } = await house.call<List>('GET', '/v1/settlements', { role: 'viewer' })
  expect(body.data.map(({ at, renewed }) => [at, renewed])).toEqual([
    ['2026-09-30T22:01:30Z', 0],
    ['2026-09-30T22:00:00Z', 1],
  ])
})

test('a dry run answers for a future day, is not listed, and as_of goes with nothing else', async () => {
  const { id } = await shop.sell()
  const as_of = '2027-10-01T00:00:00+02:00'
  expect((await settle({ dry_run: true, as_of })).body).toMatchObject({
    at: '2027-09-30T22:00:00Z',
    renewed: 2,
    transitions: [
      { license: id, kind: 'renewed', on: '2026-09-30' },
      { license: id, kind: 'renewed', on: '2027-09-30' },
    ],
  })
  expect((await settle({ as_of })).status).toBe(422)
  expect((await house.call<List>('GET', '/v1/settlements')).body.data).toEqual([])
})

/** What is told of settling; letters that go out and what is kept no longer are told of apart. */
const ofSettling = (logged: readonly LogEntry[]): LogEntry[] =>
  logged.filter(({ event }) => event !== 'delivered' && event !== 'retained')

test('a beat says what it recorded and which licenses it set aside, and is silent where nothing was due', async () => {
  const bad = await shop.sell()
  await shop.sell()
  await sql`update licenses set rules = '{}' where id = ${bad.id}`.execute(house.database.db)
  expect(ofSettling(await beatAt('2026-10-01T00:00:00+02:00'))).toEqual([
    { event: 'settled', renewed: 1, ended: 0, failed: 1 },
    { event: 'set-aside', license: bad.id, error: expect.any(String) },
  ])
  expect(ofSettling(await beatAt('2026-10-01T00:01:00+02:00'))).toEqual([])
})

test('a beat that fails is logged, and the next one does its work', async () => {
  await shop.sell()
  const { db } = house.database
  await sql`alter table licenses rename to lost`.execute(db)
  expect(await beatAt('2026-10-01T00:00:00+02:00')).toEqual([
    { event: 'beat-failed', error: expect.stringContaining('licenses') },
  ])
  await sql`alter table lost rename to licenses`.execute(db)
  expect(ofSettling(await beatAt('2026-10-01T00:01:00+02:00'))).toEqual([
    { event: 'settled', renewed: 1, ended: 0, failed: 0 },
  ])
})
