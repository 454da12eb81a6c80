import { findCustomer } from '../store/customer.ts'
import type { Database } from '../store/database.ts'
import type { Guest } from '../store/portal-access.ts'

/** Where a contact gets mail: their first address; null where they have none. */
export async function addressOf(
  db: Database,
  { id, customer }: Pick<Guest, 'id' | 'customer'>,
): Promise<string | null> {
  const known = await findCustomer(db, customer)
  return known?.contacts.find((each) => each.id === id)?.emails[0] ?? null
}
