import type { enRecords } from './records-en.ts'

/** Zwei Einträge, die ein Kunde sind, und ein Kunde, der vergessen werden soll. */
export const deRecords = {
  merge: {
    title: 'Mit einem anderen Eintrag zusammenführen',
    lead: 'Wo ein Kunde zweimal eingetragen wurde. Wer ist derselbe?',
    find: 'Der Eintrag, der bleibt',
    findHint: 'Wörter aus dem Namen, eine Nummer, eine E-Mail-Adresse oder ein Lizenzschlüssel.',
    findDo: 'Suchen',
    nobody: 'Kein anderer Kunde heißt so.',
    choose: 'Das ist der Richtige',
    becomes: (from: string, into: string) => `${from} geht in ${into} auf`,
    means: (licenses: number, contacts: number) =>
      `${licenses === 1 ? 'Eine Lizenz geht' : `${licenses} Lizenzen gehen`} mit dem ganzen Verlauf dorthin, und ${contacts === 1 ? 'ein Ansprechpartner' : `${contacts} Ansprechpartner`} mit. Kennzeichen gehen mit, und was den alten Eintrag nennt, findet den neuen.`,
    final: 'Das lässt sich nicht zurücknehmen.',
    do: (into: string) => `Mit ${into} zusammenführen`,
    others: 'Ein anderer',
  },
  erasure: {
    title: 'Personenbezogene Daten löschen',
    what: (name: string) => `Wie ${name} heißt, was gesagt und geschrieben wurde, wird gelöscht`,
    goes: 'Namen, Nummern, Adressen, Texte von Anfragen und Briefen, Unterlagen: endgültig, überall hier (Art. 17 DSGVO).',
    stays:
      'Tage, Arten der Ereignisse und ihre Prüfsummen bleiben, damit sich jeder Verlauf weiter prüfen lässt. Bewahren Sie vorher auf, was Sie aufbewahren müssen: Nehmen Sie die Dossiers mit.',
    final: 'Das lässt sich nicht zurücknehmen, und niemand kann es wieder lesen.',
    reasonHint:
      'Für die Akte, etwa das Verlangen und sein Tag. Er bleibt: Nennen Sie niemanden darin.',
    do: 'Endgültig löschen',
  },
} satisfies typeof enRecords
