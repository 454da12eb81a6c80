import { z } from 'zod'
import { insertCustomer, listCustomers, lockCustomer, updateCustomer } from '../store/customer.ts'
import type { KnownCustomer } from '../store/customer.ts'
import { inTransaction } from '../store/database.ts'
import { readCustomer } from '../store/read-customer.ts'
import { customerAnswer } from './answers.ts'
import { customerBody, customerEdit, edited, newCustomer } from './customer-body.ts'
import { listRoute } from './list.ts'
import { externalRef, pageOnWire, pageQuery, refFrom } from './page.ts'
import { checkMatch, etagOf } from './precondition.ts'
import { readers, sellers } from './roles.ts'
import { noBody, noQuery, param, route } from './route.ts'
import type { Answer } from './route.ts'
import { idOrCode } from './schema.ts'
import { utc } from './wire.ts'

export const customerRoutes = [
  route({
    method: 'POST',
    path: '/v1/customers',
    who: sellers,
    summary: 'Adds a customer with its contacts and what each may declare.',
    body: customerBody,
    query: noQuery,
    handle: async ({ deps, now, body }) => {
      const customer = newCustomer(body, now)
      await insertCustomer(deps.db, customer)
      return customerAnswered({ ...customer, endedRelation: null }, 201)
    },
  }),
  listRoute({
    path: '/v1/customers',
    who: readers,
    summary:
      'Lists the customers: all, those who have a license of a product, those with whom the relation is ended or goes on.',
    query: pageQuery.extend({
      external_ref: externalRef.optional(),
      product: idOrCode.optional(),
      relation: z.enum(['going_on', 'ended']).optional(),
    }),
    item: customerAnswer,
    read: async ({ deps, query: { external_ref, product, relation } }, part) => {
      const filter = { externalRef: refFrom(external_ref), product, relation }
      return pageOnWire(await listCustomers(deps.db, { ...filter, ...part }), customerOnWire)
    },
  }),
  route({
    method: 'GET',
    path: '/v1/customers/:customer',
    who: readers,
    summary: 'Reads a customer.',
    body: noBody,
    query: noQuery,
    handle: async (ask) => {
      return customerAnswered(await readCustomer(ask.deps.db, param(ask, 'customer')))
    },
  }),
  route({
    method: 'PATCH',
    path: '/v1/customers/:customer',
    who: sellers,
    summary:
      'Edits a customer: what is left out stays, a null reference goes, and contacts are those that are named.',
    body: customerEdit,
    query: noQuery,
    handle: async (ask) => {
      const { deps, now, body, headers } = ask
      return inTransaction(deps.db, async (trx) => {
        const id = param(ask, 'customer')
        const before = (await lockCustomer(trx, id)) ?? (await readCustomer(trx, id))
        checkMatch(headers, before.revision)
        return customerAnswered(await updateCustomer(trx, before, edited(before, body, now), now))
      })
    },
  }),
]

/** A customer as the answer, with the ETag that an edit of it can name. */
export function customerAnswered(customer: KnownCustomer, status?: 201): Answer {
  const headers = { etag: etagOf(customer.revision) }
  const body = customerOnWire(customer)
  return status === undefined
    ? { body, headers }
    : { status, body, headers: { ...headers, location: `/v1/customers/${customer.id}` } }
}

/** A customer as it goes over the wire. */
export function customerOnWire({
  id,
  name,
  language,
  externalRefs: external_refs,
  contacts,
  endedRelation,
  createdAt,
}: KnownCustomer) {
  return {
    id,
    name,
    language,
    external_refs,
    contacts,
    ended_relation: endedRelation && {
      since: utc(endedRelation.since),
      reason: endedRelation.reason,
    },
    created_at: utc(createdAt),
  }
}
