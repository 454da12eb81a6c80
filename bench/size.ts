import { sql } from 'kysely'
import { openPostgres } from '../src/store/postgres.ts'
import { fill } from './fill.ts'
import { startBenchPostgres } from './postgres.ts'

// How much a license takes on the disk, with its first term, machine, key, reference and event: tables and indexes.

const licenses = 100_000

const postgres = await startBenchPostgres()
const db = openPostgres(postgres.url, { max: 1 })
await fill(db, licenses, licenses / 10)
const { rows } = await sql<{ table: string; bytes: number; indexes: number }>`
  select relname as "table",
    (pg_total_relation_size(relid) / ${licenses}::float)::int as bytes,
    (pg_indexes_size(relid) / ${licenses}::float)::int as indexes
  from pg_stat_user_tables where schemaname = 'public' order by bytes desc limit 8`.execute(db)
console.table(rows)
console.log(`${rows.reduce((sum, { bytes }) => sum + bytes, 0)} bytes a license`)
await db.destroy()
await postgres.stop()
