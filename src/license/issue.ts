import { dateAt, daysBetween, inUtc, isDate, isTimeZone, lastDate } from './calendar.ts'
import type { Override } from './ended-relation.ts'
import type { LicenseEvent, Outcome } from './event.ts'
import type {
  Agreement,
  CalendarDate,
  CustomerId,
  Instant,
  License,
  LicenseId,
  ProductId,
  Rules,
  Term,
} from './license.ts'
import { agreedFrom, misfitsOf, passedPlan, planned } from './plan.ts'
import type { NamedPlan, PlanTerms } from './plan.ts'
import { overriddenBy } from './presets/override.ts'
import { Problem, unfit } from './problem.ts'
import { daysOf, lastDayFor } from './series.ts'
import { downgraded, renewed } from './settle.ts'
import { firstTerm, termAfter } from './terms.ts'

/** What is asked for when a license is issued. */
export interface Issue {
  readonly id: LicenseId
  readonly customer: CustomerId
  readonly product: {
    readonly id: ProductId
    readonly code: string
    readonly capabilities: readonly string[]
    readonly exportFormats: readonly string[]
  }
  readonly plan: NamedPlan
  /** The plan's terms with what was agreed otherwise in their place. */
  readonly terms: PlanTerms
  readonly timeZone: string
  /** Today in the zone if left out; a past day moves an old contract in. */
  readonly startsOn?: CalendarDate | undefined
  /** It starts with its first activation, at the latest on this day. */
  readonly startBy?: CalendarDate | undefined
  /** An agreed last day of the first term. */
  readonly endsOn?: CalendarDate | null | undefined
  readonly agreement?: Agreement | undefined
  /** An admin's word that terms beyond the limits of their law preset pass. */
  readonly override?: Override | null | undefined
  readonly metadata?: Readonly<Record<string, unknown>> | undefined
  readonly externalRefs?: Readonly<Record<string, string>> | undefined
}

/** How many passed terms a start in the past may have. */
export const mostPassedTerms = 1000

/**
 * Issues a license under a plan. A start in the past records the terms that have passed as renewed; they are history and tell
 * nobody anything.
 *
 * @throws Problem unfit, too-many-terms
 */
export function issue(asked: Issue, now: Instant): Outcome {
  const { timeZone } = asked
  if (!isTimeZone(timeZone))
    throw unfit('/time_zone', 'Name an IANA time zone, e.g. Europe/Berlin or UTC.')
  const misfits = misfitsOf(asked.terms, asked.product.capabilities)
  if (misfits.length > 0) throw new Problem('unfit', { errors: misfits })
  const { startBy = null, endsOn = null } = asked
  if (startBy !== null) checkStartBy(asked, startBy, now)
  const startsOn = startBy ?? asked.startsOn ?? dateAt(now, timeZone)
  if (!isDate(startsOn)) throw unfit('/starts_on', 'Name a day from 1970-01-01 to 2199-12-31.')
  const plan = planned(asked.terms)
  const overridden = overriddenBy(
    {
      terms: plan,
      plan: passedPlan(asked.plan),
      before: null,
      override: asked.override ?? null,
      pointer: '/overrides',
    },
    now,
  )
  const { rules, grant } = agreedFrom(plan, startsOn, now)
  checkFirstTerm(rules, startsOn, endsOn)
  const empty = emptyLicense(asked, rules, grant, now)
  const origin = startBy === null ? 'issue' : 'start_by'
  const term = firstTerm(empty, startsOn, endsOn, origin, now)
  if (term.endsOn !== null && term.endsOn > lastDate)
    throw unfit(
      startBy === null ? '/starts_on' : '/start_by',
      'The first term ends after 2199-12-31.',
    )
  const passed = withPassedTerms({ ...empty, terms: [term] }, now)
  const agreed: LicenseEvent[] =
    asked.agreement === undefined ? [] : [attached(asked.agreement, now)]
  return {
    license: passed.license,
    events: [issued(passed.license, term, now), ...overridden, ...agreed, ...passed.events],
  }
}

/**
 * Records what a last term that begins in the past has led to by now: terms renewed since, or an end. It is history: its events
 * are quiet.
 *
 * @throws Problem too-many-terms past 1,000
 */
export function withPassedTerms(license: License, now: Instant): Outcome {
  let state = license
  const events: LicenseEvent[] = []
  for (;;) {
    const last = state.terms.at(-1)
    if (last === undefined || last.endsAt === null || last.endsAt > now)
      return { license: state, events }
    if (last.deadline === null)
      return {
        license: state,
        events: [...events, { ...downgraded(state, 'ended', last.endsAt), quiet: true }],
      }
    if (events.length >= mostPassedTerms)
      throw new Problem('too-many-terms', { most: mostPassedTerms })
    const term = termAfter(state, last, 'renewal', now)
    state = { ...state, terms: [...state.terms, term] }
    events.push({ ...renewed(term), quiet: true })
  }
}

/** Days that are agreed beforehand and a start that nobody knows yet exclude each other. */
function checkStartBy(
  { startsOn, endsOn, timeZone }: Issue,
  startBy: CalendarDate,
  now: Instant,
): void {
  if (!isDate(startBy)) throw unfit('/start_by', 'Name a day from 1970-01-01 to 2199-12-31.')
  if (startBy < dateAt(now, timeZone))
    throw unfit('/start_by', 'The last day to start on lies ahead, or is today.')
  if (startsOn !== undefined)
    throw unfit('/starts_on', 'Leave the day out: the first activation says which it is.')
  if (endsOn != null)
    throw unfit(
      '/ends_on',
      'Leave the last day out: the first term is reckoned from the first activation, so none can be agreed before.',
    )
}

/** @throws Problem unfit if an agreed last day makes the first term not longer than its notice or the leeway. */
export function checkFirstTerm(
  rules: Rules,
  startsOn: CalendarDate,
  endsOn: CalendarDate | null,
): void {
  if (endsOn === null) return
  if (!isDate(endsOn)) throw unfit('/ends_on', 'Name a day from 1970-01-01 to 2199-12-31.')
  if (rules.term === null) throw unfit('/ends_on', 'A perpetual license has no last day.')
  if (endsOn < startsOn) throw unfit('/ends_on', 'The first term ends before it starts.')
  const days = daysBetween(startsOn, endsOn) + 1
  if (lastDayFor(rules.notice, endsOn) < startsOn)
    throw unfit('/ends_on', 'The first term is to be longer than its notice.')
  if (days <= daysOf(rules.renewalLeeway).most)
    throw unfit('/ends_on', 'The first term is to be longer than the leeway.')
}

function emptyLicense(
  asked: Issue,
  rules: Rules,
  grant: License['grants'][number],
  now: Instant,
): License {
  return {
    id: asked.id,
    product: asked.product.id,
    productCode: asked.product.code,
    exportFormats: asked.product.exportFormats,
    plan: asked.plan.id,
    planCode: asked.plan.code,
    customer: asked.customer,
    timeZone: asked.timeZone,
    createdAt: now,
    rules: [rules],
    grants: [grant],
    terms: [],
    objections: [],
    suspensions: [],
    terminations: [],
    agreements: asked.agreement === undefined ? [] : [asked.agreement],
    proposals: [],
    settledAt: now,
    recordedAt: now,
    metadata: asked.metadata ?? {},
    externalRefs: asked.externalRefs ?? {},
  }
}

function issued(
  { product, plan, customer, timeZone }: License,
  { startsOn, endsOn, origin }: Term,
  at: Instant,
): LicenseEvent {
  const data = {
    product,
    plan,
    customer,
    time_zone: timeZone,
    starts_on: startsOn,
    ends_on: endsOn,
    ...(origin === 'start_by' && { start_by: startsOn }),
  }
  return { type: 'license.issued', at, data }
}

/** The event of an agreement that is put on record. */
export function attached(agreement: Agreement, at: Instant): LicenseEvent {
  const { id, sha256, acceptedAt, acceptedBy, title, version } = agreement
  return {
    type: 'agreement.attached',
    at,
    data: { agreement: id, title, version, sha256, accepted_at: inUtc(acceptedAt) },
    personal: { accepted_by: acceptedBy },
  }
}
