import { sql } from 'kysely'
import type { LicenseId, ObjectionId, Side } from '../license/license.ts'
import type { Database } from './database.ts'

/** What a receipt names: an objection and its license. */
export interface ReadOut {
  readonly license: LicenseId
  readonly objection: ObjectionId
  readonly side: Side
}

/** The objections whose receipt bears this reference: the last twelve characters of the id, in lower case. */
export async function objectionsReadOut(
  db: Database,
  reference: string,
): Promise<readonly ReadOut[]> {
  const { rows } = await sql<ReadOut>`
    select license, id as objection, side from objections
    where right(id, 12) = ${reference} limit 10`.execute(db)
  return rows
}
