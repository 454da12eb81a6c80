import { dateAt, firstMoment, isDate, nextDay } from './calendar.ts'
import type { Override } from './ended-relation.ts'
import type { LicenseEvent, Outcome } from './event.ts'
import { grantAt } from './facts.ts'
import { attached } from './issue.ts'
import { isOver } from './over.ts'
import type { Agreement, CalendarDate, Grant, Instant, License, Rules } from './license.ts'
import { agreedFrom, misfitsOf, passedPlan, planned } from './plan.ts'
import type { NamedPlan, Planned, PlanTerms } from './plan.ts'
import { overriddenBy } from './presets/override.ts'
import { Problem, unfit } from './problem.ts'
import { recorded } from './recording.ts'
import { dayAt } from './start.ts'
import { rulesOn, termAfter, turnsAfter } from './terms.ts'

/** What was agreed otherwise, in the words of a plan. */
export interface Amendment {
  readonly from: 'now' | 'next_term'
  readonly changes: { readonly [M in keyof PlanTerms]?: PlanTerms[M] | undefined }
  /** Another plan, in whose terms the changes are made; from the next term alone. */
  readonly plan: NamedPlan | null
  /** What the product defines. */
  readonly catalog: readonly string[]
  readonly agreement: Agreement | null
  /** An admin's word that terms beyond the limits of their law preset pass. */
  readonly override?: Override | null | undefined
}

/** Each member under its name on the wire, and whether it may change within a term. */
const members = {
  capabilities: ['capabilities', 'grant'],
  limits: ['limits', 'grant'],
  seats: ['seats', 'grant'],
  seatChanges: ['seat_changes', 'grant'],
  replaceOldest: ['replace_oldest', 'grant'],
  seatLapse: ['seat_lapse', 'grant'],
  lease: ['lease', 'grant'],
  support: ['support', 'grant'],
  tokenLifetime: ['token_lifetime', 'now'],
  term: ['term', 'next_term'],
  renewalTerm: ['renewal_term', 'next_term'],
  notice: ['notice', 'next_term'],
  renewalNotice: ['renewal_notice', 'next_term'],
  renewal: ['renewal', 'next_term'],
  renewalLeeway: ['renewal_leeway', 'next_term'],
  preset: ['preset', 'next_term'],
} as const satisfies Readonly<
  Record<keyof PlanTerms, readonly [string, 'grant' | 'now' | 'next_term']>
>

/**
 * Changes what was agreed, from now on or from the next term. A term whose beginning can no longer be objected to stays as it is:
 * the change waits for the one after it. What was agreed for a later term already gets the change, too.
 *
 * @throws Problem already-ended, perpetual where no term follows; unfit for what a plan could not say.
 */
export function amend(license: License, amendment: Amendment, now: Instant): Outcome {
  const at = Math.max(now, license.recordedAt)
  const { from, plan, agreement } = amendment
  const changed = changedMembers(amendment)
  if (isOver(license, at)) throw new Problem('already-ended', { license: license.id })
  const on = from === 'now' ? dayAt(at, license.timeZone) : firstOpenDay(license, at)
  const begins = from === 'now' ? at : firstMoment(on, license.timeZone)
  const otherRules = plan !== null || changed.some(([, kind]) => kind !== 'grant')
  const otherGrant = plan !== null || changed.some(([, kind]) => kind === 'grant')
  const days = [on, ...turnsAfter(license, on)]
  const instants = [begins, ...grantsAfter(license, begins)]
  const rules = days.map((day, n) =>
    rulesFrom(license, amendment, day, n === 0 ? begins : firstMoment(day, license.timeZone), at),
  )
  const grants = instants.map((instant) => grantFrom(license, amendment, instant))
  const event: LicenseEvent = {
    type: 'license.amended',
    at,
    data: { from, on, members: changed.map(([name]) => name), plan: plan?.id ?? null },
  }
  const after = {
    ...license,
    rules: otherRules ? [...license.rules, ...rules] : license.rules,
    grants: otherGrant ? [...license.grants, ...grants] : license.grants,
    agreements: agreement === null ? license.agreements : [...license.agreements, agreement],
  }
  return {
    license: recorded(after, at),
    events: [
      event,
      ...(otherRules ? passing(license, amendment, on, at) : []),
      ...(agreement === null ? [] : [attached(agreement, at)]),
    ],
  }
}

/** What is agreed for later: from a day on, in the words of a plan. */
export interface Coming {
  readonly from: CalendarDate
  readonly plan: string | null
  readonly terms: Planned
}

/** What is agreed already and does not govern yet. */
export function comingChanges(license: License, now: Instant): readonly Coming[] {
  const { timeZone } = license
  const grants = grantsAfter(license, now).map((instant) => dateAt(instant, timeZone))
  const days = [...new Set([...turnsAfter(license, dateAt(now, timeZone)), ...grants])].sort()
  return days.map((from) => {
    const rules = rulesOn(license, from)
    const terms = planned({ ...rules, ...grantAt(license, firstMoment(from, timeZone)) })
    return { from, plan: rules.plan?.code ?? null, terms }
  })
}

/** What the members that change are called on the wire. */
export function memberNames(changes: Amendment['changes']): readonly string[] {
  return described(changes).map(([name]) => name)
}

function described(changes: Amendment['changes']) {
  return Object.entries(members).flatMap(([member, about]) =>
    Object.entries(changes).some(([given, value]) => given === member && value !== undefined)
      ? [about]
      : [],
  )
}

/** @throws Problem unfit for no change at all, and for what cannot change within a term. */
function changedMembers({ from, changes, plan }: Amendment) {
  const changed = described(changes)
  if (changed.length === 0 && plan === null)
    throw unfit('', 'Name at least one member of the plan that is to change.')
  const later = [
    ...changed.flatMap(([name, kind]) => (kind === 'next_term' ? [name] : [])),
    ...(plan === null ? [] : ['plan']),
  ]
  if (from === 'now' && later.length > 0)
    throw new Problem('unfit', {
      errors: later.map((name) => ({
        pointer: `/${name}`,
        detail: 'This changes from the next term on: write "from": "next_term".',
      })),
    })
  return changed
}

/** The first day of the first term that somebody can still object to, or that nobody has added yet. */
function firstOpenDay(license: License, at: Instant): CalendarDate {
  const last = license.terms.at(-1)
  if (last === undefined) throw new TypeError('a license has a term')
  if (last.endsOn === null) throw new Problem('perpetual', { license: license.id })
  const isCertain = last.deadline !== null && last.deadline <= at
  const { endsOn } = isCertain ? termAfter(license, last, 'renewal', at) : last
  const day = nextDay(endsOn ?? last.endsOn)
  if (!isDate(day)) throw unfit('/from', 'The next term would begin after 2199-12-31.')
  return day
}

/** The events of terms beyond the limits of their law preset that the license was not under before. @throws Problem unfit, forbidden */
function passing(
  license: License,
  amendment: Amendment,
  on: CalendarDate,
  at: Instant,
): readonly LicenseEvent[] {
  const begins = firstMoment(on, license.timeZone)
  const { plan, override = null } = amendment
  return overriddenBy(
    {
      terms: agreed(license, amendment, on, begins),
      plan: plan && passedPlan(plan),
      before: rulesOn(license, on),
      override,
      pointer: '',
    },
    at,
  )
}

function rulesFrom(
  license: License,
  amendment: Amendment,
  day: CalendarDate,
  begins: Instant,
  at: Instant,
): Rules {
  const { rules } = agreedFrom(agreed(license, amendment, day, begins), day, at)
  const plan = amendment.plan ?? rulesOn(license, day).plan
  return plan === undefined ? rules : { ...rules, plan: { id: plan.id, code: plan.code } }
}

function grantFrom(license: License, amendment: Amendment, begins: Instant): Grant {
  const day = dateAt(begins, license.timeZone)
  return agreedFrom(agreed(license, amendment, day, begins), day, begins).grant
}

/** What is agreed from a day and an instant on, with the changes in it. @throws Problem unfit */
function agreed(
  license: License,
  { changes, plan, catalog }: Amendment,
  day: CalendarDate,
  begins: Instant,
): Planned {
  const { from: _day, recordedAt: _at, plan: _plan, ...rules } = rulesOn(license, day)
  const { from: _begins, ...grant } = grantAt(license, begins)
  const { term, notice, renewalTerm = term, renewalNotice = notice } = changes
  const given = Object.entries({ ...changes, renewalTerm, renewalNotice })
  const terms: PlanTerms = {
    ...(plan === null ? { ...rules, ...grant } : planned(plan.terms)),
    ...Object.fromEntries(given.filter(([, value]) => value !== undefined)),
  }
  const errors = misfitsOf(terms, catalog)
  if (errors.length > 0) throw new Problem('unfit', { errors })
  if ((terms.term ?? null) === null && rules.term !== null)
    throw unfit(
      plan === null ? '/term' : '/plan',
      'A license with terms does not become perpetual.',
    )
  return planned(terms)
}

/** When other grants begin after an instant. */
function grantsAfter({ grants }: License, at: Instant): Instant[] {
  const governing = grants.findLastIndex(({ from }) => from <= at)
  const ahead = grants.slice(governing + 1).map(({ from }) => from)
  return [...new Set(ahead.filter((from) => from > at))].sort((a, b) => a - b)
}
