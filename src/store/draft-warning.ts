import type { Actor } from '../license/actor.ts'
import type { Instant, License, WarningId } from '../license/license.ts'
import { warn } from '../license/warning.ts'
import type { LetterDelivery, LetterLanguage, WarningForm } from '../license/warning.ts'
import { warningLetter } from '../license/warning-letter.ts'
import { findCustomer } from './customer.ts'
import type { Customer } from './customer.ts'
import type { Database } from './database.ts'
import { newId } from './id.ts'
import { inquiriesInWindow } from './inquiry.ts'
import { checkMailable } from './mailable.ts'
import { findProduct } from './product.ts'
import { giveWarning } from './warning.ts'
import type { KeptWarning } from './warning.ts'

/** A warning before it is given: whoever gives it may write it otherwise. */
export interface WarningDraft {
  readonly language: LetterLanguage
  readonly recipient: string | null
  readonly text: string
}

/** What is decided about a warning; what is left out is the template's. */
export interface WarningWish {
  readonly language?: LetterLanguage | undefined
  /** To whom, in words. */
  readonly recipient?: string | undefined
}

/** The words of the template, in the customer’s language and to who may sign there unless others are named. */
export async function draftWarning(
  db: Database,
  license: License,
  { language: wanted, recipient: named }: WarningWish,
  now: Instant,
): Promise<WarningDraft> {
  const [customer, product] = [
    await findCustomer(db, license.customer),
    await findProduct(db, license.product),
  ]
  if (customer === null || product === null) throw new TypeError('a license is somebody’s')
  const recipient = named ?? signatory(customer)
  const language = wanted ?? (/^de\b/.test(customer.language) ? 'de' : 'en')
  const addressee = { customer: customer.name, product: product.name, recipient, language } as const
  const inquiries = await inquiriesInWindow(db, license, now)
  return { language, recipient, text: warningLetter(license, addressee, inquiries, now) }
}

function signatory({ contacts }: Customer): string | null {
  const [first = null] = contacts
  return (contacts.find(({ may }) => may.includes('sign')) ?? first)?.name ?? null
}

/** A warning as it was sent or said. */
export interface GivenWarning extends WarningWish {
  readonly form: WarningForm
  /** How a letter gets there; by hand where nothing is said. */
  readonly delivery?: LetterDelivery | undefined
  /** Whether this server sends mail. */
  readonly mails: boolean
  /** When; null for just now. */
  readonly at: Instant | null
  /** Left out: those of the template. */
  readonly text?: string | undefined
}

/**
 * Records a warning on a license; one that is to be mailed goes out by the carrier of letters.
 *
 * @param id as which; a new one by default.
 * @throws Problem not-found, unfit, not-mailable
 */
export function recordWarning(
  db: Database,
  license: string,
  given: GivenWarning,
  agent: Actor,
  now: Instant,
  id: WarningId = newId('wrn', now),
): Promise<KeptWarning> {
  return giveWarning(db, license, now, agent, async (before, within) => {
    const { at, form, delivery, mails } = given
    const draft = await draftWarning(within, before, given, now)
    const words = { ...draft, text: given.text ?? draft.text }
    const outcome = warn(before, id, { ...words, at, form, delivery }, agent, now)
    if (delivery === 'mail') await checkMailable(within, 'warning', before.customer, mails)
    return outcome
  })
}
