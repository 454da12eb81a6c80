import { z } from 'zod'
import { all, one, run } from './database.ts'
import type { DatabaseSync } from './database.ts'

const product = z.object({
  id: z.int(),
  number: z.string(),
  name: z.string(),
  category: z.string(),
  price_cents: z.int(),
  tax_percent: z.int(),
  allergens: z.string(),
  on_sale: z.int(),
})

export type Product = z.infer<typeof product>

export function products(db: DatabaseSync): Product[] {
  return all(db, product, 'select * from products order by number')
}

export function productById(db: DatabaseSync, id: number): Product | null {
  return one(db, product, 'select * from products where id = ?', id)
}

/** What is delivered from now on costs that much; what was delivered keeps its price. */
export function setPrice(db: DatabaseSync, id: number, cents: number, isOnSale: boolean): void {
  run(
    db,
    'update products set price_cents = ?, on_sale = ? where id = ?',
    cents,
    isOnSale ? 1 : 0,
    id,
  )
}

/** Products under their categories, in the order of the price list. */
export function byCategory(all: readonly Product[]): [string, Product[]][] {
  return [...Map.groupBy(all, ({ category }) => category)]
}
