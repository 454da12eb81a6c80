import type { Database } from './database.ts'
import { insertProduct } from './product.ts'
import type { Product } from './product.ts'
import { ensureSigningKeys } from './signers.ts'

/**
 * Keeps a new product. Its tokens can be signed from the first one on.
 *
 * @throws Problem code-taken
 */
export async function addProduct(db: Database, kek: Uint8Array, product: Product): Promise<void> {
  await ensureSigningKeys(db, kek, product.algorithm, product.createdAt)
  await insertProduct(db, product)
}
