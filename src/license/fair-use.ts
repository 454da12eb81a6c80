import { dateAt, dateBefore, firstDate, firstMoment, nextDay } from './calendar.ts'
import { grantAt } from './facts.ts'
import type { Inquiry } from './inquiry.ts'
import type { Instant, License, Period } from './license.ts'

/** How much support was asked for beyond its scope, beside the plan's rule. */
export interface FairUse {
  /** How many inquiries out of scope or asked before flag the license. */
  readonly inquiries: number
  readonly window: Period
  /** The first moment of the window: so many days of the license's zone that end with today. */
  readonly from: Instant
  /** How many of the window count. */
  readonly used: number
  /** A person is to look. Nothing ends by itself. */
  readonly flagged: boolean
}

/**
 * Whether the license is flagged at an instant: drawn from the ledger, and kept nowhere.
 *
 * @param inquiries all since {@link fairUseFrom}, or more.
 * @returns null where the plan has no such rule.
 */
export function fairUse(
  license: License,
  inquiries: readonly Pick<Inquiry, 'at' | 'topic' | 'struckAt'>[],
  now: Instant,
): FairUse | null {
  const rule = grantAt(license, now).support?.fairUse ?? null
  const from = fairUseFrom(license, now)
  if (rule === null || from === null) return null
  const used = inquiries.filter(
    ({ at, topic, struckAt }) =>
      struckAt === null && topic !== 'in_scope' && at >= from && at <= now,
  ).length
  return { ...rule, from, used, flagged: used >= rule.inquiries }
}

/** Since when inquiries count at an instant; null where the plan has no such rule. */
export function fairUseFrom(license: License, now: Instant): Instant | null {
  const { timeZone } = license
  const rule = grantAt(license, now).support?.fairUse ?? null
  if (rule === null) return null
  const before = dateBefore(dateAt(now, timeZone), rule.window)
  return firstMoment(before < firstDate ? firstDate : nextDay(before), timeZone)
}
