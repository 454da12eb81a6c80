import { z } from 'zod'
import { all, atomically, count, one, run } from './database.ts'
import type { DatabaseSync } from './database.ts'
import { line } from './lines.ts'
import type { Line, Wish } from './lines.ts'
import { pageSize } from './paging.ts'

const order = z.object({
  id: z.int(),
  number: z.string(),
  customer_id: z.int(),
  customer: z.string(),
  placed_at: z.string(),
  deliver_on: z.string(),
  note: z.string().nullable(),
  cents: z.int(),
  delivery_id: z.int().nullable(),
  delivered_at: z.string().nullable(),
})

export type Order = z.infer<typeof order>

export interface NewOrder {
  readonly customerId: number
  readonly deliverOn: string
  readonly note: string | null
  readonly wishes: readonly Wish[]
}

const select = `select orders.*, customers.name as customer, deliveries.id as delivery_id, delivered_at,
    coalesce((select sum(quantity * unit_price_cents) from delivery_lines where delivery_id = deliveries.id), 0) as cents
  from orders join customers on customers.id = orders.customer_id
  left join deliveries on deliveries.order_id = orders.id`

export function orders(db: DatabaseSync, page: number): Order[] {
  const sql = `${select} order by orders.placed_at desc, orders.id desc limit ? offset ?`
  return all(db, order, sql, pageSize, (page - 1) * pageSize)
}

export function ordersOf(db: DatabaseSync, customerId: number, most: number): Order[] {
  const sql = `${select} where orders.customer_id = ? order by orders.id desc limit ?`
  return all(db, order, sql, customerId, most)
}

export function countOrders(db: DatabaseSync): number {
  return count(db, 'select count(*) as n from orders')
}

export function orderById(db: DatabaseSync, id: number): Order | null {
  return one(db, order, `${select} where orders.id = ?`, id)
}

export function orderLines(db: DatabaseSync, { delivery_id }: Order): Line[] {
  const sql = `select product_id, products.name as product, quantity, unit_price_cents
    from delivery_lines join products on products.id = product_id where delivery_id = ? order by products.number`
  return all(db, line, sql, delivery_id)
}

/** Writes an order down and plans its delivery, at today's prices. Answers the order's id. */
export function writeOrder(db: DatabaseSync, given: NewOrder, placedAt: string): number {
  return atomically(db, () => insertOrder(db, given, placedAt))
}

/** The same within a transaction of the caller's. */
export function insertOrder(db: DatabaseSync, given: NewOrder, placedAt: string): number {
  const { customerId, deliverOn, note, wishes } = given
  const next = 1 + count(db, 'select count(*) as n from orders')
  const number = `B-${placedAt.slice(0, 4)}-${String(next).padStart(5, '0')}`
  const order = run(
    db,
    'insert into orders (number, customer_id, placed_at, deliver_on, note) values (?, ?, ?, ?, ?)',
    number,
    customerId,
    placedAt,
    deliverOn,
    note,
  )
  for (const { productId, quantity } of wishes)
    run(db, 'insert into order_lines values (?, ?, ?)', order, productId, quantity)
  const sql = 'insert into deliveries (customer_id, deliver_on, order_id) values (?, ?, ?)'
  const delivery = run(db, sql, customerId, deliverOn, order)
  run(
    db,
    `insert into delivery_lines select ?, product_id, quantity, price_cents
     from order_lines join products on products.id = product_id where order_id = ?`,
    delivery,
    order,
  )
  return order
}
