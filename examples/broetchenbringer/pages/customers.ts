import { Hono } from 'hono'
import type { Context } from 'hono'
import { z } from 'zod'
import type { Bakery, Env } from '../bakery.ts'
import { many, writtenDay } from '../german.ts'
import { addCustomer, countCustomers, customerById, customers, tours } from '../store/customers.ts'
import type { Customer } from '../store/customers.ts'
import { deliveriesOf } from '../store/deliveries.ts'
import { invoicesOf } from '../store/invoices.ts'
import { ordersOf } from '../store/orders.ts'
import { standingOrdersOf } from '../store/standing-orders.ts'
import { customerForm } from './customer-form.ts'
import { deliveryList } from './deliveries.ts'
import { html, nothing } from './html.ts'
import type { Html } from './html.ts'
import { invoiceList } from './invoice-list.ts'
import { page } from './layout.ts'
import { notFound } from './not-found.ts'
import { orderList } from './orders.ts'
import { empty, facts, heading, list, pager } from './parts.ts'
import { fieldsOf, idOf, pageOf } from './request.ts'
import { standingOrderList } from './standing-orders.ts'

export function customerPages(bakery: Bakery): Hono<Env> {
  const { db, license } = bakery
  const app = new Hono<Env>()
  app.get('/customers', (c) =>
    page(c, 'Kunden', listOf(bakery, c.req.query('q')?.trim() ?? '', pageOf(c))),
  )
  app.get('/customers/new', (c) => formPage(c, bakery, {}, ''))
  app.post('/customers', async (c) => {
    license.require('orders:write')
    const given = await fieldsOf(c)
    const read = newCustomer.safeParse(given)
    const isTour = tours(db).some(({ id }) => id === read.data?.tour_id)
    if (!read.success || !isTour)
      return formPage(c, bakery, given, 'Bitte füllen Sie Name, Anschrift und Tour aus.')
    const id = addCustomer(db, { ...read.data, customer_since: c.var.today })
    return c.redirect(`/customers/${id}`, 303)
  })
  app.get('/customers/:id', (c) => {
    const found = customerById(db, idOf(c))
    if (found === null) return notFound(c, 'Diesen Kunden gibt es nicht.', '/customers')
    return page(c, found.name, card(bakery, found, c.var.today))
  })
  return app
}

const text = z.string().max(200)
const newCustomer = z.object({
  name: text.min(1),
  contact: text.default(''),
  street: text.min(1),
  postcode: text.min(1),
  city: text.min(1),
  phone: text.default(''),
  email: text.default(''),
  tour_id: z.coerce.number<string>().int(),
  note: text.transform((note) => (note === '' ? null : note)),
})

function formPage(
  c: Context<Env>,
  { db }: Bakery,
  given: Readonly<Record<string, string>>,
  fault: string,
) {
  const content = html`${heading('Kunden anlegen')} ${customerForm(tours(db), given, fault)}`
  return page(c, 'Kunden anlegen', content, fault === '' ? 200 : 422)
}

function listOf({ db }: Bakery, search: string, at: number): Html {
  const total = countCustomers(db, search)
  const add = html`<a class="button quiet" href="/customers/new">Kunden anlegen</a>`
  const top = heading('Kunden', many(total, 'Kunde', 'Kunden'), add)
  const none =
    search === ''
      ? empty(
          'Hier stehen alle, die Sie beliefern. Noch ist niemand eingetragen.',
          html`<a href="/customers/new">Den ersten Kunden anlegen</a>`,
        )
      : empty(`Zu „${search}“ gibt es keinen Kunden.`, html`<a href="/customers">Alle zeigen</a>`)
  return html`${top}
    <form class="search" role="search" action="/customers">
      <label
        ><span class="unseen">Suche</span>
        <input type="search" name="q" value="${search}" placeholder="Name, Nummer, Ort" />
      </label>
      <button type="submit" class="quiet">Suchen</button>
    </form>
    ${total === 0 ? none : rowsOf(customers(db, search, at))}
    ${pager(`/customers?q=${encodeURIComponent(search)}`, at, total)}`
}

function rowsOf(found: readonly Customer[]): Html {
  return list(
    'Kunden',
    [['Name'], ['Ansprechpartner', 'wide'], ['Ort', 'wide'], ['Tour'], ['Kunde seit', 'wide']],
    found.map(
      (each) =>
        html`<tr>
          <td>
            <a href="/customers/${each.id}">${each.name}</a>
            <span class="about">${each.number}</span>
          </td>
          <td class="wide">${each.contact}</td>
          <td class="wide">${each.city}</td>
          <td>${each.tour}</td>
          <td class="wide">${writtenDay(each.customer_since)}</td>
        </tr>`,
    ),
  )
}

function card({ db }: Bakery, customer: Customer, today: string): Html {
  const { id } = customer
  const order = html`<a class="button" href="/orders/new?customer=${id}">Bestellung schreiben</a>`
  return html`${heading(customer.name, customer.number, order)}
  ${facts([
    ['Ansprechpartner', customer.contact || '–'],
    ['Anschrift', `${customer.street}, ${customer.postcode} ${customer.city}`],
    ['Telefon', customer.phone || '–'],
    ['E-Mail', customer.email || '–'],
    ['Tour', customer.tour],
    ['Kunde seit', writtenDay(customer.customer_since)],
    ['Notiz', customer.note ?? '–'],
  ])}
  ${section('Daueraufträge', standingOrdersOf(db, id), (rows) => standingOrderList(rows, today, false))}
  ${section('Letzte Bestellungen', ordersOf(db, id, 6), (rows) => orderList(rows, false))}
  ${section('Rechnungen', invoicesOf(db, id), (rows) => invoiceList(rows, today, false))}
  ${section('Letzte Lieferungen', deliveriesOf(db, id, 8), (rows) => deliveryList(rows, false))}`
}

function section<T>(title: string, rows: readonly T[], show: (rows: readonly T[]) => Html): Html {
  if (rows.length === 0) return nothing
  return html`<section>
    <h2>${title}</h2>
    ${show(rows)}
  </section>`
}
