import { Hono } from 'hono'
import type { Context } from 'hono'
import { z } from 'zod'
import type { Bakery, Env } from '../bakery.ts'
import { dayOf, longDay, moment } from '../german.ts'
import { lastDay, recordStanding } from '../status.ts'
import { all } from '../store/database.ts'
import { html, nothing } from './html.ts'
import type { Html } from './html.ts'
import { page } from './layout.ts'
import { complaint, facts, heading, mark } from './parts.ts'
import { fieldsOf } from './request.ts'

export function licensePages(bakery: Bakery): Hono<Env> {
  const { db, license } = bakery
  const app = new Hono<Env>()
  app.get('/license', (c) => licensePage(c, bakery, ''))
  app.post('/license', async (c) => {
    const { key = '' } = await fieldsOf(c)
    if (key !== '' && !license.checkKey(key))
      return licensePage(
        c,
        bakery,
        'Das ist kein Lizenzschlüssel. Bitte sehen Sie nach einem Tippfehler.',
      )
    const isGood = await (key === '' ? license.refresh() : license.setKey(key))
    recordStanding(db, license, c.var.now)
    const fault = faults[license.problem?.code ?? ''] ?? otherFault
    return isGood ? c.redirect('/license', 303) : licensePage(c, bakery, fault)
  })
  return app
}

const otherFault =
  'Die Lizenz konnte nicht geprüft werden. Bitte wenden Sie sich an den Hersteller.'
const faults: Readonly<Record<string, string>> = {
  no_key: 'Bitte geben Sie den Lizenzschlüssel ein.',
  unknown_key: 'Der Lizenzserver kennt diesen Schlüssel nicht.',
  server_gone:
    'Der Lizenzserver ist nicht zu erreichen. Was bisher galt, gilt weiter; der Schlüssel ist notiert.',
  store_unwritable: 'Die Lizenz gilt, kann hier aber nicht gespeichert werden.',
}

function licensePage(c: Context<Env>, bakery: Bakery, fault: string) {
  const content = html`${heading('Lizenz')} ${complaint(fault)} ${standing(c, bakery)} ${keyForm}
  ${history(bakery)}`
  return page(c, 'Lizenz', content, fault === '' ? 200 : 422)
}

function standing(c: Context<Env>, { license }: Bakery): Html {
  const { status } = c.var
  const { term, renewal, support, objection } = license.standing
  const isGone = license.problem?.code === 'server_gone'
  const last = lastDay(license.standing)
  return facts([
    [
      'Stand',
      html`${mark(status.mark)}
      ${status.mark === 'export-only' ? 'Nur Export' : 'Alles freigeschaltet'}`,
    ],
    ...(term === null
      ? []
      : [['Laufzeit', last === null ? 'unbefristet' : `bis ${untilEnd(last)}`] as const]),
    ...(renewal === null || last === null
      ? []
      : [
          [
            'Danach',
            renewal.automatic && !renewal.ends
              ? 'verlängert sich von selbst'
              : 'keine Verlängerung; der Export bleibt',
          ] as const,
        ]),
    ...(objection === null || renewal?.ends
      ? []
      : [['Widerspruch möglich', `bis ${untilEnd(objection.lastDay)}`] as const]),
    ...(support?.until ? [['Betreuung', `bis ${untilEnd(support.until)}`] as const] : []),
    ['Server', isGone ? 'zurzeit nicht zu erreichen' : 'erreichbar'],
  ])
}

function untilEnd(day: string): string {
  return `${longDay(day)}, Ende des Tages`
}

const keyForm: Html = html`<form class="fields narrow" method="post" action="/license">
  <label
    >Lizenzschlüssel
    <input
      class="key"
      name="key"
      autocomplete="off"
      spellcheck="false"
      autocapitalize="characters"
    />
  </label>
  <p class="about">
    Er steht in Ihrem Vertrag. Ohne Eingabe wird die Lizenz mit dem bisherigen Schlüssel neu
    geprüft.
  </p>
  <p><button type="submit">Lizenz prüfen</button></p>
</form>`

const entry = z.object({ changed_at: z.string(), mode: z.string() })

function history({ db }: Bakery): Html {
  const rows = all(db, entry, 'select * from license_history order by id desc limit 8')
  if (rows.length < 2) return nothing
  return html`<section>
    <h2>Verlauf</h2>
    <ul class="history">
      ${rows.map(
        ({ changed_at, mode }) =>
          html`<li>
            <time datetime="${dayOf(Date.parse(changed_at))}">${moment(changed_at)}</time>
            ${mode === 'full' ? 'Alles freigeschaltet' : 'Nur Export'}
          </li>`,
      )}
    </ul>
  </section>`
}
