import { isCapability } from './capability.ts'
import type { Capability } from './capability.ts'
import { isPeriod, lengthOf } from './calendar.ts'
import type {
  CalendarDate,
  Grant,
  Instant,
  LeaseLength,
  Lifetime,
  Period,
  PlanId,
  Rules,
  SeatChanges,
  Support,
} from './license.ts'
import { presetCodes } from './presets/catalog.ts'
import type { PassedPlan, PresetOverride } from './presets/override.ts'
import type { Misfit } from './problem.ts'
import { isLeaseLength, seatTerms } from './seat-terms.ts'
import { daysOf } from './series.ts'

/** What a plan says, as given: a member left out has the default that {@link planned} gives it. */
export interface PlanTerms {
  readonly capabilities: readonly Capability[]
  readonly limits?: Readonly<Record<string, number>> | undefined
  readonly term?: Period | null | undefined
  readonly renewalTerm?: Period | null | undefined
  readonly notice?: Period | undefined
  readonly renewalNotice?: Period | undefined
  readonly renewal: 'automatic' | 'none'
  readonly seats?: number | null | undefined
  readonly seatChanges?: SeatChanges | undefined
  readonly replaceOldest?: boolean | undefined
  readonly seatLapse?: Period | null | undefined
  readonly lease?: LeaseLength | null | undefined
  readonly tokenLifetime?: Lifetime | undefined
  readonly renewalLeeway?: Period | undefined
  readonly preset?: string | undefined
  readonly support?: Support | null | undefined
}

/** A plan's terms with every default in its place. */
export type Planned = Omit<Rules, 'from' | 'recordedAt' | 'plan'> & Required<Omit<Grant, 'from'>>

/**
 * Fills in the defaults: later terms and notices as the first; tokens of P14D (perpetual: P1Y); a leeway of P3D where the plan
 * renews by itself and no term can be so short.
 *
 * @see design of the wire, `POST /v1/plans`
 */
export function planned(plan: PlanTerms): Planned {
  const term = plan.term ?? null
  const renewalTerm = plan.renewalTerm ?? term
  const notice = plan.notice ?? 'P0D'
  return {
    term,
    renewalTerm,
    notice,
    renewalNotice: plan.renewalNotice ?? notice,
    renewal: plan.renewal,
    renewalLeeway:
      plan.renewalLeeway ??
      (plan.renewal === 'automatic' && fewestDays(term, renewalTerm) > 3 ? 'P3D' : 'P0D'),
    tokenLifetime: plan.tokenLifetime ?? (term === null ? 'P1Y' : 'P14D'),
    preset: plan.preset ?? 'custom',
    capabilities: [...new Set(plan.capabilities)].sort(),
    limits: plan.limits ?? {},
    seats: plan.seats ?? null,
    ...seatTerms(plan),
    support: plan.support ?? null,
  }
}

/** A plan as terms are taken from it. */
export interface NamedPlan {
  readonly id: PlanId
  readonly code: string
  readonly terms: PlanTerms
  /** The word by which its terms pass although they break its preset's limits; null where they do not, or nobody has. */
  readonly presetOverride: PresetOverride | null
}

/** A plan with its defaults in their place, as the limits of its preset are held against it. */
export function passedPlan({ id, terms, presetOverride }: NamedPlan): PassedPlan {
  return { id, terms: planned(terms), presetOverride }
}

/** The rules and the grant of a plan's terms, from a first day and its first instant on. */
export function agreedFrom(
  plan: Planned,
  date: CalendarDate,
  at: Instant,
): { readonly rules: Rules; readonly grant: Grant } {
  const { capabilities, limits, seats, support, ...others } = plan
  const { seatChanges, replaceOldest, seatLapse, lease, ...rules } = others
  const seating = { seats, seatChanges, replaceOldest, seatLapse, lease }
  return {
    rules: { from: date, recordedAt: at, ...rules },
    grant: { from: at, capabilities, limits, ...seating, support },
  }
}

/** Whether this is a token's lifetime: a calendar length or whole hours, at least PT1H. */
export function isLifetime(text: string): boolean {
  return /^PT[1-9]\d{0,4}H$/.test(text) || (isPeriod(text) && lengthOf(text).count > 0)
}

/** Everything in a plan's terms that cannot be, each with the sentence that says what can. */
export function misfitsOf(plan: PlanTerms, catalog: readonly Capability[]): Misfit[] {
  const shapes = shapeMisfits(plan)
  return [
    ...capabilityMisfits(plan, catalog),
    ...(shapes.length > 0 ? shapes : lengthMisfits(planned(plan))),
  ]
}

/** Why a plan is none that anybody may try a product under: a trial has an end, and nobody is charged after it. */
export function trialMisfitsOf({ term, renewal }: PlanTerms): Misfit[] {
  return (term ?? null) === null || renewal !== 'none'
    ? [{ pointer: '/trial', detail: 'A trial has a term, and the renewal none.' }]
    : []
}

function capabilityMisfits({ capabilities }: PlanTerms, catalog: readonly Capability[]): Misfit[] {
  return capabilities.flatMap((capability, n) =>
    catalog.includes(capability)
      ? []
      : [
          {
            pointer: `/capabilities/${n}`,
            detail: isCapability(capability)
              ? `The product does not define ${capability}.`
              : shapeOfCapability,
          },
        ],
  )
}

const shapeOfCapability = 'A capability is area:action, of lower-case letters, digits, - and _.'
const shapeOfPeriod =
  'Write an ISO 8601 length of days and weeks (P14D), or of months and years (P1Y), never both.'

function shapeMisfits(plan: PlanTerms): Misfit[] {
  const { term, renewalTerm, notice, renewalNotice, renewalLeeway, seatLapse, seatChanges } = plan
  const periods: readonly (readonly [string, Period | null | undefined, boolean])[] = [
    ['/term', term, true],
    ['/renewal_term', renewalTerm, true],
    ['/notice', notice, false],
    ['/renewal_notice', renewalNotice, false],
    ['/renewal_leeway', renewalLeeway, false],
    ['/seat_lapse', seatLapse, true],
    ['/seat_changes/window', seatChanges?.window, true],
  ]
  const misfits = periods.flatMap(([pointer, period, positive]): Misfit[] => {
    if (period === undefined || period === null) return []
    if (!isPeriod(period)) return [{ pointer, detail: shapeOfPeriod }]
    if (positive && lengthOf(period).count === 0)
      return [{ pointer, detail: 'This length has at least one day.' }]
    return daysOf(period).most > 230 * 366
      ? [{ pointer, detail: 'No length goes beyond the year 2199.' }]
      : []
  })
  if (plan.tokenLifetime !== undefined && !isLifetime(plan.tokenLifetime))
    misfits.push({
      pointer: '/token_lifetime',
      detail: 'Write an ISO 8601 length of at least PT1H: P14D, P1M, or whole hours (PT48H).',
    })
  misfits.push(...leaseMisfits(plan))
  if (plan.preset !== undefined && !presetCodes.some((code) => code === plan.preset))
    misfits.push({ pointer: '/preset', detail: `Name one of ${presetCodes.join(', ')}.` })
  return misfits
}

function leaseMisfits({ lease = null, seats = null }: PlanTerms): Misfit[] {
  if (lease === null) return []
  if (!isLeaseLength(lease))
    return [{ pointer: '/lease', detail: 'Write whole minutes or hours, from PT1M to PT24H.' }]
  return seats === null
    ? [{ pointer: '/lease', detail: 'Leases are counted against seats: say how many there are.' }]
    : []
}

function lengthMisfits(plan: Planned): Misfit[] {
  return plan.term === null
    ? perpetualMisfits(plan)
    : [...noticeMisfits(plan), ...leewayMisfits(plan)]
}

function perpetualMisfits(plan: Planned): Misfit[] {
  const misfits: Misfit[] = []
  if (plan.renewal !== 'none')
    misfits.push({
      pointer: '/renewal',
      detail: 'A plan without a term is perpetual: its renewal is none.',
    })
  if (plan.renewalTerm !== null)
    misfits.push({ pointer: '/renewal_term', detail: 'A plan without a term has no renewal term.' })
  if (lengthOf(plan.notice).count > 0)
    misfits.push({ pointer: '/notice', detail: 'A plan without a term has no notice.' })
  return misfits
}

function noticeMisfits({ term, renewalTerm, notice, renewalNotice }: Planned): Misfit[] {
  const pairs = [
    ['/notice', notice, term],
    ['/renewal_notice', renewalNotice, renewalTerm],
  ] as const
  return pairs.flatMap(([pointer, length, within]) =>
    within !== null && daysOf(length).most >= daysOf(within).fewest
      ? [
          {
            pointer,
            detail: `A notice is shorter than the shortest its term can be (${within}: ${daysOf(within).fewest} days).`,
          },
        ]
      : [],
  )
}

function leewayMisfits({ term, renewalTerm, renewalLeeway }: Planned): Misfit[] {
  const days = daysOf(renewalLeeway).most
  if (days > 14) return [{ pointer: '/renewal_leeway', detail: 'A leeway has at most 14 days.' }]
  return days > 0 && days >= fewestDays(term, renewalTerm)
    ? [{ pointer: '/renewal_leeway', detail: 'A leeway is shorter than the shortest term.' }]
    : []
}

function fewestDays(...terms: readonly (Period | null)[]): number {
  return Math.min(...terms.map((term) => (term === null ? Infinity : daysOf(term).fewest)))
}
