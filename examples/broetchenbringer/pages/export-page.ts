import type { Bakery } from '../bakery.ts'
import { bakeryExport } from '../export.ts'
import { counted } from '../german.ts'
import { count } from '../store/database.ts'
import { choices } from './formats.ts'
import type { Choice } from './formats.ts'
import { html, nothing } from './html.ts'
import type { Html } from './html.ts'
import { complaint, heading, list } from './parts.ts'

const about =
  'Ihre Daten gehören Ihnen. Sie bekommen sie jederzeit, mit und ohne gültige Lizenz, so oft Sie möchten.'

export function exportPage(bakery: Bakery, fault: string): Html {
  const promised = bakery.license.exportFormats
  // What the contract promises is chosen already; everything else is there as well.
  const isChosen = ({ value }: Choice) => promised.includes(value)
  return html`${heading('Daten exportieren', about)} ${complaint(fault)}
    <div class="columns">
      <section>
        <h2>Alles in einem Paket</h2>
        <form class="export" action="/export/package" data-export>
          <fieldset class="formats">
            <legend>Formate</legend>
            ${choices().map((choice) => formatChoice(choice, isChosen(choice)))}
          </fieldset>
          <p><button type="submit">Paket herunterladen</button></p>
          <div class="progress" data-progress hidden>
            <label
              ><span data-progress-text role="status">Das Paket wird geschrieben.</span>
              <progress max="1" value="0"></progress>
            </label>
          </div>
        </form>
        <p class="about">
          Das Paket ist ein ZIP mit allen Tabellen, Ihren Dokumenten, Prüfsummen und einer
          Beschreibung auf Deutsch und Englisch. Nicht enthalten sind Kennwörter und der
          Lizenzschlüssel.
        </p>
      </section>
      <section>
        <h2>Einzelne Tabellen</h2>
        ${tables(bakery)}
        <h2>Sicherung</h2>
        <p>
          Die Sicherung enthält alles in der Form, die Brötchenbringer selbst liest. Nach einem
          Ausfall spielen Sie sie in eine neue Installation ein.
        </p>
        <p><a class="button quiet" href="/export/backup" download>Sicherung herunterladen</a></p>
      </section>
    </div>
    <script src="/assets/export.js" defer></script>`
}

function formatChoice({ value, name, about }: Choice, isChosen: boolean): Html {
  return html`<label class="check"
    ><input type="checkbox" name="format" value="${value}" ${isChosen ? html`checked` : nothing} />
    <span>${name}<br /><span class="about">${about}</span></span></label
  >`
}

function tables({ db }: Bakery): Html {
  const rows = bakeryExport(db).tables.map(({ name, title }) => {
    const n = count(db, `select count(*) as n from ${name}`)
    const file = (extension: string, label: string) =>
      html`<a href="/export/tables/${name}.${extension}" download aria-label="${title} als ${label}"
        >${label}</a
      >`
    return html`<tr>
      <td>${title}</td>
      <td class="figure">${counted(n)}</td>
      <td class="figure">
        ${file('csv', 'CSV')} ${file('xlsx', 'Excel')}
        <span class="wide">${file('jsonl', 'JSONL')}</span>
      </td>
    </tr>`
  })
  return list('Tabellen', [['Tabelle'], ['Zeilen', 'figure'], ['Datei', 'figure']], rows)
}
