import type { Standing } from './standing.ts'

interface Words {
  readonly [reason: string]: string
  readonly lacking: string
  readonly unreadable: string
  readonly exports: string
}

/** A sentence a reason; those that a user can mend in no other way than by going online share the last. */
const sentences: Readonly<Record<'de' | 'en', Words>> = {
  en: {
    lacking: 'Your license does not include this.',
    unlicensed: 'Please enter the license key.',
    not_started: 'Your license has not begun yet.',
    ended: 'Your license has ended.',
    suspended: 'Your license is suspended: please contact the vendor.',
    stale: 'Your license needs to be checked: please go online.',
    clock: 'The clock here is wrong: please set it and go online.',
    no_seat: 'All machines of your license are in use.',
    unreadable: 'Your license does not count here: please go online or enter the license key.',
    exports: 'You can export your data at any time.',
  },
  de: {
    lacking: 'Ihre Lizenz umfasst das nicht.',
    unlicensed: 'Noch fehlt die Lizenz: Bitte geben Sie den Lizenzschlüssel ein.',
    not_started: 'Ihre Lizenz hat noch nicht begonnen.',
    ended: 'Ihre Lizenz ist beendet.',
    suspended: 'Ihre Lizenz ist gesperrt: Bitte wenden Sie sich an den Hersteller.',
    stale: 'Ihre Lizenz muss geprüft werden: Bitte gehen Sie online.',
    clock: 'Die Uhr geht hier falsch: Bitte stellen Sie sie und gehen Sie online.',
    no_seat: 'Alle Plätze Ihrer Lizenz sind belegt.',
    unreadable:
      'Ihre Lizenz gilt hier nicht: Bitte gehen Sie online oder geben Sie den Lizenzschlüssel ein.',
    exports: 'Ihre Daten können Sie jederzeit exportieren.',
  },
}

/** What a user is told who may not do something: why, and that the export stays. */
export function sentenceFor(
  { mode, reason }: Pick<Standing, 'mode' | 'reason'>,
  locale = '',
): string {
  const words = sentences[/^de\b/i.test(locale) ? 'de' : 'en']
  const why = words[reason === 'terminated' ? 'ended' : reason] ?? words.unreadable
  return mode === 'full' ? words.lacking : `${why} ${words.exports}`
}
