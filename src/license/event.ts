import type {
  Activation,
  ActivationId,
  AgreementId,
  CalendarDate,
  Channel,
  CustomerId,
  DocumentId,
  InquiryId,
  Instant,
  License,
  LicenseKeyId,
  ObjectionId,
  PlanId,
  ProductId,
  ProposalId,
  Side,
  SuspensionId,
  TerminationId,
  TerminationKind,
  WarningId,
} from './license.ts'
import type { Capability } from './capability.ts'
import type { LetterDelivery } from './warning.ts'

/** What binds the vendor to a customer anew. */
export type BindingCommand = 'issue' | 'reinstate' | 'add_term' | 'transfer'

/** What each type of event tells. Instants in it are RFC 3339 in UTC, days are dates; no personal data stands here. */
export interface EventData {
  'license.issued': {
    readonly product: ProductId
    readonly plan: PlanId
    readonly customer: CustomerId
    readonly time_zone: string
    readonly starts_on: CalendarDate
    readonly ends_on: CalendarDate | null
    /** Where it starts with its first activation: at the latest on this day, from which the days are reckoned until then. */
    readonly start_by?: CalendarDate
  }
  'license.started': { readonly starts_on: CalendarDate }
  'license.renewed': {
    readonly starts_on: CalendarDate
    readonly ends_on: CalendarDate
    readonly last_day: CalendarDate | null
  }
  'license.downgraded': {
    readonly reason: 'ended' | 'terminated'
    readonly on: CalendarDate
    readonly before: readonly Capability[]
    readonly after: readonly Capability[]
  }
  'license.objected': {
    readonly objection: ObjectionId
    readonly side: Side
    readonly channel: Channel
    readonly received_at: string | null
    readonly effective_on: CalendarDate | null
  }
  'objection.received': {
    readonly objection: ObjectionId
    readonly side: Side
    readonly received_at: string
    readonly effective_on: CalendarDate
  }
  'objection.moved': { readonly objection: ObjectionId; readonly effective_on: CalendarDate }
  'objection.withdrawn': {
    readonly objection: ObjectionId
    readonly side: Side
    readonly kind: 'agreed' | 'error'
  }
  'renewal.reminder': { readonly last_day: CalendarDate; readonly days: number }
  'renewal.certain': { readonly ends_on: CalendarDate }
  'license.terminated': {
    readonly termination: TerminationId
    readonly side: Side | 'both'
    readonly kind: TerminationKind
    readonly effective_at: string
  }
  'termination.withdrawn': {
    readonly termination: TerminationId
    /** The side that took it back. */
    readonly side: Side
    readonly kind: 'agreed' | 'error'
  }
  'suspension.announced': { readonly suspension: SuspensionId; readonly effective_at: string }
  'suspension.called_off': { readonly suspension: SuspensionId }
  'license.suspended': { readonly suspension: SuspensionId }
  'license.resumed': { readonly suspension: SuspensionId }
  'license.reinstated': {
    readonly starts_on: CalendarDate
    readonly ends_on: CalendarDate | null
    readonly plan: PlanId
  }
  'term.added': { readonly starts_on: CalendarDate; readonly ends_on: CalendarDate }
  'license.amended': {
    readonly from: 'now' | 'next_term'
    readonly on: CalendarDate
    /** The members of the plan that were agreed otherwise. */
    readonly members: readonly string[]
    readonly plan: PlanId | null
  }
  'license.transferred': {
    readonly from: CustomerId
    readonly to: CustomerId
    /** The agreements of both. */
    readonly giver: AgreementId
    readonly receiver: AgreementId
  }
  'customer.merged': { readonly from: CustomerId; readonly into: CustomerId }
  'customer.erased': { readonly customer: CustomerId }
  'relation.ended': { readonly customer: CustomerId }
  'relation.resumed': { readonly customer: CustomerId }
  'relation.overridden': { readonly customer: CustomerId; readonly command: BindingCommand }
  'proposal.made': {
    readonly proposal: ProposalId
    readonly kind: 'amendment' | 'withdrawal'
    /** Who proposes it. */
    readonly side: Side
    readonly lapses_at: string | null
  }
  'proposal.accepted': { readonly proposal: ProposalId; readonly side: Side }
  'proposal.declined': { readonly proposal: ProposalId; readonly side: Side }
  'proposal.taken_back': { readonly proposal: ProposalId; readonly side: Side }
  'proposal.lapsed': { readonly proposal: ProposalId; readonly side: Side }
  'preset.overridden': {
    readonly preset: string
    /** The members of the plan that are beyond the limits. */
    readonly members: readonly string[]
    readonly articles: readonly string[]
    /** The plan that an admin had let pass; null where one did so for this license alone. */
    readonly plan: PlanId | null
  }
  'license.edited': { readonly members: readonly string[] }
  'agreement.attached': {
    readonly agreement: AgreementId
    readonly title: string
    readonly version: string
    readonly sha256: string | null
    readonly accepted_at: string
  }
  'activation.created': { readonly activation: ActivationId }
  'activation.freed': {
    readonly activation: ActivationId
    /** Given back, unseen for too long, taken over by another machine, or left over when seats had shrunk. */
    readonly why: 'released' | 'lapsed' | 'replaced' | 'past_seats'
  }
  'file.issued': { readonly activation: ActivationId; readonly good_until: string }
  'key.issued': { readonly key: string }
  'key.replaced': {
    readonly key: LicenseKeyId
    /** The key that came in its place. */
    readonly by: LicenseKeyId
    readonly keep_until: string
    readonly leaked: boolean
  }
  'key.seen': { readonly key: string }
  'inquiry.logged': InquiryData
  'inquiry.corrected': InquiryData & { readonly asked_at: string }
  'inquiry.struck': { readonly inquiry: InquiryId }
  'warning.given': {
    readonly warning: WarningId
    readonly form: 'letter' | 'spoken'
    /** How a letter gets there; left out of what is spoken. */
    readonly delivery?: LetterDelivery
  }
  'document.attached': {
    readonly document: DocumentId
    /** The objection, warning, agreement or inquiry that it belongs to; null for the license itself. */
    readonly of: string | null
    readonly media_type: string
    readonly size: number
    readonly sha256: string
  }
}

interface InquiryData {
  readonly inquiry: InquiryId
  readonly topic: 'in_scope' | 'out_of_scope' | 'repeat'
  /** The earlier inquiry that a repeat asks again, where it is on record. */
  readonly repeats: InquiryId | null
  readonly channel: Channel
  readonly minutes: number | null
  readonly entitled: boolean
}

export type EventType = keyof EventData

/** Every type of event; each has its heading in docs/events.md. */
export const eventTypes: Readonly<Record<EventType, true>> = {
  'license.issued': true,
  'license.started': true,
  'license.renewed': true,
  'license.downgraded': true,
  'license.objected': true,
  'objection.received': true,
  'objection.moved': true,
  'objection.withdrawn': true,
  'renewal.reminder': true,
  'renewal.certain': true,
  'license.terminated': true,
  'termination.withdrawn': true,
  'suspension.announced': true,
  'suspension.called_off': true,
  'license.suspended': true,
  'license.resumed': true,
  'license.reinstated': true,
  'term.added': true,
  'license.amended': true,
  'license.transferred': true,
  'customer.merged': true,
  'customer.erased': true,
  'relation.ended': true,
  'relation.resumed': true,
  'relation.overridden': true,
  'proposal.made': true,
  'proposal.accepted': true,
  'proposal.declined': true,
  'proposal.taken_back': true,
  'proposal.lapsed': true,
  'preset.overridden': true,
  'license.edited': true,
  'agreement.attached': true,
  'activation.created': true,
  'activation.freed': true,
  'file.issued': true,
  'key.issued': true,
  'key.replaced': true,
  'key.seen': true,
  'inquiry.logged': true,
  'inquiry.corrected': true,
  'inquiry.struck': true,
  'warning.given': true,
  'document.attached': true,
}

/** Something that has happened to a license, before it is numbered and chained. */
export type LicenseEvent = {
  [T in EventType]: {
    readonly type: T
    /** When it became true; the clock's events may be recorded later. */
    readonly at: Instant
    readonly data: EventData[T]
    /** Names and texts: kept beside the chain, by a salted hash in it, so that they can be erased. */
    readonly personal?: Readonly<Record<string, string>>
    /** History from before the record: it tells nobody anything. */
    readonly quiet?: true
  }
}[EventType]

/** What a command answers: what is now so, and what has happened. */
export interface Outcome {
  readonly license: License
  readonly events: readonly LicenseEvent[]
  /** Activations that are new or changed; they are kept beside the license, which does not carry them. */
  readonly activations?: readonly Activation[]
}
