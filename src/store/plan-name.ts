import type { License } from '../license/license.ts'
import type { Database } from './database.ts'
import { findPlan } from './plan.ts'

/** What a license is called: the names of its product and plan. */
export async function planName(
  db: Database,
  { plan, productCode, planCode }: Pick<License, 'plan' | 'productCode' | 'planCode'>,
): Promise<string> {
  const found = await findPlan(db, plan)
  return found === null ? `${productCode} ${planCode}` : `${found.product.name} ${found.name}`
}

/** The same for a list, by the plan's id. */
export async function planNames(
  db: Database,
  licenses: readonly Pick<License, 'plan' | 'productCode' | 'planCode'>[],
): Promise<ReadonlyMap<string, string>> {
  const plans = [...new Map(licenses.map((license) => [license.plan, license])).values()]
  return new Map(
    await Promise.all(plans.map(async (each) => [each.plan, await planName(db, each)] as const)),
  )
}
