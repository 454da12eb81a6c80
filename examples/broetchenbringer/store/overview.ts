import { z } from 'zod'
import { addDays } from '../german.ts'
import { all } from './database.ts'
import type { DatabaseSync } from './database.ts'

const baked = z.object({ product: z.string(), category: z.string(), quantity: z.int() })
const round = z.object({
  tour: z.string(),
  leaves_at: z.string(),
  stops: z.int(),
  done: z.int(),
  pieces: z.int(),
})
const turnover = z.object({ day: z.string(), cents: z.int() })

/** What is to be baked for a day, by product. */
export function bakingList(db: DatabaseSync, day: string): z.infer<typeof baked>[] {
  const sql = `select products.name as product, category, sum(quantity) as quantity
    from deliveries join delivery_lines on delivery_id = deliveries.id join products on products.id = product_id
    where deliver_on = ? group by products.id order by products.number`
  return all(db, baked, sql, day)
}

/** A day's tours, and how far they are. */
export function roundsOn(db: DatabaseSync, day: string): z.infer<typeof round>[] {
  const sql = `select tours.name as tour, leaves_at, count(distinct deliveries.id) as stops,
      count(distinct case when delivered_at is not null then deliveries.id end) as done,
      coalesce(sum(quantity), 0) as pieces
    from tours join customers on tour_id = tours.id join deliveries on customer_id = customers.id
    left join delivery_lines on delivery_id = deliveries.id
    where deliver_on = ? group by tours.id order by leaves_at, tours.id`
  return all(db, round, sql, day)
}

/** What was delivered on each of the days before. */
export function turnoverBefore(
  db: DatabaseSync,
  today: string,
  days: number,
): z.infer<typeof turnover>[] {
  const sql = `select deliver_on as day, sum(quantity * unit_price_cents) as cents
    from deliveries join delivery_lines on delivery_id = deliveries.id
    where deliver_on between ? and ? group by deliver_on`
  const found = all(db, turnover, sql, addDays(today, -days), addDays(today, -1))
  return Array.from({ length: days }, (_, at) => {
    const day = addDays(today, at - days)
    return { day, cents: found.find((each) => each.day === day)?.cents ?? 0 }
  })
}
