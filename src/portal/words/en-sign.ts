/** What the portal says about signing in, and about what is proposed. */
export const enSign = {
  signIn: {
    title: 'Sign in',
    lead: 'Enter the e-mail address that we know you by. We send you a link; there is no password.',
    email: 'E-mail address',
    send: 'Send me a link',
    sentTitle: 'Look into your mail',
    sent: (email: string) =>
      `If ${email} belongs to a customer of ours, a link is on its way there. It opens once, within 30 minutes.`,
    sentNext:
      'Nothing has come? Look among the unwanted mail, or ask the vendor to send you a link.',
    again: 'Another address',
    enterTitle: 'Sign in',
    enterAs: (name: string, customer: string) => `You sign in as ${name} for ${customer}.`,
    enter: 'Sign in',
    out: 'Sign out',
    brokenTitle: 'This link does not open anything any more',
    broken:
      'It was used already, is too old, or the address that it went to is no longer known to us. Ask for another one.',
    brokenNext: 'Ask for a new link',
    wrongAddress: 'Please write an address like name@example.com.',
    mailSubject: 'Your link to sign in',
    mailText: (name: string, customer: string, link: string) => `Hello ${name},

this link signs you in to the customer portal for ${customer}:

${link}

It opens once, within 30 minutes. If you have not asked for it, there is nothing to do: without the link nobody gets in.`,
  },
  proposal: {
    title: {
      amendment: 'A change is proposed',
      withdrawal: 'Taking an objection back is proposed',
    },
    lead: 'Nothing changes until you accept. Without an answer everything stays as it is.',
    lapses: (day: string) => `You can answer until ${day}.`,
    from: {
      now: 'From your acceptance on',
      next_term: 'From the next term on',
    },
    before: 'So far',
    after: 'Then',
    member: 'What',
    withdrawal: {
      vendor: (day: string) =>
        `The vendor wants to take back its objection. The license then does not end after ${day} but renews.`,
      customer: (day: string) =>
        `Your objection is to be taken back. The license then does not end after ${day} but renews.`,
    },
    otherStands: {
      vendor:
        'The vendor wants to take back its objection. Yours stands: the license still does not renew.',
      customer:
        'Your objection is to be taken back. The vendor’s stands: the license still does not renew.',
    },
    agreement: 'With it you accept',
    reason: 'The vendor writes',
    accept: 'Accept',
    decline: 'Decline',
    accepted: 'You have accepted',
    acceptedLead: 'It is agreed, and on record with your name and the time.',
    declined: 'You have declined',
    declinedLead: 'Everything stays as it was. The vendor sees that you have declined.',
    rightless: (names: string) => `Accepting binds the customer: that is for ${names}.`,
    nobody: 'Accepting binds the customer: that is for a contact who may sign.',
    members: {
      capabilities: 'Functions',
      limits: 'Limits',
      seats: 'Seats',
      support: 'Support',
      term: 'Length of the first term',
      renewalTerm: 'Length of a renewal',
      notice: 'Notice in the first term',
      renewalNotice: 'Notice later on',
      renewal: 'Renewal',
      plan: 'Plan',
      other: 'Other terms',
    },
    renewals: { automatic: 'by itself', none: 'not by itself' },
    anySeats: 'any number',
    none: 'none',
    changed: 'changed',
  },
  period: {
    days: (count: number) => (count === 1 ? '1 day' : `${count} days`),
    months: (count: number) => (count === 1 ? '1 month' : `${count} months`),
    years: (count: number) => (count === 1 ? '1 year' : `${count} years`),
    none: 'none',
  },
}
