/** Anmelden bei einem Anmeldedienst und wieder abmelden, auf Deutsch. */
export const deProvider = {
  provider: {
    enter: (name: string) => `Mit ${name} anmelden`,
    orPassword: 'oder mit einem Passwort',
    join: (name: string) => `Mit ${name} beitreten`,
    orChoose: 'oder ein Passwort wählen',
    joinLead: (name: string, login: string) =>
      `Treten Sie mit Ihrem Konto bei ${name} bei oder wählen Sie ein Passwort. Damit melden Sie sich als ${login} an.`,
    another: (name: string) => `Mit einem anderen Konto bei ${name}`,
    again: (name: string) => `${name} noch einmal versuchen`,
    byPassword: 'Mit einem Passwort anmelden',
    toInvitation: 'Zurück zur Einladung',
    at: (name: string) => `Bei ${name}`,
    turnedAway: {
      unreachable: {
        title: (name: string) => `${name} antwortet nicht`,
        lead: () =>
          'Mit Ihrem Konto ist alles in Ordnung. Bitte versuchen Sie es in einer Minute noch einmal. Wer hier ein Passwort hat, kommt so lange damit hinein.',
      },
      declined: {
        title: (name: string) => `${name} hat Sie nicht durchgelassen`,
        lead: () =>
          'Die Anmeldung wurde dort abgebrochen, oder Sie dürfen sie für diesen Server nicht benutzen. Bitte versuchen Sie es noch einmal oder fragen Sie, wer sich dort darum kümmert.',
      },
      unbelieved: {
        title: (name: string) => `Die Antwort von ${name} passt nicht`,
        lead: () =>
          'Sie wurde nicht angenommen, und niemand wurde angemeldet. Bitte versuchen Sie es noch einmal; bleibt es dabei, sagen Sie es dem, der diesen Server betreibt: Im Protokoll steht der Grund.',
      },
      stale: {
        title: () => 'Diese Anmeldung gehört nicht hierher oder ist zu alt',
        lead: () =>
          'Sie wurde in einem anderen Browser begonnen, vor mehr als einer Viertelstunde, oder ist schon fertig. Bitte beginnen Sie neu.',
      },
      wait: {
        title: () => 'Zu viele Versuche',
        lead: () => 'Bitte warten Sie eine Viertelstunde und versuchen Sie es dann wieder.',
      },
      unknown: {
        title: () => 'Sie sind noch nicht eingeladen',
        lead: (name: string) =>
          `${name} kennt Sie, aber unter dieser Adresse meldet sich hier niemand an. Bitten Sie die Verwaltung dieses Servers, Sie damit einzuladen oder Ihnen einen Link zu schicken.`,
      },
      unverified: {
        title: () => 'Ihre Adresse ist nicht bestätigt',
        lead: (name: string) =>
          `${name} sagt nicht, dass diese Adresse Ihre ist. Lassen Sie sie dort bestätigen, oder bitten Sie die Verwaltung dieses Servers um einen Link, mit dem Sie ohne sie beitreten.`,
      },
      uninvited: {
        title: () => 'Dieser Link ist verbraucht',
        lead: () =>
          'Er wurde schon benutzt oder ist älter als sieben Tage. Bitten Sie die Verwaltung dieses Servers um einen neuen.',
      },
      other: {
        title: () => 'Dieses Konto ist anders verknüpft',
        lead: (name: string) =>
          `Entweder meldet sich mit Ihrem Konto bei ${name} hier jemand anderes an, oder Sie mit einem anderen. Bitten Sie die Verwaltung dieses Servers, die Verknüpfung zu lösen, und versuchen Sie es dann noch einmal.`,
      },
    },
  },
  signedOut: {
    title: 'Sie sind abgemeldet',
    lead: (name: string) =>
      `Bei ${name} sind Sie noch angemeldet: Wer diesen Browser als Nächstes benutzt, kommt ohne Passwort wieder hinein.`,
    there: (name: string) => `Auch bei ${name} abmelden`,
  },
  ways: {
    title: 'Wie sich die Person anmeldet',
    provider: 'dem Anmeldedienst',
    loginHint: (name: string) => `Für ${name}: die Adresse, die dort bekannt ist.`,
    byProvider: (name: string) => `meldet sich mit ${name} an`,
    linkLead:
      'Für ein neues Passwort oder um mit dem Anmeldedienst beizutreten. Bis dahin bleibt alles, wie es ist.',
    signOutLead: 'Beendet alle ihre Sitzungen. Sie kann sich wieder anmelden.',
    password: 'Passwort',
    hasPassword: 'gewählt',
    noPassword: 'keines',
    codes: 'Einmalcodes',
    asks: 'werden verlangt',
    asksNot: 'werden nicht verlangt',
    linked: (email: string, day: string) => `${email}, seit ${day}`,
    linkedSince: (day: string) => `seit ${day}`,
    notLinked: 'noch nicht verknüpft',
    proofWrong: 'Das passt nicht. Geändert wurde nichts.',
    onlyProvider: (name: string) => `Nur noch mit ${name} anmelden`,
    onlyProviderLead: 'Nimmt das Passwort weg und meldet die Person überall ab.',
    unlink: 'Verknüpfung lösen',
    unlinkLead: (name: string) =>
      `Meldet die Person überall ab. Wer als Nächstes von ${name} mit ihrer bestätigten Adresse kommt, wird neu verknüpft.`,
  },
  newPassword: {
    title: 'Ein anderes Passwort',
    none: 'Sie haben hier keines: Sie melden sich bei Ihrem Anmeldedienst an. Die Verwaltung kann Ihnen einen Link geben, mit dem Sie eines wählen.',
    lead: 'Beendet alle anderen Sitzungen von Ihnen, auf allen Geräten.',
    old: 'Ihr bisheriges Passwort',
    fresh: 'Neues Passwort',
    change: 'Passwort ändern',
    changed: 'Ihr Passwort ist geändert. Angemeldet sind Sie nur noch hier.',
  },
}
