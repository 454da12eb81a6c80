import { Hono } from 'hono'
import type { Bakery, Env } from '../bakery.ts'
import { addDays, counted, euros, longDay, many, moment } from '../german.ts'
import {
  confirmDay,
  confirmDelivery,
  deliveriesOn,
  deliveryById,
  deliveryLines,
} from '../store/deliveries.ts'
import type { Delivery } from '../store/deliveries.ts'
import { html, nothing } from './html.ts'
import type { Html } from './html.ts'
import { page } from './layout.ts'
import { notFound } from './not-found.ts'
import { empty, facts, heading, lineTable, list, tag } from './parts.ts'
import { fieldsOf, idOf, isDay } from './request.ts'

export function deliveryPages(bakery: Bakery): Hono<Env> {
  const { db, license } = bakery
  const app = new Hono<Env>()
  app.get('/deliveries', (c) => {
    const asked = c.req.query('day') ?? ''
    const day = isDay(asked) ? asked : c.var.today
    return page(c, 'Lieferungen', dayOf(bakery, day, c.var.today))
  })
  app.post('/deliveries/confirm', async (c) => {
    license.require('orders:write')
    const { day = '' } = await fieldsOf(c)
    if (isDay(day) && day <= c.var.today) confirmDay(db, day, new Date(c.var.now).toISOString())
    return c.redirect(`/deliveries?day=${isDay(day) ? day : c.var.today}`, 303)
  })
  app.get('/deliveries/:id', (c) => {
    const found = deliveryById(db, idOf(c))
    if (found === null) return notFound(c, 'Diese Lieferung gibt es nicht.', '/deliveries')
    return page(c, `Lieferschein ${found.id}`, card(bakery, found))
  })
  app.post('/deliveries/:id/confirm', (c) => {
    license.require('orders:write')
    confirmDelivery(db, idOf(c), new Date(c.var.now).toISOString())
    return c.redirect(`/deliveries/${idOf(c)}`, 303)
  })
  return app
}

function dayOf({ db }: Bakery, day: string, today: string): Html {
  const found = deliveriesOn(db, day)
  const isOpen = day <= today && found.some(({ delivered_at }) => delivered_at === null)
  const confirm = html`<form method="post" action="/deliveries/confirm">
    <input type="hidden" name="day" value="${day}" />
    <button type="submit" class="quiet">Alle als geliefert bestätigen</button>
  </form>`
  return html`${heading('Lieferungen', longDay(day), isOpen ? confirm : nothing)}
  ${days(day, today)}
  ${
    found.length === 0
      ? empty('An diesem Tag ist nichts zu liefern.')
      : [...Map.groupBy(found, ({ tour }) => tour)].map(([tour, stops]) => round(tour, stops))
  }`
}

function days(day: string, today: string): Html {
  return html`<nav class="days" aria-label="Tage">
    <a rel="prev" href="/deliveries?day=${addDays(day, -1)}">Tag davor</a>
    <a href="/deliveries" ${day === today ? html`aria-current="date"` : nothing}>Heute</a>
    <a rel="next" href="/deliveries?day=${addDays(day, 1)}">Tag danach</a>
    <form action="/deliveries">
      <label><span class="unseen">Tag</span> <input type="date" name="day" value="${day}" /></label>
      <button type="submit" class="quiet">Zeigen</button>
    </form>
  </nav>`
}

function round(tour: string, stops: readonly Delivery[]): Html {
  const pieces = stops.reduce((all, each) => all + each.pieces, 0)
  const leaves = stops[0]?.leaves_at ?? ''
  return html`<section>
    <h2>
      ${tour}
      <span class="about"
        >ab ${leaves} Uhr, ${many(stops.length, 'Stopp', 'Stopps')}, ${counted(pieces)} Stück</span
      >
    </h2>
    ${deliveryList(stops, true)}
  </section>`
}

/** @param isForAll whether the customer stands in the list, or the day. */
export function deliveryList(rows: readonly Delivery[], isForAll: boolean): Html {
  return list(
    'Lieferungen',
    [
      [isForAll ? 'Kunde' : 'Tag'],
      ...(isForAll ? [['Anschrift', 'wide'] as const] : []),
      ['Stand', 'wide'],
      ['Stück', 'figure'],
      ['Netto', 'figure'],
    ],
    rows.map(
      (each) =>
        html`<tr>
          <td>
            <a href="/deliveries/${each.id}"
              >${isForAll ? each.customer : longDay(each.deliver_on)}</a
            >
          </td>
          ${isForAll ? html`<td class="wide">${each.street}, ${each.postcode} ${each.city}</td>` : nothing}
          <td class="wide">${stateOf(each)}</td>
          <td class="figure">${counted(each.pieces)}</td>
          <td class="figure">${euros(each.cents)}</td>
        </tr>`,
    ),
  )
}

function stateOf({ delivered_at }: Delivery): Html {
  return delivered_at === null ? tag('open', 'geplant') : tag('done', 'geliefert')
}

function card({ db }: Bakery, found: Delivery): Html {
  const source =
    found.order_id !== null
      ? html`<a href="/orders/${found.order_id}">Bestellung</a>`
      : html`<a href="/standing-orders/${found.standing_order_id}">Dauerauftrag</a>`
  const confirm = html`<form method="post" action="/deliveries/${found.id}/confirm">
    <button type="submit">Als geliefert bestätigen</button>
  </form>`
  return html`<article class="paper">
    ${heading(`Lieferschein ${found.id}`, longDay(found.deliver_on), found.delivered_at === null ? confirm : nothing)}
    ${facts([
      ['Kunde', html`<a href="/customers/${found.customer_id}">${found.customer}</a>`],
      ['Anschrift', `${found.street}, ${found.postcode} ${found.city}`],
      ['Tour', `${found.tour}, ab ${found.leaves_at} Uhr`],
      ['Aus', source],
      [
        'Stand',
        found.delivered_at === null
          ? stateOf(found)
          : html`${stateOf(found)} ${moment(found.delivered_at)}`,
      ],
    ])}
    ${lineTable(deliveryLines(db, found.id))}
  </article>`
}
