import { Hono } from 'hono'
import type { Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Bakery, Env } from '../bakery.ts'
import { isEmptyHouse, restoreFrom } from '../store/backup.ts'
import { html } from './html.ts'
import type { Html } from './html.ts'
import { page } from './layout.ts'
import { complaint, empty, heading } from './parts.ts'

const maxBytes = 512 * 1024 * 1024

export function restorePages(bakery: Bakery): Hono<Env> {
  const app = new Hono<Env>()
  app.get('/restore', (c) => restorePage(c, bakery, ''))
  app.post('/restore', bodyLimit({ maxSize: maxBytes }), async (c) => {
    const { backup } = await c.req.parseBody()
    if (!(backup instanceof File) || backup.size === 0)
      return restorePage(c, bakery, 'Bitte wählen Sie die Datei mit der Sicherung aus.')
    const fault = await restoreUpload(bakery, backup)
    if (fault !== null) return restorePage(c, bakery, fault)
    return c.redirect('/restore?done=1', 303)
  })
  return app
}

async function restoreUpload({ db }: Bakery, backup: File): Promise<string | null> {
  const directory = await mkdtemp(join(tmpdir(), 'broetchenbringer-'))
  const path = join(directory, 'upload.sqlite')
  try {
    await writeFile(path, backup.stream())
    return restoreFrom(db, path)
  } finally {
    await rm(directory, { recursive: true, force: true })
  }
}

function restorePage(c: Context<Env>, { db }: Bakery, fault: string) {
  const content = isEmptyHouse(db) ? form : c.req.query('done') === '1' ? done : occupied
  const status = fault === '' ? 200 : isEmptyHouse(db) ? 422 : 409
  return page(
    c,
    'Sicherung einspielen',
    html`${heading('Sicherung einspielen')} ${complaint(fault)} ${content}`,
    status,
  )
}

const form: Html = html`<p>
    Diese Installation ist leer. Wählen Sie die Datei, die Sie unter „Daten exportieren“ als
    Sicherung heruntergeladen haben; danach ist alles wieder da.
  </p>
  <form class="fields narrow" method="post" action="/restore" enctype="multipart/form-data">
    <label>Datei <input type="file" name="backup" accept=".sqlite" required /></label>
    <p><button type="submit">Sicherung einspielen</button></p>
  </form>`

const done: Html = html`<p class="receipt" role="status">Die Sicherung ist eingespielt.</p>
  <p><a class="button" href="/export">Daten exportieren</a></p>`

const occupied: Html = empty(
  'Eine Sicherung lässt sich nur in eine leere Installation einspielen. Hier sind schon Daten, die sie überschreiben würde.',
  html`<a href="/export">Daten exportieren</a>`,
)
