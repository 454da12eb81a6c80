import { addresseeOf } from '../license/letter-kind.ts'
import type { LetterKind } from '../license/letter-kind.ts'
import { deskOf } from '../license/vendor.ts'
import type { Vendor } from '../license/vendor.ts'
import type { Customer } from './customer.ts'
import type { Recipient } from './letter.ts'

/**
 * Whom a letter to a customer is mailed to: everybody there who may object or sign, at their first address. What concerns the contract
 * goes to nobody else.
 */
export function recipientsOf({ contacts }: Pick<Customer, 'contacts'>): readonly Recipient[] {
  return addressed(contacts.filter(({ may }) => may.includes('object') || may.includes('sign')))
}

/** Whom a letter of a kind is mailed to at a customer's: what is to be signed goes to those alone who may. */
export function recipientsFor(
  kind: LetterKind,
  customer: Pick<Customer, 'contacts'>,
): readonly Recipient[] {
  return addresseeOf(kind) === 'signers'
    ? addressed(customer.contacts.filter(({ may }) => may.includes('sign')))
    : recipientsOf(customer)
}

function addressed(contacts: Customer['contacts']): readonly Recipient[] {
  return contacts.flatMap(({ name, emails: [email] }) =>
    email === undefined ? [] : [{ name, email }],
  )
}

/** The vendor's own desk; nobody where the settings name nowhere. */
export function deskRecipient(vendor: Vendor): readonly Recipient[] {
  const desk = deskOf(vendor)
  return desk === null ? [] : [{ name: vendor.legalName, email: desk }]
}
