import { Hono } from 'hono'
import type { Bakery, Env } from '../bakery.ts'
import { addDays, counted, euros, longDay, many, shortDay, writtenDay } from '../german.ts'
import { countCustomers } from '../store/customers.ts'
import { deliveriesOn } from '../store/deliveries.ts'
import { sumInvoices } from '../store/invoices.ts'
import { bakingList, roundsOn, turnoverBefore } from '../store/overview.ts'
import { html } from './html.ts'
import type { Html } from './html.ts'
import { page } from './layout.ts'
import { empty, heading, list } from './parts.ts'

export function todayPage({ db }: Bakery): Hono<Env> {
  const app = new Hono<Env>()
  app.get('/', (c) => {
    const { today } = c.var
    const write = html`<a class="button" href="/orders/new">Bestellung schreiben</a>`
    const top = heading('Heute', longDay(today), write)
    if (countCustomers(db) === 0) return page(c, 'Heute', html`${top} ${emptyHouse}`)
    const tomorrow = addDays(today, 1)
    return page(
      c,
      'Heute',
      html`${top} ${figures(db, today)}
        <div class="columns">
          <section>
            <h2>Touren</h2>
            ${rounds(db, today)}
            <h2>Umsatz der letzten 14 Tage</h2>
            ${chart(turnoverBefore(db, today, 14))}
          </section>
          <section>
            <h2>Backzettel für ${longDay(tomorrow)}</h2>
            ${baking(db, tomorrow)}
          </section>
        </div>`,
    )
  })
  return app
}

const emptyHouse = empty(
  'Hier stehen sonst die Lieferungen des Tages und der Backzettel für morgen. Noch gibt es keine Kunden.',
  html`<a href="/customers/new">Den ersten Kunden anlegen</a> oder
    <a href="/restore">eine Sicherung einspielen</a>`,
)

type Database = Bakery['db']

function figures(db: Database, today: string): Html {
  const deliveries = deliveriesOn(db, today)
  const sum = deliveries.reduce((all, { cents }) => all + cents, 0)
  const pieces = bakingList(db, addDays(today, 1)).reduce((all, { quantity }) => all + quantity, 0)
  const open = sumInvoices(db, 'open', today)
  const overdue = sumInvoices(db, 'overdue', today)
  const figure = (at: string, name: string, value: string, about: string) =>
    html`<a href="${at}"
      ><span>${name}</span> <strong>${value}</strong> <span class="about">${about}</span></a
    >`
  return html`<div class="figures">
    ${figure('/deliveries', 'Lieferungen heute', counted(deliveries.length), `${euros(sum)} netto`)}
    ${figure(`/deliveries?day=${addDays(today, 1)}`, 'Stück für morgen', counted(pieces), 'aus Bestellungen und Daueraufträgen')}
    ${figure('/invoices?state=open', 'Offene Rechnungen', euros(open.cents), `${many(open.n, 'Rechnung', 'Rechnungen')}, davon ${counted(overdue.n)} überfällig`)}
  </div>`
}

function rounds(db: Database, today: string): Html {
  const found = roundsOn(db, today)
  if (found.length === 0) return empty('Heute fährt keine Tour.')
  return list(
    'Touren des Tages',
    [['Tour'], ['Abfahrt', 'figure'], ['Geliefert', 'figure'], ['Stück', 'figure wide']],
    found.map(
      ({ tour, leaves_at, stops, done, pieces }) =>
        html`<tr>
          <td><a href="/deliveries">${tour}</a></td>
          <td class="figure">${leaves_at} Uhr</td>
          <td class="figure">${counted(done)} von ${counted(stops)}</td>
          <td class="figure wide">${counted(pieces)}</td>
        </tr>`,
    ),
  )
}

function baking(db: Database, day: string): Html {
  const found = bakingList(db, day)
  if (found.length === 0) return empty('Für diesen Tag ist nichts bestellt.')
  return html`${[...Map.groupBy(found, ({ category }) => category)].map(
    ([category, rows]) =>
      html`<h3>${category}</h3>
        <ul class="baking">
          ${rows.map(
            ({ product, quantity }) =>
              html`<li>
                <span>${product}</span> <span class="figure">${counted(quantity)}</span>
              </li>`,
          )}
        </ul>`,
  )}`
}

const chartHeight = 120
const step = 44

/** A bar a day, read out as a list. */
function chart(days: readonly { readonly day: string; readonly cents: number }[]): Html {
  const most = Math.max(1, ...days.map(({ cents }) => cents))
  const bars = days.map(({ day, cents }, at) => {
    const height = Math.round((cents / most) * chartHeight)
    return html`<g role="listitem" aria-label="${shortDay(day)}: ${euros(cents)}">
      <title>${shortDay(day)}: ${euros(cents)}</title>
      <rect
        x="${at * step + 6}"
        y="${chartHeight - height}"
        width="${step - 12}"
        height="${height}"
        rx="2"
      />
      <text x="${at * step + step / 2}" y="${chartHeight + 18}">${shortDay(day).slice(0, 2)}</text>
    </g>`
  })
  const first = days[0]?.day ?? ''
  const last = days.at(-1)?.day ?? ''
  const sum = days.reduce((all, { cents }) => all + cents, 0)
  return html`<figure class="chart">
    <svg
      viewBox="0 0 ${days.length * step} ${chartHeight + 24}"
      role="list"
      aria-label="Umsatz nach Tagen"
    >
      ${bars}
    </svg>
    <figcaption>${euros(sum)} netto, ${writtenDay(first)} bis ${writtenDay(last)}</figcaption>
  </figure>`
}
