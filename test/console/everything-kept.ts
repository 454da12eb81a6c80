import { sql } from 'kysely'
import type { Database } from '../../src/store/database.ts'

/** All rows of all tables, a mark each table: what has changed shows. When a session was last seen does not count. */
export async function everythingKept(db: Database): Promise<Readonly<Record<string, string>>> {
  const { rows } = await sql<{ name: string }>`
    select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`.execute(db)
  const marks: Record<string, string> = {}
  for (const { name } of rows) {
    const row = name === 'sessions' ? sql`to_jsonb(t) - 'seen_at'` : sql`to_jsonb(t)`
    const found = await sql<{ mark: string | null }>`
      select md5(string_agg((${row})::text, '|' order by (${row})::text)) as mark
      from ${sql.table(name)} t`.execute(db)
    marks[name] = found.rows[0]?.mark ?? 'empty'
  }
  return marks
}

/**
 * The path of a page with ids of what is really there.
 *
 * @returns null where the path names something of which this database has none.
 */
export async function realPath(
  db: Database,
  path: string,
  chosen: Readonly<Record<string, string>>,
): Promise<string | null> {
  let real = path
  for (const [, name = ''] of path.matchAll(/:(\w+)/g)) {
    const id = chosen[name] ?? (await anyId(db, name))
    if (id === null) return null
    real = real.replace(`:${name}`, id)
  }
  return real
}

async function anyId(db: Database, name: string): Promise<string | null> {
  const table = tables[name] ?? `${name}s`
  const there = await sql`
    select from information_schema.columns
    where table_schema = 'public' and table_name = ${table} and column_name = 'id'`.execute(db)
  if (there.rows.length === 0) return null
  const { rows } = await sql<{ id: string }>`
    select id from ${sql.table(table)} order by id desc limit 1`.execute(db)
  return rows[0]?.id ?? null
}

/** Tables that are not called as what they keep is called in a path. */
const tables: Readonly<Record<string, string>> = {
  token: 'api_tokens',
  person: 'people',
  key: 'license_keys',
  inquiry: 'inquiries',
}
