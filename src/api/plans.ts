import { z } from 'zod'
import { misfitsOf, planned, trialMisfitsOf } from '../license/plan.ts'
import { Problem, unfit } from '../license/problem.ts'
import type { Database } from '../store/database.ts'
import { newId } from '../store/id.ts'
import { inTransaction } from '../store/database.ts'
import { findPlan, insertPlan, listPlans, lockPlan, updatePlan } from '../store/plan.ts'
import type { Plan } from '../store/plan.ts'
import { planAnswer } from './answers.ts'
import { listRoute } from './list.ts'
import { pageOnWire, pageQuery } from './page.ts'
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
})

const planEdit = overrides.extend({ name: text(200).optional(), trial: z.boolean().optional() })

export const planRoutes = [
  route({
    method: 'POST',
    path: '/v1/plans',
    who: admins,
    summary:
      'Adds a plan: what licenses under it give, how long their terms are, and how they renew.',
    body: planBody,
    query: noQuery,
    handle: async ({ deps, now, body }) => {
      const { code: planCode, product: productName, name, trial = false, ...members } = body
      const product = await productNamed(deps.db, productName)
      const terms = {
        ...termsFrom(members),
        capabilities: members.capabilities,
        renewal: members.renewal,
      }
      const misfits = [
        ...misfitsOf(terms, product.capabilities),
        ...(trial ? trialMisfitsOf(terms) : []),
      ]
      if (misfits.length > 0) throw new Problem('unfit', { errors: misfits })
      const plan: Plan = {
        id: newId('pln', now),
        code: planCode,
        product,
        name,
        terms,
        trial,
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
        const { name = before.name, trial = before.trial, ...members } = ask.body
        const terms = agreedOtherwise(before.terms, members)
        const misfits = [
          ...misfitsOf(terms, before.product.capabilities),
          ...(trial ? trialMisfitsOf(terms) : []),
        ]
        if (misfits.length > 0) throw new Problem('unfit', { errors: misfits })
        return planAnswered(await updatePlan(trx, { ...before, name, terms, trial }))
      }),
  }),
]

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

function onWire({ id, code: planCode, product, name, terms, trial, createdAt }: Plan) {
  return {
    id,
    code: planCode,
    product: product.code,
    name,
    ...planOnWire(planned(terms)),
    trial,
    created_at: utc(createdAt),
  }
}
