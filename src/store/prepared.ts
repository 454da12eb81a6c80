import { CompiledQuery } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Database } from './database.ts'

/** Executes a statement; its parameters stand in it as `$1`, `$2`. */
export type Prepared<Row> = (
  db: Database,
  ...parameters: readonly unknown[]
) => Promise<readonly Row[]>

/**
 * A statement whose text never varies: it is put together once, and on PostgreSQL parsed and planned once a connection, under its
 * name.
 */
export function prepared<Row>(name: string, statement: RawBuilder<Row>): Prepared<Row> {
  return written(`/* ${name} */ `, statement)
}

/** A statement that is put together once and planned at every call: where the best plan depends on how much it is asked for. */
export function planned<Row>(statement: RawBuilder<Row>): Prepared<Row> {
  return written('', statement)
}

/** A way to a database beside Kysely's, for a statement by itself whose text is known. */
export type Shortcut = <Row>(text: string, values: readonly unknown[]) => Promise<readonly Row[]>

// Kysely's executor, its plugins and its driver take longer than the rest of a small statement does here.
const shortcuts = new WeakMap<Database, Shortcut>()

/** From now on, statements that belong to no transaction take this way to the database. */
export function shorten(db: Database, shortcut: Shortcut): void {
  shortcuts.set(db, shortcut)
}

function written<Row>(head: string, statement: RawBuilder<Row>): Prepared<Row> {
  let text: string | undefined
  return async (db, ...parameters) => {
    text ??= head + statement.compile(db).sql
    const shortcut = shortcuts.get(db)
    if (shortcut !== undefined) return shortcut<Row>(text, parameters)
    const { rows } = await db.executeQuery<Row>(CompiledQuery.raw(text, [...parameters]))
    return rows
  }
}
