import type { LetterKind } from '../license/letter-kind.ts'
import { Problem } from '../license/problem.ts'
import { findCustomer } from './customer.ts'
import type { Database } from './database.ts'
import type { Recipient } from './letter.ts'
import { recipientsOf } from './letter-recipients.ts'
import { readVendor } from './vendor.ts'

/** Why a letter that is yet to be written could not be mailed. */
export type Hindrance = 'no_mail' | 'nobody' | 'switched_off'

/** To whom a letter would be mailed, and what hinders that. */
export interface WayByMail {
  readonly recipients: readonly Recipient[]
  readonly hindrance: Hindrance | null
}

/**
 * Whether a letter of a kind can be mailed to a customer now.
 *
 * @param mails whether this server sends mail.
 */
export async function wayByMail(
  db: Database,
  kind: LetterKind,
  customer: string,
  mails: boolean,
): Promise<WayByMail> {
  const recipients = recipientsOf((await findCustomer(db, customer)) ?? { contacts: [] })
  const hindrance = !mails
    ? 'no_mail'
    : recipients.length === 0
      ? 'nobody'
      : (await readVendor(db)).switchedOff.includes(kind)
        ? 'switched_off'
        : null
  return { recipients, hindrance }
}

/** @throws Problem not-mailable */
export async function checkMailable(
  db: Database,
  kind: LetterKind,
  customer: string,
  mails: boolean,
): Promise<void> {
  const { hindrance } = await wayByMail(db, kind, customer, mails)
  if (hindrance !== null) throw new Problem('not-mailable', { reason: hindrance })
}
