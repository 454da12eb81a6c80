import type { enRetention } from './retention-en.ts'

/** What the page about retention says, in German. */
export const deRetention = {
  retention: {
    title: 'Aufbewahrung',
    lead: 'Texte, Namen und Aufzeichnungen bleiben nicht ewig: Einmal am Tag wird gelöscht, was seine Zeit lang aufbewahrt wurde. Daten, Arten und Prüfsummen bleiben, und jeder Verlauf lässt sich weiter prüfen.',
    classes: {
      inquiries: 'Anfragen an den Support',
      evidence: 'Beweise',
      machines: 'Namen frei gewordener Rechner',
      sign_ins: 'Anmeldungen',
      deliveries: 'Zustellungen',
      access: 'Zugangsverlauf',
    },
    means: {
      inquiries:
        'Wer was gefragt hat, vom Eintragen an. Dass gefragt wurde und wie es beurteilt wurde, bleibt.',
      evidence:
        'Wer mit welchen Worten erklärt, abgemahnt und unterschrieben hat, und Dokumente. Zählt vom Ende des Jahres an, in dem zuletzt etwas mit einer Lizenz geschah, die zu Ende ist. Handelsbriefe sind sechs Jahre aufzubewahren, Buchungsbelege acht, Bücher zehn (§ 257 HGB, § 147 AO).',
      machines: 'Wie ein Rechner hieß, vom Freiwerden seines Platzes an.',
      sign_ins: 'Beendete Sitzungen, Einladungen, Fehlversuche, und wer sich wann angemeldet hat.',
      deliveries: 'Was als Webhook und E-Mail hinausging, und was geantwortet wurde.',
      access: 'Wer Personen, Token, Schlüssel, Webhooks und Einstellungen geändert hat.',
    },
    length: 'Dauer',
    unit: 'Einheit',
    units: { D: 'Tage', M: 'Monate', Y: 'Jahre', ever: 'für immer' },
    usual: (length: string) => `Üblich: ${length}`,
    lengths: {
      D: (count: number) => (count === 1 ? 'ein Tag' : `${count} Tage`),
      M: (count: number) => (count === 1 ? 'ein Monat' : `${count} Monate`),
      Y: (count: number) => (count === 1 ? 'ein Jahr' : `${count} Jahre`),
    },
    save: 'So aufbewahren',
    warning:
      'Was gelöscht ist, kommt von nirgends zurück, auch nicht von uns. Eine kürzere Dauer wirkt mit dem Lauf des nächsten Tages.',
    kept: 'Eingetragen. Es wirkt mit dem Lauf des nächsten Tages.',
    wrong: (least: string) => `Bitte nennen Sie mindestens ${least} und höchstens hundert Jahre.`,
    runs: 'Was gelöscht wurde',
    noRuns: 'Es wurde noch nichts gelöscht.',
    day: 'Tag',
    what: 'Was',
    erased: 'Texte, Namen, Einträge',
    link: 'Wie lange Texte und Namen aufbewahrt werden',
  },
} satisfies typeof enRetention
