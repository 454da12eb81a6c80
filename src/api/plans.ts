import { planned } from '../license/plan.ts'
import { Problem } from '../license/problem.ts'
import { inTransaction } from '../store/database.ts'
import { findPlan, insertPlan, listPlans, lockPlan, updatePlan } from '../store/plan.ts'
import type { Plan } from '../store/plan.ts'
import { editedPlan, newPlan } from '../store/plan-edit.ts'
import { planAnswer } from './answers.ts'
import { listRoute } from './list.ts'
import { pageOnWire, pageQuery } from './page.ts'
import { overrideFrom } from './override.ts'
import { planBody, planEdit } from './plan-body.ts'
import { agreedOtherwise, planOnWire, termsFrom } from './plan-members.ts'
import { checkMatch, etagOf } from './precondition.ts'
import { productNamed } from './products.ts'
import { admins, readers } from './roles.ts'
import { noBody, noQuery, param, route } from './route.ts'
import type { Answer } from './route.ts'
import { idOrCode } from './schema.ts'
import { utc } from './wire.ts'

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
      const said = { code: planCode, product, name, terms, trial }
      const plan = newPlan(said, overrideFrom(given, actor), now)
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
        const { name = before.name, trial = before.trial, override: allowed, ...members } = ask.body
        const terms = agreedOtherwise(before.terms, members)
        const given = overrideFrom(allowed, ask.actor)
        const after = editedPlan(before, { name, terms, trial }, given, ask.now)
        return planAnswered(await updatePlan(trx, after))
      }),
  }),
]

function planAnswered(plan: Plan): Answer {
  return { body: onWire(plan), headers: { etag: etagOf(plan.revision) } }
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
