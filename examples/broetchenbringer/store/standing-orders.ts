import { z } from 'zod'
import { all, atomically, count, one, run } from './database.ts'
import type { DatabaseSync } from './database.ts'
import { line } from './lines.ts'
import type { Line, Wish } from './lines.ts'
import { pageSize } from './paging.ts'

const standingOrder = z.object({
  id: z.int(),
  customer_id: z.int(),
  customer: z.string(),
  weekdays: z.string(),
  starts_on: z.string(),
  ends_on: z.string().nullable(),
  note: z.string().nullable(),
  pieces: z.int(),
  cents: z.int(),
})

export type StandingOrder = z.infer<typeof standingOrder>

const select = `select standing_orders.*, customers.name as customer,
    coalesce(sum(quantity), 0) as pieces, coalesce(sum(quantity * price_cents), 0) as cents
  from standing_orders join customers on customers.id = customer_id
  left join standing_order_lines on standing_order_id = standing_orders.id
  left join products on products.id = product_id`

export function standingOrders(db: DatabaseSync, page: number): StandingOrder[] {
  const sql = `${select} group by standing_orders.id
    order by ends_on is not null, customers.name collate nocase, starts_on limit ? offset ?`
  return all(db, standingOrder, sql, pageSize, (page - 1) * pageSize)
}

export function standingOrdersOf(db: DatabaseSync, customerId: number): StandingOrder[] {
  const sql = `${select} where customer_id = ? group by standing_orders.id order by starts_on desc`
  return all(db, standingOrder, sql, customerId)
}

export function countStandingOrders(db: DatabaseSync): number {
  return count(db, 'select count(*) as n from standing_orders')
}

export function standingOrderById(db: DatabaseSync, id: number): StandingOrder | null {
  const sql = `${select} where standing_orders.id = ? group by standing_orders.id`
  return one(db, standingOrder, sql, id)
}

export function standingOrderLines(db: DatabaseSync, id: number): Line[] {
  const sql = `select product_id, products.name as product, quantity, price_cents as unit_price_cents
    from standing_order_lines join products on products.id = product_id
    where standing_order_id = ? order by products.number`
  return all(db, line, sql, id)
}

/** The last day on which it is delivered; null for until further notice. */
export function endStandingOrder(db: DatabaseSync, id: number, endsOn: string | null): void {
  run(db, 'update standing_orders set ends_on = ? where id = ?', endsOn, id)
}

export interface NewStandingOrder {
  readonly customerId: number
  /** `Mo Di Mi` */
  readonly weekdays: string
  readonly startsOn: string
  readonly note: string | null
  readonly wishes: readonly Wish[]
}

/** Answers its id. Deliveries come of it from the next planning on. */
export function addStandingOrder(db: DatabaseSync, given: NewStandingOrder): number {
  const { customerId, weekdays, startsOn, note, wishes } = given
  return atomically(db, () => {
    const sql =
      'insert into standing_orders (customer_id, weekdays, starts_on, note) values (?, ?, ?, ?)'
    const id = run(db, sql, customerId, weekdays, startsOn, note)
    for (const { productId, quantity } of wishes)
      run(db, 'insert into standing_order_lines values (?, ?, ?)', id, productId, quantity)
    return id
  })
}
