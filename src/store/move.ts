import { sql } from 'kysely'
import { Problem } from '../license/problem.ts'
import { inTransaction } from './database.ts'
import type { Database } from './database.ts'
import { migrate } from './migrate.ts'
import { openSnapshot } from './snapshot.ts'
import type { Snapshot } from './snapshot.ts'

/** A table as the database itself describes it. */
interface Table {
  readonly name: string
  readonly columns: readonly string[]
}

/**
 * Copies every row of every table, as it was at one moment, into an empty database that is migrated on the way: the server goes on
 * there as the same one. In one transaction of the target: all of it is there afterwards, or nothing.
 *
 * @param source in the newest state.
 * @returns how many rows, by table.
 * @throws Problem not-empty
 */
export async function moveDatabase(
  source: Database,
  target: Database,
  mark: { readonly sandbox: boolean },
): Promise<Readonly<Record<string, number>>> {
  const tables = await tablesOf(source)
  await refuseRecords(target, tables)
  await migrate(target, mark)
  const snapshot = await openSnapshot(source)
  try {
    return await inTransaction(target, async (trx) => {
      await lock(trx, tables)
      await refuseRecords(trx, tables)
      await trx.deleteFrom('server').execute()
      const restoreForeignKeys = await dropForeignKeys(trx)
      const counts: Record<string, number> = {}
      for (const table of tables) counts[table.name] = await copy(snapshot, trx, table)
      await restoreForeignKeys()
      await continueSequences(snapshot, trx)
      await sql`analyze ${sql.join(tables.map(({ name }) => sql.id(name)))}`.execute(trx)
      return counts
    })
  } finally {
    await snapshot.close()
  }
}

/** How many other processes of Auszug are connected to this database. */
export async function countOthers(db: Database): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) from pg_stat_activity
    where datname = current_database() and application_name = 'auszug' and pid <> pg_backend_pid()`.execute(
    db,
  )
  return rows[0]?.count ?? 0
}

/** All but the migrator's own. Generated columns are the target's to generate. */
async function tablesOf(db: Database): Promise<readonly Table[]> {
  const { rows } = await sql<Table>`
    select c.relname as name, (
      select json_agg(a.attname order by a.attnum) from pg_attribute a
      where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    ) as columns
    from pg_class c
    where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p')
      and not c.relispartition and c.relname not like 'kysely\\_%'
    order by c.relname`.execute(db)
  return rows
}

/**
 * A database that was migrated, and in which no server has begun, counts as empty.
 *
 * @throws Problem not-empty for any other row, and for a table that is not ours.
 */
async function refuseRecords(target: Database, ours: readonly Table[]): Promise<void> {
  const known = new Set(ours.map(({ name }) => name))
  const holds: string[] = []
  for (const { name } of await tablesOf(target)) {
    const rows =
      name === 'server'
        ? sql`select from server where secret_check is not null`
        : sql`select from ${sql.table(name)}`
    const { rows: found } = await sql<{ any: boolean }>`
      select exists (${rows}) as "any"`.execute(target)
    if (!known.has(name) || found[0]?.any === true) holds.push(name)
  }
  if (holds.length > 0)
    throw new Problem('not-empty', { holds, why: `It has ${holds.join(', ')}.` })
}

/** A server that starts on the target meanwhile waits, and finds it moved in. */
async function lock(trx: Database, tables: readonly Table[]): Promise<void> {
  const names = sql.join(tables.map(({ name }) => sql.id(name)))
  await sql`lock table ${names} in access exclusive mode`.execute(trx)
}

/** Rows refer to each other across tables and batches: they are checked once all are there. */
async function dropForeignKeys(trx: Database): Promise<() => Promise<void>> {
  const { rows } = await sql<{ table: string; name: string; definition: string }>`
    select c.relname as "table", f.conname as name, pg_get_constraintdef(f.oid) as definition
    from pg_constraint f join pg_class c on c.oid = f.conrelid
    where f.contype = 'f' and f.connamespace = current_schema()::regnamespace
      and f.conparentid = 0`.execute(trx)
  for (const { table, name } of rows)
    await sql`alter table ${sql.id(table)} drop constraint ${sql.id(name)}`.execute(trx)
  return async () => {
    for (const { table, name, definition } of rows)
      await sql`
        alter table ${sql.id(table)} add constraint ${sql.id(name)} ${sql.raw(definition)}`.execute(
        trx,
      )
  }
}

/** As JSON that PostgreSQL itself writes and reads: no value passes through JavaScript's types. */
async function copy(snapshot: Snapshot, trx: Database, { name, columns }: Table): Promise<number> {
  const names = sql.join(columns.map((column) => sql.id(column)))
  let count = 0
  const select = sql<{
    row: string
  }>`select row_to_json(t)::text as "row" from ${sql.table(name)} t`
  for await (const rows of snapshot.rows(select)) {
    await sql`
      insert into ${sql.table(name)} (${names}) overriding system value
      select ${names} from json_populate_recordset(
        null::${sql.table(name)}, ${`[${rows.map(({ row }) => row).join()}]`}::json
      )`.execute(trx)
    count += rows.length
  }
  return count
}

/** Whoever reads the feed keeps his cursor: positions that were given away are not given again. */
async function continueSequences(snapshot: Snapshot, trx: Database): Promise<void> {
  const sequences = snapshot.rows(sql<{ name: string; last: number }>`
    select sequencename as name, last_value as last from pg_sequences
    where schemaname = current_schema() and last_value is not null`)
  for await (const rows of sequences)
    for (const { name, last } of rows)
      await sql`select setval(${name}, ${last}::bigint)`.execute(trx)
}
