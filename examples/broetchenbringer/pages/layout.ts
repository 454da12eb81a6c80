import type { Context } from 'hono'
import type { Env } from '../bakery.ts'
import type { Status } from '../status.ts'
import { html, nothing } from './html.ts'
import type { Html } from './html.ts'
import { mark } from './parts.ts'

/** The parts of the program that work in full. */
const places = [
  ['/', 'Heute'],
  ['/orders', 'Bestellungen'],
  ['/standing-orders', 'Daueraufträge'],
  ['/deliveries', 'Lieferungen'],
  ['/invoices', 'Rechnungen'],
  ['/customers', 'Kunden'],
  ['/products', 'Produkte'],
] as const

const always = [
  ['/export', 'Daten exportieren'],
  ['/license', 'Lizenz'],
  ['/help', 'Hilfe'],
] as const

/** The name of the part that a path lies in. */
export function placeOf(path: string): string {
  const found = places.find(([at]) => path === at || (at !== '/' && path.startsWith(`${at}/`)))
  return found?.[1] ?? 'Dieser Bereich'
}

/** A page of the program, with what the license says on top of it. */
export function page(
  c: Context<Env>,
  title: string,
  content: Html,
  status: 200 | 403 | 404 | 409 | 422 | 500 = 200,
): Response | Promise<Response> {
  const { person } = c.var
  const body = person === null ? outside(c, content) : inside(c, content)
  return c.html(documentOf(title, body), status)
}

function documentOf(title: string, body: Html): Html {
  return html`<!doctype html>
    <html lang="de">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} · Brötchenbringer</title>
        <link rel="icon" href="/assets/logo.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/assets/style.css" />
        <script src="/assets/theme.js"></script>
      </head>
      <body>
        <a class="skip" href="#main">Zum Inhalt</a>
        ${body}
      </body>
    </html>`
}

function inside(c: Context<Env>, content: Html): Html {
  const { status, person } = c.var
  const here = c.req.path
  return html`<header class="bar">
      <a class="brand" href="/">${logo} <span>Brötchenbringer</span></a>
      <span class="standing">${mark(status.mark)} ${status.short}</span>
      <details class="menu">
        <summary>Menü</summary>
        ${navigation(here, status)}
      </details>
    </header>
    <aside class="side">${navigation(here, status)}</aside>
    <main id="main" tabindex="-1">${notice(status, here)} ${content}</main>
    <footer class="foot">
      <form method="post" action="/sign-out">
        <span>Angemeldet: ${person?.name}</span>
        <button class="link" type="submit">Abmelden</button>
      </form>
      <span><a href="/imprint">Impressum</a></span>
      <button class="link" type="button" data-theme-switch hidden>Hell oder dunkel</button>
    </footer>`
}

function navigation(here: string, { mark: mode }: Status): Html {
  const isOff = mode === 'export-only'
  return html`<nav aria-label="Bereiche">
    ${isOff ? html`<p class="off">${mark('export-only')} Abgeschaltet</p>` : nothing}
    <ul class="${isOff ? 'muted' : ''}">
      ${places.map(([at, name]) => place(here, at, name))}
    </ul>
    <ul>
      ${always.map(([at, name]) => place(here, at, name))}
    </ul>
  </nav>`
}

function place(here: string, at: string, name: string): Html {
  const isHere = at === '/' ? here === at : here === at || here.startsWith(`${at}/`)
  return html`<li>
    <a href="${at}" ${isHere ? html`aria-current="page"` : nothing}>${name}</a>
  </li>`
}

/** Before somebody has signed in there is no way round, but the sentence stands here, too. */
function outside(c: Context<Env>, content: Html): Html {
  const { status } = c.var
  return html`<main id="main" class="alone" tabindex="-1">
      <p class="brand">${logo} <span>Brötchenbringer</span></p>
      ${status.mark === 'export-only' ? notice(status, '/export') : nothing} ${content}
    </main>
    <footer class="foot alone">
      <a href="/sign-in">Anmelden</a> <a href="/help">Hilfe</a> <a href="/imprint">Impressum</a>
    </footer>`
}

/** The one calm sentence. */
function notice(status: Status, here: string): Html {
  if (status.sentence === '') return nothing
  return html`<section class="notice ${status.mark}" aria-label="Lizenz">
    ${mark(status.mark)}
    <p>
      ${status.sentence}
      ${here === '/export' ? nothing : html` <a href="/export">Daten exportieren</a>`}
      ${
        status.next === null || here === status.next.at
          ? nothing
          : html` · <a href="${status.next.at}">${status.next.text}</a>`
      }
    </p>
  </section>`
}

const logo = html`<svg class="logo" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
  <path class="crust" d="M3 18c0-6 6-10 13-10s13 4 13 10c0 4-2 6-5 6H8c-3 0-5-2-5-6z" />
  <path class="cut" d="M10 12l3 6M16 11l3 7M22 12l3 5" />
</svg>`
