import type { AccessTold, AccessWords } from '../access-told.ts'

const way = (told: AccessTold): string =>
  told.is('by', 'provider') ? 'by the identity provider' : 'by password'
const tried = (told: AccessTold): string =>
  told.is('at', 'code') ? 'a wrong one-time code' : 'a wrong password'

const sentences: AccessWords = {
  'person.invited': (told) => `${told.about} was invited, as ${told.role('role')}`,
  'person.invited_again': (told) => `${told.about} was given a new one-time link`,
  'person.joined': (told) => `${told.about} took the one-time link up, and signs in ${way(told)}`,
  'person.linked': (told) => `${told.about} was linked to their account at the identity provider`,
  'person.unlinked': (told) =>
    `${told.about} was unlinked from their account at the identity provider`,
  'person.role_changed': (told) =>
    `${told.about} has another role: ${told.role('to')}, before that ${told.role('from')}`,
  'person.signed_out': (told) => `${told.about} was signed out everywhere`,
  'person.removed': (told) => `${told.about} was removed, and signs in no more`,
  'password.changed': (told) => `${told.about} has another password`,
  'password.removed': (told) => `The password of ${told.about} was taken away`,
  'second_factor.set': (told) => `${told.about} is asked for one-time codes`,
  'second_factor.removed': (told) => `${told.about} is asked for no one-time codes any more`,
  'sign_in.succeeded': (told) =>
    `${told.about} signed in ${way(told)}${told.is('code', true) ? ' and one-time code' : ''}`,
  'sign_in.failed': (told) => `An attempt to sign in as ${told.about} failed: ${tried(told)}`,
  'sign_in.locked': (told) =>
    `Too many attempts to sign in as ${told.about}: whoever tries has to wait`,
  'api_token.made': (told) => `The API token “${told.about}” was made, as ${told.role('role')}`,
  'api_token.revoked': (told) => `The API token “${told.about}” was revoked`,
  'signing_key.made': (told) =>
    `The signing key ${told.about} was made (${told.text('algorithm') ?? '–'})`,
  'signing_key.rotated': (told) =>
    `The signing key ${told.about} signs in place of ${told.text('former')?.slice(0, 8) ?? '–'}`,
  'signing_key.revoked': (told) => `The signing key ${told.about} was revoked`,
  'evidence_key.made': (told) => `The evidence key ${told.about} was made`,
  'evidence_key.rotated': (told) => `The evidence key ${told.about} signs from now on`,
  'evidence_key.revoked': (told) => `The evidence key ${told.about} was revoked`,
  'webhook.added': (told) => `The webhook “${told.about}” was added`,
  'webhook.edited': (told) => `The webhook “${told.about}” was edited: ${told.members}`,
  'webhook.secret_changed': (told) => `The webhook “${told.about}” was given another secret`,
  'webhook.enabled': (told) => `The webhook “${told.about}” was enabled`,
  'webhook.disabled': (told) =>
    told.is('why', 'gone')
      ? `The webhook “${told.about}” answered that it is gone, and is told nothing any more`
      : `The webhook “${told.about}” was disabled`,
  'webhook.removed': (told) => `The webhook “${told.about}” was removed`,
  'settings.changed': (told) => `The settings were changed: ${told.members}`,
  'wording.written': (told) => `The letter ${told.letter} was given own words`,
  'wording.withdrawn': (told) => `The letter ${told.letter} is in the server’s own words again`,
  'retention.changed': (told) => `It was said how long what is kept: ${told.members}`,
}

/** The history of who has access, in English. */
export const enAccess = {
  accessHistory: {
    title: 'Access history',
    lead: 'Who changed people, tokens, keys, webhooks and settings, and who signed in. Nobody can change it; how long it is kept is said under Retention.',
    open: 'Access history',
    when: 'When',
    what: 'What',
    by: 'By',
    who: 'By or about',
    kind: 'Kind',
    kinds: {
      people: 'People',
      sign_ins: 'Sign-ins',
      tokens: 'API tokens',
      keys: 'Keys',
      webhooks: 'Webhooks',
      settings: 'Settings',
    },
    actors: { cli: 'the command line', system: 'the server', stranger: 'somebody unknown' },
    nobody: 'nobody whom we know',
    none: 'Nothing has happened yet. The history begins with the first person who is invited.',
  },
  accessEvents: sentences,
}
