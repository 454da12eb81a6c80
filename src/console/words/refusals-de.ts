import type { enRefusals } from './refusals-en.ts'

/** Why something cannot be done to a license now, in German. */
export const deRefusals = {
  'too-large': {
    title: 'Das ist zu groß',
    next: 'Bitte senden Sie weniger: Eine Unterlage hat höchstens 10 MB.',
  },
  'already-terminated': {
    title: 'Die Lizenz ist schon gekündigt',
    next: 'Die Seite der Lizenz zeigt, ab wann. Nehmen Sie zuerst jene Kündigung zurück.',
  },
  'no-termination': {
    title: 'Es besteht keine Kündigung',
    next: 'Es gibt nichts zurückzunehmen. Die Seite der Lizenz zeigt den Stand.',
  },
  'termination-effective': {
    title: 'Die Kündigung wirkt schon',
    next: 'Sie lässt sich nicht mehr zurücknehmen. Setzen Sie die Lizenz stattdessen wieder in Kraft.',
  },
  'other-side': {
    title: 'Die andere Seite hat gekündigt',
    next: 'Zurück nimmt eine Kündigung nur, wer sie erklärt hat.',
  },
  'not-ended': {
    title: 'Die Lizenz ist nicht beendet',
    next: 'Wieder in Kraft gesetzt wird nur eine beendete. Soll sie weitergehen, nehmen Sie zurück, was sie beendet.',
  },
  'renews-automatically': {
    title: 'Die Lizenz verlängert sich von selbst',
    next: 'Es muss keine Laufzeit von Hand angefügt werden.',
  },
  perpetual: {
    title: 'Die Lizenz hat kein Ende',
    next: 'Es gibt keine nächste Laufzeit: Nichts lässt sich anfügen oder ab ihr ändern.',
  },
  'not-started': {
    title: 'Die Lizenz hat noch nicht begonnen',
    next: 'Sie wartet auf ihre erste Aktivierung. Fügen Sie eine Laufzeit an, wenn sie läuft.',
  },
  'relation-ended': {
    title: 'Die Geschäftsbeziehung zu diesem Kunden ist beendet',
    next: 'Was neu bindet, geht nur mit dem Wort der Verwaltung. Bitte wenden Sie sich an sie.',
  },
  'key-ended': {
    title: 'Dieser Schlüssel ist beendet',
    next: 'Er wurde ersetzt. Ersetzen Sie den, der die Lizenz jetzt öffnet, oder stellen Sie einen weiteren aus.',
  },
  'contract-runs': {
    title: 'Mit diesem Kunden läuft noch ein Vertrag',
    next: 'Personenbezogene Daten werden gelöscht, wenn jede Lizenz endgültig beendet ist. Die Seite des Kunden zeigt, welche noch laufen; beenden Sie die zuerst.',
  },
  'references-collide': {
    title: 'Dasselbe System nennt beide Einträge',
    next: 'Nehmen Sie das falsche Kennzeichen weg, mit „Bearbeiten“ auf der Seite des Kunden, und führen Sie noch einmal zusammen.',
  },
  'too-many-terms': {
    title: 'Der Beginn liegt zu weit zurück',
    next: 'Eine Lizenz zieht mit höchstens 1.000 vergangenen Laufzeiten ein. Bitte nennen Sie einen späteren ersten Tag.',
  },
} satisfies typeof enRefusals
