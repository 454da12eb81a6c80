import type { Instant } from '../license/license.ts'
import { unfit } from '../license/problem.ts'
import { lockCustomer, updateCustomer } from './customer.ts'
import type { Contact } from './customer.ts'
import { inTransaction } from './database.ts'
import type { Database } from './database.ts'
import { newId } from './id.ts'
import { readCustomer } from './read-customer.ts'

const mostPhones = 20
const mostContacts = 100

/** Whose number it is from now on: a contact’s, or a new one’s who is called so. */
export type NumberOwner = { readonly contact: string } | { readonly name: string }

/**
 * Keeps a phone number with a customer, so that whoever calls by it is known next time; once, however often it is sent.
 *
 * @returns the contact’s id.
 * @throws Problem not-found, unfit for a contact that the customer does not have, and for one too many.
 */
export function keepNumber(
  db: Database,
  customer: string,
  owner: NumberOwner,
  number: string,
  now: Instant,
): Promise<Contact['id']> {
  return inTransaction(db, async (trx) => {
    const before = (await lockCustomer(trx, customer)) ?? (await readCustomer(trx, customer))
    const has = before.contacts.find(({ phones }) => phones.includes(number))
    if (has !== undefined) return has.id
    const contacts = kept(before.contacts, owner, number, now)
    await updateCustomer(trx, before, { ...before, contacts }, now)
    const mine = contacts.find(({ phones }) => phones.includes(number))
    if (mine === undefined) throw new TypeError('a number that was kept is somebody’s')
    return mine.id
  })
}

function kept(
  contacts: readonly Contact[],
  owner: NumberOwner,
  number: string,
  now: Instant,
): readonly Contact[] {
  if ('name' in owner) {
    if (contacts.length >= mostContacts)
      throw unfit('/contacts', `A customer has at most ${mostContacts} contacts.`)
    const { name } = owner
    return [...contacts, { id: newId('con', now), name, phones: [number], emails: [], may: [] }]
  }
  const found = contacts.find(({ id }) => id === owner.contact)
  if (found === undefined) throw unfit('/contacts', 'The customer has no such contact.')
  if (found.phones.length >= mostPhones)
    throw unfit('/phones', `A contact has at most ${mostPhones} phone numbers.`)
  return contacts.map((each) =>
    each === found ? { ...each, phones: [...each.phones, number] } : each,
  )
}
