/** What the page about retention says, in English. */
export const enRetention = {
  retention: {
    title: 'Retention',
    lead: 'Texts, names and records do not live for ever: once a day what has been kept for its time is erased. Dates, kinds and hashes stay, and every history still checks.',
    classes: {
      inquiries: 'Inquiries to support',
      evidence: 'Evidence',
      machines: 'Names of freed machines',
      sign_ins: 'Sign-ins',
      deliveries: 'Deliveries',
      access: 'Access history',
    },
    means: {
      inquiries:
        'Who asked and what, from the logging on. That an inquiry was made, and how it was judged, stays.',
      evidence:
        'Who declared, warned and signed, in which words, and documents. Counts from the end of the year in which the last thing happened to a license that is over. Business letters are to be kept for six years, booking documents for eight, books for ten (§ 257 HGB, § 147 AO).',
      machines: 'What a machine was called, from the freeing of its seat on.',
      sign_ins: 'Sessions that are over, invitations, failed attempts, and who signed in when.',
      deliveries: 'What went out by webhook and mail, and what was answered.',
      access: 'Who changed people, tokens, keys, webhooks and settings.',
    },
    length: 'Length',
    unit: 'Unit',
    units: { D: 'days', M: 'months', Y: 'years', ever: 'for ever' },
    usual: (length: string) => `Usual: ${length}`,
    lengths: {
      D: (count: number) => (count === 1 ? 'one day' : `${count} days`),
      M: (count: number) => (count === 1 ? 'one month' : `${count} months`),
      Y: (count: number) => (count === 1 ? 'one year' : `${count} years`),
    },
    save: 'Keep it so',
    warning:
      'What is erased comes back from nowhere, not even from us. A shorter length takes effect with the run of the next day.',
    kept: 'Kept. It takes effect with the run of the next day.',
    wrong: (least: string) =>
      `Please name a length of at least ${least}, and at most a hundred years.`,
    runs: 'What was erased',
    noRuns: 'Nothing has been erased yet.',
    day: 'Day',
    what: 'What',
    erased: 'Texts, names, entries',
    link: 'How long texts and names are kept',
  },
}
