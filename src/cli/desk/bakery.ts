import { asks, warns } from './calls.ts'
import type { Call } from './calls.ts'
import { runsOn } from './acts.ts'
import { bakery } from './firms.ts'
import { at, opening } from './year.ts'
import type { Contract, Year } from './year.ts'

/** The year of the bakery that calls nearly every day: it ends where the telephone rings once more. */
export function storyOf(year: Year): Contract {
  const contract = year.issues(opening + 60_000, bakery, 'annual', { starts_on: '2025-10-01' })
  runsOn(year, at('2025-10-01', '05:40'), contract, ['Kasse 1', 'Backstube'])
  for (const [n, [date, time, topic, subject, minutes]] of calls.entries()) {
    const agent = year.staff.support[n % 3 === 2 ? 1 : 0]
    asks(year, at(date, time), contract, { topic, subject, minutes }, agent)
  }
  warns(year, at('2026-08-12', '15:10'), contract, 'Brötchenbringer')
  warns(
    year,
    at('2026-09-02', '10:31'),
    contract,
    'Brötchenbringer',
    'Am Telefon gebeten, den Support nur noch für Fragen zum Programm zu nutzen. Herr Beispiel hat aufgelegt.',
  )
  return contract
}

type Line = readonly [
  date: string,
  time: string,
  topic: Call['topic'],
  subject: string,
  minutes: number,
]

const calls: readonly Line[] = [
  ['2025-10-02', '08:12', 'in_scope', 'Erste Bestellung anlegen', 14],
  ['2025-10-20', '08:40', 'in_scope', 'Lieferschein mit falscher Adresse', 9],
  ['2025-12-03', '07:55', 'in_scope', 'Daueraufträge für die Feiertage ändern', 11],
  ['2026-01-19', '09:30', 'out_of_scope', 'Drucker zieht kein Papier ein', 18],
  ['2026-03-10', '08:05', 'in_scope', 'Zweite Kasse anmelden', 12],
  ['2026-05-06', '10:15', 'out_of_scope', 'WLAN in der Backstube ist langsam', 22],
  ['2026-06-22', '08:20', 'out_of_scope', 'Frage zur Umsatzsteuer', 16],
  ['2026-07-14', '07:58', 'repeat', 'Noch einmal: Zweite Kasse', 15],
  ['2026-08-03', '08:02', 'out_of_scope', 'Tabellenprogramm öffnet die Datei nicht', 21],
  ['2026-08-04', '08:10', 'out_of_scope', 'E-Mail-Konto im Telefon einrichten', 25],
  ['2026-08-06', '07:49', 'repeat', 'Noch einmal: E-Mail-Konto', 19],
  ['2026-08-10', '08:31', 'out_of_scope', 'Bildschirm ist schwarz, Kabel lose', 13],
  ['2026-08-11', '08:07', 'out_of_scope', 'Welchen Rechner soll ich kaufen?', 28],
  ['2026-09-02', '10:04', 'out_of_scope', 'Drucker zieht kein Papier ein', 24],
  ['2026-09-09', '07:51', 'repeat', 'Noch einmal: Drucker', 17],
  ['2026-09-15', '08:00', 'out_of_scope', 'Radio in der Backstube rauscht', 12],
  ['2026-09-21', '08:26', 'out_of_scope', 'WLAN in der Backstube ist langsam', 20],
  ['2026-09-25', '07:47', 'repeat', 'Noch einmal: WLAN', 26],
]
