import { z } from 'zod'
import { eraseCustomer } from '../store/erase-customer.ts'
import { readCustomer } from '../store/read-customer.ts'
import { customerAnswered } from './customers.ts'
import { admins } from './roles.ts'
import { noQuery, param, route } from './route.ts'
import { text } from './schema.ts'

export const erasureRoutes = [
  route({
    method: 'POST',
    path: '/v1/customers/:customer/erasure',
    who: admins,
    summary:
      'Erases a customer’s personal data (GDPR, article 17), once no contract with them runs. Dates and hashes stay, and the histories check.',
    body: z.strictObject({ reason: text(2000) }),
    query: noQuery,
    handle: async (ask) => {
      const { deps, now, actor, body } = ask
      const customer = param(ask, 'customer')
      await eraseCustomer(deps.db, { customer, ...body }, actor, now)
      return customerAnswered(await readCustomer(deps.db, customer))
    },
  }),
]
