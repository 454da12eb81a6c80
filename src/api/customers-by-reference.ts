import { unfit } from '../license/problem.ts'
import { insertCustomer, lockCustomer, updateCustomer } from '../store/customer.ts'
import { inTransaction } from '../store/database.ts'
import { newId } from '../store/id.ts'
import { readCustomer } from '../store/read-customer.ts'
import { claimReference } from '../store/reference.ts'
import { customerEdit, edited, newCustomer } from './customer-body.ts'
import { customerAnswered } from './customers.ts'
import { calledByPath, pathReference, withPathReference } from './path-reference.ts'
import { checkMatch } from './precondition.ts'
import { readers, sellers } from './roles.ts'
import { noBody, noQuery, route } from './route.ts'

export const customerReferenceRoutes = [
  route({
    method: 'GET',
    path: '/v1/customers/by-ref/:system/:reference',
    who: readers,
    summary: 'Reads the customer that another system calls so.',
    body: noBody,
    query: noQuery,
    handle: async (ask) => {
      const id = await calledByPath(ask, 'customer')
      return customerAnswered(await readCustomer(ask.deps.db, id))
    },
  }),
  route({
    method: 'PUT',
    path: '/v1/customers/by-ref/:system/:reference',
    who: sellers,
    summary:
      'Adds the customer that another system calls so, or edits it as PATCH does. A new one needs a name. Said twice, it is done once.',
    body: customerEdit,
    query: noQuery,
    handle: async (ask) => {
      const { deps, now, body, headers } = ask
      const ref = pathReference(ask)
      const refs = withPathReference(ref, body.external_refs)
      return inTransaction(deps.db, async (trx) => {
        const fresh = newId('cus', now)
        const owner = await claimReference(trx, 'customer', ref, fresh)
        if (owner !== fresh) {
          const before = (await lockCustomer(trx, owner)) ?? (await readCustomer(trx, owner))
          checkMatch(headers, before.revision)
          const after = edited(before, { ...body, external_refs: refs }, now)
          return customerAnswered(await updateCustomer(trx, before, after, now))
        }
        checkMatch(headers, null)
        if (body.name === undefined) throw unfit('/name', 'A new customer needs a name.')
        const bare = { ...newCustomer({ name: body.name }, now), endedRelation: null }
        const made = { ...edited(bare, { ...body, external_refs: refs }, now), id: fresh }
        await insertCustomer(trx, made)
        return customerAnswered(made, 201)
      })
    },
  }),
]
