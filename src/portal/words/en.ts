import { enDeclare } from './en-declare.ts'
import { enSign } from './en-sign.ts'

/** The portal in English (British). */
export const en = {
  ...enSign,
  ...enDeclare,
  frame: {
    name: 'Customer portal',
    skip: 'To the content',
    language: 'Language',
    theme: 'Light or dark',
    cancel: 'Cancel',
    back: 'Back',
    optional: 'optional',
    toLicenses: 'My licenses',
    takeAlong: 'Take your data along',
    seller: 'The vendor',
    terms: 'Terms',
    privacy: 'Privacy',
    sandboxName: 'Sandbox',
    sandbox: 'A sandbox: its clock is moved by hand, and its licenses are for tests.',
  },
  themes: { system: 'As the system', light: 'Light', dark: 'Dark' },
  home: {
    title: 'My licenses',
    none: 'There is no license for you here yet.',
    noneWhy:
      'As soon as one is issued to you, it stands here with what it allows and until when. If you miss one, please ask the vendor.',
    open: 'Details',
    answer: 'Look and answer',
    proposal: 'A proposal waits for your answer',
  },
  worth: { full: 'Full', ends: 'Ends', 'export-only': 'Export only' },
  card: {
    allows: 'Today',
    until: 'Until',
    termUntil: 'The term runs until',
    next: 'Then',
    can: 'You can',
    allowsFull: 'You may use everything that was agreed.',
    allowsNotStarted:
      'The license has not begun. Your data can be exported already; everything else waits for the first day.',
    allowsSuspended:
      'The license is suspended. The software exports your data; everything else is switched off until the suspension is lifted.',
    allowsEnded:
      'The license has ended. The software goes on exporting your data for as long as you want; everything else is switched off.',
    endOfDay: (day: string, place: string) => `${day}, end of day (${place})`,
    daysLeft: (days: number) =>
      days === 0 ? 'today is the last day' : days === 1 ? '1 day left' : `${days} days left`,
    perpetual: 'Without an agreed end',
    begins: (day: string) => `Begins on ${day}`,
    beginsLater: (day: string) => `Begins with the first machine, on ${day} at the latest`,
    daysFromStart: 'Your last day is certain as soon as the license begins.',
    ended: (day: string) => `Ended with ${day}`,
    renewsTo: (day: string) => `The license renews until ${day} unless somebody objects.`,
    objectedByYou:
      'The license ends, since you have objected to the renewal. After that the software exports your data; everything else is switched off.',
    objectedByVendor:
      'The license ends, since the vendor has objected to the renewal. After that the software exports your data; everything else is switched off.',
    terminated:
      'The license ends by termination. After that the software exports your data; everything else is switched off.',
    endsByItself:
      'The license ends by itself. After that the software exports your data; everything else is switched off.',
    nothingEnds: 'The license goes on without an end.',
    staysEnded: 'Nothing more. Your data stays exportable.',
    resumes: 'Once the suspension is lifted, everything that was agreed is there again.',
    mayObject: (day: string, place: string) =>
      `Object to the renewal by ${day}, end of day (${place}).`,
    mayObjectEarly: 'Object to the renewal already now.',
    mayObjectLate: (day: string) =>
      `Object to the renewal: the last day for this term has passed, so it counts for the end on ${day}.`,
    mayNotObject: (names: string) => `Objecting to the renewal is for ${names}.`,
    nobodyObjects: 'Objecting to the renewal is for a contact who may: please ask the vendor.',
    nothing: 'Take your data along, as always.',
    takeBack: 'Ask the vendor to let you take your objection back.',
  },
  license: {
    facts: 'What was agreed',
    term: 'Running term',
    from: (first: string, last: string) => `${first} to ${last}`,
    fromOn: (first: string) => `from ${first} on`,
    lastObjectionDay: 'Last day to object',
    seats: 'Seats',
    anySeats: 'any number',
    seatsUsed: (used: number, seats: number) => `${used} of ${seats} in use`,
    support: 'Support',
    supportUntil: (day: string) => `until ${day}`,
    supportOver: (day: string) => `ended with ${day}`,
    supportOpen: 'for as long as the license runs',
    noSupport: 'not agreed',
    paper: 'Agreed text',
    accepted: (day: string, by: string) => `accepted on ${day} by ${by}`,
    id: 'License number',
    object: 'Object to the renewal',
    takeBack: 'Take the objection back',
    receipt: 'Receipt of the objection',
    dossier: 'Signed dossier of this license',
  },
  machines: {
    title: 'Machines',
    name: 'Machine',
    seen: 'Last seen',
    unnamed: 'without a name',
    none: 'No machine uses this license.',
    noneWhy: 'As soon as the software starts with a license key, its machine stands here.',
    free: 'Free its seat',
    freeTitle: (name: string) => `Free the seat of ${name}?`,
    freeLead:
      'The seat is free for another machine. This one takes a seat again as soon as the software starts on it and one is free; until then it exports your data and does nothing else.',
    freeNow: (name: string) => `Free the seat of ${name}`,
    rightless: 'Freeing a seat is for contacts who may do something for the customer.',
  },
  keys: {
    title: 'License keys',
    key: 'Key',
    made: 'Made on',
    opens: 'opens the license',
    opensUntil: (day: string) => `opens the license until ${day}`,
    opened: (day: string) => `replaced on ${day}`,
    show: 'Show the key',
    copy: 'Copy',
    shown: 'This is the key',
    shownLead:
      'Whoever has it can use a seat of your license. That it was shown is noted in the history.',
    more: 'If a key was lost or has become known to others, please ask the vendor for another one.',
    rightless: 'Seeing a key is for contacts who may sign or ask support.',
  },
  objection: {
    title: 'Object to the renewal',
    endsAfter: (day: string, place: string) => `Ends after ${day}, end of day (${place})`,
    until:
      'Until then everything stays as it is. After that the software exports your data for as long as you want, and does nothing else; support ends on the same day.',
    late: 'The last day to object for the running term has passed. Your objection is not lost: it counts for the next end.',
    dayHasPassed:
      'While you were reading, the last day to object has passed. Please look at the new date before you confirm.',
    reason: 'Reason',
    reasonHint: 'You need not give one.',
    confirm: (day: string) => `Object: end after ${day}`,
    by: (name: string) => `You declare this as ${name}. It is received as soon as you confirm.`,
    receipt: 'Receipt',
    recorded: 'Your objection has been received',
    reference: 'Reference',
    received: 'Received',
    declaredBy: 'Declared by',
    onBehalfOf: 'On behalf of',
    content: 'Declared',
    contentIs: 'Objection to the renewal of the license',
    mailed: (address: string) => `A confirmation goes to ${address}.`,
    print: 'Please print this page or save it if you want it on paper.',
    taken: (when: string) => `Taken back on ${when}, with the other side’s consent.`,
    checkpoint: 'Checkpoint',
    checkpointWhy:
      'A signature over the history of your license up to here. With it you can show later that nothing before it was changed.',
    mailSubject: (called: string) => `Your objection to the renewal of ${called}`,
    mailText: (
      called: string,
      received: string,
      day: string,
      reference: string,
      by: string,
    ) => `We have received your objection.

Declared: objection to the renewal of the license ${called}
Declared by: ${by}
Received: ${received}
The license ends after: ${day}
Reference: ${reference}

Until then everything stays as it is. After that the software exports your data for as long as you want, and does nothing else.`,
  },
  takeBack: {
    title: 'Take the objection back',
    lead: 'The vendor may have relied on your objection, so taking it back needs the vendor’s consent. Your wish goes to the vendor; until there is consent, your objection stands.',
    lapses: (day: string) => `The vendor can consent until ${day}.`,
    ask: 'Ask for consent',
    asked: 'Your wish has gone to the vendor',
    waiting: (day: string) =>
      `You have asked to take your objection back. Until the vendor has consented, which is possible until ${day}, it stands.`,
    waitingOpen:
      'You have asked to take your objection back. Until the vendor has consented, it stands.',
    rightless: 'Taking it back binds you to another term: that is for a contact who may sign.',
    undo: 'Drop this wish',
  },
  data: {
    title: 'Take your data along',
    yours: 'Your data in the software',
    yoursLead:
      'The software exports what you have entered in it, at any time: while the license runs, when it is suspended, and after it has ended, without a time limit and without a connection to us.',
    yoursHow: (product: string, formats: string) =>
      `Open “Export” in ${product} and choose a format: ${formats}.`,
    help: 'How to export',
    none: 'As soon as a license is issued to you, the formats of its software stand here.',
    here: 'What is kept about you here',
    hereLead:
      'Customer record, contacts, licenses, terms, declarations, history and support inquiries, as one package in common formats (CSV and JSON Lines), with a description of every table.',
    hereWhy: 'It holds nothing about other customers, and no license keys.',
    download: 'Download the package',
    dossier: 'The dossier of a license',
    dossierLead:
      'Everything about a license in one signed file: what was agreed, declared, received and sent. Whether it was changed later can be checked at any time.',
    dossierOf: (called: string, id: string) => `Dossier of ${called} (${id})`,
    check: 'Check a dossier',
  },
  refusals: {
    'not-found': {
      title: 'There is nothing here',
      next: 'The page does not exist, or is not for you.',
    },
    forbidden: {
      title: 'That is not for you to do',
      next: 'Another contact of your company may. If that should be you, please ask the vendor to note it.',
    },
    'from-elsewhere': {
      title: 'This did not come from a page of the customer portal',
      next: 'Nothing was recorded. Please open the customer portal and try again there.',
    },
    'nothing-renews': {
      title: 'There is nothing to object to',
      next: 'This license does not renew: it ends by itself, has ended, or has no end.',
    },
    'no-objection': {
      title: 'There is no objection any more',
      next: 'It was taken back in the meantime, or has ended the license.',
    },
    'proposal-closed': {
      title: 'This proposal is closed',
      next: 'It was answered already, was taken back, or has lapsed with its deadline.',
    },
    unfit: {
      title: 'Something does not fit',
      next: 'Please go back and look at the fields again.',
    },
    internal: {
      title: 'Something went wrong on our side',
      next: 'Nothing was recorded. Please try again in a moment.',
    },
    other: { title: 'That did not work', next: 'Please go back and try again.' },
    instance: 'If you ask us about it, please name',
  },
}
