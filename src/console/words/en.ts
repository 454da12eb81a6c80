import { enDeclarations } from './declarations-en.ts'
import { enActs } from './acts-en.ts'
import { enCatalog } from './catalog-en.ts'
import { enDossier } from './dossier-en.ts'
import { enDesk } from './en-desk.ts'
import { enMisfits } from './misfits-en.ts'
import { enRetention } from './retention-en.ts'
import { enRecords } from './records-en.ts'
import { enRefusals } from './refusals-en.ts'
import { enProvider } from './provider-en.ts'
import { enAccess } from './access-en.ts'
import { enAhead } from './ahead-en.ts'
import { enEvents } from './events-en.ts'
import { enLetters } from './letters-en.ts'
import { enLists } from './lists-en.ts'
import { enProposals } from './proposals-en.ts'
import { enPortalLink } from './portal-link-en.ts'
import { enLedger } from './ledger-en.ts'
import { enWebhooks } from './webhooks-en.ts'

/** The console in English (British). */
export const en = {
  frame: {
    skip: 'To the content',
    places: 'Places',
    menu: 'Your menu',
    language: 'Language',
    theme: 'Light or dark',
    toStart: 'To the start page',
    copy: 'Copy',
    cancel: 'Cancel',
    back: 'Back',
    sandboxName: 'Sandbox',
    sandbox: 'A sandbox: its clock is moved by hand, and its licenses are for tests.',
    pages: 'Pages of the list',
    next: 'Next page',
    first: 'First page',
    filter: 'Filter',
    any: 'Any',
    optional: 'optional',
  },
  places: {
    start: 'Start',
    customers: 'Customers',
    licenses: 'Licenses',
    products: 'Products',
    history: 'History',
    letters: 'Letters',
    settlements: 'Settlements',
    access: 'Access',
  },
  themes: { system: 'As the system', light: 'Light', dark: 'Dark' },
  roles: {
    viewer: 'Viewer',
    phone: 'Telephone system',
    support: 'Support',
    billing: 'Billing',
    admin: 'Admin',
  },
  roleMeans: {
    viewer: 'Reads everything but license keys.',
    phone: 'Looks callers up and does nothing else.',
    support: 'Reads; records objections of either side and takes them back by consent.',
    billing: 'Reads; creates customers and licenses, suspends, adds terms, records objections.',
    admin: 'May do everything, and lets others in.',
  },
  signIn: {
    title: 'Sign in',
    login: 'E-mail address or name',
    password: 'Password',
    enter: 'Sign in',
    out: 'Sign out',
    lost: 'Password lost? An admin can send you a new link.',
    refused: 'Name and password do not fit together. Please try again.',
    wait: 'There were too many attempts. Please wait a quarter of an hour, then try again.',
    codeTitle: 'One-time code',
    code: 'Code',
    codeHint: 'Six digits from your app, or one of your recovery codes.',
    codeRefused: 'This code does not fit, or was used already. Please take the next one.',
  },
  invitation: {
    first: 'Set up the first admin',
    firstLead:
      'You opened the link that the server printed at its start. From now on you sign in by the name and the password that you choose here.',
    title: (name: string) => `Welcome, ${name}`,
    lead: (login: string) => `Choose a password. From now on you sign in with it as ${login}.`,
    name: 'Your name',
    nameWrong: 'Please write your name, at most 200 characters.',
    loginHint: 'What you type to sign in.',
    loginWrong: 'Please write an e-mail address or a short name, without spaces.',
    password: 'Password',
    passwordHint: 'At least 12 characters. Several words are easier to keep than signs.',
    passwordWrong: 'Please take a password of 12 to 200 characters.',
    again: 'The same password again',
    againWrong: 'These are two different passwords.',
    accept: 'Set password and sign in',
  },
  account: {
    title: 'Your account',
    you: 'You',
    codes: 'One-time codes',
    codesOn: 'After your password you are asked for a code from your app.',
    codesOff:
      'With an authenticator app nobody gets in who knows your password alone. It takes a minute.',
    codesBegin: 'Ask me for codes',
    codesEnd: 'Ask for no codes any more',
    codesScan: 'Scan this with your authenticator app, then write the code that it shows.',
    codesPicture: 'A picture for your authenticator app; the same stands below as letters.',
    codesType: 'Or type these letters into the app:',
    passwordWrong: 'This is not your password.',
    recovery: 'Keep these recovery codes',
    recoveryLead:
      'Each opens once, in place of a code from your app. They are shown this once: print them, or keep them where you keep passwords.',
    recoveryKept: 'I have kept them',
    everywhere: 'Sign out everywhere',
    everywhereLead: 'Ends this session and every other one of yours, on all devices.',
    everywhereDo: 'Sign out everywhere',
  },
  keys: {
    title: 'Keys',
    lead: 'Everything works with the mouse and without a script, too.',
    find: 'Find a customer',
    end: 'End the renewal of the license shown',
    list: 'This list',
    go: (place: string) => `Go to: ${place}`,
  },
  people: {
    title: 'People',
    name: 'Name',
    role: 'Role',
    state: 'State',
    joined: 'signs in',
    joinedWithCode: 'signs in, with one-time codes',
    invited: 'invited, has not accepted yet',
    left: 'signs in no more',
    invite: 'Invite a person',
    inviteDo: 'Make the one-time link',
    link: (name: string) => `A one-time link for ${name}`,
    linkLead:
      'Send it to nobody else. It opens once, within seven days, and is shown this once: whoever opens it chooses the password.',
    again: 'New link',
    remove: 'Remove',
    removeTitle: (name: string) => `Remove ${name}?`,
    removeLead:
      'They are signed out everywhere and sign in no more. What they have done stays in the history.',
    changeRole: 'Change role',
    signOut: 'Sign out everywhere',
  },
  tokens: {
    title: 'API tokens',
    lead: 'For programs: a shop, a telephone system, your own scripts.',
    name: 'Name',
    role: 'Role',
    made: 'Made',
    used: 'Last used',
    never: 'never',
    ends: 'Ends',
    revoked: 'revoked',
    make: 'Make a token',
    makeDo: 'Make the token',
    nameHint: 'What it is for, so that somebody still knows in a year.',
    shown: (name: string) => `The token ${name}`,
    shownLead: 'It is shown this once. Keep it where the program keeps its secrets.',
    revoke: 'Revoke',
    none: 'There are no API tokens.',
  },
  signingKeys: {
    title: 'Signing keys',
    lead: 'What tokens are signed with. Products take a new key by themselves: the active one vouches for it.',
    key: 'Key',
    algorithm: 'Algorithm',
    since: 'Signs since',
    states: {
      next: 'published, signs next',
      active: 'signs',
      retired: 'retired',
      revoked: 'revoked',
    },
    rotate: 'Let the next key sign',
    rotateLead:
      'From now on the next Ed25519 key signs, and a new one is published after it. Tokens that were signed before stay good.',
    rotateDo: 'Rotate now',
  },
  refusals: {
    instance: 'For whoever looks into the log:',
    unauthenticated: {
      title: 'You are signed out',
      next: 'Please sign in again and send the form once more. Nothing was changed.',
    },
    forbidden: {
      title: 'Your role does not allow this',
      next: 'Please ask an admin to do it, or to give you the role that it needs.',
    },
    'not-found': {
      title: 'Nothing is here',
      next: 'The address may be mistyped, or a one-time link was used or is too old. Please look it up anew.',
    },
    'nothing-renews': {
      title: 'This license does not renew',
      next: 'There is nothing to object to: it ends, has ended, or never does.',
    },
    'no-objection': {
      title: 'No objection stands',
      next: 'There is nothing to take back. The license page shows how it stands now.',
    },
    'deadline-passed': {
      title: 'The deadline has passed',
      next: 'An error can no longer be corrected. Please record the other side’s consent, or reinstate the license after its end.',
    },
    'already-ended': {
      title: 'The license has ended',
      next: 'Only a reinstatement lets it go on.',
    },
    unfit: { title: 'This does not fit yet', next: 'Please go back and mend what is named here:' },
    malformed: { title: 'This cannot be read', next: 'Please go back and fill the form in again.' },
    'login-taken': {
      title: 'Somebody signs in by this name',
      next: 'Please go back and choose another one.',
    },
    'last-admin': {
      title: 'There would be no admin left',
      next: 'Please make somebody else an admin first, who has accepted the invitation.',
    },
    'code-taken': { title: 'The code is in use', next: 'Please go back and choose another one.' },
    ...enRefusals,
    internal: {
      title: 'A fault of ours',
      next: 'Nothing was changed. Please try again; if it stays, tell whoever runs the server.',
    },
    unavailable: {
      title: 'Not ready',
      next: 'The database does not answer. Please try again in a moment.',
    },
    other: {
      title: 'This is not possible now',
      next: 'Please look at how things stand, and try again.',
    },
  },
  ...enDesk,
  ...enDeclarations,
  ...enDossier,
  ...enRecords,
  ...enRetention,
  ...enActs,
  ...enCatalog,
  ...enMisfits,
  ...enProvider,
  ...enLetters,
  ...enLists,
  ...enPortalLink,
  ...enProposals,
  ledger: enLedger,
  events: enEvents,
  ...enAccess,
  ...enAhead,
  webhooks: enWebhooks,
}
