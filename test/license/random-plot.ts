import fc from 'fast-check'
import type { Role } from '../../src/license/actor.ts'
import { isDate } from '../../src/license/calendar.ts'
import type { Channel, Side, TerminationKind } from '../../src/license/license.ts'
import { misfitsOf } from '../../src/license/plan.ts'
import type { PlanTerms } from '../../src/license/plan.ts'
import { daysOf } from '../../src/license/series.ts'

/** How long a life waits before its next step: a plain length, or until just around an instant that matters. */
export type Wait =
  | { readonly unit: 'ms' | 'hours' | 'days' | 'terms' | 'years'; readonly count: number }
  | { readonly unit: 'due' | 'deadline' | 'end'; readonly offset: number }

export type Command =
  | { type: 'object'; side: Side; channel: Channel; ago: number | null; role: Role }
  | { type: 'receive'; side: Side; ago: number | null; role: Role }
  | { type: 'withdraw'; side: Side; kind: 'agreed' | 'error'; agreed: boolean; role: Role }
  | { type: 'terminate'; side: Side | 'both'; kind: TerminationKind; inDays: number | null }
  | {
      type: 'withdraw termination'
      side: Side | null
      kind: 'agreed' | 'error'
      agreed: boolean
      role: Role
    }
  | { type: 'suspend'; inDays: number | null }
  | { type: 'resume' }
  | { type: 'reinstate'; inDays: number | null; terms: PlanTerms | null }
  | { type: 'add term'; days: number | null }
  | {
      type: 'amend'
      from: 'now' | 'next_term'
      changes: Partial<PlanTerms>
      plan: PlanTerms | null
    }
  | { type: 'activate'; machine: number | null }
  | { type: 'transfer'; to: number; acceptedIn: number }
  | { type: 'inquire' }
  | { type: 'warn' }
  | { type: 'propose'; side: Side }
  | { type: 'answer'; answer: 'accept' | 'decline' }

export interface Step {
  readonly wait: Wait
  /** Whether the job runs before the command. */
  readonly job: boolean
  /** By how many milliseconds the command's request is older than what was recorded while it waited for the lock. */
  readonly race: number
  readonly command: Command
}

/** What is to happen in a life of a license, before the license's own rules say what becomes of it. */
export interface Plot {
  readonly timeZone: string
  readonly createdAt: number
  readonly startsInDays: number | null
  readonly firstTermDays: number | null
  /** Whether it starts with its first activation, at the latest on the day that it would start on. */
  readonly onShelf: boolean
  readonly terms: PlanTerms
  readonly steps: readonly Step[]
  /** Where the promises look. */
  readonly dice: number
}

const day = 86_400_000
const zones = ['UTC', ...Intl.supportedValuesOf('timeZone')]

function listed(words: string): string[] {
  return words.split(' ')
}

const timeZone = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...zones) },
  {
    weight: 1,
    // Midnight skipped, midnight twice, a day skipped, half hours, the ends of the world.
    arbitrary: fc.constantFrom(
      ...listed('America/Santiago America/St_Johns Africa/Cairo Asia/Beirut Pacific/Apia UTC'),
      ...listed('America/Sao_Paulo Australia/Lord_Howe Pacific/Kiritimati Europe/Berlin'),
    ),
  },
)

const length = fc.constantFrom(
  ...listed('P1D P3D P1W P14D P30D P31D P90D P1M P1M P2M P3M P6M P1Y P1Y P1Y P18M P2Y P4Y'),
)
const notice = fc.constantFrom('P0D', 'P0D', 'P0D', 'P1D', 'P6D', 'P2W', 'P1M', 'P6W', 'P3M')
const renewal = fc.constantFrom(...(['automatic', 'automatic', 'automatic', 'none'] as const))
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined })

const shape = fc.record({
  capabilities: fc.constantFrom(['orders:read', 'orders:write'], ['orders:read'], []),
  limits: fc.constantFrom({}, { branches: 3 }),
  term: length,
  renewalTerm: maybe(length),
  notice: maybe(notice),
  renewalNotice: maybe(notice),
  renewal,
  renewalLeeway: maybe(fc.constantFrom('P0D', 'P1D', 'P3D', 'P14D')),
  tokenLifetime: maybe(fc.constantFrom('PT48H', 'P14D', 'P1M', 'P5Y')),
  seats: fc.constantFrom(null, 1, 3),
  preset: fc.constantFrom('custom', 'b2b-de', 'b2c-de', 'saas-eu'),
  support: fc.constantFrom(null, { level: 'a', channels: ['phone'], scope: 's', fairUse: null }),
} as const)

/** A plan that can be: what does not fit together is left out. */
const planTerms: fc.Arbitrary<PlanTerms> = fc.oneof(
  { weight: 12, arbitrary: shape.map((terms) => (fits(terms) ? terms : bare(terms))) },
  {
    weight: 1,
    arbitrary: shape.map(perpetual),
  },
)

function fits(terms: PlanTerms): boolean {
  return misfitsOf(terms, ['orders:read', 'orders:write']).length === 0
}

function perpetual({ capabilities, limits, seats, preset, support }: PlanTerms): PlanTerms {
  return { capabilities, limits, seats, preset, support, term: null, renewal: 'none' }
}

function bare(terms: PlanTerms): PlanTerms {
  return { ...terms, notice: undefined, renewalNotice: undefined, renewalLeeway: undefined }
}

const wait: fc.Arbitrary<Wait> = fc.oneof(
  fc.record({ unit: fc.constant('ms' as const), count: fc.integer({ min: 0, max: 3000 }) }),
  fc.record({ unit: fc.constant('hours' as const), count: fc.integer({ min: 0, max: 50 }) }),
  fc.record({ unit: fc.constant('days' as const), count: fc.integer({ min: 0, max: 120 }) }),
  fc.record({ unit: fc.constant('terms' as const), count: fc.integer({ min: 1, max: 9 }) }),
  fc.record({ unit: fc.constant('years' as const), count: fc.integer({ min: 1, max: 40 }) }),
  {
    weight: 5,
    arbitrary: fc.record({
      unit: fc.constantFrom('due' as const, 'deadline' as const, 'end' as const),
      offset: fc.constantFrom(-1, 0, 0, 1, 60_000, -60_000, 3 * day),
    }),
  },
)

const side = fc.constantFrom<Side>('vendor', 'customer')
const role = fc.constantFrom<Role>('admin', 'admin', 'support', 'phone')
const kind = fc.constantFrom('agreed' as const, 'error' as const)
const agreed = fc.constantFrom(true, true, true, false)
const inDays = fc.option(fc.integer({ min: -2, max: 500 }), { nil: null })
const ago = fc.option(
  fc.oneof(fc.integer({ min: -10, max: 400 * day }), fc.integer({ min: 0, max: 3 * day })),
  { nil: null, freq: 2 },
)
const channel = fc.constantFrom<Channel>(
  ...(['console', 'portal', 'api', 'phone', 'in_person', 'letter', 'letter', 'email'] as const),
)
const terminationKind = fc.constantFrom<TerminationKind>(
  ...(['good_cause', 'mutual', 'rescission', 'switching', 'mistake'] as const),
)
const type = <T extends Command['type']>(name: T) => fc.constant(name)

const within = fc.record({
  type: type('amend'),
  from: fc.constantFrom('now' as const, 'next_term' as const),
  changes: fc.record(
    { tokenLifetime: fc.constantFrom('PT48H', 'P1M'), seats: fc.constantFrom(null, 1, 5) },
    { requiredKeys: [] },
  ),
  plan: fc.constant(null),
})

const amendment: fc.Arbitrary<Command> = fc.oneof(
  within,
  fc.record({
    type: type('amend'),
    from: fc.constant('next_term' as const),
    changes: fc.record(
      { renewalTerm: length, renewalNotice: notice, renewal: renewal, seats: fc.constant(2) },
      { requiredKeys: [] },
    ),
    plan: fc.option(planTerms, { nil: null, freq: 2 }),
  }),
)

const command: fc.Arbitrary<Command> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ type: type('object'), side, channel, ago, role }) },
  { weight: 3, arbitrary: fc.record({ type: type('receive'), side, ago, role }) },
  { weight: 4, arbitrary: fc.record({ type: type('withdraw'), side, kind, agreed, role }) },
  {
    weight: 3,
    arbitrary: fc.record({ type: type('terminate'), side, kind: terminationKind, inDays }).map(
      // A mutual one has both sides.
      (each) => (each.kind === 'mutual' ? { ...each, side: 'both' as const } : each),
    ),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      type: type('withdraw termination'),
      side: fc.option(side, { nil: null }),
      kind,
      agreed,
      role,
    }),
  },
  { weight: 2, arbitrary: fc.record({ type: type('suspend'), inDays }) },
  { weight: 2, arbitrary: fc.record({ type: type('resume') }) },
  {
    weight: 4,
    arbitrary: fc.record({
      type: type('reinstate'),
      inDays,
      terms: fc.option(planTerms, { nil: null }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      type: type('add term'),
      days: fc.option(fc.integer({ min: -1, max: 90 }), { nil: null }),
    }),
  },
  { weight: 3, arbitrary: amendment },
  {
    weight: 2,
    arbitrary: fc.record({
      type: type('activate'),
      machine: fc.option(fc.integer({ min: 1, max: 4 }), { nil: null }),
    }),
  },
  fc.record({
    type: type('transfer'),
    to: fc.integer({ min: 1, max: 3 }),
    acceptedIn: fc.constantFrom(0, -1, -day, 1),
  }),
  fc.record({ type: type('inquire') }),
  fc.record({ type: type('warn') }),
  { weight: 2, arbitrary: fc.record({ type: type('propose'), side }) },
  fc.record({
    type: type('answer'),
    answer: fc.constantFrom('accept' as const, 'decline' as const),
  }),
)

const createdAt = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: Date.UTC(2024, 0), max: Date.UTC(2031, 0) }) },
  { weight: 1, arbitrary: fc.integer({ min: Date.UTC(1971, 0), max: Date.UTC(2130, 0) }) },
)

const anyPlot: fc.Arbitrary<Plot> = fc.record({
  timeZone,
  createdAt,
  startsInDays: fc.option(fc.integer({ min: -900, max: 400 }), { nil: null, freq: 2 }),
  firstTermDays: fc.option(fc.integer({ min: 1, max: 400 }), { nil: null, freq: 1 }),
  onShelf: fc.constantFrom(false, false, false, true),
  terms: planTerms,
  steps: fc.array(
    fc.record({
      wait,
      job: fc.boolean(),
      race: fc.constantFrom(0, 0, 0, 1, 100, 5000),
      command,
    }),
    { minLength: 1, maxLength: 9, size: 'max' },
  ),
  dice: fc.nat(),
})

/** A start so far back that a life stays cheap. */
export const plot: fc.Arbitrary<Plot> = anyPlot.map(({ startsInDays, ...rest }) => {
  const { term, renewalTerm } = rest.terms
  const days = daysOf(renewalTerm ?? term ?? 'P1Y').fewest
  return { ...rest, startsInDays: startsInDays && Math.max(startsInDays, -30 * days) }
})

/** The day that lies so many days from an instant in UTC; null outside what the law reckons with. */
export function dayFrom(instant: number, days: number): string | null {
  const date = new Date(instant + days * day).toISOString().slice(0, 10)
  return isDate(date) ? date : null
}
