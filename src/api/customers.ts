import { z } from 'zod'
import { merged } from '../license/edit.ts'
import type { Instant } from '../license/license.ts'
import { unfit } from '../license/problem.ts'
import { insertCustomer, listCustomers, lockCustomer, updateCustomer } from '../store/customer.ts'
import type { Contact, Customer, KnownCustomer } from '../store/customer.ts'
import { inTransaction } from '../store/database.ts'
import { newId } from '../store/id.ts'
import { readCustomer } from '../store/read-customer.ts'
import { customerAnswer } from './answers.ts'
import { listRoute } from './list.ts'
import { externalRef, pageOnWire, pageQuery, refFrom } from './page.ts'
import { checkMatch, etagOf } from './precondition.ts'
import { readers, sellers } from './roles.ts'
import { noBody, noQuery, param, route } from './route.ts'
import type { Answer } from './route.ts'
import { externalRefEdits, externalRefs, id, text } from './schema.ts'
import { utc } from './wire.ts'

export const language = z
  .string()
  .max(35)
  .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'Write a language tag, e.g. de or en-GB.')

const contact = z.strictObject({
  name: text(200),
  phones: z.array(text(50)).max(20).optional(),
  emails: z.array(z.email().max(254)).max(20).optional(),
  may: z
    .array(z.enum(['object', 'sign', 'support']))
    .max(3)
    .optional(),
})

export const customerBody = z.strictObject({
  name: text(200),
  language: language.optional(),
  external_refs: externalRefs.optional(),
  contacts: z.array(contact).max(100).optional(),
})

/** Members that are left out stay; of the references each system’s own, which null takes away. */
export const customerEdit = z.strictObject({
  name: text(200).optional(),
  language: language.optional(),
  external_refs: externalRefEdits.optional(),
  contacts: z
    .array(contact.extend({ id: id('con').optional() }))
    .max(100)
    .optional(),
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
      const customer = newCustomer(body, now)
      await insertCustomer(deps.db, customer)
      return customerAnswered({ ...customer, endedRelation: null }, 201)
    },
  }),
  listRoute({
    path: '/v1/customers',
    who: readers,
    summary: 'Lists the customers.',
    query: pageQuery.extend({ external_ref: externalRef.optional() }),
    item: customerAnswer,
    read: async ({ deps, query }, part) => {
      const externalRef = refFrom(query.external_ref)
      return pageOnWire(await listCustomers(deps.db, { externalRef, ...part }), customerOnWire)
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

/** A customer as it is asked for. */
export function newCustomer(body: z.infer<typeof customerBody>, now: Instant): Customer {
  return {
    id: newId('cus', now),
    name: body.name,
    language: body.language ?? 'en',
    externalRefs: body.external_refs ?? {},
    contacts: (body.contacts ?? []).map((each) => contactFrom(each, newId('con', now))),
    createdAt: now,
    revision: 1,
  }
}

/** @throws Problem unfit for a contact that the customer does not have. */
export function edited(
  before: KnownCustomer,
  body: z.infer<typeof customerEdit>,
  now: Instant,
): KnownCustomer {
  const known = new Set<string>(before.contacts.map((each) => each.id))
  const contacts = body.contacts?.map(({ id: named, ...each }, n) => {
    if (named !== undefined && !known.delete(named))
      throw unfit(`/contacts/${n}/id`, 'The customer has no such contact, or it is named twice.')
    return contactFrom(each, named ?? newId('con', now))
  })
  return {
    ...before,
    name: body.name ?? before.name,
    language: body.language ?? before.language,
    externalRefs: merged<string>(before.externalRefs, body.external_refs),
    contacts: contacts ?? before.contacts,
  }
}

function contactFrom(
  { name, phones = [], emails = [], may = [] }: z.infer<typeof contact>,
  contactId: Contact['id'],
): Contact {
  return { id: contactId, name, phones, emails, may }
}

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
