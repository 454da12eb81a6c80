import { z } from 'zod'
import type { Grant } from '../license/license.ts'
import type { Planned, PlanTerms } from '../license/plan.ts'
import { isLeaseLength, seatTerms } from '../license/seat-terms.ts'
import { capabilities, lifetime, limits, period, text } from './schema.ts'

const support = z.strictObject({
  level: text(100),
  channels: z.array(text(50)).max(20),
  scope: text(2000),
  fair_use: z
    .strictObject({ inquiries: z.int().min(1).max(10_000), window: period })
    .nullable()
    .optional(),
})

/** The members of a plan that a license can have otherwise. */
export const planMembers = {
  capabilities,
  limits: limits.optional(),
  term: period.nullable().optional(),
  renewal_term: period.nullable().optional(),
  notice: period.optional(),
  renewal_notice: period.optional(),
  renewal: z.enum(['automatic', 'none']),
  seats: z.int().min(1).max(10_000).nullable().optional(),
  seat_changes: z
    .strictObject({ count: z.int().min(0).max(10_000), window: period })
    .optional()
    .meta({ description: 'How often a seat may be taken over within a window of days.' }),
  replace_oldest: z.boolean().optional(),
  seat_lapse: period.nullable().optional(),
  lease: z
    .string()
    .max(20)
    .refine(isLeaseLength, 'Write whole minutes or hours, from PT1M to PT24H.')
    .nullable()
    .optional()
    .meta({
      description: 'Seats are counted by use; a lease lapses after this without a heartbeat.',
    }),
  token_lifetime: lifetime.optional(),
  renewal_leeway: period.optional(),
  preset: text(50).optional(),
  support: support.nullable().optional(),
}

export const overrides = z.strictObject(planMembers).partial()

type Members = z.infer<typeof overrides>
type GivenTerms = { readonly [M in keyof PlanTerms]?: PlanTerms[M] | undefined }

/** What was given, in the law's words; members left out stay out. */
export function termsFrom(members: Members): GivenTerms {
  const {
    renewal_term,
    renewal_notice,
    seat_changes,
    replace_oldest,
    seat_lapse,
    token_lifetime,
    renewal_leeway,
    support: given,
    ...same
  } = members
  const terms: GivenTerms = {
    ...same,
    renewalTerm: renewal_term,
    renewalNotice: renewal_notice,
    seatChanges: seat_changes,
    replaceOldest: replace_oldest,
    seatLapse: seat_lapse,
    tokenLifetime: token_lifetime,
    renewalLeeway: renewal_leeway,
    support: given && {
      level: given.level,
      channels: given.channels,
      scope: given.scope,
      fairUse: given.fair_use ?? null,
    },
  }
  return Object.fromEntries(Object.entries(terms).filter(([, value]) => value !== undefined))
}

/** A plan's terms with what was agreed otherwise in their place. */
export function agreedOtherwise(terms: PlanTerms, members: Members = {}): PlanTerms {
  const given = termsFrom(members)
  const { capabilities = terms.capabilities, renewal = terms.renewal } = given
  return { ...terms, ...given, capabilities, renewal }
}

/** What was agreed about seats, as it goes over the wire. */
export function seatsOnWire(grant: Omit<Grant, 'from'>) {
  const { seatChanges, replaceOldest, seatLapse, lease } = seatTerms(grant)
  return {
    seats: grant.seats,
    seat_changes: seatChanges,
    replace_oldest: replaceOldest,
    seat_lapse: seatLapse,
    lease,
  }
}

/** A plan's terms with all their defaults, as they go over the wire. */
export function planOnWire(plan: Planned) {
  return {
    capabilities: plan.capabilities,
    limits: plan.limits,
    term: plan.term,
    renewal_term: plan.renewalTerm,
    notice: plan.notice,
    renewal_notice: plan.renewalNotice,
    renewal: plan.renewal,
    ...seatsOnWire(plan),
    token_lifetime: plan.tokenLifetime,
    renewal_leeway: plan.renewalLeeway,
    preset: plan.preset,
    support: plan.support && {
      level: plan.support.level,
      channels: plan.support.channels,
      scope: plan.support.scope,
      fair_use: plan.support.fairUse,
    },
  }
}
