import { sql } from 'kysely'
import type { CustomerId, LicenseId } from '../license/license.ts'
import type { Database } from './database.ts'

/** The ids of a customer's newest licenses. */
export async function licensesOfCustomer(
  db: Database,
  customer: CustomerId,
  most: number,
): Promise<readonly LicenseId[]> {
  const { rows } = await sql<{ id: LicenseId }>`
    select id from licenses where customer = ${customer} order by id desc limit ${most}`.execute(db)
  return rows.map(({ id }) => id)
}
