import { inZone } from '../license/calendar.ts'
import type { Instant } from '../license/license.ts'
import type { Database } from '../store/database.ts'
import type { OpenDeclaration } from '../store/declaration.ts'
import { loadLicenses } from '../store/load-licenses.ts'
import { dayAndTime, longDay, placeOf } from '../web/day.ts'
import type { Language } from '../web/language.ts'
import { spokenReference } from '../license/spoken-reference.ts'
import { wordsIn } from './words/words.ts'

/** The lines of a receipt: content, date and time of receipt, and the end (§ 312k(4), § 356a(4) BGB). */
export type DeclaredLines = readonly (readonly [label: string, value: string])[]

export async function declaredLines(
  db: Database,
  declaration: OpenDeclaration,
  language: Language,
): Promise<DeclaredLines> {
  const text = wordsIn(language).declare
  const { kind, words, receivedAt, id, objection } = declaration
  const timeZone = await zoneOf(db, declaration)
  const what = text.kinds[kind === 'withdrawal' ? 'withdrawal' : (words?.cause ?? 'ordinary')]
  const lines: (readonly [string, string | null | undefined])[] = [
    [text.declared, what],
    [text.name, words?.name],
    [text.contract, words?.contract],
    [text.reason, words?.reason],
    [text.receivedAt, receivedLine(receivedAt, timeZone, language)],
    [text.ends, endLine(declaration, timeZone, language)],
    [text.email, words?.email],
    [text.reference, spokenReference(objection ?? id)],
  ]
  return lines.flatMap(([label, value]) => (value == null ? [] : [[label, value] as const]))
}

/** The same as a text that can be kept: what stands in the mail, and in the file. */
export async function declaredText(
  db: Database,
  declaration: OpenDeclaration,
  language: Language,
): Promise<string> {
  const text = wordsIn(language).declare
  const lines = await declaredLines(db, declaration, language)
  return [
    `${text.received[declaration.kind]}.`,
    '',
    ...lines.map(([label, value]) => `${label}: ${value}`),
    '',
    text.exportStays,
    '',
  ].join('\n')
}

/** These pages exist under German law: where nobody knows the contract, the hour is Germany's. */
async function zoneOf(db: Database, { license }: OpenDeclaration): Promise<string> {
  const [kept] = license === null ? [] : await loadLicenses(db, [license])
  return kept?.license.timeZone ?? 'Europe/Berlin'
}

function receivedLine(at: Instant, timeZone: string, language: Language): string {
  const zoned = inZone(at, timeZone)
  return `${dayAndTime(zoned, language)}:${zoned.slice(17, 19)} (${placeOf(timeZone)})`
}

function endLine(
  { kind, words, endsOn }: OpenDeclaration,
  timeZone: string,
  language: Language,
): string {
  const { declare, card } = wordsIn(language)
  if (kind === 'withdrawal') return declare.withdrawn
  if (endsOn !== null) return card.endOfDay(longDay(endsOn, language), placeOf(timeZone))
  if (words?.cause === 'good_cause') return declare.atOnce
  return words?.wishedEnd == null
    ? declare.next
    : declare.wished(longDay(words.wishedEnd, language))
}
