import { z } from 'zod'
import { endRelation, resumeRelation } from '../store/ended-relation.ts'
import { readCustomer } from '../store/read-customer.ts'
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
      await endRelation(deps.db, param(ask, 'customer'), body.reason, actor, now)
      return answered(ask)
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
      await resumeRelation(deps.db, param(ask, 'customer'), why, actor, now)
      return answered(ask)
    },
  }),
]

/** @throws Problem not-found */
async function answered(ask: Ask): Promise<Answer> {
  return { body: customerOnWire(await readCustomer(ask.deps.db, param(ask, 'customer'))) }
}
