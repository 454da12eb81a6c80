import { z } from 'zod'
import { addDays } from '../german.ts'
import { all, atomically, count, one, run } from './database.ts'
import type { DatabaseSync } from './database.ts'
import { pageSize } from './paging.ts'

const invoice = z.object({
  id: z.int(),
  number: z.string(),
  customer_id: z.int(),
  customer: z.string(),
  contact: z.string(),
  street: z.string(),
  postcode: z.string(),
  city: z.string(),
  customer_number: z.string(),
  month: z.string(),
  issued_on: z.string(),
  due_on: z.string(),
  paid_on: z.string().nullable(),
  net_cents: z.int(),
  tax_cents: z.int(),
})
const invoiceLine = z.object({
  position: z.int(),
  product: z.string(),
  quantity: z.int(),
  unit_price_cents: z.int(),
  tax_percent: z.int(),
})

export type Invoice = z.infer<typeof invoice>
export type InvoiceLine = z.infer<typeof invoiceLine>
export const states = ['all', 'open', 'overdue', 'paid'] as const
export type InvoiceState = (typeof states)[number]

const select = `select invoices.*, customers.name as customer, contact, street, postcode, city,
    customers.number as customer_number
  from invoices join customers on customers.id = customer_id`

const where: Readonly<Record<InvoiceState, string>> = {
  all: '?1 = ?1',
  open: '?1 = ?1 and paid_on is null',
  overdue: 'paid_on is null and due_on < ?1',
  paid: '?1 = ?1 and paid_on is not null',
}

export function invoices(
  db: DatabaseSync,
  state: InvoiceState,
  today: string,
  page: number,
): Invoice[] {
  const sql = `${select} where ${where[state]} order by issued_on desc, invoices.id desc limit ?2 offset ?3`
  return all(db, invoice, sql, today, pageSize, (page - 1) * pageSize)
}

const summed = z.object({ n: z.int(), cents: z.int() })

/** How many there are, and what they come to. */
export function sumInvoices(
  db: DatabaseSync,
  state: InvoiceState,
  today: string,
): z.infer<typeof summed> {
  const sql = `select count(*) as n, coalesce(sum(net_cents + tax_cents), 0) as cents from invoices where ${where[state]}`
  return one(db, summed, sql, today) ?? { n: 0, cents: 0 }
}

export function invoicesOf(db: DatabaseSync, customerId: number): Invoice[] {
  return all(db, invoice, `${select} where customer_id = ? order by issued_on desc`, customerId)
}

export function invoiceById(db: DatabaseSync, id: number): Invoice | null {
  return one(db, invoice, `${select} where invoices.id = ?`, id)
}

export function invoiceLines(db: DatabaseSync, id: number): InvoiceLine[] {
  const sql = `select position, products.name as product, quantity, unit_price_cents, invoice_lines.tax_percent
    from invoice_lines join products on products.id = product_id where invoice_id = ? order by position`
  return all(db, invoiceLine, sql, id)
}

export function payInvoice(db: DatabaseSync, id: number, on: string): void {
  run(db, 'update invoices set paid_on = ? where id = ? and paid_on is null', on, id)
}

/** Deliveries up to the end of a month that are on no invoice yet. */
export function countUninvoiced(db: DatabaseSync, month: string): number {
  const sql = `select count(*) as n from deliveries
    where invoice_id is null and delivered_at is not null and substr(deliver_on, 1, 7) = ?`
  return count(db, sql, month)
}

/** One invoice a customer over what was delivered in a month. Answers how many were written. */
export function writeInvoices(db: DatabaseSync, month: string, issuedOn: string): number {
  return atomically(db, () => insertInvoices(db, month, issuedOn))
}

const due = z.object({ customer_id: z.int() })

/** The same within a transaction of the caller's. */
export function insertInvoices(db: DatabaseSync, month: string, issuedOn: string): number {
  const customers = all(
    db,
    due,
    `select distinct customer_id from deliveries
     where invoice_id is null and delivered_at is not null and substr(deliver_on, 1, 7) = ? order by customer_id`,
    month,
  )
  for (const { customer_id } of customers) insertInvoice(db, customer_id, month, issuedOn)
  return customers.length
}

function insertInvoice(db: DatabaseSync, customer: number, month: string, issuedOn: string): void {
  const next = 1 + count(db, 'select count(*) as n from invoices')
  const id = run(
    db,
    `insert into invoices (number, customer_id, month, issued_on, due_on, net_cents, tax_cents)
     values (?, ?, ?, ?, ?, 0, 0)`,
    `R-${issuedOn.slice(0, 4)}-${String(next).padStart(4, '0')}`,
    customer,
    month,
    issuedOn,
    addDays(issuedOn, 30),
  )
  run(
    db,
    `update deliveries set invoice_id = ?1 where customer_id = ?2 and invoice_id is null
       and delivered_at is not null and substr(deliver_on, 1, 7) = ?3`,
    id,
    customer,
    month,
  )
  run(
    db,
    `insert into invoice_lines
     select ?1, row_number() over (order by products.number, unit_price_cents), products.id, sum(quantity),
       unit_price_cents, tax_percent
     from deliveries join delivery_lines on delivery_id = deliveries.id join products on products.id = product_id
     where invoice_id = ?1 group by products.id, unit_price_cents`,
    id,
  )
  run(db, `update invoices set net_cents = ${netOf}, tax_cents = ${taxOf} where id = ?1`, id)
}

const netOf =
  '(select coalesce(sum(quantity * unit_price_cents), 0) from invoice_lines where invoice_id = ?1)'
/** Rounded once for each rate, as the tax office does. */
const taxOf = `(select coalesce(sum(tax), 0) from
  (select cast(round(sum(quantity * unit_price_cents) * tax_percent / 100.0) as integer) as tax
   from invoice_lines where invoice_id = ?1 group by tax_percent))`
