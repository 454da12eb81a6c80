import { Hono } from 'hono'
import type { Bakery, Env } from '../bakery.ts'
import { addDays, counted, euros, many, writtenMonth } from '../german.ts'
import {
  countUninvoiced,
  invoiceById,
  invoices,
  payInvoice,
  states,
  sumInvoices,
  writeInvoices,
} from '../store/invoices.ts'
import type { InvoiceState } from '../store/invoices.ts'
import { html, nothing } from './html.ts'
import type { Html } from './html.ts'
import { invoiceList } from './invoice-list.ts'
import { invoicePaper } from './invoice-paper.ts'
import { page } from './layout.ts'
import { notFound } from './not-found.ts'
import { empty, heading, pager } from './parts.ts'
import { idOf, pageOf } from './request.ts'

export function invoicePages(bakery: Bakery): Hono<Env> {
  const { db, license } = bakery
  const app = new Hono<Env>()
  app.get('/invoices', (c) => {
    const state = states.find((each) => each === c.req.query('state')) ?? 'all'
    return page(c, 'Rechnungen', listOf(bakery, state, c.var.today, pageOf(c)))
  })
  app.post('/invoices', (c) => {
    license.require('orders:write')
    writeInvoices(db, lastMonth(c.var.today), c.var.today)
    return c.redirect('/invoices', 303)
  })
  app.get('/invoices/:id', (c) => {
    const found = invoiceById(db, idOf(c))
    if (found === null) return notFound(c, 'Diese Rechnung gibt es nicht.', '/invoices')
    return page(c, `Rechnung ${found.number}`, invoicePaper(db, found, c.var.today))
  })
  app.post('/invoices/:id/paid', (c) => {
    license.require('orders:write')
    payInvoice(db, idOf(c), c.var.today)
    return c.redirect(`/invoices/${idOf(c)}`, 303)
  })
  return app
}

function lastMonth(today: string): string {
  return addDays(`${today.slice(0, 7)}-01`, -1).slice(0, 7)
}

const names: Readonly<Record<InvoiceState, string>> = {
  all: 'Alle',
  open: 'Offen',
  overdue: 'Überfällig',
  paid: 'Bezahlt',
}

function listOf({ db }: Bakery, state: InvoiceState, today: string, at: number): Html {
  const { n, cents } = sumInvoices(db, state, today)
  const month = lastMonth(today)
  const due = countUninvoiced(db, month)
  const write = html`<form method="post" action="/invoices">
    <button type="submit">Rechnungen für ${writtenMonth(month)} schreiben</button>
  </form>`
  const found = invoices(db, state, today, at)
  return html`${heading('Rechnungen', `${many(n, 'Rechnung', 'Rechnungen')}, zusammen ${euros(cents)}`, due > 0 ? write : nothing)}
    <nav class="days" aria-label="Auswahl">
      ${states.map(
        (each) =>
          html`<a
            href="/invoices?state=${each}"
            ${each === state ? html`aria-current="true"` : nothing}
            >${names[each]} <span class="about">${counted(sumInvoices(db, each, today).n)}</span></a
          >`,
      )}
    </nav>
    ${found.length === 0 ? empty(nothingIn[state]) : invoiceList(found, today, true)}
    ${pager(`/invoices?state=${state}`, at, n)}`
}

const nothingIn: Readonly<Record<InvoiceState, string>> = {
  all: 'Hier stehen die Rechnungen, die neueste zuerst. Geschrieben werden sie zum Monatsende aus den bestätigten Lieferungen.',
  open: 'Alle Rechnungen sind bezahlt.',
  overdue: 'Keine Rechnung ist überfällig.',
  paid: 'Noch ist keine Rechnung bezahlt.',
}
