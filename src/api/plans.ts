import { z } from 'zod'
import { misfitsOf, planned, trialMisfitsOf } from '../license/plan.ts'
import type { PlanTerms } from '../license/plan.ts'
import { letPass } from '../license/presets/override.ts'
import type { PresetOverride } from '../license/presets/override.ts'
import type { Override } from '../license/ended-relation.ts'
import type { Instant } from '../license/license.ts'
import { Problem, unfit } from '../license/problem.ts'
import type { Database } from '../store/database.ts'
import { newId } from '../store/id.ts'
import { inTransaction } from '../store/database.ts'
import { findPlan, insertPlan, listPlans, lockPlan, updatePlan } from '../store/plan.ts'
import type { Plan } from '../store/plan.ts'
import { planAnswer } from './answers.ts'
import { listRoute } from './list.ts'
import { pageOnWire, pageQuery } from './page.ts'
import { override, overrideFrom } from './override.ts'
import { agreedOtherwise, overrides, planMembers, planOnWire, termsFrom } from './plan-members.ts'
import { checkMatch, etagOf } from './precondition.ts'
import { productNamed } from './products.ts'
import { admins, readers } from './roles.ts'
import { noBody, noQuery, param, route } from './route.ts'
import type { Answer } from './route.ts'
import { code, idOrCode, text } from './schema.ts'
import { utc } from './wire.ts'

const planBody = z.strictObject({
  code,
  product: idOrCode,
  name: text(200),
  ...planMembers,
  trial: z.boolean().optional(),
  override,
})

const planEdit = overrides.extend({
  name: text(200).optional(),
  trial: z.boolean().optional(),
  override,
})

export const planRoutes = [
  route({
    method: 'POST',
    path: '/v1/plans',
    who: admins,
    summary:
      'Adds a plan: what licenses under it give, how long their terms are, and how they renew.',
    body: planBody,
    query: noQuery,
    handle: async ({ deps, now, actor, body }) => {
      const { code: planCode, product: productName, name, trial = false, ...others } = body
      const { override: given, ...members } = others
      const product = await productNamed(deps.db, productName)
      const terms = {
        ...termsFrom(members),
        capabilities: members.capabilities,
        renewal: members.renewal,
      }
      const asked = { terms, trial, catalog: product.capabilities, before: null }
      const presetOverride = fitting(asked, overrideFrom(given, actor), now)
      const plan: Plan = {
        id: newId('pln', now),
        code: planCode,
        product,
        name,
        terms,
        trial,
        presetOverride,
        createdAt: now,
        revision: 1,
      }
      await insertPlan(deps.db, plan)
      const headers = { location: `/v1/plans/${plan.id}`, etag: etagOf(plan.revision) }
      return { status: 201, body: onWire(plan), headers }
    },
  }),
  listRoute({
    path: '/v1/plans',
    who: readers,
    summary: 'Lists the plans.',
    query: pageQuery.extend({ product: idOrCode.optional() }),
    item: planAnswer,
    read: async ({ deps, query: { product } }, part) =>
      pageOnWire(await listPlans(deps.db, { product, ...part }), onWire),
  }),
  route({
    method: 'GET',
    path: '/v1/plans/:plan',
    who: readers,
    summary: 'Reads a plan by its id or code.',
    body: noBody,
    query: noQuery,
    handle: async (ask) => {
      const plan = await findPlan(ask.deps.db, param(ask, 'plan'))
      if (plan === null) throw new Problem('not-found', { plan: param(ask, 'plan') })
      return planAnswered(plan)
    },
  }),
  route({
    method: 'PATCH',
    path: '/v1/plans/:plan',
    who: admins,
    summary: 'Edits a plan for licenses to come. What was agreed stays as it is.',
    body: planEdit,
    query: noQuery,
    handle: async (ask) =>
      inTransaction(ask.deps.db, async (trx) => {
        const before = await lockPlan(trx, param(ask, 'plan'))
        if (before === null) throw new Problem('not-found', { plan: param(ask, 'plan') })
        checkMatch(ask.headers, before.revision)
        const { name = before.name, trial = before.trial, override: given, ...members } = ask.body
        const terms = agreedOtherwise(before.terms, members)
        const asked = { terms, trial, catalog: before.product.capabilities, before }
        const presetOverride = fitting(asked, overrideFrom(given, ask.actor), ask.now)
        return planAnswered(
          await updatePlan(trx, { ...before, name, terms, trial, presetOverride }),
        )
      }),
  }),
]

interface Asked {
  readonly terms: PlanTerms
  readonly trial: boolean
  readonly catalog: readonly string[]
  readonly before: Plan | null
}

/**
 * What is kept of an override with a plan whose terms fit.
 *
 * @throws Problem unfit, forbidden
 */
function fitting(
  { terms, trial, catalog, before }: Asked,
  given: Override | null,
  now: Instant,
): PresetOverride | null {
  const misfits = [...misfitsOf(terms, catalog), ...(trial ? trialMisfitsOf(terms) : [])]
  if (misfits.length > 0) throw new Problem('unfit', { errors: misfits })
  const passed = before && { ...before, terms: planned(before.terms) }
  return letPass(planned(terms), given, passed, now)
}

function planAnswered(plan: Plan): Answer {
  return { body: onWire(plan), headers: { etag: etagOf(plan.revision) } }
}

/** The plan that a body names by id or code. @throws Problem unfit */
export async function planNamed(db: Database, idOrCodeOfPlan: string): Promise<Plan> {
  const plan = await findPlan(db, idOrCodeOfPlan)
  if (plan === null) throw noSuchPlan()
  return plan
}

export function noSuchPlan(): Problem {
  return unfit('/plan', 'There is no plan with this id or code.')
}

function onWire(plan: Plan) {
  const { id, code: planCode, product, name, terms, trial, presetOverride, createdAt } = plan
  return {
    id,
    code: planCode,
    product: product.code,
    name,
    ...planOnWire(planned(terms)),
    trial,
    preset_override: presetOverride && {
      reason: presetOverride.reason,
      by: presetOverride.by,
      at: utc(presetOverride.at),
    },
    created_at: utc(createdAt),
  }
}
