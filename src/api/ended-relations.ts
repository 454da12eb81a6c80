import { z } from 'zod'
import { Problem } from '../license/problem.ts'
import { findCustomer } from '../store/customer.ts'
import { endRelation, resumeRelation } from '../store/ended-relation.ts'
import { customerOnWire } from './customers.ts'
import { admins } from './roles.ts'
import { noQuery, param, route } from './route.ts'
import type { Answer, Ask } from './route.ts'
import { text } from './schema.ts'

const reason = text(2000)

export const endedRelationRoutes = [
  route({
    method: 'PUT',
    path: '/v1/customers/:customer/ended-relation',
    who: admins,
    summary:
      'Ends the relation with a customer: without an admin’s override nobody issues, adds a term by hand or reinstates for them. What runs, runs on.',
    body: z.strictObject({ reason }),
    query: noQuery,
    handle: async (ask) => {
      const { deps, now, actor, body } = ask
      const isThere = await endRelation(deps.db, param(ask, 'customer'), body.reason, actor, now)
      return answered(ask, isThere)
    },
  }),
  route({
    method: 'DELETE',
    path: '/v1/customers/:customer/ended-relation',
    who: admins,
    summary: 'Takes the end of a relation back.',
    body: z.strictObject({ reason: reason.optional() }),
    query: noQuery,
    handle: async (ask) => {
      const { deps, now, actor, body } = ask
      const why = body.reason ?? null
      const isThere = await resumeRelation(deps.db, param(ask, 'customer'), why, actor, now)
      return answered(ask, isThere)
    },
  }),
]

/** @throws Problem not-found */
async function answered(ask: Ask, isThere: boolean): Promise<Answer> {
  const id = param(ask, 'customer')
  const customer = isThere ? await findCustomer(ask.deps.db, id) : null
  if (customer === null) throw new Problem('not-found', { customer: id })
  return { body: customerOnWire(customer) }
}
