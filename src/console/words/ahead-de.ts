import type { enAhead } from './ahead-en.ts'

/** Was bis zu einem Tag kommt und was ein Stichtag bewirkt hat, auf Deutsch. */
export const deAhead: typeof enAhead = {
  ahead: {
    title: 'Was kommt',
    lead: 'So, wie es nach den Regeln käme, wenn niemand mehr etwas erklärt. Vom Nachsehen wird nichts aufgezeichnet.',
    by: 'Bis zum Ende des',
    look: 'Nachsehen',
    sum: (day, renews, ends) =>
      `Bis zum Ende von ${day}: ${renews} ${renews === 1 ? 'Lizenz verlängert' : 'Lizenzen verlängern'} sich, ${ends} ${ends === 1 ? 'endet' : 'enden'}. Jede zählt allein mit ihrem nächsten Wechsel.`,
    late: 'Einige Lizenzen sind schon fällig und noch nicht abgerechnet; sie fehlen in diesen beiden Zahlen, nicht in den Listen darunter.',
    parts: { ends: 'Diese enden', renews: 'Diese verlängern sich' },
    none: {
      ends: 'Bis dahin endet keine Lizenz. Ein späterer Tag zeigt mehr.',
      renews: 'Bis dahin verlängert sich keine Lizenz. Ein späterer Tag zeigt mehr.',
    },
    all: (count) => `Alle ${count}`,
    first: (count) => `Hier stehen die ersten ${count}.`,
    open: 'Was bis zu einem Tag kommt …',
    settled: (renewed, ended, failed) =>
      `${renewed} verlängert, ${ended} beendet, ${failed} zurückgestellt`,
    noTransition: 'Dabei wurde nichts verlängert und nichts beendet.',
    toAside: 'Sie stehen auf der Startseite',
    kinds: { renewed: 'verlängert', ended: 'beendet' },
  },
  keyRevocation: {
    open: 'Widerrufen …',
    leads: {
      next: 'Dieser Schlüssel hat noch nichts unterschrieben. Er wird nicht mehr veröffentlicht, und ein neuer nächster wird gemacht.',
      active:
        'Dieser Schlüssel unterschreibt gerade. An seiner Stelle unterschreibt sofort der nächste, und ein neuer nächster wird veröffentlicht.',
      retired:
        'Dieser Schlüssel unterschreibt nicht mehr. Was er unterschrieben hat, wird noch anerkannt; von jetzt an nicht mehr.',
    },
    evidenceLeads: {
      active:
        'Dieser Schlüssel unterschreibt gerade Beweise. Ein neuer wird erzeugt und unterschreibt sofort an seiner Stelle.',
      retired:
        'Dieser Schlüssel unterschreibt nicht mehr, und seine geheime Hälfte ist vernichtet. Jemand kann eine Kopie davon behalten haben.',
    },
    of: {
      signing: {
        title: 'Einen Signaturschlüssel widerrufen',
        drop: 'Produkte lassen ihn fallen, sobald sie sich das nächste Mal melden, und mit ihm jedes Token, das er unterschrieben hat. Bis sie ein neues haben, bleibt ihnen der Export; wer online ist, merkt nichts davon. Lizenzdateien, die er unterschrieben hat, sind neu zu machen.',
        otherwise:
          'Widerrufen Sie nur einen Schlüssel, der bekannt geworden ist. Für einen geplanten Wechsel lassen Sie den nächsten unterschreiben: Dann gilt alles weiter, was unterschrieben wurde.',
      },
      evidence: {
        title: 'Einen Beweisschlüssel widerrufen',
        drop: 'Er bleibt veröffentlicht, mit dem heutigen Datum: Wer ein Dossier, einen Beleg oder einen Prüfpunkt prüft, erfährt, dass nichts beweist, was er von jetzt an unterschreibt. Was er vorher unterschrieben hat, gilt weiter, wo ein Datum außerhalb dieses Servers zeigt, dass es älter ist.',
        otherwise:
          'Widerrufen Sie nur einen Schlüssel, der bekannt geworden ist. Für einen geplanten Wechsel lassen Sie einen neuen unterschreiben: Dann gilt alles weiter, was unterschrieben wurde.',
      },
    },
    reasonHint: 'Steht dann beim Schlüssel und im Zugangsverlauf.',
    revoke: (kid) => `Den Schlüssel ${kid} widerrufen`,
    explained:
      'Der nächste Schlüssel ist schon veröffentlicht, damit Produkte ihn kennen, bevor er unterschreibt. Der jetzige unterschreibt. Ein abgelöster unterschreibt nicht mehr, und was er unterschrieben hat, gilt weiter. Einem widerrufenen traut niemand.',
  },
}
