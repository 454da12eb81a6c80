import type { ChainedEvent } from './chained-event.ts'
import type { Signer } from './sign.ts'

/** An RFC 3339 instant in UTC. */
type At = string
/** A calendar date of the license's zone. */
type Day = string

/**
 * All that proves what was agreed, asked, warned, objected and when, as one file: the payload of a JWS (`typ`
 * `vnd.auszug.dossier+jwt`) by an evidence key. Texts and names that were erased are null.
 *
 * @see docs/dossier.md
 */
export interface Dossier {
  /** The server's name. */
  readonly iss: string
  /** The license. */
  readonly sub: string
  /** When it was made: NumericDate. */
  readonly iat: number
  readonly version: 1
  readonly made_at: At
  readonly sandbox?: true
  readonly license: DossierLicense
  readonly customer: DossierCustomer
  readonly decision: DossierDecision
  readonly agreements: readonly DossierAgreement[]
  readonly terms: readonly DossierTerm[]
  readonly objections: readonly DossierObjection[]
  readonly suspensions: readonly DossierSuspension[]
  readonly terminations: readonly DossierTermination[]
  readonly inquiries: readonly DossierInquiry[]
  readonly warnings: readonly DossierWarning[]
  readonly letters: readonly DossierLetter[]
  /** Left out by servers that do not tell of them. */
  readonly deliveries?: readonly DossierDelivery[]
  readonly documents: readonly DossierDocument[]
  readonly events: readonly ChainedEvent[]
  /** In which role each actor of the events acts here: names of people stand nowhere. */
  readonly actors: Readonly<Record<string, string>>
  /** Texts of events up to this one are another customer's, who had the license then; null where all are shown. */
  readonly withheld_to: number | null
  /** A signed checkpoint over the events. */
  readonly checkpoint: string
}

export interface DossierLicense {
  readonly id: string
  readonly product: { readonly code: string; readonly name: string }
  readonly plan: { readonly code: string; readonly name: string }
  readonly time_zone: string
  readonly created_at: At
  readonly rules: {
    readonly term: string | null
    readonly renewal_term: string | null
    readonly notice: string
    readonly renewal_notice: string
    readonly renewal: 'automatic' | 'none'
    readonly preset: string
  }
  readonly capabilities: readonly string[]
  readonly limits: Readonly<Record<string, number>>
  readonly seats: number | null
  readonly support: {
    readonly level: string
    readonly channels: readonly string[]
    readonly scope: string
    readonly fair_use: { readonly inquiries: number; readonly window: string } | null
  } | null
}

export interface DossierCustomer {
  readonly id: string
  readonly name: string | null
  readonly contacts: readonly { readonly name: string; readonly may: readonly string[] }[]
}

export interface DossierDecision {
  readonly mode: 'full' | 'export-only'
  readonly reason: string
  readonly valid_until: At | null
}

/** What a record names by its number: the event that put it on record. */
interface OfEvent {
  readonly id: string
  readonly event: number | null
}

export interface DossierAgreement extends OfEvent {
  readonly title: string
  readonly version: string
  readonly language: string | null
  readonly url: string | null
  readonly document: string | null
  readonly sha256: string | null
  readonly accepted_at: At
  readonly accepted_by: string | null
}

export interface DossierTerm {
  readonly starts_on: Day
  readonly ends_on: Day | null
  readonly starts_at: At
  readonly ends_at: At | null
  readonly last_day: Day | null
  readonly deadline: At | null
  readonly recorded_at: At
  readonly cut_at: At | null
  readonly origin: string
}

export interface DossierObjection extends OfEvent {
  readonly side: string
  readonly channel: string
  readonly declared_by: string | null
  readonly reason: string | null
  readonly received_at: At | null
  readonly recorded_at: At
  readonly recorded_by: string
  readonly timely: boolean | null
  readonly effective_on: Day | null
  readonly effective_at: At | null
  readonly review: string | null
  readonly withdrawn_at: At | null
}

export interface DossierSuspension extends OfEvent {
  readonly from: At
  readonly to: At | null
  readonly reason: string | null
}

export interface DossierTermination extends OfEvent {
  readonly side: string
  readonly kind: string
  readonly reason: string | null
  readonly effective_at: At
  readonly recorded_at: At
  readonly withdrawn_at: At | null
}

export interface DossierInquiry extends OfEvent {
  readonly at: At
  readonly channel: string
  readonly topic: string
  readonly repeats: string | null
  readonly minutes: number | null
  readonly entitled: boolean
  readonly contact: string | null
  readonly subject: string | null
  readonly agent: string
  readonly corrected_at: At | null
  readonly struck_at: At | null
}

export interface DossierWarning extends OfEvent {
  readonly at: At
  readonly form: string
  readonly delivery: string
  readonly language: string
  readonly recipient: string | null
  readonly text: string | null
  readonly agent: string
}

/** A letter as it was written, and what became of it. */
export interface DossierLetter {
  readonly id: string
  /** The event that it tells of. */
  readonly event: number | null
  readonly kind: string
  readonly language: string
  /** To whom it was addressed; empty once it is erased. */
  readonly recipients: readonly { readonly name: string; readonly email: string }[]
  readonly subject: string | null
  readonly text: string | null
  readonly written_at: At
  /** When it was handed to the mail server; null where it was not. */
  readonly mailed_at: At | null
  /** When somebody said that it was sent by hand. */
  readonly handed_at: At | null
  /** Why it was not mailed. */
  readonly failed: string | null
}

/** What a system was told of an event by a webhook, and how that went. */
export interface DossierDelivery {
  /** The event that it tells of; null for what is none, a trial message say. */
  readonly event: number | null
  readonly type: string
  /** The host of the receiver's address, and no more of it. */
  readonly host: string
  readonly state: 'waiting' | 'delivered' | 'failed'
  readonly attempts: number
  /** What the last attempt was answered; null where no answer came. */
  readonly status: number | null
  /** When it was put on its way first. */
  readonly recorded_at: At
  /** When it was tried last; null before that. */
  readonly tried_at: At | null
  readonly delivered_at: At | null
  readonly given_up_at: At | null
}

export interface DossierDocument extends OfEvent {
  /** What it belongs to; null for the license itself. */
  readonly of: string | null
  readonly name: string | null
  readonly media_type: string
  readonly size: number
  readonly sha256: string
  readonly recorded_at: At
}

/** The dossier as the one signed file. */
export function signDossier(sign: Signer, dossier: Dossier): string {
  return sign('vnd.auszug.dossier+jwt', dossier)
}
