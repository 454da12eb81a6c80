import type { Database } from '../store/database.ts'
import { findByClue } from '../store/lookup.ts'
import type { Found } from '../store/lookup.ts'
import { objectionsReadOut } from '../store/reference-read-out.ts'
import { anyLicenseKey } from '../token/brought-key.ts'
import { hashLicenseKey } from '../token/new-license-key.ts'
import { callersAmong } from '../web/caller.ts'
import { digitsOf } from '../web/phone-number.ts'

/** As what the typed text was understood. */
export type FoundBy = 'phone' | 'email' | 'key' | 'reference' | 'words'

/** Whom or what a text means. */
export type Finding =
  /** One page alone. */
  { readonly to: string } | { readonly by: FoundBy; readonly found: readonly Found[] }

/** Longer than any name, number or reference: a whole license key and some space. */
const mostCharacters = 1100

/**
 * Whom a text means, whatever it is: an e-mail address, a license key, a reference that was read out, a phone number in any usual
 * notation, an id, what another system calls them, or words of a name. It is taken for each that it can be, until somebody is found.
 */
export async function findByText(db: Database, typed: string): Promise<Finding> {
  const text = typed
    .trim()
    .replace(/^(tel|mailto):/i, '')
    .slice(0, mostCharacters)
  for (const seek of ways(db, text)) {
    const finding = await seek()
    if ('to' in finding || finding.found.length > 0) return finding
  }
  return { by: 'words', found: [] }
}

type Seek = () => Promise<Finding>

/** The ways that a text can be looked for, the surest first. */
function ways(db: Database, text: string): readonly Seek[] {
  const isId = /^[a-z]{3}_[0-9a-z]{26}$/.test(text)
  const key = isId ? null : anyLicenseKey(text)
  const reference = referenceIn(text)
  return [
    ...(text.includes('@') ? [() => byEmail(db, text)] : []),
    ...(key === null ? [] : [() => byKey(db, key)]),
    ...(reference === null ? [] : [() => byReference(db, reference)]),
    ...(isNumber(text) ? [() => byPhone(db, text)] : []),
    () => byWords(db, text),
  ]
}

async function byEmail(db: Database, email: string): Promise<Finding> {
  return { by: 'email', found: await findByClue(db, { kind: 'email', email }) }
}

async function byKey(db: Database, key: string): Promise<Finding> {
  const found = await findByClue(db, { kind: 'key', hash: hashLicenseKey(key) })
  return { by: 'key', found }
}

async function byPhone(db: Database, phone: string): Promise<Finding> {
  const digits = digitsOf(phone, null)
  const found = digits.length === 0 ? [] : await findByClue(db, { kind: 'phone', digits })
  return { by: 'phone', found: callersAmong(found, phone, null).map(({ customer }) => customer) }
}

async function byWords(db: Database, text: string): Promise<Finding> {
  return { by: 'words', found: await findByClue(db, { kind: 'words', words: text.slice(0, 200) }) }
}

async function byReference(db: Database, reference: string): Promise<Finding> {
  const [one, ...more] = await objectionsReadOut(db, reference)
  // Sixty bits are hardly ever two; whoever reads out such a one has the license at hand.
  if (one === undefined || more.length > 0) return { by: 'reference', found: [] }
  return { to: `/console/licenses/${one.license}/receipt/${one.side}` }
}

/**
 * The reference of a receipt as it is kept: twelve characters, in groups of four or not, or an objection's whole id. What is easily
 * misheard is taken for what it looks like (Crockford’s base32).
 */
function referenceIn(text: string): string | null {
  const id = /^obj_[0-9a-z]{14}([0-9a-z]{12})$/.exec(text)?.[1]
  if (id !== undefined) return id
  const plain = text
    .toLowerCase()
    .replaceAll(/[\s.·-]/g, '')
    .replaceAll('o', '0')
    .replaceAll(/[il]/g, '1')
  return /^[0-9a-hjkmnp-tv-z]{12}$/.test(plain) && /\d/.test(text) ? plain : null
}

/** Digits and what stands between them in phone numbers, an extension at most. */
function isNumber(text: string): boolean {
  return /^[+\d][\d\s()/.–-]{3,}((;?ext|#|x|;)[\w\s.:=]*)?$/i.test(text.replace(/^\(/, '0'))
}
