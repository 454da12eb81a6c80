import { retold } from './retold.ts'

/** What does not fit in a form, in English: the law’s own sentences, and a machine’s in plain words. */
export const enMisfits = {
  misfits: {
    lead: 'This does not fit yet. Please mend what is marked. Nothing was changed.',
    codeTaken: 'This code is in use. Please choose another one.',
    referenceTaken: 'Another one is called so by this system already.',
    told: (detail: string) => retold(detail, sentences),
  },
}

const sentences = [
  [/^(Add this: text|Write at least \d+ characters)\.$/, 'Please fill this in.'],
  [/^Write at most (\d+) characters\.$/, 'At most $1 characters.'],
  [/^Write at least (\d+)( of these)?\.$/, 'At least $1.'],
  [/^Write at most (\d+)( of these)?\.$/, 'At most $1.'],
  [/^(Add this:|Write) a (whole )?number\.$/, 'Please write a whole number.'],
  [/^Write an e-mail address, .*$/, 'Please write e-mail addresses like post@example.com.'],
  [/^(Add this: .*|Write one of these: .*|Name an id .*)$/, 'Please choose one of these.'],
  [/^Write a day from (\S+) to (\S+) as .*$/, 'Please give a day.'],
  [/^Write an ISO 8601 length of days.*$/, 'Please give a length in days, weeks, months or years.'],
  [/^Write an ISO 8601 length of at least.*$/, 'Please give a length of at least an hour.'],
  [/^Write whole minutes or hours.*$/, 'Please give one minute to 24 hours.'],
  [
    /^This changes from the next term on.*$/,
    'This changes from the next term on: please choose “The next term” above.',
  ],
  [/^Name a day from 1970-01-01.*$/, 'Please name a day between 1970 and 2199.'],
  [/^The (first |new )?term ends after 2199-12-31\.$/, 'The term ends after the year 2199.'],
  [/^The next term would begin after .*$/, 'The next term would begin after the year 2199.'],
  [/^A suspension takes effect now or later\.$/, 'Please name today or a later day.'],
  [/^A termination takes effect now or later\.$/, 'Please name today or a later day.'],
  [
    /^Under (\S+) this is at most (\S+) \((.+)\)\. An admin .*$/,
    'Under $1 this is at most $2 ($3). An admin may let it pass, with a reason.',
  ],
  [/^Name an instant that lies ahead.*$/, 'Please name today or a later day.'],
] as const
