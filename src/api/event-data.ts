import { z } from 'zod'
import type { EventData } from '../license/event.ts'
import { channel, id, side, topic } from './schema.ts'

const instant = z.string().meta({ format: 'date-time' })
const date = z.string().meta({ format: 'date' })
const texts = z.array(z.string())
const consent = z.enum(['agreed', 'error'])

const firstTerm = { starts_on: date, ends_on: date.nullable() }

const inquiry = {
  inquiry: id('inq'),
  topic,
  repeats: id('inq').nullable(),
  channel,
  minutes: z.int().nullable(),
  entitled: z.boolean(),
}

/** What each type of event tells: the schemas of the law's types. */
export const eventData = {
  'license.issued': z.object({
    product: id('prd'),
    plan: id('pln'),
    customer: id('cus'),
    time_zone: z.string(),
    ...firstTerm,
    start_by: date.exactOptional(),
  }),
  'license.started': z.object({ starts_on: date }),
  'license.renewed': z.object({ starts_on: date, ends_on: date, last_day: date.nullable() }),
  'license.downgraded': z.object({
    reason: z.enum(['ended', 'terminated']),
    on: date,
    before: texts,
    after: texts,
  }),
  'license.objected': z.object({
    objection: id('obj'),
    side,
    channel,
    received_at: instant.nullable(),
    effective_on: date.nullable(),
  }),
  'objection.received': z.object({
    objection: id('obj'),
    side,
    received_at: instant,
    effective_on: date,
  }),
  'objection.moved': z.object({ objection: id('obj'), effective_on: date }),
  'objection.withdrawn': z.object({ objection: id('obj'), side, kind: consent }),
  'renewal.reminder': z.object({ last_day: date, days: z.int() }),
  'renewal.certain': z.object({ ends_on: date }),
  'license.terminated': z.object({
    termination: id('trm'),
    side: z.enum(['vendor', 'customer', 'both']),
    kind: z.enum(['good_cause', 'mutual', 'rescission', 'switching', 'mistake']),
    effective_at: instant,
  }),
  'termination.withdrawn': z.object({ termination: id('trm'), side, kind: consent }),
  'suspension.announced': z.object({ suspension: id('sus'), effective_at: instant }),
  'suspension.called_off': z.object({ suspension: id('sus') }),
  'license.suspended': z.object({ suspension: id('sus') }),
  'license.resumed': z.object({ suspension: id('sus') }),
  'license.reinstated': z.object({ ...firstTerm, plan: id('pln') }),
  'term.added': z.object({ starts_on: date, ends_on: date }),
  'license.amended': z.object({
    from: z.enum(['now', 'next_term']),
    on: date,
    members: texts,
    plan: id('pln').nullable(),
  }),
  'license.transferred': z.object({
    from: id('cus'),
    to: id('cus'),
    giver: id('agr'),
    receiver: id('agr'),
  }),
  'customer.merged': z.object({ from: id('cus'), into: id('cus') }),
  'customer.erased': z.object({ customer: id('cus') }),
  'relation.ended': z.object({ customer: id('cus') }),
  'relation.resumed': z.object({ customer: id('cus') }),
  'relation.overridden': z.object({
    customer: id('cus'),
    command: z.enum(['issue', 'reinstate', 'add_term', 'transfer']),
  }),
  'proposal.made': z.object({
    proposal: id('prp'),
    kind: z.enum(['amendment', 'withdrawal']),
    side,
    lapses_at: instant.nullable(),
  }),
  'proposal.accepted': z.object({ proposal: id('prp'), side }),
  'proposal.declined': z.object({ proposal: id('prp'), side }),
  'proposal.taken_back': z.object({ proposal: id('prp'), side }),
  'proposal.lapsed': z.object({ proposal: id('prp'), side }),
  'preset.overridden': z.object({
    preset: z.string(),
    members: texts,
    articles: texts,
    plan: id('pln').nullable(),
  }),
  'license.edited': z.object({ members: texts }),
  'agreement.attached': z.object({
    agreement: id('agr'),
    title: z.string(),
    version: z.string(),
    sha256: z.string().nullable(),
    accepted_at: instant,
  }),
  'activation.created': z.object({ activation: id('act') }),
  'activation.freed': z.object({
    activation: id('act'),
    why: z.enum(['released', 'lapsed', 'replaced', 'past_seats']),
  }),
  'file.issued': z.object({ activation: id('act'), good_until: instant }),
  'key.issued': z.object({ key: z.string() }),
  'key.replaced': z.object({
    key: id('key'),
    by: id('key'),
    keep_until: instant,
    leaked: z.boolean(),
  }),
  'key.seen': z.object({ key: z.string() }),
  'inquiry.logged': z.object(inquiry),
  'inquiry.corrected': z.object({ ...inquiry, asked_at: instant }),
  'inquiry.struck': z.object({ inquiry: id('inq') }),
  'warning.given': z.object({
    warning: id('wrn'),
    form: z.enum(['letter', 'spoken']),
    delivery: z.enum(['mail', 'by_hand']).exactOptional(),
  }),
  'document.attached': z.object({
    document: id('doc'),
    of: z.string().nullable(),
    media_type: z.string(),
    size: z.int(),
    sha256: z.string(),
  }),
} as const satisfies { readonly [T in keyof EventData]: z.ZodType<EventData[T]> }
