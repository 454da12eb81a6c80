import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Page } from './page.ts'

/** A name as it is put in order: without regard to case and to the marks on letters, the same on every database. */
export function nameKey(column: RawBuilder<unknown>): RawBuilder<string> {
  return sql<string>`lower(regexp_replace(normalize(${column}, NFKD), '[\u0300-\u036f]', '', 'g')) collate "C"`
}

/** The place in a list by name that a page before has reached. */
interface Place {
  readonly key: string
  readonly id: string
}

/**
 * What follows a cursor in a list by name, and the order of that list; those of one name by their ids.
 *
 * @param after a cursor that {@link pageByName} gave; one that is none begins the list anew.
 */
export function afterName(
  key: RawBuilder<string>,
  id: RawBuilder<unknown>,
  { after, descending }: { readonly after?: string | undefined; readonly descending: boolean },
): { readonly follows: RawBuilder<unknown>; readonly order: RawBuilder<unknown> } {
  const place = placeIn(after)
  const way = descending ? sql`desc` : sql`asc`
  const order = sql`${key} ${way}, ${id} ${way}`
  if (place === null) return { follows: sql`true`, order }
  const beyond = descending ? sql`<` : sql`>`
  return { follows: sql`(${key}, ${id}) ${beyond} (${place.key}, ${place.id})`, order }
}

/** @param rows one more than the limit were asked for, so that the end is known. */
export function pageByName<T extends { readonly id: string; readonly nameKey: string }>(
  rows: readonly T[],
  limit: number,
): Page<T> {
  const data = rows.slice(0, limit)
  const last = data.at(-1)
  const next = rows.length > limit && last !== undefined ? cursorOf(last) : null
  return { data, next }
}

export function cursorOf({ nameKey: key, id }: { readonly nameKey: string; readonly id: string }) {
  return Buffer.from(JSON.stringify([key, id])).toString('base64url')
}

function placeIn(cursor: string | undefined): Place | null {
  if (cursor === undefined) return null
  try {
    const read: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    if (!Array.isArray(read)) return null
    const [key, id]: unknown[] = read
    return typeof key === 'string' && typeof id === 'string' ? { key, id } : null
  } catch {
    return null
  }
}
