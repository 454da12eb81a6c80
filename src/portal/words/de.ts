import { deDeclare } from './de-declare.ts'
import { deSign } from './de-sign.ts'
import type { Words } from './words.ts'

/** Das Portal auf Deutsch. */
export const de: Words = {
  ...deSign,
  ...deDeclare,
  frame: {
    name: 'Kundenportal',
    skip: 'Zum Inhalt',
    language: 'Sprache',
    theme: 'Hell oder dunkel',
    cancel: 'Abbrechen',
    back: 'Zurück',
    optional: 'freiwillig',
    toLicenses: 'Meine Lizenzen',
    takeAlong: 'Ihre Daten mitnehmen',
    seller: 'Der Hersteller',
    terms: 'Vertragsbedingungen',
    privacy: 'Datenschutz',
    sandboxName: 'Sandkasten',
    sandbox: 'Ein Sandkasten: seine Uhr wird von Hand gestellt, seine Lizenzen dienen Versuchen.',
  },
  themes: { system: 'Wie das System', light: 'Hell', dark: 'Dunkel' },
  home: {
    title: 'Meine Lizenzen',
    none: 'Hier steht noch keine Lizenz für Sie.',
    noneWhy:
      'Sobald eine für Sie ausgestellt ist, steht sie hier mit dem, was sie erlaubt und bis wann. Fehlt Ihnen eine, fragen Sie bitte den Hersteller.',
    open: 'Einzelheiten',
    answer: 'Ansehen und antworten',
    proposal: 'Ein Vorschlag wartet auf Ihre Antwort',
  },
  worth: { full: 'Voll', ends: 'Endet', 'export-only': 'Nur Export' },
  card: {
    allows: 'Heute',
    until: 'Bis',
    termUntil: 'Die Laufzeit läuft bis',
    next: 'Danach',
    can: 'Sie können',
    allowsFull: 'Sie dürfen alles nutzen, was vereinbart ist.',
    allowsNotStarted:
      'Die Lizenz hat noch nicht begonnen. Ihre Daten lassen sich schon exportieren; alles andere wartet auf den ersten Tag.',
    allowsSuspended:
      'Die Lizenz ist gesperrt. Die Software exportiert Ihre Daten; alles andere ist abgeschaltet, bis die Sperre aufgehoben wird.',
    allowsEnded:
      'Die Lizenz ist beendet. Die Software exportiert Ihre Daten weiter, solange Sie wollen; alles andere ist abgeschaltet.',
    endOfDay: (day, place) => `${day}, Ende des Tages (${place})`,
    daysLeft: (days) =>
      days === 0 ? 'heute ist der letzte Tag' : days === 1 ? 'noch 1 Tag' : `noch ${days} Tage`,
    perpetual: 'Ohne vereinbartes Ende',
    begins: (day) => `Beginnt am ${day}`,
    beginsLater: (day) => `Beginnt mit dem ersten Rechner, spätestens am ${day}`,
    daysFromStart: 'Ihr letzter Tag steht fest, sobald die Lizenz beginnt.',
    ended: (day) => `Endete mit dem ${day}`,
    renewsTo: (day) => `Die Lizenz verlängert sich bis ${day}, wenn niemand widerspricht.`,
    objectedByYou:
      'Die Lizenz endet, denn Sie haben der Verlängerung widersprochen. Danach exportiert die Software Ihre Daten; alles andere ist abgeschaltet.',
    objectedByVendor:
      'Die Lizenz endet, denn der Hersteller hat der Verlängerung widersprochen. Danach exportiert die Software Ihre Daten; alles andere ist abgeschaltet.',
    terminated:
      'Die Lizenz endet durch Kündigung. Danach exportiert die Software Ihre Daten; alles andere ist abgeschaltet.',
    endsByItself:
      'Die Lizenz endet von selbst. Danach exportiert die Software Ihre Daten; alles andere ist abgeschaltet.',
    nothingEnds: 'Die Lizenz läuft ohne Ende weiter.',
    staysEnded: 'Nichts weiter. Ihre Daten bleiben exportierbar.',
    resumes: 'Ist die Sperre aufgehoben, ist alles wieder da, was vereinbart ist.',
    mayObject: (day, place) =>
      `Der Verlängerung widersprechen, bis ${day}, Ende des Tages (${place}).`,
    mayObjectEarly: 'Der Verlängerung schon jetzt widersprechen.',
    mayObjectLate: (day) =>
      `Der Verlängerung widersprechen: Der letzte Tag für diese Laufzeit ist vorbei, der Widerspruch gilt zum Ende am ${day}.`,
    mayNotObject: (names) => `Der Verlängerung widersprechen darf ${names}.`,
    nobodyObjects:
      'Der Verlängerung widersprechen darf ein Ansprechpartner, der dazu berechtigt ist: Bitte fragen Sie den Hersteller.',
    nothing: 'Ihre Daten mitnehmen, wie immer.',
    takeBack: 'Den Hersteller bitten, dass Sie Ihren Widerspruch zurücknehmen.',
  },
  license: {
    facts: 'Was vereinbart ist',
    term: 'Laufzeit',
    from: (first, last) => `${first} bis ${last}`,
    fromOn: (first) => `ab ${first}`,
    lastObjectionDay: 'Letzter Tag für einen Widerspruch',
    seats: 'Plätze',
    anySeats: 'beliebig viele',
    seatsUsed: (used, seats) => `${used} von ${seats} belegt`,
    support: 'Support',
    supportUntil: (day) => `bis ${day}`,
    supportOver: (day) => `endete mit dem ${day}`,
    supportOpen: 'solange die Lizenz läuft',
    noSupport: 'nicht vereinbart',
    paper: 'Vereinbarter Text',
    accepted: (day, by) => `angenommen am ${day} von ${by}`,
    id: 'Lizenznummer',
    object: 'Der Verlängerung widersprechen',
    takeBack: 'Widerspruch zurücknehmen',
    receipt: 'Beleg des Widerspruchs',
    dossier: 'Unterschriebenes Dossier dieser Lizenz',
  },
  machines: {
    title: 'Rechner',
    name: 'Rechner',
    seen: 'Zuletzt gesehen',
    unnamed: 'ohne Namen',
    none: 'Kein Rechner nutzt diese Lizenz.',
    noneWhy: 'Sobald die Software mit einem Lizenzschlüssel startet, steht ihr Rechner hier.',
    free: 'Platz freigeben',
    freeTitle: (name) => `Den Platz von ${name} freigeben?`,
    freeLead:
      'Der Platz ist dann für einen anderen Rechner frei. Dieser hier nimmt wieder einen, sobald die Software darauf startet und einer frei ist; bis dahin exportiert sie Ihre Daten und tut nichts anderes.',
    freeNow: (name) => `Den Platz von ${name} freigeben`,
    rightless:
      'Einen Platz freigeben dürfen Ansprechpartner, die für den Kunden etwas erklären dürfen.',
  },
  keys: {
    title: 'Lizenzschlüssel',
    key: 'Schlüssel',
    made: 'Ausgestellt am',
    opens: 'öffnet die Lizenz',
    opensUntil: (day) => `öffnet die Lizenz bis ${day}`,
    opened: (day) => `ersetzt am ${day}`,
    show: 'Schlüssel zeigen',
    copy: 'Kopieren',
    shown: 'Das ist der Schlüssel',
    shownLead:
      'Wer ihn hat, kann einen Platz Ihrer Lizenz nutzen. Dass er gezeigt wurde, steht im Verlauf der Lizenz.',
    more: 'Ist ein Schlüssel verloren oder anderen bekannt geworden, bitten Sie den Hersteller um einen neuen.',
    rightless:
      'Einen Schlüssel sehen Ansprechpartner, die unterschreiben oder den Support fragen dürfen.',
  },
  objection: {
    title: 'Der Verlängerung widersprechen',
    endsAfter: (day, place) => `Endet nach ${day}, Ende des Tages (${place})`,
    until:
      'Bis dahin bleibt alles, wie es ist. Danach exportiert die Software Ihre Daten, solange Sie wollen, und tut nichts anderes; der Support endet am selben Tag.',
    late: 'Der letzte Tag für einen Widerspruch in der laufenden Laufzeit ist vorbei. Ihr Widerspruch ist nicht verloren: Er gilt zum nächsten Ende.',
    dayHasPassed:
      'Während Sie gelesen haben, ist der letzte Tag für einen Widerspruch vergangen. Bitte sehen Sie sich das neue Datum an, bevor Sie bestätigen.',
    reason: 'Grund',
    reasonHint: 'Sie brauchen keinen anzugeben.',
    confirm: (day) => `Widersprechen: Ende nach dem ${day}`,
    by: (name) => `Sie erklären das als ${name}. Es ist zugegangen, sobald Sie es bestätigen.`,
    receipt: 'Beleg',
    recorded: 'Ihr Widerspruch ist eingegangen',
    reference: 'Zeichen',
    received: 'Zugegangen',
    declaredBy: 'Erklärt von',
    onBehalfOf: 'Im Namen von',
    content: 'Erklärt',
    contentIs: 'Widerspruch gegen die Verlängerung der Lizenz',
    mailed: (address) => `Eine Bestätigung geht an ${address}.`,
    print: 'Drucken oder speichern Sie diese Seite, wenn Sie sie auf Papier wollen.',
    taken: (when) => `Zurückgenommen am ${when}, mit Zustimmung der anderen Seite.`,
    checkpoint: 'Prüfpunkt',
    checkpointWhy:
      'Eine Unterschrift über den Verlauf Ihrer Lizenz bis hierher. Mit ihr können Sie später zeigen, dass nichts davor geändert wurde.',
    mailSubject: (called) => `Ihr Widerspruch gegen die Verlängerung von ${called}`,
    mailText: (called, received, day, reference, by) => `Ihr Widerspruch ist eingegangen.

Erklärt: Widerspruch gegen die Verlängerung der Lizenz ${called}
Erklärt von: ${by}
Zugegangen: ${received}
Die Lizenz endet nach: ${day}
Zeichen: ${reference}

Bis dahin bleibt alles, wie es ist. Danach exportiert die Software Ihre Daten, solange Sie wollen, und tut nichts anderes.`,
  },
  takeBack: {
    title: 'Widerspruch zurücknehmen',
    lead: 'Der Hersteller kann sich auf Ihren Widerspruch eingestellt haben. Deshalb braucht die Rücknahme seine Zustimmung. Ihr Wunsch geht an ihn; bis er zugestimmt hat, gilt Ihr Widerspruch.',
    lapses: (day) => `Er kann bis ${day} zustimmen.`,
    ask: 'Um Zustimmung bitten',
    asked: 'Ihr Wunsch ist beim Hersteller',
    waiting: (day) =>
      `Sie haben darum gebeten, Ihren Widerspruch zurückzunehmen. Bis der Hersteller zugestimmt hat, gilt er. Zustimmen kann er bis ${day}.`,
    waitingOpen:
      'Sie haben darum gebeten, Ihren Widerspruch zurückzunehmen. Bis der Hersteller zugestimmt hat, gilt er.',
    rightless:
      'Die Rücknahme bindet Sie an eine weitere Laufzeit: Das darf ein Ansprechpartner, der unterschreiben darf.',
    undo: 'Diesen Wunsch fallen lassen',
  },
  data: {
    title: 'Ihre Daten mitnehmen',
    yours: 'Ihre Daten in der Software',
    yoursLead:
      'Die Software exportiert jederzeit, was Sie in ihr erfasst haben: während die Lizenz läuft, während sie gesperrt ist und nachdem sie geendet hat, ohne Frist und ohne Verbindung zu uns.',
    yoursHow: (product, formats) =>
      `Öffnen Sie in ${product} den Export und wählen Sie ein Format: ${formats}.`,
    help: 'Anleitung zum Export',
    none: 'Sobald eine Lizenz für Sie ausgestellt ist, stehen hier die Formate ihrer Software.',
    here: 'Was hier über Sie gespeichert ist',
    hereLead:
      'Kundendaten, Ansprechpartner, Lizenzen, Laufzeiten, Erklärungen, Verlauf und Anfragen an den Support, als ein Paket in gängigen Formaten (CSV und JSON Lines), mit einer Beschreibung jeder Tabelle.',
    hereWhy: 'Es enthält nichts über andere Kunden und keine Lizenzschlüssel.',
    download: 'Paket herunterladen',
    dossier: 'Das Dossier einer Lizenz',
    dossierLead:
      'Alles über eine Lizenz in einer unterschriebenen Datei: was vereinbart, erklärt, empfangen und verschickt wurde. Ob es später geändert wurde, lässt sich jederzeit prüfen.',
    dossierOf: (called, id) => `Dossier zu ${called} (${id})`,
    check: 'Ein Dossier prüfen',
  },
  refusals: {
    'not-found': {
      title: 'Hier ist nichts',
      next: 'Die Seite gibt es nicht, oder sie ist nicht für Sie bestimmt.',
    },
    forbidden: {
      title: 'Das dürfen Sie nicht erklären',
      next: 'Ein anderer Ansprechpartner Ihrer Firma darf es. Sollten Sie es sein, bitten Sie den Hersteller, das zu vermerken.',
    },
    'from-elsewhere': {
      title: 'Das kam nicht von einer Seite des Kundenportals',
      next: 'Es wurde nichts festgehalten. Bitte öffnen Sie das Kundenportal und versuchen Sie es dort noch einmal.',
    },
    'nothing-renews': {
      title: 'Es gibt nichts, dem Sie widersprechen müssten',
      next: 'Diese Lizenz verlängert sich nicht: Sie endet von selbst, ist beendet oder hat kein Ende.',
    },
    'no-objection': {
      title: 'Einen Widerspruch gibt es nicht mehr',
      next: 'Er wurde inzwischen zurückgenommen oder hat die Lizenz beendet.',
    },
    'proposal-closed': {
      title: 'Dieser Vorschlag ist erledigt',
      next: 'Er ist schon beantwortet, wurde zurückgezogen oder ist mit seiner Frist verfallen.',
    },
    unfit: {
      title: 'Etwas passt nicht',
      next: 'Bitte gehen Sie zurück und sehen Sie die Felder noch einmal an.',
    },
    internal: {
      title: 'Bei uns ist etwas schiefgegangen',
      next: 'Es wurde nichts festgehalten. Bitte versuchen Sie es gleich noch einmal.',
    },
    other: {
      title: 'Das hat nicht geklappt',
      next: 'Bitte gehen Sie zurück und versuchen Sie es noch einmal.',
    },
    instance: 'Wenn Sie uns danach fragen, nennen Sie bitte',
  },
}
