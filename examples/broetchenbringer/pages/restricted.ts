import type { Context } from 'hono'
import { RestrictedError } from 'auszug/client'
import type { Env } from '../bakery.ts'
import { html, nothing } from './html.ts'
import type { Html } from './html.ts'
import { page, placeOf } from './layout.ts'
import { heading } from './parts.ts'

/** Whether an answer goes to somebody who reads pages. Machines get the problem document as it is. */
export function isForPeople(c: Context): boolean {
  return /\btext\/html\b/.test(c.req.header('accept') ?? '')
}

/** The guard's refusal as a page: why stands on top of it already. */
export function restrictedPage(c: Context<Env>): Response | Promise<Response> {
  const isWrite = c.req.method !== 'GET' && c.req.method !== 'HEAD'
  return page(
    c,
    'Nur Export',
    html`${heading(placeOf(c.req.path), 'Dieser Bereich ist abgeschaltet.')}
    ${isWrite ? html`<p>Ihre Eingabe wurde nicht gespeichert.</p>` : nothing}
    ${ways(c.var.person === null)}`,
    403,
  )
}

function ways(isOutside: boolean): Html {
  if (isOutside)
    return html`<p>Zum Exportieren melden Sie sich bitte an.</p>
      <p><a class="button" href="/sign-in">Anmelden</a></p>`
  return html`<p>
      Ihre Daten sind vollständig da, und Sie können sie mitnehmen, so oft Sie möchten.
    </p>
    <p><a class="button" href="/export">Daten exportieren</a></p>
    <p class="about">
      Außerdem erreichbar: <a href="/license">Lizenz</a>,
      <a href="/restore">Sicherung einspielen</a>, <a href="/help">Hilfe</a>.
    </p>`
}

/** What the license does not include, although it is full. */
export async function lacking(c: Context<Env>, error: RestrictedError): Promise<Response> {
  if (isForPeople(c))
    return page(
      c,
      'Nicht enthalten',
      html`${heading('Nicht enthalten')}
        <p>${error.message}</p>`,
      403,
    )
  const problem = { type: 'about:blank', title: 'Not included', status: 403, detail: error.message }
  return c.body(JSON.stringify(problem), 403, { 'content-type': 'application/problem+json' })
}
