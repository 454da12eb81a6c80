import type { Capability } from './capability.ts'

/** Milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number
/** A day of a contract's calendar, `YYYY-MM-DD`, from 1970-01-01 to 2199-12-31. */
export type CalendarDate = string
/** An ISO 8601 calendar length: days and weeks (`P14D`), or months and years (`P1Y`), never both. */
export type Period = string
/** An ISO 8601 length of a token's life: a {@link Period}, or whole hours (`PT48H`). */
export type Lifetime = string

/** An ISO 8601 length of whole minutes or hours (`PT10M`), at most a day. */
export type LeaseLength = string

export type LicenseId = `lic_${string}`
export type CustomerId = `cus_${string}`
export type ProductId = `prd_${string}`
export type PlanId = `pln_${string}`
export type ObjectionId = `obj_${string}`
export type TerminationId = `trm_${string}`
export type SuspensionId = `sus_${string}`
export type LicenseKeyId = `key_${string}`
export type AgreementId = `agr_${string}`
export type ActivationId = `act_${string}`
export type LeaseId = `lea_${string}`
export type InquiryId = `inq_${string}`
export type WarningId = `wrn_${string}`
export type DocumentId = `doc_${string}`
export type ProposalId = `prp_${string}`

/** Who can object: each side has an objection of its own. */
export type Side = 'vendor' | 'customer'
/** How a declaration came. Letters and e-mails travel; all else is received as it is said. */
export type Channel = 'console' | 'portal' | 'api' | 'phone' | 'in_person' | 'letter' | 'email'

/** What was agreed about time; a license carries its own copy, so later edits of the plan change nothing. */
export interface Rules {
  /** The first day on which they govern: rules agreed for a coming term wait for its first day. */
  readonly from: CalendarDate
  readonly recordedAt: Instant
  /** The first term's length; null for a perpetual license. */
  readonly term: Period | null
  /** The length of every later term; null for a perpetual license. */
  readonly renewalTerm: Period | null
  /** Counts back from the last day of the first term. */
  readonly notice: Period
  /** Counts back from the last day of every later term. */
  readonly renewalNotice: Period
  readonly renewal: 'automatic' | 'none'
  /** How long an offline client of a renewing license stays full past the end of its term, in days of the license's calendar. */
  readonly renewalLeeway: Period
  /** How long a token stays good without contact. */
  readonly tokenLifetime: Lifetime
  /** The law preset that the contract stands under. */
  readonly preset: string
  /** The plan that the license is under from the first term on that these govern; left out where it stays as it is. */
  readonly plan?: { readonly id: PlanId; readonly code: string }
}

/** A support contract, coupled to the license: same term, same renewal, same end. */
export interface Support {
  readonly level: string
  readonly channels: readonly string[]
  readonly scope: string
  /** So many inquiries out of scope or asked before, within a window of days, flag the license. */
  readonly fairUse: { readonly inquiries: number; readonly window: Period } | null
}

/** How often a seat may be taken over: so many times within a window of days. */
export interface SeatChanges {
  readonly count: number
  readonly window: Period
}

/** What a license gives in `full`, from an instant on. */
export interface Grant {
  readonly from: Instant
  readonly capabilities: readonly Capability[]
  readonly limits: Readonly<Record<string, number>>
  /** How many machines may use the license at once; null for any number. */
  readonly seats: number | null
  /** How often a seat may be taken over; left out it is {@link usualSeatChanges}. */
  readonly seatChanges?: SeatChanges
  /** Whether a new machine takes the seat of the one that was longest unseen without being told to; default false. */
  readonly replaceOldest?: boolean
  /** After how long unseen a machine gives up its seat to another; null or left out for never. */
  readonly seatLapse?: Period | null
  /** Seats are counted by use, and a lease lapses after this length without a heartbeat; null or left out where they are counted by machine. */
  readonly lease?: LeaseLength | null
  readonly support: Support | null
}

/** A run of days, both inclusive, and the same as the half-open interval `[startsAt, endsAt)` of instants. */
export interface Term {
  readonly startsOn: CalendarDate
  /** The last day; null on a perpetual license. */
  readonly endsOn: CalendarDate | null
  readonly startsAt: Instant
  /** The first moment of the day after the last (exclusive); null on a perpetual license. */
  readonly endsAt: Instant | null
  /** The last day on which an objection to its renewal is in time; null where it does not renew by itself. */
  readonly lastObjectionDay: CalendarDate | null
  /** The first moment at which an objection is too late (exclusive); null where it does not renew by itself. */
  readonly deadline: Instant | null
  readonly recordedAt: Instant
  /** Where a term that had been renewed was cut short by what was recorded later; null if it runs its length. */
  readonly cutAt: Instant | null
  /**
   * How it came to be. Only a first term has the first length and notice: `issue`, `reinstatement`, and `start_by`, which begins
   * by the clock unless an activation comes before it.
   */
  readonly origin: 'issue' | 'start_by' | 'renewal' | 'hand' | 'reinstatement'
}

/** One side's declaration that the license is not to renew. */
export interface Objection {
  readonly id: ObjectionId
  readonly side: Side
  readonly channel: Channel
  /** Who declared it, in words. */
  readonly declaredBy: string | null
  readonly reason: string | null
  /** Receipt by the other side; null while a letter is on its way. */
  readonly receivedAt: Instant | null
  readonly recordedAt: Instant
  /** When its receipt was recorded: with it, or later for what was on its way. */
  readonly receiptRecordedAt: Instant | null
  /** The opaque id of who recorded it. */
  readonly recordedBy: string
  /** Whether it was in time for the term that ran at its receipt; null while on its way. */
  readonly timely: boolean | null
  /** The last day of the term that it ends; null while on its way. */
  readonly effectiveOn: CalendarDate | null
  /** From when on the license is ended by it; null while on its way. */
  readonly effectiveAt: Instant | null
  readonly review: 'last_day_not_a_working_day' | null
  readonly withdrawnAt: Instant | null
  /** Set by a reinstatement: history, no longer of effect. */
  readonly closedAt: Instant | null
}

/** Export-only over `[from, to)`; the term's clock runs on. */
export interface Suspension {
  readonly id: SuspensionId
  readonly from: Instant
  /** Null while it lasts or is announced. One called off before it began has `to` = `from`. */
  readonly to: Instant | null
  readonly reason: string
  readonly recordedAt: Instant
  /** When it was lifted or called off. */
  readonly liftedAt: Instant | null
}

export type TerminationKind = 'good_cause' | 'mutual' | 'rescission' | 'switching' | 'mistake'

/** An end at an instant, whatever the term says. */
export interface Termination {
  readonly id: TerminationId
  readonly side: Side | 'both'
  readonly kind: TerminationKind
  readonly reason: string
  readonly effectiveAt: Instant
  readonly recordedAt: Instant
  readonly recordedBy: string
  readonly withdrawnAt: Instant | null
  readonly closedAt: Instant | null
}

/** The terms that both sides agreed to. */
export interface Agreement {
  readonly id: AgreementId
  readonly title: string
  readonly version: string
  readonly language: string | null
  readonly url: string | null
  /** The file itself, where it is kept here. */
  readonly document: DocumentId | null
  readonly sha256: string | null
  readonly acceptedAt: Instant
  readonly acceptedBy: string
  readonly recordedAt: Instant
}

/** Something that one side asks of the other, as far as the clock looks at it; what it is stands beside the license. */
export interface Offered {
  readonly id: ProposalId
  /** Who proposes it; the other side answers. */
  readonly side: Side
  /** From when on nobody can accept it any more; null where no deadline is to come. */
  readonly lapsesAt: Instant | null
  /** When it was accepted, declined or taken back, or a transfer left it without an answer for good; null if none has come. */
  readonly answeredAt: Instant | null
}

/** A license in use on one machine. */
export interface Activation {
  readonly id: ActivationId
  /** SHA-256 of the machine's fingerprint, salted with the license's id (base64url). */
  readonly fingerprint: string
  /** What people call the machine. */
  readonly machine: string | null
  readonly createdAt: Instant
  readonly lastSeenAt: Instant
  readonly freedAt: Instant | null
  /** Who has taken its seat over; null if nobody has. */
  readonly replacedBy: ActivationId | null
  /** Until when a license file lets the machine run without being seen; null without one. */
  readonly heldUntil: Instant | null
}

/** A seat in use, where seats are counted by use. */
export interface Lease {
  readonly id: LeaseId
  /** Who uses it, in words. */
  readonly holder: string | null
  readonly takenAt: Instant
  /** When it lapses unless a heartbeat comes (exclusive). */
  readonly expiresAt: Instant
}

/**
 * One customer's right to one product: its facts, as lists that only grow. No member says "expired", "active" or "cancelled":
 * what it is worth is concluded from these at an instant.
 */
export interface License {
  readonly id: LicenseId
  readonly product: ProductId
  readonly productCode: string
  readonly plan: PlanId
  readonly planCode: string
  readonly customer: CustomerId
  /** An IANA name. Days of this license are days there. */
  readonly timeZone: string
  readonly createdAt: Instant
  /** The product's standard formats: at least one. */
  readonly exportFormats: readonly string[]
  /** In order; the last one whose `from` has come governs. At least one. */
  readonly rules: readonly Rules[]
  /** In order; the last one whose `from` has come is given. At least one. */
  readonly grants: readonly Grant[]
  /** Recorded ones, in order, never overlapping. */
  readonly terms: readonly Term[]
  readonly objections: readonly Objection[]
  readonly suspensions: readonly Suspension[]
  readonly terminations: readonly Termination[]
  readonly agreements: readonly Agreement[]
  /** In the order in which they were made. */
  readonly proposals: readonly Offered[]
  /** Up to this instant, what the clock has made true is recorded. */
  readonly settledAt: Instant
  /** When its last event was recorded; no later recording is dated before it. */
  readonly recordedAt: Instant
  readonly metadata: Readonly<Record<string, unknown>>
  readonly externalRefs: Readonly<Record<string, string>>
}
