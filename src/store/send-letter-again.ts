import { sql } from 'kysely'
import { addresseeOf } from '../license/letter-kind.ts'
import type { Instant } from '../license/license.ts'
import { inTransaction } from './database.ts'
import type { Database } from './database.ts'
import { findCustomer } from './customer.ts'
import { markSending, readLetter } from './letter.ts'
import type { KeptLetter } from './letter.ts'
import { deskRecipient, recipientsFor } from './letter-recipients.ts'
import { tell } from './outbox.ts'
import { readVendor } from './vendor.ts'

/** Why a letter cannot be mailed. */
export type Unmailable = 'erased' | 'nobody'

/**
 * Puts a letter on its way once more, in its words, to whom it is to now. One that is on its way already stays on it.
 *
 * @throws Problem not-found
 */
export function sendLetterAgain(
  db: Database,
  id: string,
  now: Instant,
): Promise<KeptLetter | Unmailable> {
  return inTransaction(db, async (trx) => {
    await sql`select from letters where id = ${id} for update`.execute(trx)
    const letter = await readLetter(trx, id)
    if (letter.state === 'waiting') return letter
    if (letter.plain === null) return 'erased'
    const customer = await findCustomer(trx, letter.customer)
    const isOurs = addresseeOf(letter.kind) === 'vendor'
    const recipients = isOurs
      ? deskRecipient(await readVendor(trx))
      : recipientsFor(letter.kind, customer ?? { contacts: [] })
    if (recipients.length === 0) return 'nobody'
    const { license } = letter
    const told = { target: 'letters', type: 'letter.again', license, event: null } as const
    await markSending(trx, letter.id, await tell(trx, told, now), recipients)
    return readLetter(trx, id)
  })
}
