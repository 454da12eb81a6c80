/** Why something cannot be done to a license now, in English. */
export const enRefusals = {
  'too-large': {
    title: 'This is too large',
    next: 'Please send less: a document has at most 10 MB.',
  },
  'already-terminated': {
    title: 'The license is terminated already',
    next: 'The license page shows from when on. Take that termination back first.',
  },
  'no-termination': {
    title: 'No termination stands',
    next: 'There is nothing to take back. The license page shows how it stands now.',
  },
  'termination-effective': {
    title: 'The termination has taken effect',
    next: 'It cannot be taken back any more. Reinstate the license instead.',
  },
  'other-side': {
    title: 'The other side has set it',
    next: 'Only the side that has terminated takes that back.',
  },
  'not-ended': {
    title: 'The license has not ended',
    next: 'Only one that has ended is reinstated. To let it go on, take back what ends it.',
  },
  'renews-automatically': {
    title: 'The license renews by itself',
    next: 'No term needs to be added by hand.',
  },
  perpetual: {
    title: 'The license has no end',
    next: 'There is no next term: nothing can be added or changed from it on.',
  },
  'not-started': {
    title: 'The license has not started',
    next: 'It waits for its first activation. Add a term when it runs.',
  },
  'relation-ended': {
    title: 'The relation with this customer is ended',
    next: 'Nothing that binds anew is done without an admin’s word. Please ask one.',
  },
  'key-ended': {
    title: 'This key has ended',
    next: 'It was replaced. Replace the one that opens the license now, or issue another.',
  },
  'contract-runs': {
    title: 'A contract with this customer still runs',
    next: 'Personal data is erased once every license has ended for good. The customer’s page shows which still run; end them first.',
  },
  'references-collide': {
    title: 'Both records are called something by the same system',
    next: 'Take the reference away that is wrong, by “Edit” on the customer’s page, and merge again.',
  },
  'too-many-terms': {
    title: 'The start lies too far back',
    next: 'A license moves in with at most 1,000 terms that have passed. Please name a later first day.',
  },
}
