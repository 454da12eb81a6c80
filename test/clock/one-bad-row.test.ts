import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { settleDue } from '../../src/clock/settle-due.ts'
import { listSetAside } from '../../src/store/due.ts'
import { loadLicenses } from '../../src/store/load-licenses.ts'
import { instant } from '../api/house.ts'
import { openTestDatabase } from '../database.ts'
import type { TestDatabase } from '../database.ts'
import { openBakery } from '../store/bakery.ts'

let database: TestDatabase

beforeEach(async () => {
  database = await openTestDatabase()
})

afterEach(() => database.close())

const turn = instant('2026-10-01T00:00:00+02:00')
const day = 86_400_000

test('a license that the database refuses to keep is set aside alone, and hundreds more settle', async () => {
  const { db } = database
  const bakery = await openBakery(db)
  const sold: string[] = []
  for (let n = 0; n < 450; n++) sold.push((await bakery.sell()).license.id)
  await settleDue(db, turn - day)
  const [, bad = ''] = sold
  await sql`alter table terms add constraint refused check (license <> ${sql.lit(bad)} or n = 0)`.execute(
    db,
  )

  const settled = await settleDue(db, turn)
  expect(settled).toMatchObject({ renewed: 449, failed: 1 })
  expect(settled.failures).toEqual([{ license: bad, error: expect.stringContaining('refused') }])
  const kept = await loadLicenses(db, sold)
  for (const { license } of kept) expect(license.terms).toHaveLength(license.id === bad ? 1 : 2)

  // It stands in nobody's way, and once the database takes it, it is settled like the others.
  expect(await settleDue(db, turn + 1)).toMatchObject({ renewed: 0, failed: 0 })
  await sql`alter table terms drop constraint refused`.execute(db)
  expect(await settleDue(db, turn + day)).toMatchObject({ renewed: 1, failed: 0 })
  expect((await listSetAside(db, { limit: 10 })).data).toEqual([])
})
