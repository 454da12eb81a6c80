import type { Context } from 'hono'
import type { Env } from '../bakery.ts'
import { html } from './html.ts'
import { page } from './layout.ts'
import { empty, heading } from './parts.ts'

export function notFound(
  c: Context<Env>,
  what: string,
  back: string,
): Response | Promise<Response> {
  const step = html`<a href="${back}">Zur Übersicht</a>`
  return page(c, 'Nicht gefunden', html`${heading('Nicht gefunden')} ${empty(what, step)}`, 404)
}
