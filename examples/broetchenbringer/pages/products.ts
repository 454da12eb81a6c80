import { Hono } from 'hono'
import type { Bakery, Env } from '../bakery.ts'
import { euros, many } from '../german.ts'
import { byCategory, productById, products, setPrice } from '../store/products.ts'
import type { Product } from '../store/products.ts'
import { html } from './html.ts'
import type { Html } from './html.ts'
import { page } from './layout.ts'
import { notFound } from './not-found.ts'
import { complaint, empty, facts, heading, list, tag } from './parts.ts'
import { fieldsOf, idOf } from './request.ts'

export function productPages({ db, license }: Bakery): Hono<Env> {
  const app = new Hono<Env>()
  app.get('/products', (c) => page(c, 'Produkte', listOf(products(db))))
  app.get('/products/:id', (c) => {
    const found = productById(db, idOf(c))
    if (found === null) return notFound(c, 'Dieses Produkt gibt es nicht.', '/products')
    return page(c, found.name, card(found, ''))
  })
  app.post('/products/:id', async (c) => {
    license.require('orders:write')
    const found = productById(db, idOf(c))
    if (found === null) return notFound(c, 'Dieses Produkt gibt es nicht.', '/products')
    const { price = '', on_sale } = await fieldsOf(c)
    const cents = centsOf(price)
    if (cents === null)
      return page(c, found.name, card(found, 'Der Preis ist ein Betrag in Euro, etwa 1,25.'), 422)
    setPrice(db, found.id, cents, on_sale === '1')
    return c.redirect('/products', 303)
  })
  return app
}

/** The cents of `1,25`; null if it is no amount below 10.000 euros. */
function centsOf(text: string): number | null {
  const [, whole, part = ''] = /^(\d{1,4})(?:[,.](\d{1,2}))?$/.exec(text) ?? []
  return whole === undefined ? null : Number(whole) * 100 + Number(part.padEnd(2, '0'))
}

function listOf(all: readonly Product[]): Html {
  const top = heading('Produkte', `${many(all.length, 'Produkt', 'Produkte')}, Preise netto`)
  if (all.length === 0)
    return html`${top}
    ${empty('Hier steht die Preisliste. Sie kommt mit der ersten Einrichtung oder aus einer Sicherung.', html`<a href="/restore">Eine Sicherung einspielen</a>`)}`
  return html`${top}
  ${byCategory(all).map(
    ([category, of]) =>
      html`<section class="even">
        <h2>${category}</h2>
        ${priceTable(category, of)}
      </section>`,
  )}`
}

function priceTable(category: string, of: readonly Product[]): Html {
  return list(
    category,
    [['Produkt'], ['Allergene', 'wide'], ['Stand', 'wide'], ['Preis', 'figure']],
    of.map(
      (each) =>
        html`<tr>
          <td>
            <a href="/products/${each.id}">${each.name}</a>
            <span class="about">${each.number}</span>
          </td>
          <td class="wide about">${each.allergens || '–'}</td>
          <td class="wide">
            ${each.on_sale === 1 ? tag('done', 'im Angebot') : tag('open', 'ausgesetzt')}
          </td>
          <td class="figure">${euros(each.price_cents)}</td>
        </tr>`,
    ),
  )
}

function card(product: Product, fault: string): Html {
  const price = (product.price_cents / 100).toFixed(2).replace('.', ',')
  return html`${heading(product.name, `${product.category}, Nr. ${product.number}`)}
    ${complaint(fault)}
    ${facts([
      ['Allergene', product.allergens || '–'],
      ['Umsatzsteuer', `${product.tax_percent} %`],
    ])}
    <form class="fields narrow" method="post" action="/products/${product.id}">
      <label
        >Preis netto in Euro <input name="price" value="${price}" inputmode="decimal" required
      /></label>
      <label class="check"
        ><input
          type="checkbox"
          name="on_sale"
          value="1"
          ${product.on_sale === 1 ? html`checked` : ''}
        />
        Im Angebot</label
      >
      <p class="about">
        Gilt für alles, was ab jetzt eingeplant wird. Ausgelieferte Ware behält ihren Preis.
      </p>
      <p><button type="submit">Speichern</button></p>
    </form>`
}
