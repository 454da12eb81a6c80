import type { Override } from '../ended-relation.ts'
import type { LicenseEvent } from '../event.ts'
import type { Instant, PlanId } from '../license.ts'
import { Problem } from '../problem.ts'
import { breachesOf, sentenceOf } from './breach.ts'
import type { Breach, LimitedTerms } from './breach.ts'

/** Who let a plan pass that breaks its preset's limits, and why; kept with the plan. */
export interface PresetOverride {
  readonly reason: string
  /** The opaque id of the admin. */
  readonly by: string
  readonly at: Instant
}

/** Terms that somebody had let pass already; what they break is no news. */
interface Passed {
  readonly terms: LimitedTerms
  readonly presetOverride: PresetOverride | null
}

/**
 * What is kept with a plan whose terms break the limits of its preset: the word of the admin who lets them pass, or the one that
 * was given before for the same lengths; null where nothing is broken.
 *
 * @throws Problem unfit at each member, naming the article; forbidden for an override by anybody but an admin.
 */
export function letPass(
  terms: LimitedTerms,
  override: Override | null,
  before: Passed | null,
  now: Instant,
): PresetOverride | null {
  checkAdmin(override)
  const breaches = breachesOf(terms)
  if (breaches.length === 0) return null
  if (override !== null) return { reason: override.reason, by: override.by.id, at: now }
  const news = newTo(breaches, before?.presetOverride == null ? [] : breachesOf(before.terms))
  if (news.length > 0) throw unfitBy(news, '')
  return before?.presetOverride ?? null
}

/** The plan that terms were taken from, with the word by which it passed. */
export interface PassedPlan {
  readonly id: PlanId
  readonly terms: LimitedTerms
  readonly presetOverride: PresetOverride | null
}

/** What a license is to be under from now on. */
export interface Agreed {
  readonly terms: LimitedTerms
  /** Null where no plan is taken anew. */
  readonly plan: PassedPlan | null
  /** What the license was under already: what was let pass there is no news. */
  readonly before: LimitedTerms | null
  readonly override: Override | null
  /** Where the members stand in what was asked, e.g. `/overrides`. */
  readonly pointer: string
}

/**
 * The events of terms that break their preset's limits and are agreed all the same: by the plan's own word, or by an admin's for this
 * license alone.
 *
 * @throws Problem unfit at each member, naming the article, or at `/plan` for what stands in the plan; forbidden for an override by
 * anybody but an admin.
 */
export function overriddenBy(
  { terms, plan, before, override, pointer }: Agreed,
  at: Instant,
): readonly LicenseEvent[] {
  checkAdmin(override)
  const news = newTo(breachesOf(terms), before === null ? [] : breachesOf(before))
  const ofPlan = plan === null ? [] : sameAs(news, breachesOf(plan.terms))
  const passed = plan?.presetOverride == null ? [] : ofPlan
  const others = newTo(news, passed)
  if (others.length > 0 && override === null)
    throw new Problem('unfit', {
      errors: others.map((each) => ({
        pointer: ofPlan.includes(each) ? '/plan' : `${pointer}/${each.member}`,
        detail: sentenceOf(each),
      })),
    })
  return [
    ...overridden(passed, plan?.id ?? null, plan?.presetOverride?.reason ?? '', at),
    ...overridden(others, null, override?.reason ?? '', at),
  ]
}

function checkAdmin(override: Override | null): void {
  if (override !== null && override.by.role !== 'admin')
    throw new Problem('forbidden', { role: override.by.role, needs: ['admin'] })
}

function unfitBy(breaches: readonly Breach[], pointer: string): Problem {
  return new Problem('unfit', {
    errors: breaches.map((each) => ({
      pointer: `${pointer}/${each.member}`,
      detail: sentenceOf(each),
    })),
  })
}

function newTo(breaches: readonly Breach[], known: readonly Breach[]): readonly Breach[] {
  const old = sameAs(breaches, known)
  return breaches.filter((each) => !old.includes(each))
}

function sameAs(breaches: readonly Breach[], known: readonly Breach[]): readonly Breach[] {
  return breaches.filter(({ preset, member, given }) =>
    known.some((each) => each.preset === preset && each.member === member && each.given === given),
  )
}

function overridden(
  breaches: readonly Breach[],
  plan: PlanId | null,
  reason: string,
  at: Instant,
): readonly LicenseEvent[] {
  const [first] = breaches
  if (first === undefined) return []
  const members = breaches.map(({ member }) => member)
  const articles = [...new Set(breaches.map(({ limit }) => limit.article))]
  const data = { preset: first.preset, members, articles, plan }
  return [{ type: 'preset.overridden', at, data, personal: { reason } }]
}
