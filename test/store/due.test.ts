import { afterEach, beforeEach, expect, test } from 'vitest'
import { system } from '../../src/license/actor.ts'
import { nextDue } from '../../src/license/next-due.ts'
import { settle } from '../../src/license/settle.ts'
import { timestamp } from '../../src/store/column.ts'
import { listSetAside, nextDueAt, peekDue, setAside, takeDue } from '../../src/store/due.ts'
import { changeLicense } from '../../src/store/license.ts'
import { loadLicenses } from '../../src/store/load-licenses.ts'
import { saveLicenses } from '../../src/store/save-licenses.ts'
import { onPostgres, openTestDatabase } from '../database.ts'
import type { TestDatabase } from '../database.ts'
import { openBakery, start } from './bakery.ts'
import type { Bakery } from './bakery.ts'

let database: TestDatabase
let bakery: Bakery

beforeEach(async () => {
  database = await openTestDatabase()
  bakery = await openBakery(database.db)
})

afterEach(() => database.close())

const later = Date.parse('2027-10-02T00:00:00Z')

test('what is due is what the law says, the longest due first, and the rest is left alone', async () => {
  const early = await bakery.sell({ startsOn: '2025-11-01' })
  const soon = await bakery.sell()
  const perpetual = await bakery.sell({
    terms: { capabilities: [], renewal: 'none' },
    startsOn: '2025-09-01',
  })
  expect(nextDue(perpetual.license)).toBeNull()
  expect(await nextDueAt(database.db)).toBe(start)
  const due = (now: number, limit = 10) =>
    database.db
      .transaction()
      .execute(async (trx) => (await takeDue(trx, now, limit)).map(({ license }) => license.id))
  expect(await due(start - 1)).toEqual([])
  expect(await due(start)).toEqual([soon.license.id])
  expect((await due(later)).toSorted()).toEqual([early.license.id, soon.license.id].toSorted())
  expect(await due(later, 1)).toEqual([soon.license.id])
})

test('hundreds are settled by one batch, each as the law settles it alone', async () => {
  const sold = await Promise.all(Array.from({ length: 200 }, () => bakery.sell()))
  await database.db.transaction().execute(async (trx) => {
    const kept = await takeDue(trx, later, 1000)
    const changes = kept.map((before) => {
      const { license, events } = settle(before.license, later)
      return {
        before,
        after: license,
        events: events.map((event) => ({ actor: system.id, event })),
      }
    })
    await saveLicenses(trx, changes, later)
  })
  const kept = await loadLicenses(
    database.db,
    sold.map(({ license }) => license.id),
  )
  expect(kept).toHaveLength(200)
  for (const [n, { license }] of kept.entries()) {
    const alone = settle(sold.toSorted(byId)[n]!.license, later)
    expect(license).toEqual({ ...alone.license, recordedAt: later })
  }
  expect(await nextDueAt(database.db)).toBe(nextDue(kept[0]!.license))
  expect((await peekDue(database.db, later, { limit: 5 })).data).toEqual([])
})

function byId(a: { license: { id: string } }, b: { license: { id: string } }): number {
  return a.license.id < b.license.id ? -1 : 1
}

test('a license that nothing has become true of is not due again', async () => {
  const { license } = await bakery.sell()
  // So another version of the law may have left it.
  await database.db
    .updateTable('licenses')
    .set({ settles_at: timestamp<number | null>(start - 5) })
    .execute()
  const due = () => takeDue(database.db, start - 1, 10)
  const [kept] = await due()
  const settled = settle(kept!.license, start - 1)
  expect(settled.events).toEqual([])
  await saveLicenses(
    database.db,
    [{ before: kept!, after: settled.license, events: [] }],
    start - 1,
  )
  expect(await due()).toEqual([])
  expect(await nextDueAt(database.db)).toBe(nextDue(license))
})

test.runIf(onPostgres)('two replicas never take the same license', async () => {
  await Promise.all(Array.from({ length: 10 }, () => bakery.sell()))
  const replica = database.replica()
  const taken = await database.db.transaction().execute(async (trx) => {
    const first = await takeDue(trx, later, 6)
    const second = await replica.transaction().execute((other) => takeDue(other, later, 6))
    return [...first, ...second].map(({ license }) => license.id)
  })
  expect(taken).toHaveLength(10)
  expect(new Set(taken).size).toBe(10)
})

test('one that is set aside waits for its time, is listed, and holds up nothing', async () => {
  const bad = await bakery.sell()
  const good = await bakery.sell({ startsOn: '2025-10-02' })
  await setAside(database.db, bad.license.id, 'TypeError: a license has a grant', start + 3_600_000)
  const due = async (now: number) =>
    (await takeDue(database.db, now, 10)).map(({ license }) => license.id)
  expect(await due(start + 3_599_999)).toEqual([])
  expect(await nextDueAt(database.db)).toBe(start + 3_600_000)
  expect(await due(start + 3_600_000)).toEqual([bad.license.id])
  expect(await due(start + 86_400_000)).toContain(good.license.id)
  expect((await listSetAside(database.db, { limit: 10 })).data).toEqual([
    {
      id: bad.license.id,
      error: 'TypeError: a license has a grant',
      settlesAt: start,
      retryAt: start + 3_600_000,
    },
  ])
})

test('a change that works clears that a license was set aside', async () => {
  const { license } = await bakery.sell()
  await setAside(database.db, license.id, 'Error', start + 1)
  await changeLicense(database.db, license.id, start, system, (it) => ({ license: it, events: [] }))
  expect((await listSetAside(database.db, { limit: 10 })).data).toEqual([])
})
