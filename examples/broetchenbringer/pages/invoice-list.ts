import { euros, shortDay, writtenMonth } from '../german.ts'
import type { Invoice } from '../store/invoices.ts'
import { html } from './html.ts'
import type { Html } from './html.ts'
import { list, tag } from './parts.ts'

/** @param isForAll whether the customer stands in the list, or the month. */
export function invoiceList(rows: readonly Invoice[], today: string, isForAll: boolean): Html {
  return list(
    'Rechnungen',
    [
      ['Nummer'],
      [isForAll ? 'Kunde' : 'Monat'],
      ['Fällig', 'wide'],
      ['Stand', 'wide'],
      ['Brutto', 'figure'],
    ],
    rows.map(
      (each) =>
        html`<tr>
          <td><a class="number" href="/invoices/${each.id}">${each.number}</a></td>
          <td>${isForAll ? each.customer : writtenMonth(each.month)}</td>
          <td class="wide">${shortDay(each.due_on)}</td>
          <td class="wide">${invoiceState(each, today)}</td>
          <td class="figure">${euros(each.net_cents + each.tax_cents)}</td>
        </tr>`,
    ),
  )
}

export function invoiceState({ paid_on, due_on }: Invoice, today: string): Html {
  if (paid_on !== null) return tag('done', 'bezahlt')
  return due_on < today ? tag('late', 'überfällig') : tag('open', 'offen')
}
