import type { enDeclarations } from './declarations-en.ts'

/** Was über die Seiten ohne Anmeldung kam, auf Deutsch. */
export const deDeclarations: typeof enDeclarations = {
  declarations: {
    title: 'Kündigungen und Widerrufe',
    lead: 'Was über die offenen Seiten kam und keine Lizenz zweifelsfrei nennt oder eine Entscheidung braucht.',
    none: 'Es wartet nichts. Hier stünde, was auf den offenen Seiten erklärt wurde und einen Menschen braucht.',
    kinds: { cancellation: 'Kündigung', withdrawal: 'Widerruf des Vertrags' },
    causes: { ordinary: 'zum Ende der Laufzeit', good_cause: 'fristlos, aus wichtigem Grund' },
    what: 'Was',
    name: 'Name',
    contract: 'Vertrag',
    email: 'E-Mail',
    cause: 'Art',
    reason: 'Grund',
    end: 'Gewünschtes Ende',
    next: 'der nächstmögliche Tag',
    ends: 'Endet nach',
    received: 'Zugegangen',
    reference: 'Zeichen',
    erased: 'Die Worte wurden gelöscht.',
    known:
      'Die Lizenz ist bekannt. Bitte entscheiden Sie auf ihrer Seite: den Widerspruch eintragen, oder kündigen. Als zugegangen gilt die Erklärung zu der Zeit, die oben steht.',
    unknown:
      'Die Lizenz ist nicht bekannt. Bitte suchen Sie den Kunden mit der Suche oben, tragen Sie dort ein, was erklärt wurde, und antworten Sie. Als zugegangen gilt die Erklärung zu der Zeit, die oben steht.',
    toLicense: 'Zur Lizenz',
    handle: 'Ich habe es erledigt',
    handled: (time) => `Erledigt am ${time} UTC.`,
    todo: (count) =>
      count === 1
        ? 'Eine Kündigung oder ein Widerruf wartet auf einen Menschen'
        : `${count} Kündigungen und Widerrufe warten auf einen Menschen`,
    todoDetail: 'Zugegangen ist es schon',
    todoNext: 'Ansehen und entscheiden',
  },
}
