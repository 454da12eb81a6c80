import { Hono } from 'hono'
import type { Context } from 'hono'
import type { Bakery, Env } from '../bakery.ts'
import { addDays, euros, longDay, moment, shortDay } from '../german.ts'
import { customerById } from '../store/customers.ts'
import { countOrders, orderById, orderLines, orders, writeOrder } from '../store/orders.ts'
import type { NewOrder, Order } from '../store/orders.ts'
import { html, nothing } from './html.ts'
import type { Html } from './html.ts'
import { page } from './layout.ts'
import { notFound } from './not-found.ts'
import { dayField, orderForm, wishesIn } from './order-form.ts'
import type { Fields } from './order-form.ts'
import { empty, facts, heading, lineTable, list, pager, tag } from './parts.ts'
import { fieldsOf, idOf, isDay, pageOf } from './request.ts'

export function orderPages(bakery: Bakery): Hono<Env> {
  const { db, license } = bakery
  const app = new Hono<Env>()
  app.get('/orders', (c) => page(c, 'Bestellungen', listOf(bakery, pageOf(c))))
  app.get('/orders/new', (c) => {
    const customer = c.req.query('customer') ?? ''
    const given = { customer, deliver_on: addDays(c.var.today, 1) }
    return formPage(c, bakery, given, '')
  })
  app.post('/orders', async (c) => {
    const given = await fieldsOf(c)
    // Asked when the work begins: an order that was sent before midnight is written, however long that takes.
    return license.attempt('orders:write', () => {
      const order = readOrder(bakery, given, c.var.today)
      if (typeof order === 'string') return formPage(c, bakery, given, order)
      const id = writeOrder(db, order, new Date(c.var.now).toISOString())
      return c.redirect(`/orders/${id}?written=1`, 303)
    })
  })
  app.get('/orders/:id', (c) => {
    const order = orderById(db, idOf(c))
    if (order === null) return notFound(c, 'Diese Bestellung gibt es nicht.', '/orders')
    const isNew = c.req.query('written') === '1'
    return page(c, `Bestellung ${order.number}`, card(bakery, order, isNew))
  })
  return app
}

const write = html`<a class="button" href="/orders/new">Bestellung schreiben</a>`

function listOf({ db }: Bakery, at: number): Html {
  const total = countOrders(db)
  const about = 'Einzelne Bestellungen; was regelmäßig geliefert wird, steht unter Daueraufträge.'
  const top = heading('Bestellungen', about, write)
  if (total === 0)
    return html`${top}
    ${empty(
      'Hier stehen die Bestellungen, die neueste zuerst. Noch hat niemand etwas bestellt.',
      html`<a href="/orders/new">Die erste Bestellung schreiben</a>`,
    )}`
  return html`${top} ${orderList(orders(db, at), true)} ${pager('/orders', at, total)}`
}

/** @param isForAll whether the customer stands in the list. */
export function orderList(rows: readonly Order[], isForAll: boolean): Html {
  const customer = isForAll ? [['Kunde'] as const] : []
  return list(
    'Bestellungen',
    [
      ['Nummer'],
      ...customer,
      ['Lieferung'],
      ['Stand', 'wide'],
      ['Netto', isForAll ? 'figure wide' : 'figure'],
    ],
    rows.map(
      (order) =>
        html`<tr>
          <td><a class="number" href="/orders/${order.id}">${order.number}</a></td>
          ${isForAll ? html`<td>${order.customer}</td>` : nothing}
          <td>${shortDay(order.deliver_on)}</td>
          <td class="wide">
            ${order.delivered_at === null ? tag('open', 'geplant') : tag('done', 'geliefert')}
          </td>
          <td class="${isForAll ? 'figure wide' : 'figure'}">${euros(order.cents)}</td>
        </tr>`,
    ),
  )
}

function card({ db }: Bakery, order: Order, isNew: boolean): Html {
  const delivery =
    order.delivery_id === null
      ? nothing
      : html`<a href="/deliveries/${order.delivery_id}">Lieferschein ansehen</a>`
  return html`${
    isNew
      ? html`<p class="receipt" role="status">
          Die Bestellung ist geschrieben und für die Lieferung eingeplant.
        </p>`
      : nothing
  }
  ${heading(`Bestellung ${order.number}`, '', delivery)}
  ${facts([
    ['Kunde', html`<a href="/customers/${order.customer_id}">${order.customer}</a>`],
    ['Bestellt', moment(order.placed_at)],
    ['Lieferung', longDay(order.deliver_on)],
    [
      'Stand',
      order.delivered_at === null
        ? tag('open', 'geplant')
        : html`${tag('done', 'geliefert')} ${moment(order.delivered_at)}`,
    ],
    ['Notiz', order.note ?? '–'],
  ])}
  ${lineTable(orderLines(db, order))}`
}

function formPage(c: Context<Env>, { db }: Bakery, given: Fields, fault: string) {
  const button = 'Bestellung schreiben'
  const when = dayField('Liefertag', 'deliver_on', given, c.var.today)
  const form = orderForm(db, { action: '/orders', button, given, fault, when })
  return page(c, button, html`${heading(button)} ${form}`, fault === '' ? 200 : 422)
}

/** The order that a form holds, or a sentence about what is missing. */
function readOrder({ db }: Bakery, given: Fields, today: string): NewOrder | string {
  const { customer = '', deliver_on = '', note = '' } = given
  const found = customerById(db, Number(customer) || 0)
  if (found === null) return 'Bitte wählen Sie den Kunden aus.'
  if (!isDay(deliver_on)) return 'Bitte geben Sie den Liefertag an.'
  if (deliver_on < today) return 'Der Liefertag liegt in der Vergangenheit.'
  const wishes = wishesIn(db, given)
  if (typeof wishes === 'string') return wishes
  const words = note === '' ? null : note.slice(0, 500)
  return { customerId: found.id, deliverOn: deliver_on, note: words, wishes }
}
