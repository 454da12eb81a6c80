import type { Override } from './ended-relation.ts'
import type { Instant } from './license.ts'
import { misfitsOf, planned, trialMisfitsOf } from './plan.ts'
import type { PlanTerms } from './plan.ts'
import { letPass } from './presets/override.ts'
import type { PresetOverride } from './presets/override.ts'
import { Problem } from './problem.ts'

/** A plan as it is to be, and as it was. */
export interface AskedPlan {
  readonly terms: PlanTerms
  readonly trial: boolean
  /** What the product defines. */
  readonly catalog: readonly string[]
  /** Null for a new one. */
  readonly before: {
    readonly terms: PlanTerms
    readonly presetOverride: PresetOverride | null
  } | null
}

/**
 * What is kept of an override with a plan whose terms fit.
 *
 * @throws Problem unfit, forbidden
 */
export function letPlanPass(
  { terms, trial, catalog, before }: AskedPlan,
  given: Override | null,
  now: Instant,
): PresetOverride | null {
  const misfits = [...misfitsOf(terms, catalog), ...(trial ? trialMisfitsOf(terms) : [])]
  if (misfits.length > 0) throw new Problem('unfit', { errors: misfits })
  const passed = before && { ...before, terms: planned(before.terms) }
  return letPass(planned(terms), given, passed, now)
}
