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
    title: 'Einen Signaturschlüssel widerrufen',
    open: 'Widerrufen …',
    leads: {
      next: 'Dieser Schlüssel hat noch nichts unterschrieben. Er wird nicht mehr veröffentlicht, und ein neuer nächster wird gemacht.',
      active:
        'Dieser Schlüssel unterschreibt gerade. An seiner Stelle unterschreibt sofort der nächste, und ein neuer nächster wird veröffentlicht.',
      retired:
        'Dieser Schlüssel unterschreibt nicht mehr. Was er unterschrieben hat, wird noch anerkannt; von jetzt an nicht mehr.',
    },
    drop: 'Produkte lassen ihn fallen, sobald sie sich das nächste Mal melden, und mit ihm jedes Token, das er unterschrieben hat. Bis sie ein neues haben, bleibt ihnen der Export; wer online ist, merkt nichts davon. Lizenzdateien, die er unterschrieben hat, sind neu zu machen.',
    otherwise:
      'Widerrufen Sie nur einen Schlüssel, der bekannt geworden ist. Für einen geplanten Wechsel lassen Sie den nächsten unterschreiben: Dann gilt alles weiter, was unterschrieben wurde.',
    revoke: (kid) => `Den Schlüssel ${kid} widerrufen`,
    explained:
      'Der nächste Schlüssel ist schon veröffentlicht, damit Produkte ihn kennen, bevor er unterschreibt. Der jetzige unterschreibt. Ein abgelöster unterschreibt nicht mehr, und was er unterschrieben hat, gilt weiter. Einem widerrufenen traut niemand.',
  },
}
