import { z } from 'zod'
import { exportTableAnswer } from './export-tables.ts'
import { seats, taken } from './seat-answers.ts'

// What answers look like: the source of their types, of the reference, and of the checks in the tests.

const instant = z.string().meta({ format: 'date-time' })
const date = z.string().meta({ format: 'date' })
const texts = z.array(z.string())

const term = z.object({
  starts_on: date,
  ends_on: date.nullable(),
  starts_at: instant,
  ends_at: instant.nullable(),
})

const objectionDay = z.object({ last_day: date, deadline: instant })

export const decisionAnswer = z
  .object({
    at: instant,
    mode: z.enum(['full', 'export-only']),
    reason: z.string(),
    conditions: texts,
    capabilities: texts,
    limits: z.record(z.string(), z.int()),
    export_formats: texts,
    valid_until: instant.nullable(),
    term: term.nullable(),
    renewal: z.object({ automatic: z.boolean(), ends: z.boolean() }),
    support: z.object({ entitled: z.boolean(), until: date.nullable() }).nullable(),
  })
  .meta({
    id: 'Decision',
    description: 'What a license allows at an instant, and until when this holds.',
  })

export const objectionAnswer = z
  .object({
    id: z.string(),
    side: z.enum(['vendor', 'customer']),
    channel: z.string(),
    declared_by: z.string().nullable(),
    reason: z.string().nullable(),
    received_at: instant.nullable(),
    recorded_at: instant,
    timely: z.boolean().nullable(),
    arrive_by: date.nullable(),
    effective_on: date.nullable(),
    effective_at: instant.nullable(),
    review: z.literal('last_day_not_a_working_day').nullable(),
    withdrawn_at: instant.nullable(),
    stands: z.boolean(),
  })
  .meta({
    id: 'Objection',
    description: 'One side’s declaration that the license is not to renew.',
  })

const fairUse = z.object({ inquiries: z.int(), window: z.string() })

const supportTerms = {
  level: z.string(),
  channels: texts,
  scope: z.string(),
  fair_use: fairUse.nullable(),
}

/** The members that a plan and a license's rules share. */
const rules = {
  term: z.string().nullable(),
  renewal_term: z.string().nullable(),
  notice: z.string(),
  renewal_notice: z.string(),
  renewal: z.enum(['automatic', 'none']),
  renewal_leeway: z.string(),
  token_lifetime: z.string(),
  preset: z.string(),
}

export const licenseAnswer = z
  .object({
    id: z.string(),
    product: z.string(),
    plan: z.string(),
    customer: z.string(),
    time_zone: z.string(),
    created_at: instant,
    term: term.nullable(),
    start_by: date.nullable(),
    objection: objectionDay.nullable(),
    objections: z.array(objectionAnswer),
    suspension: z.object({ from: instant, reason: z.string() }).nullable(),
    termination: z
      .object({ effective_at: instant, side: z.string(), kind: z.string(), reason: z.string() })
      .nullable(),
    rules: z.object(rules),
    coming: z.array(
      z.object({
        from: date,
        plan: z.string(),
        capabilities: texts,
        limits: z.record(z.string(), z.int()),
        ...rules,
        ...seats,
        support: z.object(supportTerms).nullable(),
      }),
    ),
    ...seats,
    seats_used: z.int(),
    limits: z.record(z.string(), z.int()),
    support: z
      .object({
        ...supportTerms,
        entitled: z.boolean(),
        until: date.nullable(),
        reason: z.string().nullable(),
        since: instant.nullable(),
      })
      .nullable(),
    agreements: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        version: z.string(),
        language: z.string().nullable(),
        url: z.string().nullable(),
        document: z.string().nullable(),
        sha256: z.string().nullable(),
        accepted_at: instant,
        accepted_by: z.string(),
      }),
    ),
    metadata: z.record(z.string(), z.unknown()),
    external_refs: z.record(z.string(), z.string()),
    decision: decisionAnswer,
  })
  .meta({ id: 'License', description: 'A license as it stands now.' })

export const issuedAnswer = licenseAnswer.extend({ key: z.string() }).meta({ id: 'IssuedLicense' })

export const termAnswer = term
  .extend({
    recorded_at: instant,
    cut_at: instant.nullable(),
    origin: z.enum(['issue', 'start_by', 'renewal', 'hand', 'reinstatement']),
    objection: objectionDay.nullable(),
  })
  .meta({ id: 'Term' })

export const eventAnswer = z
  .object({
    id: z.string(),
    license: z.string(),
    type: z.string(),
    occurred_at: instant,
    recorded_at: instant,
    actor: z.string(),
    data: z.record(z.string(), z.unknown()),
    previous_hash: z.string().nullable(),
    hash: z.string(),
    quiet: z.boolean(),
    personal: z.record(z.string(), z.object({ value: z.string(), salt: z.string() }).nullable()),
  })
  .meta({ id: 'Event' })

export const productAnswer = z
  .object({
    id: z.string(),
    code: z.string(),
    name: z.string(),
    capabilities: texts,
    export_formats: texts,
    export_tables: z.array(exportTableAnswer),
    algorithm: z.enum(['Ed25519', 'EdDSA', 'ES256']),
    created_at: instant,
  })
  .meta({ id: 'Product' })

export const planAnswer = z
  .object({
    id: z.string(),
    code: z.string(),
    product: z.string(),
    name: z.string(),
    capabilities: texts,
    limits: z.record(z.string(), z.int()),
    ...rules,
    ...seats,
    support: z.object(supportTerms).nullable(),
    trial: z.boolean(),
    preset_override: z
      .object({ reason: z.string(), by: z.string(), at: instant })
      .nullable()
      .meta({ description: 'Who let it pass beyond the limits of its law preset, and why.' }),
    created_at: instant,
  })
  .meta({ id: 'Plan' })

export const customerAnswer = z
  .object({
    id: z.string(),
    name: z.string(),
    language: z.string(),
    external_refs: z.record(z.string(), z.string()),
    contacts: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        phones: texts,
        emails: texts,
        may: z.array(z.enum(['object', 'sign', 'support'])),
      }),
    ),
    ended_relation: z.object({ since: instant, reason: z.string() }).nullable(),
    created_at: instant,
  })
  .meta({ id: 'Customer' })

export const tokenAnswer = z
  .object({
    token: z.string(),
    decision: decisionAnswer,
    refresh_at: instant,
    ...taken,
  })
  .meta({ id: 'Token' })

export const settlementAnswer = z
  .object({
    id: z.string(),
    at: instant,
    renewed: z.int(),
    ended: z.int(),
    failed: z.int(),
    transitions: z.array(
      z.object({ license: z.string(), kind: z.enum(['renewed', 'ended']), on: date }),
    ),
  })
  .meta({ id: 'Settlement' })

export const restoredAnswer = z
  .object({
    issuer: z.string(),
    made_at: instant,
    rows: z.record(z.string(), z.int()),
    sealed_anew: z.int(),
  })
  .meta({ id: 'Restored', description: 'What was brought back: rows by table.' })

export const movedInAnswer = z
  .object({
    dry_run: z.boolean(),
    made: z.object({
      products: z.int(),
      plans: z.int(),
      customers: z.int(),
      licenses: z.int(),
      keys_brought: z.int(),
      machines: z.int(),
      objections: z.int(),
      suspensions: z.int(),
    }),
    licenses: z.array(
      z.object({
        place: z.string(),
        license: z.string().nullable(),
        customer: z.string().nullable(),
        plan: z.string(),
        mode: z.enum(['full', 'export-only']),
        reason: z.string(),
        term: z.object({ starts_on: date, ends_on: date.nullable() }).nullable(),
        key: z.string().nullable(),
        notes: texts,
      }),
    ),
    errors: z.array(z.object({ pointer: z.string(), detail: z.string() })),
    wrong: z.int(),
    notes: z.array(z.object({ what: z.string(), count: z.int(), detail: z.string() })),
  })
  .meta({ id: 'MovedIn', description: 'What has moved in, or would.' })

export const signingKeyAnswer = z
  .object({
    kid: z.string(),
    algorithm: z.string(),
    state: z.enum(['next', 'active', 'retired', 'revoked']),
    public_key: z.record(z.string(), z.string()),
    created_at: instant,
    activated_at: instant.nullable(),
    retired_at: instant.nullable(),
    revoked_at: instant.nullable(),
    revoked_why: z.string().nullable(),
  })
  .meta({ id: 'SigningKey' })

export const problemAnswer = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    instance: z.string(),
    errors: z.array(z.object({ pointer: z.string(), detail: z.string() })).optional(),
  })
  .loose()
  .meta({
    id: 'Problem',
    description: 'A refusal (RFC 9457); facts of the problem are further members.',
  })

/** A page of a list. */
export function listOf<T extends z.ZodType>(item: T) {
  return z.object({ data: z.array(item), next: z.string().nullable() })
}
