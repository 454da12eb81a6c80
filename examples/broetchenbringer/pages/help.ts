import { Hono } from 'hono'
import type { Env } from '../bakery.ts'
import { html } from './html.ts'
import { page } from './layout.ts'
import { heading } from './parts.ts'

/** Help and imprint: read in every mode, also without signing in. */
export function helpPages(): Hono<Env> {
  const app = new Hono<Env>()
  app.get('/help', (c) => page(c, 'Hilfe', help))
  app.get('/imprint', (c) => page(c, 'Impressum', imprint))
  return app
}

const help = html`${heading('Hilfe')}
  <div class="prose">
    <h2>Ein Tag mit Brötchenbringer</h2>
    <p>
      Unter „Heute“ sehen Sie die Touren des Tages und den Backzettel für morgen. Wer regelmäßig
      bekommt, was er immer bekommt, hat einen Dauerauftrag; alles andere ist eine Bestellung.
      Bestätigte Lieferungen stehen am Monatsende auf der Rechnung.
    </p>
    <h2>Daten mitnehmen</h2>
    <p>
      <a href="/export">Daten exportieren</a> geht immer: auch nach dem Ende der Lizenz, auch ohne
      Verbindung zum Hersteller, so oft Sie möchten. Das Paket enthält alle Tabellen und Dokumente
      in offenen Formaten.
    </p>
    <h2>Nach einem Ausfall</h2>
    <ol>
      <li>Brötchenbringer neu installieren und anmelden.</li>
      <li><a href="/restore">Die Sicherung einspielen</a>.</li>
      <li>
        <a href="/license">Den Lizenzschlüssel eintragen</a>. Ohne Schlüssel können Sie die Daten
        exportieren.
      </li>
    </ol>
    <h2>Was nach dem Ende der Lizenz gilt</h2>
    <p>
      Brötchenbringer exportiert Ihre Daten und tut sonst nichts. Anmelden, Hilfe, Lizenz und
      Sicherung bleiben erreichbar.
    </p>
  </div>`

const imprint = html`${heading('Impressum')}
  <div class="prose">
    <p>
      Brötchenbringer ist das Beispiel zu Auszug, einem Lizenzserver, der nach dem Ende einer Lizenz
      den Export lässt. Firmen, Menschen und Anschriften darin sind erfunden.
    </p>
    <p>Teststraße 1<br />99001 Musterstadt<br />post@broetchenbringer.example</p>
  </div>`
