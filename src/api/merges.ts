import { z } from 'zod'
import { mergeCustomers } from '../store/merge-customers.ts'
import { readCustomer } from '../store/read-customer.ts'
import { customerAnswered } from './customers.ts'
import { admins } from './roles.ts'
import { noQuery, param, route } from './route.ts'
import { id, text } from './schema.ts'

export const mergeRoutes = [
  route({
    method: 'POST',
    path: '/v1/customers/:customer/merge',
    who: admins,
    summary:
      'Merges a customer into another that is the same one: licenses, contacts and references go there, and the old id answers where.',
    body: z.strictObject({ into: id('cus'), reason: text(2000) }),
    query: noQuery,
    handle: async (ask) => {
      const { deps, now, actor, body } = ask
      await mergeCustomers(deps.db, { from: param(ask, 'customer'), ...body }, actor, now)
      return customerAnswered(await readCustomer(deps.db, body.into))
    },
  }),
]
