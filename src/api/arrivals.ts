import type { CalendarDate, Channel, Instant, Side } from '../license/license.ts'
import type { PlanTerms } from '../license/plan.ts'
import type { Misfit } from '../license/problem.ts'

/** What moves in from elsewhere, in our own words, before anything was looked up or judged. */
export interface Arrivals {
  /** What ids are kept under as external references. */
  readonly system: string
  /** New ones; those whose code is there already are used as they are. */
  readonly products: readonly ArrivingProduct[]
  readonly plans: readonly ArrivingPlan[]
  /** By a handle of this run. */
  readonly customers: ReadonlyMap<string, ArrivingCustomer>
  readonly licenses: readonly ArrivingLicense[]
  /** What could not be read. */
  readonly errors: readonly Misfit[]
  /** What has no counterpart here. */
  readonly notes: readonly Note[]
}

/** The same as somebody has asked for it. */
export interface MovingIn extends Arrivals {
  /** Why customers get licenses although the relation with them is ended; null where they get none. */
  readonly override: string | null
}

export interface Note {
  readonly what: string
  readonly count: number
  readonly detail: string
}

export interface ArrivingProduct {
  readonly code: string
  readonly name: string
  readonly capabilities: readonly string[]
  readonly exportFormats: readonly string[]
}

export interface ArrivingPlan {
  readonly code: string
  readonly name: string
  readonly product: string
  readonly terms: PlanTerms
}

export interface ArrivingCustomer {
  readonly name: string
  readonly language: string
  /** What the other system calls it; one that is there already is the one that is meant. */
  readonly ref: string | null
  readonly contact: {
    readonly name: string
    readonly emails: readonly string[]
    readonly phones: readonly string[]
  } | null
}

export interface ArrivingLicense {
  /** Where it stands in what was handed in: a pointer. */
  readonly place: string
  readonly customer: string
  /** A plan's id or code. */
  readonly plan: string
  readonly timeZone: string
  readonly startsOn: CalendarDate | undefined
  readonly endsOn: CalendarDate | undefined
  readonly overrides: Partial<PlanTerms>
  readonly ref: string | null
  /** Null for a new one. */
  readonly key: string | null
  readonly machines: readonly { readonly fingerprint: string; readonly name: string | null }[]
  readonly objection: {
    readonly side: Side
    readonly channel: Channel
    readonly declaredBy: string | null
    readonly reason: string | null
    /** Null for now; a letter is then on its way. */
    readonly receivedAt: Instant | null
  } | null
  readonly suspension: { readonly reason: string; readonly from: Instant | null } | null
  readonly metadata: Readonly<Record<string, unknown>>
}
