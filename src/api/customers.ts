import { z } from 'zod'
import { Problem } from '../license/problem.ts'
import { findCustomer, insertCustomer, listCustomers } from '../store/customer.ts'
import type { Customer, KnownCustomer } from '../store/customer.ts'
import { newId } from '../store/id.ts'
import { externalRef, limitOf, listAnswer, pageQuery, refFrom } from './page.ts'
import { readers, sellers } from './roles.ts'
import { noBody, noQuery, param, route } from './route.ts'
import { externalRefs, text } from './schema.ts'
import { utc } from './wire.ts'

const contact = z.strictObject({
  name: text(200),
  phones: z.array(text(50)).max(20).optional(),
  emails: z.array(z.email().max(254)).max(20).optional(),
  may: z
    .array(z.enum(['object', 'sign', 'support']))
    .max(3)
    .optional(),
})

export const language = z
  .string()
  .max(35)
  .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'Write a language tag, e.g. de or en-GB.')

const customerBody = z.strictObject({
  name: text(200),
  language: language.optional(),
  external_refs: externalRefs.optional(),
  contacts: z.array(contact).max(100).optional(),
})

export const customerRoutes = [
  route({
    method: 'POST',
    path: '/v1/customers',
    who: sellers,
    summary: 'Adds a customer with its contacts and what each may declare.',
    body: customerBody,
    query: noQuery,
    handle: async ({ deps, now, body }) => {
      const customer: Customer = {
        id: newId('cus', now),
        name: body.name,
        language: body.language ?? 'en',
        externalRefs: body.external_refs ?? {},
        contacts: (body.contacts ?? []).map(({ name, phones = [], emails = [], may = [] }) => ({
          id: newId('con', now),
          name,
          phones,
          emails,
          may,
        })),
        createdAt: now,
      }
      await insertCustomer(deps.db, customer)
      return {
        status: 201,
        body: customerOnWire({ ...customer, endedRelation: null }),
        headers: { location: `/v1/customers/${customer.id}` },
      }
    },
  }),
  route({
    method: 'GET',
    path: '/v1/customers',
    who: readers,
    summary: 'Lists the customers.',
    body: noBody,
    query: pageQuery.extend({ external_ref: externalRef.optional() }),
    handle: async (ask) => {
      const { after, external_ref } = ask.query
      const page = await listCustomers(ask.deps.db, {
        after,
        externalRef: refFrom(external_ref),
        limit: limitOf(ask.query),
      })
      return listAnswer(ask, '/v1/customers', page.data.map(customerOnWire), page.next)
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
      const customer = await findCustomer(ask.deps.db, param(ask, 'customer'))
      if (customer === null) throw new Problem('not-found', { customer: param(ask, 'customer') })
      return { body: customerOnWire(customer) }
    },
  }),
]

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
