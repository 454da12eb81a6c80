import { z } from 'zod'
import { inZone } from '../license/calendar.ts'
import { fairUse } from '../license/fair-use.ts'
import type { Instant } from '../license/license.ts'
import { unfit } from '../license/problem.ts'
import { settle } from '../license/settle.ts'
import type { Database } from '../store/database.ts'
import { findByClue, mostFound } from '../store/lookup.ts'
import type { Clue, Found, FoundLicense } from '../store/lookup.ts'
import { anyLicenseKey } from '../token/brought-key.ts'
import { hashLicenseKey } from '../token/new-license-key.ts'
import { callersAmong } from '../web/caller.ts'
import { digitsOf, supported } from '../web/phone-number.ts'
import type { Country, Match } from '../web/phone-number.ts'
import { customerOnWire } from './customers.ts'
import { callers } from './roles.ts'
import { noQuery, route } from './route.ts'
import { text } from './schema.ts'
import { standingOnWire } from './support.ts'
import { licenseOnWire } from './wire.ts'

const lookupBody = z.strictObject({
  phone: text(50).optional(),
  email: text(254).optional(),
  key: text(1000).optional(),
  words: text(200).optional(),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, 'Write a country in two letters, e.g. DE.')
    .optional(),
})

export const lookupRoutes = [
  route({
    method: 'POST',
    path: '/v1/lookup',
    who: callers,
    summary:
      'Who calls: finds customers by a phone number in any notation, an e-mail address, a license key, or words, with all that has to be known at once.',
    body: lookupBody,
    query: noQuery,
    handle: async ({ deps: { db }, now, body }) => {
      const found = await answered(db, body)
      const data = found.slice(0, mostFound).map((each) => cardOnWire(each, now))
      return { body: { data, more: found.length > mostFound } }
    },
  }),
]

interface Answered {
  readonly customer: Found
  readonly match: Match
  /** The contact that is known by the clue. */
  readonly contact: string | null
}

/** @throws Problem unfit for another number of clues than one. */
async function answered(
  db: Database,
  { phone, email, key, words, country: named }: z.infer<typeof lookupBody>,
): Promise<readonly Answered[]> {
  const clues = [phone, email, key, words].filter((clue) => clue !== undefined)
  if (clues.length !== 1) throw unfit('', 'Name one of phone, email, key and words.')
  const country = supported(named)
  if (named !== undefined && country === null)
    throw unfit('/country', 'Name a country that has phone numbers of its own.')
  if (phone !== undefined) return answeredByPhone(db, phone, country)
  const clue = clueFrom({ email, key, words })
  const found = clue === null ? [] : await findByClue(db, clue)
  return found.map((customer) => ({
    customer,
    match: 'exact',
    contact: customer.contactsKnown[0] ?? null,
  }))
}

function clueFrom(asked: Pick<z.infer<typeof lookupBody>, 'email' | 'key' | 'words'>): Clue | null {
  if (asked.email !== undefined) return { kind: 'email', email: asked.email.trim() }
  if (asked.words !== undefined) return { kind: 'words', words: asked.words }
  const key = anyLicenseKey(asked.key ?? '')
  return key === null ? null : { kind: 'key', hash: hashLicenseKey(key) }
}

/** The database knows who could be meant, the numbers who is. */
async function answeredByPhone(
  db: Database,
  phone: string,
  country: Country,
): Promise<readonly Answered[]> {
  const digits = digitsOf(phone, country)
  if (digits.length === 0) return []
  const found = await findByClue(db, { kind: 'phone', digits })
  return callersAmong(found, phone, country)
}

function cardOnWire({ customer, match, contact }: Answered, now: Instant) {
  return {
    match,
    customer: customerOnWire(customer),
    contact,
    license: customer.keyed,
    licenses: customer.licenses.map((each) => licenseCardOnWire(each, now)),
  }
}

function licenseCardOnWire(found: FoundLicense, now: Instant) {
  const { license } = settle(found.license, now)
  const { timeZone } = license
  const { count, lastAt } = found.warnings
  return {
    license: licenseOnWire(license, now, found.seatsUsed),
    support: standingOnWire(license, fairUse(license, found.inquiries, now), now),
    recent_inquiries: found.recent.map(({ id, at, topic, subject }) => ({
      id,
      at: inZone(at, timeZone),
      topic,
      subject,
    })),
    warnings: { count, last_at: lastAt && inZone(lastAt, timeZone) },
  }
}
