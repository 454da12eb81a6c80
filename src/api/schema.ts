import { z } from 'zod'
import { instantOf, isDate, isPeriod, isTimeZone } from '../license/calendar.ts'
import { isCapability } from '../license/capability.ts'
import { documentTypes } from '../license/document.ts'
import type { Instant } from '../license/license.ts'
import { isLifetime } from '../license/plan.ts'
import { isKeepable } from '../web/keepable.ts'

// Wire schemas hold no transforms, so that they can be documented: a route turns what it was given into what the law wants.

/** Text that PostgreSQL and JSON can both keep: no NUL, no half of a surrogate pair. */
export function text(most: number) {
  return z
    .string()
    .min(1)
    .max(most)
    .refine(isKeepable, 'Write text without NUL characters and without lone surrogates.')
}

export const date = z
  .string()
  .refine(isDate, 'Write a day from 1970-01-01 to 2199-12-31 as YYYY-MM-DD.')
  .meta({ format: 'date' })

export const instant = z
  .string()
  .refine(
    (value) => instantOf(value) !== null,
    'Write an RFC 3339 instant with its offset, e.g. 2026-09-30T22:00:00Z, between 1970 and 2199.',
  )
  .meta({ format: 'date-time' })

/** The same as a parameter, where an unescaped plus sign has become a space: our own answers can be pasted. */
export const queryInstant = z
  .string()
  .refine(
    (value) => instantOf(withPlus(value)) !== null,
    'Write an RFC 3339 instant with its offset, e.g. 2026-09-30T22:00:00Z, between 1970 and 2199.',
  )
  .meta({ format: 'date-time' })

function withPlus(value: string): string {
  return value.replace(' ', '+')
}

/** A checked instant of the wire as the law reckons with it. */
export function toInstant(value: string): Instant {
  const at = instantOf(withPlus(value))
  if (at === null) throw new TypeError(`no instant: ${value}`)
  return at
}

export const period = z
  .string()
  .max(20)
  .refine(
    isPeriod,
    'Write an ISO 8601 length of days and weeks (P14D), or of months and years (P1Y), never both.',
  )

export const lifetime = z
  .string()
  .max(20)
  .refine(
    isLifetime,
    'Write an ISO 8601 length of at least PT1H: P14D, P1M, or whole hours (PT48H).',
  )

export const timeZone = z
  .string()
  .max(64)
  .refine(isTimeZone, 'Name an IANA time zone, e.g. Europe/Berlin or UTC.')

export const capability = z
  .string()
  .refine(isCapability, 'A capability is area:action, of lower-case letters, digits, - and _.')

/** As many as a token can carry: a client looks into none that is longer than 64 kB. */
export const capabilities = z
  .array(capability)
  .max(500)
  .refine(
    (names) => names.join().length <= 24_000,
    'All capabilities together have at most 24,000 characters.',
  )

/** A short name for machines, unique on a server. It never looks like an id. */
export const code = z
  .string()
  .max(64)
  .regex(
    /^[a-z0-9][a-z0-9._-]*$/,
    'A code has lower-case letters, digits, dots, dashes and underscores.',
  )
  .refine((value) => !idShape.test(value), 'A code does not look like an id.')

const idShape = /^[a-z]{3}_[0-9a-z]{26}$/

/** The id of a kind, e.g. `lic_…`. */
export function id<P extends string>(prefix: P) {
  return z.templateLiteral([prefix, '_', z.string().regex(/^[0-9a-z]{26}$/)], {
    error: `Name an id of the form ${prefix}_….`,
  })
}

/** The same where a `code` will do too. */
export const idOrCode = text(64)

const name = z
  .string()
  .min(1)
  .max(64)
  .refine(isKeepable, 'Write text without NUL characters and without lone surrogates.')

export const limits = z
  .record(
    name.regex(/^[a-z][a-z0-9_]*$/, 'A limit has lower-case letters, digits and underscores.'),
    z.int().min(0),
  )
  .refine((value) => Object.keys(value).length <= 200, 'Name at most 200 limits.')

const system = name.regex(
  /^[a-z0-9][a-z0-9._-]*$/,
  'A system has lower-case letters, digits, dots, dashes and underscores.',
)

/** Ids that other systems know a thing by: one a system, unique per system. */
export const externalRefs = z.record(system, text(255))

/** The same as an edit: null takes a system’s away. */
export const externalRefEdits = z.record(system, text(255).nullable())

/** A system and its reference as they stand in a path. An address holds nothing by which a person is reached. */
export const pathRef = z.strictObject({
  system,
  reference: text(255).refine(
    (reference) => !reference.includes('@'),
    'An address carries no e-mail address: let the reference be an id.',
  ),
})

/** An address on the web. */
export const webAddress = z
  .url({ protocol: /^https?$/, error: 'Write an address that begins with https:// or http://.' })
  .max(2000)
  .refine(isKeepable, 'Write text without NUL characters and without lone surrogates.')

/** Whatever JSON an integrator wants to find again: at most 16 kB, nested at most 8 deep. */
export const metadata = z
  .record(z.string(), z.unknown())
  .refine(
    (value) => isKeepableJson(value, { characters: 16_384, levels: 8 }),
    'Metadata has at most 16 kB, 8 levels, and text that can be kept.',
  )

/** Whether JSON of anybody's making can be kept, within these bounds. */
export function isKeepableJson(
  value: unknown,
  most: { readonly characters: number; readonly levels: number },
): boolean {
  return JSON.stringify(value).length <= most.characters && isShallow(value, most.levels)
}

function isShallow(value: unknown, depth: number): boolean {
  if (typeof value === 'string') return isKeepable(value)
  if (typeof value !== 'object' || value === null) return true
  return (
    depth > 0 &&
    Object.entries(value).every(([key, each]) => isKeepable(key) && isShallow(each, depth - 1))
  )
}

/** Formats that count as standard: a product has at least one. */
export const exportFormat = z.enum([
  'csv',
  'jsonl',
  'json',
  'xml',
  'xlsx',
  'ods',
  'sqlite',
  'parquet',
])

export const side = z.enum(['vendor', 'customer'])
export const channel = z.enum(['console', 'portal', 'api', 'phone', 'in_person', 'letter', 'email'])
export const topic = z.enum(['in_scope', 'out_of_scope', 'repeat'])

export const documentType = z.enum(documentTypes)

/** What an answer is to carry so that none can be kept and shown again. */
export const nonce = z
  .string()
  .regex(/^[\x21-\x7e]{16,64}$/, 'A nonce has 16 to 64 printable characters.')
