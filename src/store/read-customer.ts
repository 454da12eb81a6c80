import { sql } from 'kysely'
import type { CustomerId } from '../license/license.ts'
import { Problem, unfit } from '../license/problem.ts'
import { findCustomer } from './customer.ts'
import type { KnownCustomer } from './customer.ts'
import type { Database } from './database.ts'

/** @throws Problem not-found, with `merged_into` where the customer turned out to be another. */
export async function readCustomer(db: Database, id: string): Promise<KnownCustomer> {
  const customer = await findCustomer(db, id)
  if (customer !== null) return customer
  const merged_into = await whereMerged(db, id)
  throw new Problem('not-found', { customer: id, ...(merged_into !== null && { merged_into }) })
}

/**
 * A customer that a member of a request names.
 *
 * @param pointer the member, e.g. `/customer`.
 * @throws Problem unfit
 */
export async function customerNamed(
  db: Database,
  id: string,
  pointer: string,
): Promise<KnownCustomer> {
  const customer = await findCustomer(db, id)
  if (customer !== null) return customer
  await refuseMerged(db, [id], pointer)
  throw unfit(pointer, 'There is no customer with this id.')
}

/** @throws Problem unfit for one that was merged, with where it is now. */
export async function refuseMerged(
  db: Database,
  ids: readonly string[],
  pointer: string,
): Promise<void> {
  const { rows } = await sql<{ into: CustomerId }>`
    select merged_into as into from merged_customers where id = any(${ids}::text[]) limit 1`.execute(
    db,
  )
  const [merged] = rows
  if (merged !== undefined)
    throw unfit(pointer, `This customer was merged into another: write ${merged.into}.`)
}

/** Null for an id that no merged customer had. */
async function whereMerged(db: Database, id: string): Promise<CustomerId | null> {
  const { rows } = await sql<{ into: CustomerId }>`
    select merged_into as into from merged_customers where id = ${id}`.execute(db)
  return rows[0]?.into ?? null
}
