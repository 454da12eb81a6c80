import { sql } from 'kysely'
import type { CustomerId, LicenseId } from '../license/license.ts'
import type { Database } from './database.ts'

/** Whose license it is, and what it is called. */
export interface LicenseHolder {
  readonly license: LicenseId
  readonly customer: CustomerId
  readonly name: string
  readonly called: string
}

/** The holders of these licenses, by the license’s id, by one statement. */
export async function licenseHolders(
  db: Database,
  licenses: readonly LicenseId[],
): Promise<ReadonlyMap<LicenseId, LicenseHolder>> {
  if (licenses.length === 0) return new Map()
  const { rows } = await sql<LicenseHolder>`
    select l.id as license, l.customer, c.name, p.name || ' ' || t.name as called
    from licenses l
      join customers c on c.id = l.customer
      join products p on p.id = l.product
      join plans t on t.id = l.plan
    where l.id = any(${[...new Set(licenses)]}::text[])`.execute(db)
  return new Map(rows.map((each) => [each.license, each]))
}
