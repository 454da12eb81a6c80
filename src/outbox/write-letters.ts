import { addresseeOf, letterLanguageFor } from '../license/letter-kind.ts'
import type { Instant } from '../license/license.ts'
import { occasionsOf } from '../license/occasion.ts'
import type { Occasion } from '../license/occasion.ts'
import type { Database } from '../store/database.ts'
import { newId } from '../store/id.ts'
import { isWritten, keepLetter } from '../store/letter.ts'
import { deskRecipient, recipientsFor } from '../store/letter-recipients.ts'
import { readLetterSource } from '../store/letter-source.ts'
import type { LetterSource } from '../store/letter-source.ts'
import { readVendor } from '../store/vendor.ts'
import type { KeptVendor } from '../store/vendor.ts'
import { findWording } from '../store/wording.ts'
import { writeLetter } from './letter.ts'

/** What letters are written with. */
export interface Desk {
  readonly db: Database
  /** Where the server is reached, without a slash at the end. */
  readonly publicUrl: string
  /** Whether mail goes out: without it a letter waits for a hand. */
  readonly mails: boolean
}

/** Writes the letters of an event and keeps them, once: whoever comes later finds them written. */
export async function writeLetters(
  desk: Desk,
  { event, message }: { readonly event: string; readonly message: string },
  now: Instant,
): Promise<void> {
  const { db } = desk
  if (await isWritten(db, event)) return
  const source = await readLetterSource(db, event)
  if (source === null) return
  const vendor = await readVendor(db)
  const { license, waited, proposal } = source
  const warning = source.warning?.text.replaceAll('\r\n', '\n') ?? null
  const occasions = occasionsOf(source.event, { license, waited, warning, proposal })
  for (const occasion of occasions.filter(({ kind }) => !vendor.switchedOff.includes(kind)))
    await writeOne(desk, source, vendor, occasion, message, now)
}

async function writeOne(
  { db, publicUrl, mails }: Desk,
  source: LetterSource,
  vendor: KeptVendor,
  occasion: Occasion,
  message: string,
  now: Instant,
): Promise<void> {
  const { kind } = occasion
  const { event, license } = source
  const addressee = addresseeOf(kind)
  const isOurs = addressee === 'vendor'
  const customer = addressee === 'giver' ? source.giver : source.customer
  if (customer === null) return
  const recipients = isOurs ? deskRecipient(vendor) : recipientsFor(kind, customer)
  const isMailed = mails && recipients.length > 0
  // The vendor's own desk sees its console: a notice that cannot be mailed is none.
  if (isOurs && !isMailed) return
  const language = isOurs
    ? vendor.language
    : (source.warning?.language ?? letterLanguageFor(customer.language))
  const wording = kind === 'warning' ? null : await findWording(db, kind, language)
  const id = newId('let', now)
  const letter = writeLetter(occasion, {
    ...source,
    license,
    customer: customer.name,
    people: isOurs ? [] : recipients.map(({ name }) => name),
    vendor,
    portal: `${publicUrl}/portal`,
    reference: id,
    language,
    wording,
    hasLogo: vendor.logo !== null,
  })
  await keepLetter(db, {
    ...letter,
    id,
    event: event.id,
    license: license.id,
    customer: customer.id,
    kind,
    language,
    wording: wording?.version ?? null,
    logo: vendor.logo,
    recipients,
    replyTo: vendor.replyTo === '' ? null : vendor.replyTo,
    writtenAt: now,
    sending: isMailed ? message : null,
  })
}
