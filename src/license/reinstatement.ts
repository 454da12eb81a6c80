import { isDate, lastDate } from './calendar.ts'
import type { Override } from './ended-relation.ts'
import type { LicenseEvent, Outcome } from './event.ts'
import { decideAt } from './facts.ts'
import { withPassedTerms } from './issue.ts'
import type { CalendarDate, Instant, License, Term } from './license.ts'
import { agreedFrom, misfitsOf, passedPlan, planned } from './plan.ts'
import type { NamedPlan } from './plan.ts'
import { overriddenBy } from './presets/override.ts'
import { Problem, unfit } from './problem.ts'
import { recorded } from './recording.ts'
import { earliestTermination, effectiveObjections } from './renewal.ts'
import { dayAt } from './start.ts'
import { comingTerm, firstTerm, isVoid, withTerm } from './terms.ts'

/** A customer who comes back. */
export interface Reinstatement {
  /** Today in the license's zone if left out; never before the end. */
  readonly startsOn: CalendarDate | null
  /** Another plan than the one that was agreed; null keeps it. */
  readonly plan: (NamedPlan & { readonly catalog: readonly string[] }) | null
  readonly reason: string
  /** An admin's word that a plan beyond the limits of its law preset passes. */
  readonly override?: Override | null | undefined
}

/**
 * A new first term on the same license, after its end and not before it. It closes the termination and every objection, not a
 * suspension; the history stays.
 *
 * @throws Problem not-ended; unfit for a start before the end, or a term that would be over already.
 */
export function reinstate(
  license: License,
  { startsOn, plan, reason, override = null }: Reinstatement,
  now: Instant,
): Outcome {
  const at = Math.max(now, license.recordedAt)
  const end = endOf(license, at)
  const first = startsOn ?? dayAt(Math.max(at, end), license.timeZone)
  if (!isDate(first)) throw unfit('/starts_on', 'Name a day from 1970-01-01 to 2199-12-31.')
  const earliest = dayAt(end, license.timeZone)
  if (first < earliest)
    throw unfit('/starts_on', `The license ended on its way to ${earliest}: no earlier day.`)
  const agreed = plan === null ? asAgreed(license, first, at) : underPlan(license, plan, first, at)
  const fresh = firstTerm(agreed, first, null, 'reinstatement', at)
  const term = { ...fresh, startsAt: Math.max(fresh.startsAt, end) }
  if (term.endsAt !== null && term.endsAt <= at && term.deadline === null)
    throw unfit('/starts_on', 'The new term would be over already.')
  if (term.endsOn !== null && term.endsOn > lastDate)
    throw unfit('/starts_on', 'The new term ends after 2199-12-31.')
  const before = closed(agreed, end, at)
  const passed = withPassedTerms(recorded(withTerm(before, term), at), at)
  const data = { starts_on: term.startsOn, ends_on: term.endsOn, plan: passed.license.plan }
  const event: LicenseEvent = { type: 'license.reinstated', at, data, personal: { reason } }
  const overridden = plan === null ? [] : passing(plan, override, at)
  return { license: passed.license, events: [event, ...overridden, ...passed.events] }
}

/** The events of a plan beyond the limits of its law preset. @throws Problem unfit, forbidden */
function passing(named: NamedPlan, override: Override | null, at: Instant) {
  const plan = passedPlan(named)
  return overriddenBy({ terms: plan.terms, plan, before: null, override, pointer: '' }, at)
}

/** Since when the license is over. */
function endOf(license: License, at: Instant): Instant {
  const { conditions } = decideAt(license, at)
  const termination = earliestTermination(license)?.effectiveAt
  const terminated =
    conditions.includes('terminated') && termination !== undefined ? termination : Infinity
  const ended = conditions.includes('ended') && comingTerm(license, at) === null
  if (terminated === Infinity && !ended) throw new Problem('not-ended', { license: license.id })
  const objection = Math.min(...effectiveObjections(license).map(({ effectiveAt }) => effectiveAt))
  const lastEnd = license.terms.at(-1)?.endsAt ?? Infinity
  return Math.min(terminated, objection, ended ? lastEnd : Infinity)
}

/** What had been agreed for a term that never came holds for the one that comes now. */
function asAgreed(license: License, from: CalendarDate, at: Instant): License {
  const rules = license.rules.at(-1)
  const grant = license.grants.at(-1)
  return {
    ...license,
    ...(rules !== undefined &&
      rules.from > from && { rules: [...license.rules, { ...rules, from, recordedAt: at }] }),
    ...(grant !== undefined &&
      grant.from > at && { grants: [...license.grants, { ...grant, from: at }] }),
  }
}

function underPlan(
  license: License,
  plan: NonNullable<Reinstatement['plan']>,
  from: CalendarDate,
  at: Instant,
): License {
  const misfits = misfitsOf(plan.terms, plan.catalog)
  if (misfits.length > 0) throw new Problem('unfit', { errors: misfits })
  const { rules, grant } = agreedFrom(planned(plan.terms), from, at)
  return {
    ...license,
    plan: plan.id,
    planCode: plan.code,
    rules: [...license.rules, rules],
    grants: [...license.grants, grant],
  }
}

/** Closes what had ended the license, and cuts the terms that it cut short. */
function closed(license: License, end: Instant, at: Instant): License {
  const isOpen = ({
    withdrawnAt,
    closedAt,
  }: {
    readonly withdrawnAt: Instant | null
    readonly closedAt: Instant | null
  }): boolean => withdrawnAt === null && closedAt === null
  const cut = (term: Term): Term =>
    !isVoid(term) && term.cutAt === null && (term.endsAt === null || term.endsAt > end)
      ? { ...term, cutAt: Math.max(end, term.startsAt) }
      : term
  return {
    ...license,
    terms: license.terms.map(cut),
    objections: license.objections.map((each) => (isOpen(each) ? { ...each, closedAt: at } : each)),
    terminations: license.terminations.map((each) =>
      isOpen(each) ? { ...each, closedAt: at } : each,
    ),
  }
}
