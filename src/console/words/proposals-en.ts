/** What is said about proposals of both sides, in English. */
export const enProposals = {
  proposals: {
    title: 'Proposals',
    amendment: 'Propose a change to the customer',
    withdrawal: 'Propose to take the objection back',
    until: (day: string, place: string) => `Can be accepted until ${day}, end of day (${place})`,
    open: 'Can be accepted until it is taken back',
    means: (names: string) =>
      `Nothing changes until somebody accepts it in the portal who may sign: ${names}. They get a letter with the way there.`,
    nobody:
      'Nobody at the customer’s may sign so far, so nobody can accept it. Let a contact sign first.',
    do: 'Propose it to the customer',
    fromNow: 'From the acceptance on',
    fromNextTerm: 'From the next term on',
    fromDay: (day: string, place: string) => `From ${day} (${place})`,
    others: (names: string) => `other terms (${names})`,
    paper: (title: string, version: string) => `To be agreed: “${title}”, version ${version}`,
    takenBack: {
      vendor: (day: string) =>
        `Our objection no longer counts: the license does not end after ${day} but renews.`,
      customer: (day: string) =>
        `The customer’s objection no longer counts: the license does not end after ${day} but renews.`,
    },
    takenBackOnItsWay: {
      vendor: 'Our objection, which is on its way, no longer counts.',
      customer: 'The customer’s objection, which is on its way, no longer counts.',
    },
    otherStands: {
      vendor:
        'Our objection no longer counts. The customer’s stands: the license still does not renew.',
      customer:
        'The customer’s objection no longer counts. Ours stands: the license still does not renew.',
    },
    whose: 'Which objection',
    message: 'What you write with it',
    messageHint: 'The customer reads it in the portal and in the letter.',
    paperHint: 'What the customer accepts with the change; it is attached then.',
    url: 'Where it can be read',
    urlHint: 'An address that begins with https://',
    made: { vendor: 'Proposed to the customer', customer: 'The customer asks' },
    closing: {
      vendor: 'Once it is called off nobody can accept it any more. Everything stays as it is.',
      customer:
        'If you agree it is so at once, and the customer’s consent is on record. If you decline everything stays as it is.',
    },
    by: (name: string, day: string) => `By ${name} on ${day}.`,
    byOn: (name: string, day: string) => `${name}, ${day}`,
    somebody: 'somebody who is no longer on file',
    callOff: 'Call it off',
    callOffDo: 'Call the proposal off',
    answer: 'Answer',
    accept: 'Agree',
    decline: 'Decline',
    what: 'What',
    proposed: 'Proposed',
    outcome: 'What became of it',
    change: 'A change',
    takingBack: {
      vendor: 'Taking our objection back',
      customer: 'Taking the customer’s objection back',
    },
    states: {
      open: 'waits for an answer',
      accepted: 'accepted',
      declined: 'declined',
      taken_back: 'taken back',
      lapsed: 'lapsed unanswered',
    },
    todo: 'asks to take the objection back',
    todoBy: (day: string, left: string) => `can be answered until ${day} (${left})`,
    todoNext: 'Answer',
  },
}
