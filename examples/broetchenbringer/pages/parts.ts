import { counted, euros, many } from '../german.ts'
import { totalCents } from '../store/lines.ts'
import type { Line } from '../store/lines.ts'
import type { Status } from '../status.ts'
import { pageSize } from '../store/paging.ts'
import { html, nothing } from './html.ts'
import type { Html } from './html.ts'

/** The marks of the states: each has its own shape. */
export function mark(state: Status['mark']): Html {
  const shape = {
    full: html`<circle cx="8" cy="8" r="6" />`,
    ends: html`<circle class="ring" cx="8" cy="8" r="5.25" /><path
        d="M8 2.75a5.25 5.25 0 0 1 0 10.5z"
      />`,
    'export-only': html`<circle class="ring" cx="8" cy="8" r="5.25" />`,
  }
  return html`<svg class="mark ${state}" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
    ${shape[state]}
  </svg>`
}

/** A page's name, what it is about, and what can be done there. */
export function heading(title: string, about: Html | string = '', actions: Html = nothing): Html {
  return html`<header class="heading">
    <div>
      <h1>${title}</h1>
      ${about === '' ? nothing : html`<p class="about">${about}</p>`}
    </div>
    <div class="actions">${actions}</div>
  </header>`
}

/** What would be here, why it is not, and the one next step. */
export function empty(what: string, step: Html = nothing): Html {
  return html`<div class="empty">
    <p>${what}</p>
    <p>${step}</p>
  </div>`
}

/** A heading of a column; figures stand right. */
export type Column = readonly [name: string, kind?: 'figure' | 'wide' | 'figure wide']

/** A list: columns marked `wide` leave on a narrow screen. */
export function list(
  caption: string,
  columns: readonly Column[],
  rows: readonly Html[],
  foot: Html = nothing,
): Html {
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${caption}">
    <table>
      <caption class="unseen">
        ${caption}
      </caption>
      <thead>
        <tr>
          ${columns.map(([name, kind = '']) => html`<th scope="col" class="${kind}">${name}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
      ${foot}
    </table>
  </div>`
}

/** What was ordered or delivered, with its sum. */
export function lineTable(lines: readonly Line[]): Html {
  return list(
    'Positionen',
    [['Produkt'], ['Menge', 'figure'], ['Einzelpreis', 'figure wide'], ['Summe', 'figure']],
    lines.map(
      ({ product, quantity, unit_price_cents }) =>
        html`<tr>
          <td>${product}</td>
          <td class="figure">${counted(quantity)}</td>
          <td class="figure wide">${euros(unit_price_cents)}</td>
          <td class="figure">${euros(quantity * unit_price_cents)}</td>
        </tr>`,
    ),
    html`<tfoot>
      <tr>
        <th scope="row">Summe netto</th>
        <td></td>
        <td class="wide"></td>
        <td class="figure">${euros(totalCents(lines))}</td>
      </tr>
    </tfoot>`,
  )
}

/** Ways to the next and the last page of a list. */
export function pager(at: string, page: number, total: number): Html {
  const pages = Math.max(1, Math.ceil(total / pageSize))
  const join = at.includes('?') ? '&' : '?'
  if (pages === 1) return nothing
  return html`<nav class="pager" aria-label="Seiten">
    ${page > 1 ? html`<a rel="prev" href="${at}${join}page=${page - 1}">Zurück</a>` : nothing}
    <span>Seite ${page} von ${pages}, ${many(total, 'Eintrag', 'Einträge')}</span>
    ${page < pages ? html`<a rel="next" href="${at}${join}page=${page + 1}">Weiter</a>` : nothing}
  </nav>`
}

/** Names and values of one thing. */
export function facts(rows: readonly (readonly [string, Html | string])[]): Html {
  return html`<dl class="facts">
    ${rows.map(
      ([name, value]) =>
        html`<div>
          <dt>${name}</dt>
          <dd>${value}</dd>
        </div>`,
    )}
  </dl>`
}

/** A word of a state, with its shape. */
export function tag(kind: 'done' | 'open' | 'late', word: string): Html {
  const shape = { done: '✓', open: '–', late: '▲' }
  return html`<span class="tag ${kind}"
    ><span aria-hidden="true">${shape[kind]}</span> ${word}</span
  >`
}

/** What a form did not take, said on top of it. */
export function complaint(text: string): Html {
  return text === '' ? nothing : html`<p class="complaint" role="alert">${text}</p>`
}
