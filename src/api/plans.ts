import { z } from 'zod'
import { misfitsOf, planned, trialMisfitsOf } from '../license/plan.ts'
import { Problem, unfit } from '../license/problem.ts'
import type { Database } from '../store/database.ts'
import { newId } from '../store/id.ts'
import { findPlan, insertPlan, listPlans } from '../store/plan.ts'
import type { Plan } from '../store/plan.ts'
import { limitOf, listAnswer, pageQuery } from './page.ts'
import { planMembers, planOnWire, termsFrom } from './plan-members.ts'
import { productNamed } from './products.ts'
import { admins, readers } from './roles.ts'
import { noBody, noQuery, param, route } from './route.ts'
import { code, idOrCode, text } from './schema.ts'
import { utc } from './wire.ts'

const planBody = z.strictObject({
  code,
  product: idOrCode,
  name: text(200),
  ...planMembers,
  trial: z.boolean().optional(),
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
      }
      await insertPlan(deps.db, plan)
      return { status: 201, body: onWire(plan), headers: { location: `/v1/plans/${plan.id}` } }
    },
  }),
  route({
    method: 'GET',
    path: '/v1/plans',
    who: readers,
    summary: 'Lists the plans.',
    body: noBody,
    query: pageQuery.extend({ product: idOrCode.optional() }),
    handle: async (ask) => {
      const { product, after } = ask.query
      const page = await listPlans(ask.deps.db, { product, after, limit: limitOf(ask.query) })
      return listAnswer(ask, '/v1/plans', page.data.map(onWire), page.next)
    },
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
      return { body: onWire(plan) }
    },
  }),
]

/** The plan that a body names by id or code. @throws Problem unfit */
export async function planNamed(db: Database, idOrCodeOfPlan: string): Promise<Plan> {
  const plan = await findPlan(db, idOrCodeOfPlan)
  if (plan === null) throw unfit('/plan', 'There is no plan with this id or code.')
  return plan
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
