import type { enDesk } from './en-desk.ts'

/** What the desk says about customers and licenses, in German. */
export const deDesk = {
  search: {
    label: 'Einen Kunden suchen',
    hint: 'Einen Kunden suchen',
    title: (words: string) => `Gefunden zu „${words}“`,
    none: 'So heißt niemand',
    noneLead:
      'Gesucht wird in den Namen der Kunden und ihrer Ansprechpartner. Weniger Buchstaben finden mehr.',
    more: 'Es gibt mehr. Bitte ergänzen Sie ein Wort.',
  },
  start: {
    title: 'Heute',
    settlement: 'Letzter Stichtag',
    settled: (renewed: number, ended: number) => `${renewed} verlängert, ${ended} beendet`,
    noSettlement: 'Es war noch nichts fällig. Die Uhr sieht jede Minute nach.',
    aside: 'Zurückgestellt',
    asideNone: 'Heute muss niemand etwas tun.',
    asideLead:
      'Diese Lizenzen ließen sich nicht fortschreiben. Es wird von selbst wieder versucht; der Grund steht daneben.',
  },
} satisfies typeof enDesk
