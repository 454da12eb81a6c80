import { sql } from 'kysely'
import type { Database } from '../src/store/database.ts'
import { openPostgres } from '../src/store/postgres.ts'
import { listFlagged } from '../src/store/flagged.ts'
import { migrate } from '../src/store/migrate.ts'
import { openBakery } from '../test/store/bakery.ts'
import { adminToken, openDoor } from './door.ts'
import { count, median } from './figure.ts'
import type { Figure } from './figure.ts'
import { startBenchPostgres } from './postgres.ts'

const customers = 100_000
const asked = 1000

/** Who calls, among 100,000 customers with two contacts, a license and four inquiries each: from the request to the whole card. */
export async function lookup(): Promise<readonly Figure[]> {
  const server = await startBenchPostgres()
  const db = openPostgres(server.url)
  const stop = [() => db.destroy(), server.stop]
  try {
    await fill(db)
    const door = await openDoor('0', 3912, { DATABASE_URL: server.url })
    stop.unshift(door.stop)
    const bare = await each(async (n) => {
      await sql`select ${n}::int`.execute(db)
    })
    const figures: Figure[] = []
    for (const [what, body] of Object.entries(clues)) {
      const took = await each((n) => ask(door.port, body(n)))
      const p99 = took.toSorted((a, b) => a - b)[Math.floor(took.length * 0.99)] ?? 0
      figures.push({
        what: `caller’s card by ${what}, of ${count(customers)} customers`,
        measured: `${median(took).toFixed(1)} ms (p99 ${p99.toFixed(1)} ms)`,
        limit: `${median(bare).toFixed(2)} ms (one empty round trip)`,
        target: '≤ 5 ms',
      })
    }
    figures.push(await flags(db))
    return figures
  } finally {
    for (const each of stop) await each()
  }
}

/** What the start page asks first: whose inquiries of a year are more than were agreed, where each of them counts. */
async function flags(db: Database): Promise<Figure> {
  const now = Date.parse('2025-10-20T00:00:00Z')
  const took: number[] = []
  for (let n = 0; n < 21; n++) {
    const began = performance.now()
    await listFlagged(db, now)
    if (n > 0) took.push(performance.now() - began)
  }
  return {
    what: `licenses over their fair-use limit, of ${count(customers)} with four inquiries each`,
    measured: `${median(took).toFixed(0)} ms`,
    limit: '',
    target: '',
  }
}

const clues: Readonly<Record<string, (n: number) => object>> = {
  phone: (n) => ({ phone: `+49 30 1000 ${String(n).padStart(5, '0')}` }),
  'phone as dialed at home': (n) => ({
    phone: `030 1000${String(n).padStart(5, '0')}`,
    country: 'DE',
  }),
  'e-mail': (n) => ({ email: `Contact.${n}@example.com` }),
  'two words': (n) => ({ words: `Bäckerei Nr${String(n).padStart(5, '0')}` }),
}

/** How long each took, in milliseconds; which customer it is about is another every time. */
async function each(work: (n: number) => Promise<void>): Promise<number[]> {
  const took: number[] = []
  for (let n = 0; n < asked + 50; n++) {
    const began = performance.now()
    await work((n * 7919) % customers)
    if (n >= 50) took.push(performance.now() - began)
  }
  return took
}

async function ask(port: number, body: object): Promise<void> {
  const response = await fetch(`http://127.0.0.1:${port}/v1/lookup`, {
    method: 'POST',
    headers: { authorization: `Bearer ${adminToken}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  const { data }: { data: readonly unknown[] } = JSON.parse(await response.text())
  if (data.length !== 1) throw new Error(`${data.length} found by ${JSON.stringify(body)}`)
}

/** One license as the product issues it, copied by SQL with its terms, its first event and a ledger to every customer. */
async function fill(db: Database): Promise<void> {
  await migrate(db, { sandbox: false })
  const bakery = await openBakery(db)
  const { license } = await bakery.sell()
  await sql`
    create temporary table copies as
    select n, lpad(n::text, 26, '0') as name from generate_series(0, ${customers - 1}::int) n`.execute(
    db,
  )
  await sql`
    insert into customers (id, name, language, created_at)
    select 'cus_' || name, 'Bäckerei Nr' || lpad(n::text, 5, '0') || ' GmbH', 'de', now() from copies`.execute(
    db,
  )
  await sql`
    insert into contacts (id, customer, n, name, phones, emails, may, created_at)
    select
      'con_' || p || substr(name, 2), 'cus_' || name, p, 'Person ' || n,
      jsonb_build_array(case p when 0 then '+49 (0)30 1000' || lpad(n::text, 5, '0') else '+49 171 ' || (3000000 + n) end),
      jsonb_build_array(case p when 0 then 'contact.' || n || '@example.com' else 'other.' || n || '@example.com' end),
      '[]', now()
    from copies cross join generate_series(0, 1) p`.execute(db)
  for (const [table, owner, members] of copied)
    await sql`
      insert into ${sql.table(table)}
      select made.*
      from copies c
        join ${sql.table(table)} model on model.${sql.id(owner)} = ${license.id}
          and ${table === 'events' ? sql`model.n = 0` : sql`true`}
        cross join lateral jsonb_populate_record(model, ${sql.raw(members)}) made`.execute(db)
  await sql`
    insert into inquiries (id, license, event, at, channel, topic, entitled, agent, recorded_at)
    select
      'inq_' || p || substr(name, 2), 'lic_' || name, 'evt_' || name,
      timestamptz '2025-10-01' + p * interval '1 hour', 'phone', 'repeat', true, 'tok_bench', now()
    from copies cross join generate_series(0, 3) p`.execute(db)
  // The job would have a year to catch up with while the telephone rings.
  await sql`update licenses set settles_at = null`.execute(db)
  await sql`vacuum analyze`.execute(db)
}

const copied = [
  ['licenses', 'id', `jsonb_build_object('id', 'lic_' || c.name, 'customer', 'cus_' || c.name)`],
  ['terms', 'license', `jsonb_build_object('license', 'lic_' || c.name)`],
  [
    'events',
    'license',
    `jsonb_build_object('position', nextval('events_position_seq'), 'id', 'evt_' || c.name, 'license', 'lic_' || c.name)`,
  ],
] as const
