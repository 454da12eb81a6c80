import { deDeclarations } from './declarations-de.ts'
import { deActs } from './acts-de.ts'
import { deCatalog } from './catalog-de.ts'
import { deDossier } from './dossier-de.ts'
import { deDesk } from './de-desk.ts'
import { deMisfits } from './misfits-de.ts'
import { deRetention } from './retention-de.ts'
import { deRecords } from './records-de.ts'
import { deRefusals } from './refusals-de.ts'
import { deProvider } from './provider-de.ts'
import { deAccess } from './access-de.ts'
import { deAhead } from './ahead-de.ts'
import { deEvents } from './events-de.ts'
import { deLetters } from './letters-de.ts'
import { deLists } from './lists-de.ts'
import { deProposals } from './proposals-de.ts'
import { dePortalLink } from './portal-link-de.ts'
import { deLedger } from './ledger-de.ts'
import { deWebhooks } from './webhooks-de.ts'
import type { Words } from './words.ts'

/** The console in German. */
export const de = {
  frame: {
    skip: 'Zum Inhalt',
    places: 'Bereiche',
    menu: 'Ihr Menü',
    language: 'Sprache',
    theme: 'Hell oder dunkel',
    toStart: 'Zur Startseite',
    copy: 'Kopieren',
    cancel: 'Abbrechen',
    back: 'Zurück',
    sandboxName: 'Sandkasten',
    sandbox: 'Ein Sandkasten: Seine Uhr wird von Hand gestellt, seine Lizenzen sind zum Erproben.',
    pages: 'Seiten der Liste',
    next: 'Nächste Seite',
    first: 'Erste Seite',
    filter: 'Filtern',
    any: 'Alle',
    optional: 'freiwillig',
  },
  places: {
    start: 'Start',
    customers: 'Kunden',
    licenses: 'Lizenzen',
    products: 'Produkte',
    history: 'Verlauf',
    letters: 'Briefe',
    settlements: 'Stichtage',
    access: 'Zugang',
  },
  themes: { system: 'Wie das System', light: 'Hell', dark: 'Dunkel' },
  roles: {
    viewer: 'Lesen',
    phone: 'Telefonanlage',
    support: 'Support',
    billing: 'Buchhaltung',
    admin: 'Verwaltung',
  },
  roleMeans: {
    viewer: 'Liest alles außer Lizenzschlüsseln.',
    phone: 'Schlägt Anrufer nach, sonst nichts.',
    support: 'Liest; trägt Widersprüche beider Seiten ein und nimmt sie einvernehmlich zurück.',
    billing:
      'Liest; legt Kunden und Lizenzen an, sperrt, verlängert von Hand, trägt Widersprüche ein.',
    admin: 'Darf alles und lässt andere ein.',
  },
  signIn: {
    title: 'Anmelden',
    login: 'E-Mail-Adresse oder Name',
    password: 'Passwort',
    enter: 'Anmelden',
    out: 'Abmelden',
    lost: 'Passwort verloren? Die Verwaltung kann Ihnen einen neuen Link schicken.',
    refused: 'Name und Passwort passen nicht zusammen. Bitte versuchen Sie es noch einmal.',
    wait: 'Das waren zu viele Versuche. Bitte warten Sie eine Viertelstunde und versuchen Sie es dann wieder.',
    codeTitle: 'Einmalcode',
    code: 'Code',
    codeHint: 'Sechs Ziffern aus Ihrer App oder einer Ihrer Ersatzcodes.',
    codeRefused: 'Dieser Code passt nicht oder wurde schon benutzt. Bitte nehmen Sie den nächsten.',
  },
  invitation: {
    first: 'Verwaltung einrichten',
    firstLead:
      'Sie haben den Link geöffnet, den der Server beim Start gezeigt hat. Ab jetzt melden Sie sich mit dem Namen und dem Passwort an, die Sie hier wählen.',
    title: (name: string) => `Willkommen, ${name}`,
    lead: (login: string) =>
      `Wählen Sie ein Passwort. Damit melden Sie sich ab jetzt als ${login} an.`,
    name: 'Ihr Name',
    nameWrong: 'Bitte schreiben Sie Ihren Namen, höchstens 200 Zeichen.',
    loginHint: 'Was Sie beim Anmelden eingeben.',
    loginWrong: 'Bitte schreiben Sie eine E-Mail-Adresse oder einen kurzen Namen ohne Leerzeichen.',
    password: 'Passwort',
    passwordHint:
      'Mindestens 12 Zeichen. Mehrere Wörter merkt man sich leichter als Sonderzeichen.',
    passwordWrong: 'Bitte nehmen Sie ein Passwort mit 12 bis 200 Zeichen.',
    again: 'Dasselbe Passwort noch einmal',
    againWrong: 'Das sind zwei verschiedene Passwörter.',
    accept: 'Passwort setzen und anmelden',
  },
  account: {
    title: 'Ihr Konto',
    you: 'Sie',
    codes: 'Einmalcodes',
    codesOn: 'Nach dem Passwort werden Sie nach einem Code aus Ihrer App gefragt.',
    codesOff:
      'Mit einer Authenticator-App kommt niemand hinein, der nur Ihr Passwort kennt. Das Einrichten dauert eine Minute.',
    codesBegin: 'Nach Codes fragen',
    codesEnd: 'Nicht mehr nach Codes fragen',
    codesScan:
      'Lesen Sie das Bild mit Ihrer Authenticator-App ein und schreiben Sie den Code, den sie zeigt.',
    codesPicture: 'Ein Bild für Ihre Authenticator-App; darunter steht dasselbe als Buchstaben.',
    codesType: 'Oder geben Sie diese Buchstaben in die App ein:',
    passwordWrong: 'Das ist nicht Ihr Passwort.',
    recovery: 'Bewahren Sie diese Ersatzcodes auf',
    recoveryLead:
      'Jeder gilt einmal anstelle eines Codes aus der App. Sie werden nur jetzt gezeigt: Drucken Sie sie aus oder legen Sie sie zu Ihren Passwörtern.',
    recoveryKept: 'Ich habe sie aufbewahrt',
    everywhere: 'Überall abmelden',
    everywhereLead: 'Beendet diese Sitzung und alle anderen von Ihnen, auf allen Geräten.',
    everywhereDo: 'Überall abmelden',
  },
  keys: {
    title: 'Tasten',
    lead: 'Alles geht auch mit der Maus und ohne Skript.',
    find: 'Einen Kunden suchen',
    end: 'Die Verlängerung der gezeigten Lizenz beenden',
    list: 'Diese Liste',
    go: (place: string) => `Gehe zu: ${place}`,
  },
  people: {
    title: 'Personen',
    name: 'Name',
    role: 'Rolle',
    state: 'Stand',
    joined: 'meldet sich an',
    joinedWithCode: 'meldet sich mit Einmalcodes an',
    invited: 'eingeladen, hat noch nicht angenommen',
    left: 'meldet sich nicht mehr an',
    invite: 'Eine Person einladen',
    inviteDo: 'Einmallink erzeugen',
    link: (name: string) => `Ein Einmallink für ${name}`,
    linkLead:
      'Schicken Sie ihn niemandem sonst. Er öffnet einmal, binnen sieben Tagen, und wird nur jetzt gezeigt: Wer ihn öffnet, wählt das Passwort.',
    again: 'Neuer Link',
    remove: 'Entfernen',
    removeTitle: (name: string) => `${name} entfernen?`,
    removeLead:
      'Die Person wird überall abgemeldet und meldet sich nicht mehr an. Was sie getan hat, bleibt im Verlauf.',
    changeRole: 'Rolle ändern',
    signOut: 'Überall abmelden',
  },
  tokens: {
    title: 'API-Token',
    lead: 'Für Programme: einen Shop, eine Telefonanlage, eigene Skripte.',
    name: 'Name',
    role: 'Rolle',
    made: 'Erzeugt',
    used: 'Zuletzt benutzt',
    never: 'nie',
    ends: 'Endet',
    revoked: 'widerrufen',
    make: 'Ein Token erzeugen',
    makeDo: 'Token erzeugen',
    nameHint: 'Wozu es dient, damit es in einem Jahr noch jemand weiß.',
    shown: (name: string) => `Das Token ${name}`,
    shownLead:
      'Es wird nur jetzt gezeigt. Legen Sie es dorthin, wo das Programm seine Geheimnisse hat.',
    revoke: 'Widerrufen',
    none: 'Es gibt keine API-Token.',
  },
  signingKeys: {
    title: 'Signaturschlüssel',
    lead: 'Womit Token unterschrieben werden. Einen neuen Schlüssel nehmen Produkte von selbst an: Der bisherige bürgt für ihn.',
    key: 'Schlüssel',
    algorithm: 'Verfahren',
    since: 'Unterschreibt seit',
    states: {
      next: 'veröffentlicht, unterschreibt als nächster',
      active: 'unterschreibt',
      retired: 'abgelöst',
      revoked: 'widerrufen',
    },
    rotate: 'Den nächsten Schlüssel unterschreiben lassen',
    rotateLead:
      'Ab jetzt unterschreibt der nächste Ed25519-Schlüssel, und ein neuer wird als nächster veröffentlicht. Was vorher unterschrieben wurde, gilt weiter.',
    rotateDo: 'Jetzt wechseln',
  },
  refusals: {
    instance: 'Für den Blick ins Protokoll:',
    unauthenticated: {
      title: 'Sie sind abgemeldet',
      next: 'Bitte melden Sie sich wieder an und senden Sie das Formular noch einmal. Geändert wurde nichts.',
    },
    forbidden: {
      title: 'Ihre Rolle erlaubt das nicht',
      next: 'Bitten Sie die Verwaltung, es zu tun oder Ihnen die nötige Rolle zu geben.',
    },
    'not-found': {
      title: 'Hier ist nichts',
      next: 'Vielleicht ist die Adresse vertippt, oder ein Einmallink wurde schon benutzt oder ist zu alt. Bitte suchen Sie neu.',
    },
    'nothing-renews': {
      title: 'Diese Lizenz verlängert sich nicht',
      next: 'Es gibt nichts zu widersprechen: Sie endet, ist beendet oder endet nie.',
    },
    'no-objection': {
      title: 'Es besteht kein Widerspruch',
      next: 'Es gibt nichts zurückzunehmen. Die Seite der Lizenz zeigt den Stand.',
    },
    'deadline-passed': {
      title: 'Die Frist ist abgelaufen',
      next: 'Ein Irrtum lässt sich nicht mehr berichtigen. Tragen Sie das Einverständnis der anderen Seite ein, oder setzen Sie die Lizenz nach ihrem Ende wieder in Kraft.',
    },
    'already-ended': {
      title: 'Die Lizenz ist beendet',
      next: 'Weiter geht es nur, wenn sie wieder in Kraft gesetzt wird.',
    },
    unfit: { title: 'Das passt noch nicht', next: 'Bitte gehen Sie zurück und berichtigen Sie:' },
    malformed: {
      title: 'Das lässt sich nicht lesen',
      next: 'Bitte gehen Sie zurück und füllen Sie das Formular neu aus.',
    },
    'login-taken': {
      title: 'Unter diesem Namen meldet sich schon jemand an',
      next: 'Bitte gehen Sie zurück und wählen Sie einen anderen.',
    },
    'last-admin': {
      title: 'Es bliebe niemand für die Verwaltung',
      next: 'Geben Sie zuerst jemand anderem, der die Einladung angenommen hat, diese Rolle.',
    },
    'code-taken': {
      title: 'Der Code ist vergeben',
      next: 'Bitte gehen Sie zurück und wählen Sie einen anderen.',
    },
    ...deRefusals,
    internal: {
      title: 'Ein Fehler bei uns',
      next: 'Geändert wurde nichts. Bitte versuchen Sie es noch einmal; bleibt es dabei, sagen Sie es dem, der den Server betreibt.',
    },
    unavailable: {
      title: 'Nicht bereit',
      next: 'Die Datenbank antwortet nicht. Bitte versuchen Sie es gleich noch einmal.',
    },
    other: {
      title: 'Das geht jetzt nicht',
      next: 'Bitte sehen Sie nach, wie es steht, und versuchen Sie es noch einmal.',
    },
  },
  ...deDesk,
  ...deDeclarations,
  ...deDossier,
  ...deRecords,
  ...deRetention,
  ...deActs,
  ...deCatalog,
  ...deMisfits,
  ...deProvider,
  ...deLetters,
  ...deLists,
  ...dePortalLink,
  ...deProposals,
  ledger: deLedger,
  events: deEvents,
  ...deAccess,
  ...deAhead,
  webhooks: deWebhooks,
} satisfies Words
