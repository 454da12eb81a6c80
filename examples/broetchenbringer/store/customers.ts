import { z } from 'zod'
import { all, count, one, run } from './database.ts'
import type { DatabaseSync } from './database.ts'
import { pageSize } from './paging.ts'

const customer = z.object({
  id: z.int(),
  number: z.string(),
  name: z.string(),
  contact: z.string(),
  street: z.string(),
  postcode: z.string(),
  city: z.string(),
  phone: z.string(),
  email: z.string(),
  tour_id: z.int(),
  tour: z.string(),
  customer_since: z.string(),
  note: z.string().nullable(),
})
const tour = z.object({ id: z.int(), name: z.string(), leaves_at: z.string() })

export type Customer = z.infer<typeof customer>
export type Tour = z.infer<typeof tour>
export type NewCustomer = Omit<Customer, 'id' | 'number' | 'tour'>

const from = 'from customers join tours on tours.id = tour_id'
const matches = '(customers.name like ?1 or number like ?1 or city like ?1 or contact like ?1)'

export function customers(db: DatabaseSync, search: string, page: number): Customer[] {
  const sql = `select customers.*, tours.name as tour ${from} where ${matches}
    order by customers.name collate nocase limit ?2 offset ?3`
  return all(db, customer, sql, `%${search}%`, pageSize, (page - 1) * pageSize)
}

export function countCustomers(db: DatabaseSync, search = ''): number {
  return count(db, `select count(*) as n ${from} where ${matches}`, `%${search}%`)
}

export function customerById(db: DatabaseSync, id: number): Customer | null {
  return one(
    db,
    customer,
    `select customers.*, tours.name as tour ${from} where customers.id = ?`,
    id,
  )
}

/** Every customer by name, to choose from. */
export function customerNames(db: DatabaseSync): { id: number; name: string }[] {
  const named = z.object({ id: z.int(), name: z.string() })
  return all(db, named, 'select id, name from customers order by name collate nocase')
}

export function tours(db: DatabaseSync): Tour[] {
  return all(db, tour, 'select * from tours order by leaves_at, id')
}

/** Answers the new customer's id. Numbers go up from K-1001. */
export function addCustomer(db: DatabaseSync, given: NewCustomer): number {
  const number = 1001 + count(db, 'select count(*) as n from customers')
  return run(
    db,
    `insert into customers (number, name, contact, street, postcode, city, phone, email, tour_id, customer_since, note)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    `K-${number}`,
    given.name,
    given.contact,
    given.street,
    given.postcode,
    given.city,
    given.phone,
    given.email,
    given.tour_id,
    given.customer_since,
    given.note,
  )
}
