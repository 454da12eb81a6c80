import type { Tour } from '../store/customers.ts'
import { html, nothing } from './html.ts'
import type { Html } from './html.ts'
import { complaint } from './parts.ts'

type Fields = Readonly<Record<string, string>>

export function customerForm(tours: readonly Tour[], given: Fields, fault: string): Html {
  return html`${complaint(fault)}
    <form class="fields narrow" method="post" action="/customers">
      ${field(given, 'name', 'Name', 'organization', true)}
      ${field(given, 'contact', 'Ansprechpartner', 'name')}
      ${field(given, 'street', 'Straße und Hausnummer', 'street-address', true)}
      <div class="fields row">
        ${field(given, 'postcode', 'Postleitzahl', 'postal-code', true)}
        ${field(given, 'city', 'Ort', 'address-level2', true)}
      </div>
      <div class="fields row">
        ${field(given, 'phone', 'Telefon', 'tel')} ${field(given, 'email', 'E-Mail', 'email')}
      </div>
      <label
        >Tour
        <select name="tour_id" required>
          ${tours.map(({ id, name, leaves_at }) => {
            const chosen = String(id) === given.tour_id ? html`selected` : nothing
            return html`<option value="${id}" ${chosen}>${name}, ab ${leaves_at} Uhr</option>`
          })}
        </select>
      </label>
      ${field(given, 'note', 'Notiz', 'off')}
      <p><button type="submit">Kunden anlegen</button></p>
    </form>`
}

function field(
  given: Fields,
  name: string,
  label: string,
  autocomplete: string,
  isNeeded = false,
): Html {
  return html`<label class="grow"
    >${label}
    <input
      name="${name}"
      value="${given[name] ?? ''}"
      maxlength="200"
      autocomplete="${autocomplete}"
      ${isNeeded ? html`required` : nothing}
  /></label>`
}
