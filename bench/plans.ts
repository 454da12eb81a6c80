import { sql } from 'kysely'
import type { LicenseId } from '../src/license/license.ts'
import { actorByToken } from '../src/store/access.ts'
import { liveActivations } from '../src/store/activation.ts'
import { licenseByKey } from '../src/store/by-key.ts'
import { findCustomer, listCustomers } from '../src/store/customer.ts'
import type { Database } from '../src/store/database.ts'
import { nextDueAt, peekDue, takeDue } from '../src/store/due.ts'
import { listEvents, readFeed } from '../src/store/event.ts'
import { listKeys, licenseOfKey } from '../src/store/key.ts'
import { listLicenses } from '../src/store/list-licenses.ts'
import { openPostgres } from '../src/store/postgres.ts'
import { readLicense } from '../src/store/read-license.ts'
import { fill, turn } from './fill.ts'
import { startBenchPostgres } from './postgres.ts'

// What every list and lookup reads of a large database: no large table from end to end, and no more rows than it answers with.

const licenses = Number(process.env.BENCH_LICENSES ?? 1_000_000)
const name = String(Math.floor(licenses / 2)).padStart(26, '0')
const license: LicenseId = `lic_${name}`
const page = { limit: 100 }
const reference = { system: 'erp', reference: name }

type Question = (db: Database, of: Owners) => Promise<unknown>

const questions: Readonly<Record<string, Question>> = {
  'token by key, first time': (db) => licenseByKey(db, `hash ${name}`, 'machine', turn - 1),
  'token by key, again': (db) => licenseByKey(db, `hash ${name}`, 'machine', turn - 1),
  'license by key': (db) => licenseOfKey(db, `hash ${name}`, turn),
  'staff by token': (db) => actorByToken(db, 'nobody', turn),
  'a license': (db) => readLicense(db, license, turn - 1),
  'its activations': (db) => liveActivations(db, license),
  'its keys': (db) => listKeys(db, license),
  'its events': (db) => listEvents(db, license, page),
  'all licenses': (db) => listLicenses(db, { ...page, after: license }, turn - 1),
  'licenses of a customer': (db, { customer }) =>
    listLicenses(db, { ...page, customer, after: license }, turn - 1),
  'licenses of a product': (db, { product }) =>
    listLicenses(db, { ...page, product, after: license }, turn - 1),
  'licenses of a plan': (db, { plan }) =>
    listLicenses(db, { ...page, plan, after: license }, turn - 1),
  'licenses by reference': (db) => listLicenses(db, { ...page, externalRef: reference }, turn - 1),
  'customers by reference': (db) => listCustomers(db, { ...page, externalRef: reference }),
  'a customer': (db, { customer }) => findCustomer(db, customer),
  'what is due': (db) => takeDue(db, turn, 100),
  'what would be due': (db) => peekDue(db, turn, { ...page, after: license }),
  'when something is due next': (db) => nextDueAt(db),
  'the feed': (db) => readFeed(db, { ...page, after: String(Math.floor(licenses / 2)) }),
}

interface Owners {
  readonly customer: string
  readonly product: string
  readonly plan: string
}

/** What a question read, by PostgreSQL's own counts. */
interface Read {
  readonly endToEnd: readonly string[]
  readonly rows: number
}

export async function plans(): Promise<string> {
  const postgres = await startBenchPostgres()
  const db = openPostgres(postgres.url)
  try {
    await fill(db, licenses, Math.floor(licenses / 10))
    const { rows } = await sql<Owners>`
      select customer, product, plan from licenses where id = ${license}`.execute(db)
    const [owners] = rows
    if (owners === undefined) throw new TypeError('the database is filled')
    const lines: string[] = []
    for (const [name, question] of Object.entries(questions))
      lines.push(await lineOf(db, name, (trx) => question(trx, owners)))
    return [
      '| question | rows read | large tables read end to end | ms |',
      '| --- | --- | --- | --- |',
      ...lines,
    ].join('\n')
  } finally {
    await db.destroy()
    await postgres.stop()
  }
}

function lineOf(
  db: Database,
  name: string,
  ask: (trx: Database) => Promise<unknown>,
): Promise<string> {
  return db.transaction().execute(async (trx) => {
    const before = await readSoFar(trx)
    const started = performance.now()
    await ask(trx)
    const ms = performance.now() - started
    const after = await readSoFar(trx)
    const scanned = after.endToEnd.filter((table) => !before.endToEnd.includes(table))
    return `| ${name} | ${after.rows - before.rows} | ${scanned.join(', ') || 'none'} | ${ms.toFixed(1)} |`
  })
}

async function readSoFar(trx: Database): Promise<Read> {
  const { rows } = await sql<{ table: string; scans: number; read: number }>`
    select
      s.relname as table, case when c.reltuples > 1000 then s.seq_scan else 0 end as scans,
      s.seq_tup_read + coalesce(s.idx_tup_fetch, 0) as read
    from pg_stat_xact_user_tables s join pg_class c on c.oid = s.relid`.execute(trx)
  return {
    endToEnd: rows.filter(({ scans }) => scans > 0).map(({ table }) => table),
    rows: rows.reduce((sum, { read }) => sum + read, 0),
  }
}

if (import.meta.main) console.log(await plans())
