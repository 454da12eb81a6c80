import type { Period, Rules } from '../license.ts'

/** The limits and customs of a kind of contract, as dated data with its sources: never an `if` in the code. */
export interface Preset {
  readonly code: string
  /** The day on which the facts were last checked, `YYYY-MM-DD`. */
  readonly checkedOn: string
  readonly sources: readonly string[]
  /** Whose nationwide holidays count where a last objection day is no working day; null: weekends only. */
  readonly country: 'DE' | null
  /** How many days before the last objection day a reminder goes out, most first. */
  readonly reminderDays: readonly number[]
  /** The wall-clock time of reminders in the license's zone. */
  readonly reminderTime: string
  /** What a plan may say at most; an admin may let one pass with a reason. */
  readonly limits: readonly Limit[]
  /** What the customer may declare on a page of the portal that asks nobody to sign in. */
  readonly openDeclarations: readonly OpenDeclaration[]
  /** How a hosted service is left for another one; null where the law says nothing about it. */
  readonly switching: Switching | null
}

/** The longest that a length of a plan may be. */
export interface Limit {
  readonly member: LimitedMember
  readonly most: Period
  /** Which plans it is for: all, or only those that renew by themselves. */
  readonly of: 'every_plan' | 'automatic'
  readonly article: string
}

/** Cancellation (§ 312k BGB), or withdrawal from the contract (§ 356a BGB). */
export type OpenDeclaration = 'cancellation' | 'withdrawal'

/** Regulation (EU) 2023/2854, article 25(2). */
export interface Switching {
  /** The longest notice that a customer can be asked for. */
  readonly notice: Period
  /** The longest that the transition takes from then on. */
  readonly transition: Period
  /** The shortest for which the data can be fetched after it. */
  readonly retrieval: Period
}

/** The lengths of a plan that a law can limit, under their names on the wire. */
export const limitedMembers: Readonly<Record<LimitedMember, string>> = {
  term: 'term',
  renewalTerm: 'renewal_term',
  notice: 'notice',
  renewalNotice: 'renewal_notice',
}

export type LimitedMember = keyof Pick<Rules, 'term' | 'renewalTerm' | 'notice' | 'renewalNotice'>
