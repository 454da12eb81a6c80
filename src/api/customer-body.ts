import { z } from 'zod'
import { merged } from '../license/edit.ts'
import type { Instant } from '../license/license.ts'
import { unfit } from '../license/problem.ts'
import type { Contact, Customer, KnownCustomer } from '../store/customer.ts'
import { newId } from '../store/id.ts'
import { externalRefEdits, externalRefs, id, text } from './schema.ts'

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
