import type { Instant, LicenseId, ProductId } from '../license/license.ts'
import { timestamp } from './column.ts'
import type { Database } from './database.ts'
import { orTaken } from './violation.ts'

/** That a machine has tried a product. */
export interface Trial {
  readonly product: ProductId
  /** SHA-256 of the machine's fingerprint, salted with the product's id (base64url). */
  readonly fingerprint: string
  readonly license: LicenseId
  readonly createdAt: Instant
}

/** @throws Problem trial-taken: a machine tries a product once. */
export async function insertTrial(
  trx: Database,
  { product, fingerprint, license, createdAt }: Trial,
): Promise<void> {
  const insert = trx
    .insertInto('trials')
    .values({ product, fingerprint, license, created_at: timestamp(createdAt) })
    .execute()
  await orTaken(insert, 'trials_machine', 'trial-taken', {})
}
