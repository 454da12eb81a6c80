import type { enProposals } from './proposals-en.ts'

/** What is said about proposals of both sides, in German. */
export const deProposals: typeof enProposals = {
  proposals: {
    title: 'Vorschläge',
    amendment: 'Dem Kunden eine Änderung vorschlagen',
    withdrawal: 'Vorschlagen, den Widerspruch zurückzunehmen',
    until: (day, place) => `Annahme möglich bis ${day}, Ende des Tages (${place})`,
    open: 'Annahme möglich, bis der Vorschlag zurückgezogen wird',
    means: (names) =>
      `Es ändert sich nichts, bis im Portal annimmt, wer unterschreiben darf: ${names}. Ein Brief zeigt den Weg dorthin.`,
    nobody:
      'Beim Kunden darf bisher niemand unterschreiben, also kann es niemand annehmen. Geben Sie zuerst einem Ansprechpartner dieses Recht.',
    do: 'Dem Kunden vorschlagen',
    fromNow: 'Ab der Annahme',
    fromNextTerm: 'Ab der nächsten Laufzeit',
    fromDay: (day, place) => `Ab ${day} (${place})`,
    others: (names) => `weitere Bedingungen (${names})`,
    paper: (title, version) => `Zu vereinbaren: „${title}“, Fassung ${version}`,
    takenBack: {
      vendor: (day) =>
        `Unser Widerspruch gilt nicht mehr: Die Lizenz endet nicht nach ${day}, sondern verlängert sich.`,
      customer: (day) =>
        `Der Widerspruch des Kunden gilt nicht mehr: Die Lizenz endet nicht nach ${day}, sondern verlängert sich.`,
    },
    takenBackOnItsWay: {
      vendor: 'Unser Widerspruch, der unterwegs ist, gilt nicht mehr.',
      customer: 'Der Widerspruch des Kunden, der unterwegs ist, gilt nicht mehr.',
    },
    otherStands: {
      vendor:
        'Unser Widerspruch gilt nicht mehr. Der des Kunden bleibt: Die Lizenz verlängert sich weiterhin nicht.',
      customer:
        'Der Widerspruch des Kunden gilt nicht mehr. Unserer bleibt: Die Lizenz verlängert sich weiterhin nicht.',
    },
    whose: 'Welcher Widerspruch',
    message: 'Was Sie dazu schreiben',
    messageHint: 'Der Kunde liest es im Portal und im Brief.',
    paperHint: 'Was der Kunde mit der Änderung annimmt; es wird dann zur Akte genommen.',
    url: 'Wo sie zu lesen ist',
    urlHint: 'Eine Adresse, die mit https:// beginnt',
    made: { vendor: 'Dem Kunden vorgeschlagen', customer: 'Der Kunde bittet' },
    closing: {
      vendor:
        'Ist der Vorschlag zurückgezogen, kann ihn niemand mehr annehmen. Es bleibt alles, wie es ist.',
      customer:
        'Stimmen Sie zu, gilt es sofort, und das Einverständnis des Kunden ist festgehalten. Lehnen Sie ab, bleibt alles, wie es ist.',
    },
    by: (name, day) => `Von ${name} am ${day}.`,
    byOn: (name, day) => `${name}, ${day}`,
    somebody: 'jemand, der nicht mehr geführt wird',
    callOff: 'Zurückziehen',
    callOffDo: 'Vorschlag zurückziehen',
    answer: 'Antworten',
    accept: 'Zustimmen',
    decline: 'Ablehnen',
    what: 'Was',
    proposed: 'Vorgeschlagen',
    outcome: 'Was daraus wurde',
    change: 'Eine Änderung',
    takingBack: {
      vendor: 'Rücknahme unseres Widerspruchs',
      customer: 'Rücknahme des Widerspruchs des Kunden',
    },
    states: {
      open: 'wartet auf Antwort',
      accepted: 'angenommen',
      declined: 'abgelehnt',
      taken_back: 'zurückgezogen',
      lapsed: 'unbeantwortet verfallen',
    },
    todo: 'bittet, den Widerspruch zurückzunehmen',
    todoBy: (day, left) => `zu beantworten bis ${day} (${left})`,
    todoNext: 'Antworten',
  },
}
