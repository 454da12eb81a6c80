import { atomically, count, run } from '../store/database.ts'
import type { DatabaseSync } from '../store/database.ts'
import { priceList, tourNames } from './names.ts'

/** The price list and the tours that a new bakery begins with. */
export function ensureBasics(db: DatabaseSync): void {
  if (count(db, 'select count(*) as n from tours') > 0) return
  const sql = `insert into products (number, name, category, price_cents, tax_percent, allergens, on_sale)
    values (?, ?, ?, ?, ?, ?, ?)`
  atomically(db, () => {
    for (const each of priceList) run(db, sql, ...each, each[0] === '208' ? 0 : 1)
    for (const [name, leavesAt] of tourNames)
      run(db, 'insert into tours (name, leaves_at) values (?, ?)', name, leavesAt)
  })
}
