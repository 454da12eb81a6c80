import assert from 'node:assert/strict'
import { globSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import { sql } from 'kysely'
import { inTransaction } from '../../src/store/database.ts'
import type { Database } from '../../src/store/database.ts'
import { checkHistories } from '../../src/store/check-histories.ts'
import { migrate } from '../../src/store/migrate.ts'
import { openPostgres } from '../../src/store/postgres.ts'
import { startPostgres } from '../start-postgres.ts'
import { openBakery } from '../store/bakery.ts'
import { run } from './files.ts'

// Debian's own PostgreSQL, whose pg_dump takes no newer one than itself; it is also the oldest that we promise to run on.
const bin = dirname(globSync('/usr/lib/postgresql/*/bin/postgres').toSorted().at(-1) ?? '')

void test('what pg_dump takes from a database in use, pg_restore brings back, histories and all', async () => {
  const postgres = await startPostgres({}, { bin })
  const directory = await mkdtemp(join(tmpdir(), 'auszug-dump-'))
  const from = openPostgres(postgres.url)
  await migrate(from, { sandbox: false })
  const bakery = await openBakery(from)
  for (const startsOn of ['2020-02-29', '2025-10-01']) await bakery.sell({ startsOn })
  const file = join(directory, 'auszug.dump')
  await run(join(bin, 'pg_dump'), '--format=custom', `--file=${file}`, postgres.url)
  await sql`create database restored`.execute(from)
  const url = postgres.url.replace(/\/postgres$/, '/restored')
  await run(join(bin, 'pg_restore'), '--no-owner', '--exit-on-error', `--dbname=${url}`, file)
  const to = openPostgres(url)
  await migrate(to, { sandbox: false })
  await inTransaction(to, checkHistories)
  assert.deepEqual(await everyEvent(to), await everyEvent(from))
  await bakery.sell()
  await Promise.all([from.destroy(), to.destroy()])
  await postgres.stop()
  await rm(directory, { recursive: true })
})

async function everyEvent(db: Database): Promise<readonly unknown[]> {
  const { rows } = await sql`select e::text from events e order by position`.execute(db)
  assert.ok(rows.length > 1)
  return rows
}
