import type { enMisfits } from './misfits-en.ts'
import { retold } from './retold.ts'

/** What does not fit in a form, in German. */
export const deMisfits = {
  misfits: {
    lead: 'Das passt noch nicht. Bitte berichtigen Sie, was gekennzeichnet ist. Geändert wurde nichts.',
    codeTaken: 'Dieser Code ist vergeben. Bitte wählen Sie einen anderen.',
    referenceTaken: 'Dieses System nennt schon etwas anderes so.',
    told: (detail: string) => retold(detail, sentences),
  },
} satisfies typeof enMisfits

const choose = 'Bitte wählen Sie eines davon.'
const day = 'Bitte geben Sie einen Tag an.'
const ahead = 'Bitte nennen Sie heute oder einen späteren Tag.'

const sentences = [
  [/^(Add this: text|Write at least \d+ characters)\.$/, 'Bitte füllen Sie das aus.'],
  [/^Write at most (\d+) characters\.$/, 'Höchstens $1 Zeichen.'],
  [/^Write at least (\d+)( of these)?\.$/, 'Mindestens $1.'],
  [/^Write at most (\d+)( of these)?\.$/, 'Höchstens $1.'],
  [/^(Add this:|Write) a (whole )?number\.$/, 'Bitte schreiben Sie eine ganze Zahl.'],
  [/^Write an e-mail address, .*$/, 'Bitte schreiben Sie E-Mail-Adressen wie post@example.com.'],
  [/^(Add this: .*|Write one of these: .*|Name an id .*)$/, choose],
  [/^Write a day from (\S+) to (\S+) as .*$/, day],
  [
    /^Name a day from 1970-01-01 to 2199-12-31\.$/,
    'Bitte nennen Sie einen Tag zwischen 1970 und 2199.',
  ],
  [/^Write text without NUL.*$/, 'Bitte schreiben Sie Text ohne Steuerzeichen.'],
  [/^Write a language tag.*$/, 'Bitte wählen Sie eine Sprache.'],
  [/^Name an IANA time zone.*$/, 'Bitte wählen Sie eine Zeitzone.'],

  // Settings and warnings.
  [/^Write an e-mail address\.$/, 'Bitte schreiben Sie eine E-Mail-Adresse wie post@example.com.'],
  [/^Only a letter is mailed\.$/, 'Nur ein Brief geht per E-Mail.'],
  [
    /^A letter that is mailed is given now.*$/,
    'Was per E-Mail geht, wird jetzt ausgesprochen: Bitte lassen Sie den Zeitpunkt weg.',
  ],

  // Webhooks.
  [
    /^An address carries no password.*$/,
    'In der Adresse steht kein Passwort: Meldungen erkennt man an ihrer Unterschrift.',
  ],
  [/^Leave out what stands behind the #\.$/, 'Bitte lassen Sie weg, was hinter # steht.'],
  [
    /^Webhooks reach public addresses alone; (\w+) names .*$/,
    'Webhooks erreichen nur öffentliche Adressen; $1 nennt andere, die sie erreichen dürfen.',
  ],
  [
    /^Write an address that begins with https:\/\/; http:\/\/ is for hosts that (\w+) names\.$/,
    'Bitte schreiben Sie eine Adresse, die mit https:// beginnt; http:// ist für Rechner, die $1 nennt.',
  ],
  [
    /^Write an address that begins with.*$/,
    'Bitte schreiben Sie eine Adresse, die mit https:// oder http:// beginnt.',
  ],
  [/^There is no such type of event\.$/, 'Diese Ereignisart gibt es nicht.'],
  [/^Name each type once\.$/, 'Bitte wählen Sie jede Ereignisart einmal.'],
  [/^Name a type of event, or null for all\.$/, 'Bitte wählen Sie eine Ereignisart oder alles.'],

  // Products and plans.
  [
    /^A code has .*$/,
    'Ein Code besteht aus Kleinbuchstaben, Ziffern, Punkten, Binde- und Unterstrichen und beginnt mit einem Buchstaben oder einer Ziffer.',
  ],
  [/^A code does not look like an id\.$/, 'Ein Code sieht nicht wie eine Kennung aus.'],
  [
    /^A capability is .*$/,
    'Eine Fähigkeit heißt bereich:handlung, aus Kleinbuchstaben, Ziffern, - und _.',
  ],
  [/^All capabilities together .*$/, 'Alle Fähigkeiten zusammen haben höchstens 24.000 Zeichen.'],
  [/^(\S+) is reserved: .*$/, '$1 ist vorbehalten: Jede Lizenz hat es.'],
  [/^Name each capability once\.$/, 'Bitte nennen Sie jede Fähigkeit einmal.'],
  [/^A product exports at least one .*$/, 'Ein Produkt exportiert mindestens ein gängiges Format.'],
  [/^(\S+) stays: licenses may give it\.$/, '$1 bleibt: Lizenzen können es geben.'],
  [
    /^(\S+) stays: customers may count on it\.$/,
    '$1 bleibt: Kunden verlassen sich womöglich darauf.',
  ],
  [/^The product does not define (\S+)\.$/, 'Das Produkt kennt $1 nicht.'],
  [
    /^A limit has .*$/,
    'Eine Grenze heißt mit Kleinbuchstaben, Ziffern und Unterstrichen, etwa branches.',
  ],
  [/^Name at most 200 limits\.$/, 'Höchstens 200 Grenzen.'],
  [
    /^A system has .*$/,
    'Ein System heißt mit Kleinbuchstaben, Ziffern, Punkten, Binde- und Unterstrichen, etwa stripe.',
  ],
  [
    /^Write an ISO 8601 length of days.*$/,
    'Bitte geben Sie eine Länge in Tagen, Wochen, Monaten oder Jahren an.',
  ],
  [
    /^Write an ISO 8601 length of at least PT1H.*$/,
    'Bitte geben Sie eine Länge von mindestens einer Stunde an.',
  ],
  [/^Write whole minutes or hours.*$/, 'Bitte geben Sie eine Minute bis 24 Stunden an.'],
  [/^This length has at least one day\.$/, 'Diese Länge hat mindestens einen Tag.'],
  [/^No length goes beyond the year 2199\.$/, 'Keine Länge reicht über das Jahr 2199 hinaus.'],
  [/^A leeway has at most 14 days\.$/, 'Eine Kulanzfrist hat höchstens 14 Tage.'],
  [/^A leeway is shorter than .*$/, 'Die Kulanzfrist ist kürzer als die kürzeste Laufzeit.'],
  [
    /^A notice is shorter than the shortest its term can be \((\S+): (\S+) days\)\.$/,
    'Die Frist ist kürzer als die kürzeste Laufzeit, die es geben kann ($2 Tage).',
  ],
  [/^A plan without a term has no notice\.$/, 'Ein Tarif ohne Laufzeit hat keine Frist.'],
  [
    /^A plan without a term has no renewal term\.$/,
    'Ein Tarif ohne Laufzeit hat keine Verlängerungslaufzeit.',
  ],
  [
    /^A plan without a term is perpetual.*$/,
    'Ein Tarif ohne Laufzeit gilt unbefristet: Er verlängert sich nicht.',
  ],
  [/^A trial has a term.*$/, 'Ein Probetarif hat eine Laufzeit und verlängert sich nicht.'],
  [
    /^Leases are counted against seats.*$/,
    'Leihplätze werden gegen Plätze gezählt: Bitte sagen Sie, wie viele es gibt.',
  ],
  [
    /^Under (\S+) this is at most (\S+) \((.+)\)\. An admin .*$/,
    'Unter $1 ist das höchstens $2 ($3). Die Verwaltung kann es mit Begründung zulassen.',
  ],
  [/^Name one of .*$/, choose],

  // What is asked for when a license is issued, and what is done to it.
  [/^There is no plan .*$/, 'Diesen Tarif gibt es nicht.'],
  [/^There is no customer .*$/, 'Diesen Kunden gibt es nicht.'],
  [/^This customer was merged .*$/, 'Dieser Kunde wurde mit einem anderen zusammengelegt.'],
  [/^The first term ends before it starts\.$/, 'Die erste Laufzeit endet, bevor sie beginnt.'],
  [
    /^The first term is to be longer than its notice\.$/,
    'Die erste Laufzeit muss länger sein als ihre Frist.',
  ],
  [
    /^The first term is to be longer than the leeway\.$/,
    'Die erste Laufzeit muss länger sein als die Kulanzfrist.',
  ],
  [/^A perpetual license has no last day\.$/, 'Eine unbefristete Lizenz hat keinen letzten Tag.'],
  [/^The (first |new )?term ends after 2199-12-31\.$/, 'Die Laufzeit endet nach dem Jahr 2199.'],
  [
    /^The next term would begin after 2199-12-31\.$/,
    'Die nächste Laufzeit begänne nach dem Jahr 2199.',
  ],
  [
    /^Name the day on which it starts at the latest\.$/,
    'Bitte nennen Sie den Tag, an dem sie spätestens beginnt.',
  ],
  [/^The last day to start on lies ahead.*$/, ahead],
  [
    /^Leave the day out: the first activation .*$/,
    'Bitte leeren: Den Tag bestimmt die erste Aktivierung.',
  ],
  [
    /^Leave the last day out: the first term .*$/,
    'Bitte leeren: Die erste Laufzeit zählt ab der ersten Aktivierung; vorher lässt sich kein letzter Tag vereinbaren.',
  ],
  [/^A (suspension|termination) takes effect now or later\.$/, ahead],
  [/^Name an instant that lies ahead.*$/, ahead],
  [
    /^An agreement was accepted in the past\.$/,
    'Eine Vereinbarung wurde in der Vergangenheit angenommen.',
  ],
  [
    /^Name another customer.*$/,
    'Bitte nennen Sie einen anderen Kunden: Ihm gehört die Lizenz schon.',
  ],
  [/^No other customer is called so\.$/, 'So heißt kein anderer Kunde.'],
  [/^Several customers are called so.*$/, 'So heißen mehrere Kunden: Bitte wählen Sie einen.'],
  [/^Name at least one member .*$/, 'Bitte ändern Sie mindestens eine Angabe.'],
  [
    /^This changes from the next term on.*$/,
    'Das ändert sich erst ab der nächsten Laufzeit: Bitte wählen Sie oben „Nächste Laufzeit“.',
  ],
  [
    /^A license with terms does not become perpetual\.$/,
    'Eine befristete Lizenz wird nicht unbefristet.',
  ],
  [/^The plan belongs to another product\.$/, 'Der Tarif gehört zu einem anderen Produkt.'],
  [
    /^The term begins on (\S+): name .*$/,
    'Die Laufzeit beginnt am $1: Bitte nennen Sie diesen Tag oder einen späteren.',
  ],
  [
    /^The (new )?term would be over already.*$/,
    'Die Laufzeit wäre schon vorbei: Bitte nennen Sie einen späteren Tag.',
  ],
  [
    /^The license ended on its way to (\S+): .*$/,
    'Die Lizenz endete vor dem $1: Ein früherer Tag geht nicht.',
  ],
  [
    /^Name who at the customer’s agreed.*$/,
    'Bitte nennen Sie, wer beim Kunden zugestimmt hat und wie.',
  ],
  [/^Say what the error was\.$/, 'Bitte sagen Sie, worin der Irrtum bestand.'],
  [/^The customer has no such contact.*$/, 'Diesen Ansprechpartner gibt es nicht mehr.'],
] as const
