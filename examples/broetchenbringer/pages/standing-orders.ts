import { Hono } from 'hono'
import type { Context } from 'hono'
import type { Bakery, Env } from '../bakery.ts'
import { addDays, counted, euros, longDay, shortDay } from '../german.ts'
import { customerById } from '../store/customers.ts'
import { planDay } from '../store/deliveries.ts'
import {
  addStandingOrder,
  countStandingOrders,
  endStandingOrder,
  standingOrderById,
  standingOrderLines,
  standingOrders,
} from '../store/standing-orders.ts'
import type { NewStandingOrder, StandingOrder } from '../store/standing-orders.ts'
import { html, nothing } from './html.ts'
import type { Html } from './html.ts'
import { page } from './layout.ts'
import { notFound } from './not-found.ts'
import { dayField, orderForm, wishesIn } from './order-form.ts'
import type { Fields } from './order-form.ts'
import { empty, facts, heading, lineTable, list, pager, tag } from './parts.ts'
import { fieldsOf, idOf, isDay, pageOf } from './request.ts'

export function standingOrderPages(bakery: Bakery): Hono<Env> {
  const { db, license } = bakery
  const app = new Hono<Env>()
  app.get('/standing-orders', (c) =>
    page(c, 'Daueraufträge', listOf(bakery, pageOf(c), c.var.today)),
  )
  app.get('/standing-orders/new', (c) => {
    const days = { Mo: '1', Di: '1', Mi: '1', Do: '1', Fr: '1' }
    const starts_on = addDays(c.var.today, 1)
    return formPage(c, bakery, { ...days, starts_on, customer: c.req.query('customer') ?? '' }, '')
  })
  app.post('/standing-orders', async (c) => {
    license.require('orders:write')
    const given = await fieldsOf(c)
    const read = readStandingOrder(bakery, given)
    if (typeof read === 'string') return formPage(c, bakery, given, read)
    const id = addStandingOrder(db, read)
    planDay(db, addDays(c.var.today, 1))
    return c.redirect(`/standing-orders/${id}`, 303)
  })
  app.get('/standing-orders/:id', (c) => {
    const found = standingOrderById(db, idOf(c))
    if (found === null) return notFound(c, 'Diesen Dauerauftrag gibt es nicht.', '/standing-orders')
    return page(c, `Dauerauftrag ${found.customer}`, card(bakery, found, c.var.today))
  })
  app.post('/standing-orders/:id/end', async (c) => {
    license.require('orders:write')
    const { ends_on = '' } = await fieldsOf(c)
    const id = idOf(c)
    endStandingOrder(db, id, isDay(ends_on) ? ends_on : null)
    return c.redirect(`/standing-orders/${id}`, 303)
  })
  return app
}

function listOf({ db }: Bakery, at: number, today: string): Html {
  const total = countStandingOrders(db)
  const top = heading(
    'Daueraufträge',
    'Daraus entstehen Abend für Abend die Lieferungen des nächsten Tages.',
    html`<a class="button" href="/standing-orders/new">Dauerauftrag anlegen</a>`,
  )
  if (total === 0)
    return html`${top}
    ${empty('Hier steht, wer an welchen Wochentagen was bekommt. Noch gibt es keinen Dauerauftrag.', html`<a href="/standing-orders/new">Den ersten Dauerauftrag anlegen</a>`)}`
  const rows = standingOrders(db, at)
  return html`${top} ${standingOrderList(rows, today, true)} ${pager('/standing-orders', at, total)}`
}

export function standingOrderList(
  rows: readonly StandingOrder[],
  today: string,
  isForAll: boolean,
): Html {
  return list(
    'Daueraufträge',
    [
      [isForAll ? 'Kunde' : 'Wochentage'],
      ...(isForAll ? [['Wochentage', 'wide'] as const] : []),
      ['Stand', 'wide'],
      ['Stück', 'figure'],
      ['Netto je Tag', 'figure'],
    ],
    rows.map(
      (each) =>
        html`<tr>
          <td>
            <a href="/standing-orders/${each.id}">${isForAll ? each.customer : each.weekdays}</a>
          </td>
          ${isForAll ? html`<td class="wide">${each.weekdays}</td>` : nothing}
          <td class="wide">${stateOf(each, today)}</td>
          <td class="figure">${counted(each.pieces)}</td>
          <td class="figure">${euros(each.cents)}</td>
        </tr>`,
    ),
  )
}

function stateOf({ starts_on, ends_on }: StandingOrder, today: string): Html {
  if (ends_on !== null && ends_on < today) return tag('open', `beendet, ${shortDay(ends_on)}`)
  if (starts_on > today) return tag('open', `ab ${shortDay(starts_on)}`)
  return tag('done', ends_on === null ? 'läuft' : `läuft bis ${shortDay(ends_on)}`)
}

function card({ db }: Bakery, found: StandingOrder, today: string): Html {
  return html`${heading('Dauerauftrag', found.customer)}
    ${facts([
      ['Kunde', html`<a href="/customers/${found.customer_id}">${found.customer}</a>`],
      ['Wochentage', found.weekdays],
      ['Erste Lieferung', longDay(found.starts_on)],
      ['Stand', stateOf(found, today)],
      ['Notiz', found.note ?? '–'],
    ])}
    ${lineTable(standingOrderLines(db, found.id))}
    <form class="fields row" method="post" action="/standing-orders/${found.id}/end">
      <label
        >Letzter Liefertag <input type="date" name="ends_on" value="${found.ends_on ?? ''}"
      /></label>
      <p class="about">Leer heißt: bis auf Weiteres.</p>
      <p><button type="submit" class="quiet">Speichern</button></p>
    </form>`
}

const weekdays = ['Mo', 'Di', 'Mi', 'Do', 'Fr', 'Sa', 'So'] as const

function formPage(c: Context<Env>, { db }: Bakery, given: Fields, fault: string) {
  const button = 'Dauerauftrag anlegen'
  const days = weekdays.map((day) => {
    const chosen = given[day] === '1' ? html`checked` : nothing
    return html`<label class="check"
      ><input type="checkbox" name="${day}" value="1" ${chosen} /> ${day}</label
    >`
  })
  const when = html`${dayField('Erste Lieferung', 'starts_on', given, c.var.today)}
    <fieldset class="weekdays">
      <legend>Wochentage</legend>
      ${days}
    </fieldset>`
  const form = orderForm(db, { action: '/standing-orders', button, given, fault, when })
  return page(c, button, html`${heading(button)} ${form}`, fault === '' ? 200 : 422)
}

/** The standing order that a form holds, or a sentence about what is missing. */
function readStandingOrder({ db }: Bakery, given: Fields): NewStandingOrder | string {
  const { customer = '', starts_on = '', note = '' } = given
  const found = customerById(db, Number(customer) || 0)
  if (found === null) return 'Bitte wählen Sie den Kunden aus.'
  const days = weekdays.filter((day) => given[day] === '1').join(' ')
  if (days === '') return 'Bitte wählen Sie mindestens einen Wochentag.'
  if (!isDay(starts_on)) return 'Bitte geben Sie den Tag der ersten Lieferung an.'
  const wishes = wishesIn(db, given)
  if (typeof wishes === 'string') return wishes
  const words = note === '' ? null : note.slice(0, 500)
  return { customerId: found.id, weekdays: days, startsOn: starts_on, note: words, wishes }
}
