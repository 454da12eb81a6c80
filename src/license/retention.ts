import { dateAt, dateBefore, firstDate, firstMoment, isPeriod, lengthOf } from './calendar.ts'
import type { Instant, Period } from './license.ts'
import { Problem } from './problem.ts'
import type { Misfit } from './problem.ts'

/** What is kept for a time and then erased by itself. Dates, kinds and hashes stay for ever: they name nobody. */
export type RetentionClass =
  'inquiries' | 'evidence' | 'machines' | 'sign_ins' | 'deliveries' | 'access'

interface Rule {
  /** How long it is kept where nobody has said otherwise. */
  readonly usual: Period
  /** No shorter length is taken: what was erased by a slip comes back from nowhere. */
  readonly least: Period
  /** Whether a length counts from the end of the calendar year, as § 257(5) HGB has it. */
  readonly isByYear?: true
}

/**
 * - `inquiries`: who asked and what, from the logging on. A claim under a contract is barred after three years (§ 195 BGB).
 * - `evidence`: who declared, warned and signed, in which words, and documents; from the end of the year in which the last thing
 *   happened to a license that is over. Letters are kept for 6 years, booking documents for 8, books for 10 (§ 257 HGB, § 147 AO).
 * - `machines`: what freed machines were called, from their freeing on.
 * - `sign_ins`: sessions and invitations that are over, failed attempts, and who has signed in.
 * - `deliveries`: what the outbox has delivered or given up, with what was answered.
 * - `access`: who changed people, tokens, keys, webhooks and settings.
 */
export const retentionRules: Readonly<Record<RetentionClass, Rule>> = {
  inquiries: { usual: 'P3Y', least: 'P30D' },
  evidence: { usual: 'P10Y', least: 'P1Y', isByYear: true },
  machines: { usual: 'P90D', least: 'P1D' },
  sign_ins: { usual: 'P90D', least: 'P7D' },
  deliveries: { usual: 'P90D', least: 'P7D' },
  access: { usual: 'P3Y', least: 'P90D' },
}

export const retentionClasses: readonly RetentionClass[] = [
  'inquiries',
  'evidence',
  'machines',
  'sign_ins',
  'deliveries',
  'access',
]

/** How long each class is kept; null for ever. */
export type Retention = Readonly<Record<RetentionClass, Period | null>>

/** What lies before it is erased; null where nothing is. */
export function erasedBefore(
  of: RetentionClass,
  period: Period | null,
  now: Instant,
): Instant | null {
  if (period === null) return null
  const date = dateBefore(dateAt(now, 'UTC'), period)
  const from = retentionRules[of].isByYear === true ? `${date.slice(0, 4)}-01-01` : date
  return from <= firstDate ? null : firstMoment(from, 'UTC')
}

/** @throws Problem unfit for a length that is none, is too short, or passes a hundred years. */
export function checkRetention(asked: Partial<Retention>): void {
  const errors = retentionClasses.flatMap((of): Misfit[] => {
    const period = asked[of] ?? null
    if (period === null) return []
    const { least } = retentionRules[of]
    const days = isPeriod(period) ? daysOf(period) : 0
    if (days >= daysOf(least) && days <= mostDays) return []
    const detail = `Name an ISO 8601 length from ${least} to P100Y, or null for ever.`
    return [{ pointer: `/${of}`, detail }]
  })
  if (errors.length > 0) throw new Problem('unfit', { errors })
}

const mostDays = 36_525

/** About so many days: a month has at least 28, and a year more than twelve such months. */
function daysOf(period: Period): number {
  const { unit, count } = lengthOf(period)
  return unit === 'days' ? count : Math.floor((count * 1461) / 48)
}
