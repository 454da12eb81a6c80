import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { customerRecords } from '../../src/store/customer-records.ts'
import { openTestDatabase } from '../database.ts'
import type { TestDatabase } from '../database.ts'

let database: TestDatabase

// What the server cannot know the size of beforehand: a thousand customers with five licenses each, and what they lead to.
beforeAll(async () => {
  database = await openTestDatabase()
  await database.db.transaction().execute(async (trx) => {
    for (const insert of inserts) await sql.raw(`insert into ${insert}`).execute(trx)
  })
  await sql`analyze`.execute(database.db)
})

afterAll(() => database.close())

const inserts = [
  `products values ('prd_1', 'p', 'p', '[]', '["csv"]', 'Ed25519', now())`,
  `plans (id, code, product, name, capabilities, renewal, created_at)
   values ('pln_1', 'a', 'prd_1', 'a', '[]', 'none', now())`,
  `customers (id, name, language, created_at)
   select 'cus_' || g, 'n', 'de', now() from generate_series(1, 1000) g`,
  `licenses (
     id, customer, product, plan, time_zone, rules, grants, metadata, created_at, settled_at,
     recorded_at, event_count, revision
   ) select
     'lic_' || g, 'cus_' || g % 1000 + 1, 'prd_1', 'pln_1', 'UTC', '[]', '[]', '{}', now(), now(),
     now(), 5, 1
   from generate_series(1, 5000) g`,
  `events (id, license, n, type, occurred_at, recorded_at, actor, data, hash, quiet)
   select 'evt_' || l || '_' || n, 'lic_' || l, n, 'key.seen', now(), now(), 'a', '{}', 'h', false
   from generate_series(1, 5000) l, generate_series(0, 4) n`,
  `event_personal select id, 'reason', 's', 'v' from events`,
  `objections (license, n, id, side, channel, recorded_at, recorded_by)
   select 'lic_' || g, 0, 'obj_' || g, 'vendor', 'phone', now(), 'x' from generate_series(1, 5000) g`,
  `agreements (license, n, id, title, version, accepted_at, accepted_by, recorded_at)
   select 'lic_' || g, 0, 'agr_' || g, 't', '1', now(), 'x', now() from generate_series(1, 5000) g`,
  `transfers select 'lic_' || g, 2, 'cus_' || g % 900 + 1, 'cus_' || g % 1000 + 1, now()
   from generate_series(1, 2000) g`,
  `trials select 'prd_1', 'f' || g, 'lic_' || g, now() from generate_series(1, 5000) g`,
]

const filled = inserts.map((insert) => insert.split(/[ (]/)[0])

test.each(
  customerRecords
    .filter(({ table }) => filled.includes(table.name))
    .map((records) => [records.table.name, records] as const),
)('a customer’s %s are found without reading those of all customers', async (_, { select }) => {
  const { rows } = await sql<Readonly<Record<string, string>>>`explain ${select('cus_1')}`.execute(
    database.db,
  )
  const plan = rows.map((row) => Object.values(row).join(''))
  // A scan of an index that looks nothing up reads the whole table, too.
  const whole = plan.filter(
    (line, n) =>
      line.includes('Seq Scan') ||
      (/Index (Only )?Scan/.test(line) && !/(Index|Recheck) Cond/.test(plan[n + 1] ?? '')),
  )
  expect(whole).toEqual([])
  expect(plan.join()).toContain('Index')
})
