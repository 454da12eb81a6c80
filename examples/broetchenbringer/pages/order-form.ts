import { euros } from '../german.ts'
import { customerNames } from '../store/customers.ts'
import type { DatabaseSync } from '../store/database.ts'
import type { Wish } from '../store/lines.ts'
import { byCategory, products } from '../store/products.ts'
import type { Product } from '../store/products.ts'
import { html, nothing } from './html.ts'
import type { Html } from './html.ts'
import { complaint, empty } from './parts.ts'

/** What was typed into a form. */
export type Fields = Readonly<Record<string, string>>

interface Form {
  /** Where it is sent. */
  readonly action: string
  /** What its button says. */
  readonly button: string
  readonly given: Fields
  /** What is wrong with it; empty if nothing is. */
  readonly fault: string
  /** Between the customer and the note: the day, or the days. */
  readonly when: Html
}

/** Customer, day, and the price list with a field for each quantity: it needs no script. */
export function orderForm(db: DatabaseSync, { action, button, given, fault, when }: Form): Html {
  const customers = customerNames(db)
  if (customers.length === 0) return noCustomer
  return html`${complaint(fault)}
    <form method="post" action="${action}">
      <div class="fields row">
        <label
          >Kunde
          <select name="customer" required>
            <option value="">Bitte wählen</option>
            ${customers.map(({ id, name }) => {
              const chosen = String(id) === given.customer ? html`selected` : nothing
              return html`<option value="${id}" ${chosen}>${name}</option>`
            })}
          </select>
        </label>
        ${when}
        <label>Notiz <input name="note" maxlength="500" value="${given.note ?? ''}" /></label>
      </div>
      <div class="price-list">
        ${byCategory(onSale(db)).map(([category, of]) => categoryFields(category, of, given))}
      </div>
      <p class="actions"><button type="submit">${button}</button></p>
    </form>`
}

const noCustomer = empty(
  'Eine Bestellung braucht einen Kunden.',
  html`<a href="/customers/new">Den ersten Kunden anlegen</a>`,
)

/** A day to choose. */
export function dayField(label: string, name: string, given: Fields, today: string): Html {
  return html`<label
    >${label}
    <input type="date" name="${name}" min="${today}" value="${given[name] ?? ''}" required
  /></label>`
}

function categoryFields(category: string, all: readonly Product[], given: Fields): Html {
  return html`<fieldset>
    <legend>${category}</legend>
    ${all.map(
      ({ id, name, price_cents }) =>
        html`<label class="quantity"
          ><span>${name}</span> <span class="about">${euros(price_cents)}</span>
          <input
            type="number"
            name="quantity-${id}"
            min="0"
            max="9999"
            inputmode="numeric"
            value="${given[`quantity-${id}`] ?? ''}"
        /></label>`,
    )}
  </fieldset>`
}

/** The quantities that a form holds, or a sentence about what is wrong with them. */
export function wishesIn(db: DatabaseSync, given: Fields): readonly Wish[] | string {
  const wishes = onSale(db).flatMap(({ id }) => {
    const quantity = Number(given[`quantity-${id}`] ?? 0)
    return quantity === 0 ? [] : [{ productId: id, quantity }]
  })
  if (wishes.length === 0) return 'Bitte geben Sie bei mindestens einem Produkt eine Menge an.'
  const isWhole = wishes.every(({ quantity }) => /^\d{1,4}$/.test(String(quantity)))
  return isWhole ? wishes : 'Mengen sind ganze Zahlen bis 9999.'
}

function onSale(db: DatabaseSync): Product[] {
  return products(db).filter(({ on_sale }) => on_sale === 1)
}
