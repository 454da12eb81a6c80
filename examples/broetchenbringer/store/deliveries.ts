import { z } from 'zod'
import { weekdayOf } from '../german.ts'
import { all, atomically, count, one, run } from './database.ts'
import type { DatabaseSync } from './database.ts'
import { line } from './lines.ts'
import type { Line } from './lines.ts'

const delivery = z.object({
  id: z.int(),
  customer_id: z.int(),
  customer: z.string(),
  street: z.string(),
  postcode: z.string(),
  city: z.string(),
  tour: z.string(),
  leaves_at: z.string(),
  deliver_on: z.string(),
  standing_order_id: z.int().nullable(),
  order_id: z.int().nullable(),
  delivered_at: z.string().nullable(),
  invoice_id: z.int().nullable(),
  pieces: z.int(),
  cents: z.int(),
})

export type Delivery = z.infer<typeof delivery>

const select = `select deliveries.*, customers.name as customer, street, postcode, city,
    tours.name as tour, leaves_at, coalesce(sum(quantity), 0) as pieces,
    coalesce(sum(quantity * unit_price_cents), 0) as cents
  from deliveries join customers on customers.id = customer_id join tours on tours.id = tour_id
  left join delivery_lines on delivery_id = deliveries.id`

/** A day's deliveries in the order of the tours. */
export function deliveriesOn(db: DatabaseSync, day: string): Delivery[] {
  const sql = `${select} where deliver_on = ? group by deliveries.id
    order by leaves_at, tours.id, postcode, street, deliveries.id`
  return all(db, delivery, sql, day)
}

export function deliveriesOf(db: DatabaseSync, customerId: number, most: number): Delivery[] {
  const sql = `${select} where customer_id = ? group by deliveries.id
    order by deliver_on desc, deliveries.id desc limit ?`
  return all(db, delivery, sql, customerId, most)
}

export function deliveryById(db: DatabaseSync, id: number): Delivery | null {
  return one(db, delivery, `${select} where deliveries.id = ? group by deliveries.id`, id)
}

export function deliveryLines(db: DatabaseSync, id: number): Line[] {
  const sql = `select product_id, products.name as product, quantity, unit_price_cents
    from delivery_lines join products on products.id = product_id where delivery_id = ? order by products.number`
  return all(db, line, sql, id)
}

export function countDeliveries(db: DatabaseSync): number {
  return count(db, 'select count(*) as n from deliveries')
}

export function confirmDelivery(db: DatabaseSync, id: number, at: string): void {
  run(db, 'update deliveries set delivered_at = ? where id = ? and delivered_at is null', at, id)
}

/** Everything of a day that was not confirmed one by one. */
export function confirmDay(db: DatabaseSync, day: string, at: string): void {
  run(
    db,
    'update deliveries set delivered_at = ? where deliver_on = ? and delivered_at is null',
    at,
    day,
  )
}

/** Makes the deliveries that standing orders want on a day, once. */
export function planDay(db: DatabaseSync, day: string): void {
  atomically(db, () => insertPlanned(db, day))
}

/** The same within a transaction of the caller's. */
export function insertPlanned(db: DatabaseSync, day: string): void {
  run(
    db,
    `insert into deliveries (customer_id, deliver_on, standing_order_id)
     select customer_id, ?1, id from standing_orders as wanted
     where starts_on <= ?1 and (ends_on is null or ends_on >= ?1) and instr(weekdays, ?2) > 0
       and not exists (select 1 from deliveries where standing_order_id = wanted.id and deliver_on = ?1)`,
    day,
    weekdayOf(day),
  )
  run(
    db,
    `insert into delivery_lines
     select deliveries.id, product_id, quantity, price_cents
     from deliveries join standing_order_lines using (standing_order_id) join products on products.id = product_id
     where deliver_on = ?1
       and not exists (select 1 from delivery_lines where delivery_id = deliveries.id)`,
    day,
  )
}
