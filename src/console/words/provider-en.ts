/** Signing in at an identity provider, and out again, in English. */
export const enProvider = {
  provider: {
    enter: (name: string) => `Sign in with ${name}`,
    orPassword: 'or with a password',
    join: (name: string) => `Join with ${name}`,
    orChoose: 'or choose a password',
    joinLead: (name: string, login: string) =>
      `Join with your account at ${name}, or choose a password. With it you sign in as ${login}.`,
    another: (name: string) => `With another account of ${name}`,
    again: (name: string) => `Try ${name} again`,
    byPassword: 'Sign in with a password',
    toInvitation: 'Back to the invitation',
    at: (name: string) => `At ${name}`,
    turnedAway: {
      unreachable: {
        title: (name: string) => `${name} does not answer`,
        lead: () =>
          'Nothing is wrong with your account. Please try again in a minute. Whoever has a password here gets in by it meanwhile.',
      },
      declined: {
        title: (name: string) => `${name} did not let you through`,
        lead: () =>
          'The sign-in was broken off there, or you may not use it for this server. Please try again, or ask whoever looks after it.',
      },
      unbelieved: {
        title: (name: string) => `The answer of ${name} does not fit`,
        lead: () =>
          'It was not taken, and nobody was signed in. Please try again; if it stays, tell whoever runs this server: the log says why.',
      },
      stale: {
        title: () => 'This sign-in is not yours, or too old',
        lead: () =>
          'It was begun in another browser, more than a quarter of an hour ago, or is done already. Please begin anew.',
      },
      wait: {
        title: () => 'Too many attempts',
        lead: () => 'Please wait a quarter of an hour, then try again.',
      },
      unknown: {
        title: () => 'You are not invited yet',
        lead: (name: string) =>
          `${name} knows you, but nobody signs in here by this address. Please ask an admin of this server to invite you with it, or to send you a link.`,
      },
      unverified: {
        title: () => 'Your address is not verified',
        lead: (name: string) =>
          `${name} does not say that this address is yours. Please have it verified there, or ask an admin of this server for a link by which you can join without it.`,
      },
      uninvited: {
        title: () => 'This link is used up',
        lead: () =>
          'It was used already, or is older than seven days. Please ask an admin of this server for a new one.',
      },
      other: {
        title: () => 'This account is linked otherwise',
        lead: (name: string) =>
          `Either somebody else signs in here by your account at ${name}, or you by another one. Please ask an admin of this server to unlink it, then try again.`,
      },
    },
  },
  signedOut: {
    title: 'You are signed out',
    lead: (name: string) =>
      `At ${name} you are still signed in: whoever uses this browser next gets in again without a password.`,
    there: (name: string) => `Sign out of ${name} too`,
  },
  ways: {
    title: 'How they sign in',
    provider: 'the provider',
    loginHint: (name: string) => `To get in by ${name}: the address that it knows.`,
    byProvider: (name: string) => `signs in with ${name}`,
    linkLead: 'For a new password, or to join by the provider. Until then all stays as it is.',
    signOutLead: 'Ends all their sessions. They can sign in again.',
    password: 'Password',
    hasPassword: 'chosen',
    noPassword: 'none',
    codes: 'One-time codes',
    asks: 'asked for',
    asksNot: 'not asked for',
    linked: (email: string, day: string) => `${email}, since ${day}`,
    linkedSince: (day: string) => `since ${day}`,
    notLinked: 'not linked yet',
    proofWrong: 'This does not fit. Nothing was changed.',
    onlyProvider: (name: string) => `Sign in by ${name} alone`,
    onlyProviderLead: 'Takes the password away and signs them out everywhere.',
    unlink: 'Unlink',
    unlinkLead: (name: string) =>
      `Signs them out everywhere. Whoever comes from ${name} next with their verified address is linked anew.`,
  },
  newPassword: {
    title: 'Another password',
    none: 'You have none here: you sign in by your provider. An admin can make you a link by which you choose one.',
    lead: 'Ends every other session of yours, on all devices.',
    old: 'Your password so far',
    fresh: 'New password',
    change: 'Change password',
    changed: 'Your password is changed. You are signed in here alone.',
  },
}
