import type { Override } from '../license/ended-relation.ts'
import type { Instant } from '../license/license.ts'
import { letPlanPass } from '../license/plan-passing.ts'
import { newId } from './id.ts'
import type { Plan } from './plan.ts'

/** What somebody says of a plan. */
export type SaidPlan = Pick<Plan, 'name' | 'terms' | 'trial'>

/** A plan as it is asked for. @throws Problem unfit, forbidden */
export function newPlan(
  said: SaidPlan & Pick<Plan, 'code' | 'product'>,
  override: Override | null,
  now: Instant,
): Plan {
  const asked = { ...said, catalog: said.product.capabilities, before: null }
  const presetOverride = letPlanPass(asked, override, now)
  return { id: newId('pln', now), ...said, presetOverride, createdAt: now, revision: 1 }
}

/** A plan as it is to be for licenses to come. @throws Problem unfit, forbidden */
export function editedPlan(
  before: Plan,
  said: SaidPlan,
  override: Override | null,
  now: Instant,
): Plan {
  const asked = { ...said, catalog: before.product.capabilities, before }
  return { ...before, ...said, presetOverride: letPlanPass(asked, override, now) }
}
