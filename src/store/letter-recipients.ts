import { deskOf } from '../license/vendor.ts'
import type { Vendor } from '../license/vendor.ts'
import type { Customer } from './customer.ts'
import type { Recipient } from './letter.ts'

/**
 * Whom a letter to a customer is mailed to: everybody there who may object or sign, at their first address. What concerns the contract
 * goes to nobody else.
 */
export function recipientsOf({ contacts }: Pick<Customer, 'contacts'>): readonly Recipient[] {
  return contacts
    .filter(({ may }) => may.includes('object') || may.includes('sign'))
    .flatMap(({ name, emails: [email] }) => (email === undefined ? [] : [{ name, email }]))
}

/** The vendor's own desk; nobody where the settings name nowhere. */
export function deskRecipient(vendor: Vendor): readonly Recipient[] {
  const desk = deskOf(vendor)
  return desk === null ? [] : [{ name: vendor.legalName, email: desk }]
}
