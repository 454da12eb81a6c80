import type { CustomerId } from '../license/license.ts'
import type { Vendor } from '../license/vendor.ts'
import { findCustomer } from '../store/customer.ts'
import type { Database } from '../store/database.ts'
import { recipientsOf } from '../store/letter-recipients.ts'

/** Whether the letter about an objection goes to this address: then it is the one confirmation, and no mail says the same again. */
export async function isConfirmedByLetter(
  db: Database,
  { switchedOff }: Pick<Vendor, 'switchedOff'>,
  customer: CustomerId,
  address: string,
): Promise<boolean> {
  if (switchedOff.includes('objected')) return false
  const known = await findCustomer(db, customer)
  const typed = address.toLowerCase()
  return known !== null && recipientsOf(known).some(({ email }) => email.toLowerCase() === typed)
}
