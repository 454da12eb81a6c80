import type { License } from '../license/license.ts'
import { findCustomer } from '../store/customer.ts'
import type { Database } from '../store/database.ts'
import { planName } from '../store/plan-name.ts'

/** The way to a license's page: by its customer. */
export async function pathToLicense(
  db: Database,
  license: Pick<License, 'id' | 'customer' | 'plan' | 'productCode' | 'planCode'>,
) {
  const { id, customer } = license
  const found = await findCustomer(db, customer)
  return [
    [`/console/customers/${customer}`, found?.name ?? customer],
    [`/console/licenses/${id}`, await planName(db, license)],
  ] as const
}
