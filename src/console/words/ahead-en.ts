/** What comes by a day, and what a settlement has done, in English. */
export const enAhead = {
  ahead: {
    title: 'What comes',
    lead: 'As the rules would have it if nobody declared anything more. Nothing is recorded by looking.',
    by: 'By the end of',
    look: 'Look ahead',
    sum: (day: string, renews: number, ends: number) =>
      `By the end of ${day}, ${renews} ${renews === 1 ? 'license renews' : 'licenses renew'} and ${ends} ${ends === 1 ? 'ends' : 'end'}. Each counts with its next turn alone.`,
    late: 'Some licenses are due already and not settled yet; they are missing from these two numbers, not from the lists below.',
    parts: { ends: 'These end', renews: 'These renew' },
    none: {
      ends: 'No license ends by then. A later day shows more.',
      renews: 'No license renews by then. A later day shows more.',
    },
    all: (count: number) => `All ${count} of them`,
    first: (count: number) => `Here stand the first ${count}.`,
    open: 'What comes by a day …',
    settled: (renewed: number, ended: number, failed: number) =>
      `${renewed} renewed, ${ended} ended, ${failed} set aside`,
    noTransition: 'It renewed nothing and ended nothing.',
    toAside: 'They stand on the start page',
    kinds: { renewed: 'renewed', ended: 'ended' },
  },
  keyRevocation: {
    open: 'Revoke …',
    leads: {
      next: 'This key has signed nothing yet. It is taken from the published ones, and a new next key is made.',
      active:
        'This key signs now. The next one signs in its place at once, and a new next key is published.',
      retired:
        'This key signs no more. Tokens that it signed are still accepted; from now on they are not.',
    },
    evidenceLeads: {
      active: 'This key signs evidence now. A new one is made and signs in its place at once.',
      retired:
        'This key signs no more, and its private half is destroyed. Somebody may have kept a copy of it.',
    },
    of: {
      signing: {
        title: 'Revoke a signing key',
        drop: 'Products drop it at their next refresh, and every token that it signed with it. Until they have a new one they are export-only; those that are online notice nothing. License files that it signed have to be made anew.',
        otherwise:
          'Revoke a key that has leaked, and no other. For a change of keys by plan, let the next key sign: then everything that was signed stays good.',
      },
      evidence: {
        title: 'Revoke an evidence key',
        drop: 'It stays published, with today’s date: whoever checks a dossier, a receipt or a checkpoint learns that what it signs from now on proves nothing. What it signed before stays good where a date outside of this server shows that it is older.',
        otherwise:
          'Revoke a key that has leaked, and no other. For a change of keys by plan, let a new key sign: then everything that was signed stays good.',
      },
    },
    reasonHint: 'Is kept with the key and stands in the access history.',
    revoke: (kid: string) => `Revoke the key ${kid}`,
    explained:
      'The next key is published ahead, so that products know it before it signs. The active one signs. A retired one signs no more, and what it signed stays good. A revoked one is trusted by nobody.',
  },
}
