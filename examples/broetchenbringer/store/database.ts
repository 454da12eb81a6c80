import { DatabaseSync } from 'node:sqlite'
import type { SQLInputValue } from 'node:sqlite'
import { z } from 'zod'
import { schema } from './schema.ts'

export type { DatabaseSync }

/** Opens the bakery's file, and makes its tables where there are none. */
export function openDatabase(path: string): DatabaseSync {
  const db = new DatabaseSync(path)
  db.exec('pragma journal_mode = wal; pragma synchronous = normal; pragma trusted_schema = off')
  if (pragma(db, 'user_version') === 0) db.exec(schema)
  return db
}

/** A second look at the file that stays as it was when it began, whatever is written meanwhile. */
export function openSnapshot(path: string): DatabaseSync {
  const db = new DatabaseSync(path, { readOnly: true })
  db.exec('begin')
  return db
}

/** The rows of a statement, checked against their shape. */
export function all<T>(
  db: DatabaseSync,
  row: z.ZodType<T>,
  sql: string,
  ...values: SQLInputValue[]
): T[] {
  return db
    .prepare(sql)
    .all(...values)
    .map((found) => row.parse({ ...found }))
}

/** The first row; null if there is none. */
export function one<T>(
  db: DatabaseSync,
  row: z.ZodType<T>,
  sql: string,
  ...values: SQLInputValue[]
): T | null {
  const found = db.prepare(sql).get(...values)
  return found === undefined ? null : row.parse({ ...found })
}

const counted = z.object({ n: z.int() })

/** What `select … as n` says. */
export function count(db: DatabaseSync, sql: string, ...values: SQLInputValue[]): number {
  return one(db, counted, sql, ...values)?.n ?? 0
}

/** Changes rows; answers the id of the one that was inserted last. */
export function run(db: DatabaseSync, sql: string, ...values: SQLInputValue[]): number {
  return Number(db.prepare(sql).run(...values).lastInsertRowid)
}

/** All of it or nothing. */
export function atomically<T>(db: DatabaseSync, work: () => T): T {
  db.exec('begin immediate')
  try {
    const result = work()
    db.exec('commit')
    return result
  } catch (error) {
    db.exec('rollback')
    throw error
  }
}

export function pragma(db: DatabaseSync, name: 'user_version' | 'application_id'): number {
  return count(db, `select ${name} as n from pragma_${name}`)
}
