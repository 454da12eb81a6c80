import type { CustomerId } from '../license/license.ts'
import type { Timestamp } from './column.ts'

/** A customer who turned out to be another: its id is given to nobody else. */
export interface MergedCustomerTable {
  id: CustomerId
  /** Where it is now, however often that one was merged since. */
  merged_into: CustomerId
  name: string
  language: string
  created_at: Timestamp
  reason: string
  merged_at: Timestamp
  /** The opaque id of who merged it. */
  merged_by: string
}

/** That a customer's personal data was erased, the last time. */
export interface ErasureTable {
  customer: CustomerId
  reason: string
  erased_at: Timestamp
  /** The opaque id of who erased it. */
  erased_by: string
}
