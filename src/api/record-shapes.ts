import { z } from 'zod'
import { accessEventTypes } from '../store/access-event.ts'
import { exportTables } from './export-tables.ts'
import { isTimeZone } from '../license/calendar.ts'
import { eventTypes } from '../license/event.ts'
import { isLeaseLength } from '../license/seat-terms.ts'
import { presetCodes } from '../license/presets/catalog.ts'
import { channel, date, documentType, lifetime, period, side, topic } from './schema.ts'

// What a column may hold beyond its kind, where the law or a switch would otherwise meet what it does not know.

const texts = z.array(z.string())
const limits = z.record(z.string(), z.int())
const fairUse = z.object({ inquiries: z.int(), window: period }).nullable()
const support = z
  .object({ level: z.string(), channels: texts, scope: z.string(), fairUse })
  .nullable()
const preset = z.string().refine((code) => presetCodes.some((each) => each === code), 'No preset.')

const rules = z.object({
  from: date,
  recordedAt: z.int(),
  term: period.nullable(),
  renewalTerm: period.nullable(),
  notice: period,
  renewalNotice: period,
  renewal: z.enum(['automatic', 'none']),
  renewalLeeway: period,
  tokenLifetime: lifetime,
  preset,
  plan: z.object({ id: z.string(), code: z.string() }).optional(),
})

const seatChanges = z.object({ count: z.int().min(0), window: period })

const lease = z.string().refine(isLeaseLength, 'No length of a lease.')

const grant = z.object({
  from: z.int(),
  capabilities: texts,
  limits,
  seats: z.int().nullable(),
  seatChanges: seatChanges.optional(),
  replaceOldest: z.boolean().optional(),
  seatLapse: period.nullable().optional(),
  lease: lease.nullable().optional(),
  support,
})

const algorithm = z.enum(['Ed25519', 'EdDSA', 'ES256'])
const formats = texts.min(1)
const kinds = ['good_cause', 'mutual', 'rescission', 'switching', 'mistake'] as const
const origins = ['issue', 'start_by', 'renewal', 'hand', 'reinstatement'] as const

/** By table and column. */
export const recordShapes: Readonly<Record<string, Readonly<Record<string, z.ZodType>>>> = {
  products: {
    capabilities: texts,
    export_formats: formats,
    export_tables: exportTables,
    algorithm,
  },
  plans: {
    capabilities: texts,
    limits: limits.nullable(),
    term: period.nullable(),
    renewal_term: period.nullable(),
    notice: period.nullable(),
    renewal_notice: period.nullable(),
    renewal: z.enum(['automatic', 'none']),
    seat_changes: seatChanges.nullable(),
    seat_lapse: period.nullable(),
    lease: lease.nullable(),
    token_lifetime: lifetime.nullable(),
    renewal_leeway: period.nullable(),
    preset: preset.nullable(),
    preset_override: z.object({ reason: z.string(), by: z.string(), at: z.int() }).nullable(),
    support,
  },
  contacts: { phones: texts, emails: texts, may: texts },
  external_references: { kind: z.enum(['customer', 'license']) },
  licenses: {
    time_zone: z.string().refine(isTimeZone, 'No time zone.'),
    rules: z.array(rules).min(1),
    grants: z.array(grant).min(1),
    metadata: z.record(z.string(), z.unknown()),
    event_count: z.int().min(0),
    revision: z.int().min(0),
  },
  terms: { n: z.int().min(0), origin: z.enum(origins) },
  objections: { n: z.int().min(0), side, channel },
  suspensions: { n: z.int().min(0) },
  terminations: {
    n: z.int().min(0),
    side: z.enum(['vendor', 'customer', 'both']),
    kind: z.enum(kinds),
  },
  agreements: { n: z.int().min(0) },
  events: {
    // The feed tells positions apart from its locks by their forty bits.
    position: z
      .int()
      .min(1)
      .max(2 ** 39),
    type: z.string().refine((type) => Object.hasOwn(eventTypes, type), 'No type of event.'),
    data: z.record(z.string(), z.unknown()),
  },
  access_events: {
    type: z.string().refine((type) => Object.hasOwn(accessEventTypes, type), 'No type of event.'),
    data: z.record(z.string(), z.unknown()),
  },
  documents: { media_type: documentType, sha256: z.string().regex(/^[0-9a-f]{64}$/) },
  document_parts: { n: z.int().min(0) },
  inquiries: { channel, topic, minutes: z.int().min(0).nullable() },
  warnings: {
    form: z.enum(['letter', 'spoken']),
    delivery: z.enum(['mail', 'by_hand', 'spoken']),
    language: z.enum(['de', 'en']),
  },
  proposals: {
    side,
    asked: z.looseObject({ kind: z.enum(['amendment', 'withdrawal']) }),
    answer: z.enum(['accepted', 'declined', 'taken_back']).nullable(),
  },
  declarations: {
    kind: z.enum(['cancellation', 'withdrawal']),
    words: z.object({ name: z.string(), contract: z.string(), email: z.string() }).nullable(),
  },
  settlements: {
    transitions: z.array(z.object({ license: z.string(), kind: z.string(), on: z.string() })),
  },
  signing_keys: {
    algorithm,
    state: z.enum(['next', 'active', 'retired', 'revoked']),
    public_key: z.object({ kid: z.string(), alg: algorithm, x: z.string() }),
  },
}
