import { counted, euros, writtenDay, writtenMonth } from '../german.ts'
import type { DatabaseSync } from '../store/database.ts'
import { invoiceLines } from '../store/invoices.ts'
import type { Invoice, InvoiceLine } from '../store/invoices.ts'
import { html, nothing } from './html.ts'
import type { Html } from './html.ts'
import { invoiceState } from './invoice-list.ts'
import { list } from './parts.ts'

/** An invoice as it goes out: what the browser prints is a letter. */
export function invoicePaper(db: DatabaseSync, invoice: Invoice, today: string): Html {
  const { number, month, issued_on, due_on, paid_on } = invoice
  const gross = invoice.net_cents + invoice.tax_cents
  return html`<div class="actions unprinted">
      ${invoiceState(invoice, today)}
      ${
        paid_on === null
          ? html`<form method="post" action="/invoices/${invoice.id}/paid">
              <button type="submit" class="quiet">Als bezahlt vermerken</button>
            </form>`
          : html`<span class="about">am ${writtenDay(paid_on)}</span>`
      }
      <button type="button" data-print hidden>Drucken</button>
    </div>
    <article class="paper letter">
      ${letterhead(invoice)}
      <h1>Rechnung <span class="number">${number}</span></h1>
      <p>
        Lieferungen im ${writtenMonth(month)}. Rechnungsdatum ${writtenDay(issued_on)}, Kundennummer
        <span class="number">${invoice.customer_number}</span>.
      </p>
      ${positions(invoice, invoiceLines(db, invoice.id))}
      <p>
        Bitte überweisen Sie <strong>${euros(gross)}</strong> bis zum ${writtenDay(due_on)} ohne
        Abzug auf das unten genannte Konto.
      </p>
      <p class="small">
        Bäckerei Beispiel, Inhaberin N. Beispiel · Backgasse 1, 99001 Musterstadt · Steuernummer
        00/000/00000 · IBAN DE00 0000 0000 0000 0000 00
      </p>
    </article>`
}

function letterhead({ customer, contact, street, postcode, city }: Invoice): Html {
  return html`<div class="letterhead">
    <address>
      <span class="small">Bäckerei Beispiel · Backgasse 1 · 99001 Musterstadt</span><br />
      ${customer}<br />
      ${contact}<br />
      ${street}<br />
      ${postcode} ${city}
    </address>
    <p class="sender">Bäckerei Beispiel</p>
  </div>`
}

function positions(invoice: Invoice, lines: readonly InvoiceLine[]): Html {
  return list(
    'Positionen der Rechnung',
    [
      ['Pos.', 'figure wide'],
      ['Produkt'],
      ['Menge', 'figure'],
      ['Preis', 'figure wide'],
      ['USt.', 'figure wide'],
      ['Summe', 'figure'],
    ],
    lines.map(
      (each) =>
        html`<tr>
          <td class="figure wide">${each.position}</td>
          <td>${each.product}</td>
          <td class="figure">${counted(each.quantity)}</td>
          <td class="figure wide">${euros(each.unit_price_cents)}</td>
          <td class="figure wide">${each.tax_percent} %</td>
          <td class="figure">${euros(each.quantity * each.unit_price_cents)}</td>
        </tr>`,
    ),
    html`<tfoot>
      ${sum('Summe netto', invoice.net_cents)} ${sum('Umsatzsteuer', invoice.tax_cents)}
      ${sum('Rechnungsbetrag', invoice.net_cents + invoice.tax_cents, true)}
    </tfoot>`,
  )
}

function sum(name: string, cents: number, isTotal = false): Html {
  return html`<tr ${isTotal ? html`class="total"` : nothing}>
    <td class="wide"></td>
    <th scope="row">${name}</th>
    <td></td>
    <td class="wide"></td>
    <td class="wide"></td>
    <td class="figure">${euros(cents)}</td>
  </tr>`
}
