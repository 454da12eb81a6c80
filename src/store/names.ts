import { sql } from 'kysely'
import type { CustomerId } from '../license/license.ts'
import type { Database } from './database.ts'

/** What those are called who have acted: people, and the API tokens of programs. Who is neither is left out. */
export async function actorNames(
  db: Database,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const asked = [...new Set(ids)]
  if (asked.length === 0) return new Map()
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from people where id = any(${asked}::text[])
    union all select id, name from api_tokens where id = any(${asked}::text[])`.execute(db)
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** What customers are called. */
export async function customerNames(
  db: Database,
  ids: readonly CustomerId[],
): Promise<ReadonlyMap<CustomerId, string>> {
  const asked = [...new Set(ids)]
  if (asked.length === 0) return new Map()
  const { rows } = await sql<{ id: CustomerId; name: string }>`
    select id, name from customers where id = any(${asked}::text[])`.execute(db)
  return new Map(rows.map(({ id, name }) => [id, name]))
}
