import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { foreseeDue, settleDue } from '../../src/clock/settle-due.ts'
import { daysLater } from '../../src/license/calendar.ts'
import type { Instant } from '../../src/license/license.ts'
import { listSetAside } from '../../src/store/due.ts'
import { listEvents } from '../../src/store/event.ts'
import { loadLicenses } from '../../src/store/load-licenses.ts'
import { instant } from '../api/house.ts'
import { onPostgres, openTestDatabase } from '../database.ts'
import type { TestDatabase } from '../database.ts'
import { before, openBakery, start } from '../store/bakery.ts'

let database: TestDatabase

beforeEach(async () => {
  database = await openTestDatabase()
})

afterEach(() => database.close())

const turn = instant('2026-10-01T00:00:00+02:00')
const minute = 60_000
const day = 24 * 60 * minute

async function eventsOf(license: string) {
  return (await listEvents(database.db, license, { limit: 10_000 })).data
}

test('three replicas at once record every transition of 300 licenses once', async () => {
  const bakery = await openBakery(database.db)
  const sold = []
  for (let n = 0; n < 300; n++) sold.push((await bakery.sell()).license.id)
  await settleDue(database.db, turn - day)
  const replicas = onPostgres ? [1, 2, 3].map(() => database.replica()) : Array(3).fill(database.db)
  const runs = await Promise.all(replicas.map((replica) => settleDue(replica, turn)))
  expect(runs.reduce((sum, { renewed }) => sum + renewed, 0)).toBe(300)
  const turned = runs.flatMap(({ transitions }) => transitions.map(({ license }) => license))
  expect(turned.toSorted()).toEqual(sold.toSorted())
  const kept = await loadLicenses(database.db, sold)
  for (const { license, eventCount } of kept) {
    expect(license.terms.map(({ endsOn }) => endsOn)).toEqual(['2026-09-30', '2027-09-30'])
    expect(eventCount).toBe((await eventsOf(license.id)).length)
  }
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from events where type = 'license.renewed'`.execute(database.db)
  expect(rows[0]?.n).toBe(300)
})

test('a week of missed runs is caught up in order, with the instants at which it all became true', async () => {
  const bakery = await openBakery(database.db, { term: 'P1D' })
  const { license } = await bakery.sell()
  await settleDue(database.db, start)
  const late = start + 7 * day + 5 * minute
  expect(await settleDue(database.db, late)).toMatchObject({ renewed: 7, ended: 0, failed: 0 })
  const renewals = (await eventsOf(license.id)).filter(({ type }) => type === 'license.renewed')
  expect(renewals.map(({ occurredAt }) => occurredAt)).toEqual(
    [1, 2, 3, 4, 5, 6, 7].map((n) => start + n * day),
  )
  expect(new Set(renewals.map(({ recordedAt }) => recordedAt))).toEqual(new Set([late]))
  expect(await settleDue(database.db, late)).toMatchObject({ renewed: 0, ended: 0, failed: 0 })
})

test('settling late, once, leaves the same terms and ends as settling daily', async () => {
  const bakery = await openBakery(database.db, { term: 'P1M', preset: 'custom' })
  const daily = await bakery.sell()
  const once = await bakery.sell({ startsOn: '2025-10-01' })
  await sql`update licenses set retry_at = ${new Date(start + 200 * day).toISOString()}
    where id = ${once.license.id}`.execute(database.db)
  for (let at = start; at <= start + 200 * day; at += day) await settleDue(database.db, at)
  await settleDue(database.db, start + 200 * day)
  const told = async (id: string) =>
    (await eventsOf(id))
      .filter(({ type }) => type !== 'renewal.reminder' && type !== 'key.issued')
      .map(({ type, occurredAt, data }) => ({ type, occurredAt, data }))
  const [first, second] = [await told(daily.license.id), await told(once.license.id)]
  expect(second).toEqual(first)
  expect(first.filter(({ type }) => type === 'license.renewed')).toHaveLength(6)
})

test('more than a thousand missed terms are all recorded, each once', async () => {
  const bakery = await openBakery(database.db, { term: 'P1D', preset: 'custom' })
  const { license } = await bakery.sell()
  const years = start + 1461 * day + 2 * 60 * minute
  expect(await foreseeDue(database.db, years)).toMatchObject({ renewed: 1461, failed: 0 })
  const settled = await settleDue(database.db, years)
  expect(settled).toMatchObject({ renewed: 1461, ended: 0, failed: 0 })
  expect(settled.transitions).toHaveLength(1000)
  const [kept] = await loadLicenses(database.db, [license.id])
  expect(kept?.license.terms.map(({ startsOn }) => startsOn)).toEqual(
    Array.from({ length: 1462 }, (_, n) => daysLater('2025-10-01', n)),
  )
})

test('a dry run tells what would be by an instant, and records nothing', async () => {
  const bakery = await openBakery(database.db)
  const renewing = await bakery.sell()
  const other = await openBakery(database.db, { renewal: 'none', renewalLeeway: 'P0D' }, 'trial')
  const ending = await other.sell()
  const state = async () => ({
    events:
      (await eventsOf(renewing.license.id)).length + (await eventsOf(ending.license.id)).length,
    kept: await loadLicenses(database.db, [renewing.license.id, ending.license.id]),
  })
  const unsettled = await state()
  const { renewed, ended, transitions } = await foreseeDue(database.db, turn)
  expect({ renewed, ended }).toEqual({ renewed: 1, ended: 1 })
  expect(transitions).toEqual(
    expect.arrayContaining([
      { license: renewing.license.id, kind: 'renewed', on: '2026-09-30' },
      { license: ending.license.id, kind: 'ended', on: '2026-09-30' },
    ]),
  )
  expect(await foreseeDue(database.db, turn - 1)).toMatchObject({ renewed: 0, ended: 0 })
  expect(await state()).toEqual(unsettled)
})

test('a license whose rules cannot be read is set aside with its error, and the rest goes on', async () => {
  const bakery = await openBakery(database.db)
  const bad = (await bakery.sell()).license.id
  const good = await Promise.all([1, 2, 3].map(async () => (await bakery.sell()).license.id))
  await sql`update licenses set rules = '{}' where id = ${bad}`.execute(database.db)
  const settled = await settleDue(database.db, turn)
  expect(settled).toMatchObject({ renewed: 3, failed: 1, failures: [{ license: bad }] })
  expect(settled.transitions.map(({ license }) => license).toSorted()).toEqual(good.toSorted())
  expect((await listSetAside(database.db, { limit: 10 })).data).toMatchObject([
    { id: bad, error: settled.failures[0]?.error },
  ])
  expect(settled.failures[0]?.error).not.toBe('')
})

test('a license whose history cannot be continued is set aside too, alone among two hundred', async () => {
  const bakery = await openBakery(database.db)
  const bad = (await bakery.sell()).license.id
  for (let n = 0; n < 200; n++) await bakery.sell()
  await settleDue(database.db, start)
  // As a half restored backup would leave it: the next number of its history is taken.
  await sql`update licenses set event_count = event_count - 1 where id = ${bad}`.execute(
    database.db,
  )
  const settled = await settleDue(database.db, turn)
  expect(settled).toMatchObject({ renewed: 200, failed: 1, failures: [{ license: bad }] })
})

test('one that was set aside is tried again ever less often, and taken up once it is mended', async () => {
  const { license } = await (await openBakery(database.db)).sell()
  const { rows } = await sql<{ rules: string }>`
    select rules::text as rules from licenses`.execute(database.db)
  const rules = (text: string) =>
    sql`update licenses set rules = ${text}::jsonb`.execute(database.db)
  await rules('{}')
  const failures: Instant[] = []
  for (let at = start; at < start + 4 * day; at += 15 * minute)
    if ((await settleDue(database.db, at)).failed > 0) failures.push((at - start) / minute)
  expect(failures.slice(0, 6)).toEqual([0, 15, 30, 60, 120, 240])
  expect(failures.slice(-2)).toEqual([3360, 4800])
  await rules(rows[0]?.rules ?? '')
  expect(await settleDue(database.db, start + 5 * day)).toMatchObject({ failed: 0 })
  expect((await listSetAside(database.db, { limit: 10 })).data).toEqual([])
  const types = (await eventsOf(license.id)).map(({ type }) => type)
  expect(types).toContain('license.started')
})

test('what is not due costs nothing: a beat over licenses of the future takes none of them', async () => {
  const bakery = await openBakery(database.db)
  for (let n = 0; n < 20; n++) await bakery.sell({ startsOn: '2030-01-01' })
  expect(await settleDue(database.db, before)).toMatchObject({ renewed: 0, ended: 0, failed: 0 })
  expect(await foreseeDue(database.db, before)).toMatchObject({ transitions: [] })
})
