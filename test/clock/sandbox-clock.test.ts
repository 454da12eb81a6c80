import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { moveSandboxClock } from '../../src/clock/sandbox-clock.ts'
import { listEvents } from '../../src/store/event.ts'
import { sandboxNow } from '../../src/store/server.ts'
import { instant } from '../api/house.ts'
import { openTestDatabase } from '../database.ts'
import type { TestDatabase } from '../database.ts'
import { before, openBakery, start } from '../store/bakery.ts'

let database: TestDatabase

beforeEach(async () => {
  database = await openTestDatabase({ sandbox: true })
  await sandboxNow(database.db, before)
})

afterEach(() => database.close())

const day = 86_400_000

test('ten years of monthly licenses pass in one move, and each turn is recorded when it was', async () => {
  const bakery = await openBakery(database.db, { term: 'P1M' })
  const sold = []
  for (let n = 0; n < 5; n++) sold.push((await bakery.sell()).license.id)
  const to = instant('2035-10-01T00:00:00+02:00')
  expect(await moveSandboxClock(database.db, to)).toEqual({ renewed: 600, ended: 0 })
  const { data } = await listEvents(database.db, sold[0] ?? '', { limit: 10_000 })
  const renewals = data.filter(({ type }) => type === 'license.renewed')
  expect(renewals).toHaveLength(120)
  expect(renewals.every(({ occurredAt, recordedAt }) => occurredAt === recordedAt)).toBe(true)
  expect(data.filter(({ type }) => type === 'renewal.reminder')).toHaveLength(310)
}, 90_000)

test('a license that cannot be settled does not hold the clock up over ten years', async () => {
  const bakery = await openBakery(database.db)
  const { license } = await bakery.sell()
  await sql`update licenses set rules = '{}' where id = ${license.id}`.execute(database.db)
  await bakery.sell()
  const began = performance.now()
  expect(await moveSandboxClock(database.db, start + 3653 * day)).toMatchObject({ renewed: 10 })
  expect(performance.now() - began).toBeLessThan(45_000)
}, 90_000)

test('a move to where the clock stands does nothing, and one back is refused', async () => {
  await (await openBakery(database.db)).sell()
  expect(await moveSandboxClock(database.db, before)).toEqual({ renewed: 0, ended: 0 })
  await expect(moveSandboxClock(database.db, before - 1)).rejects.toMatchObject({
    code: 'clock-backwards',
  })
  expect(await sandboxNow(database.db, 0)).toBe(before)
})
