/** What came through the pages that need no sign-in, in English. */
export const enDeclarations = {
  declarations: {
    title: 'Cancellations and withdrawals',
    lead: 'What came through the open pages and names no license beyond doubt, or needs a decision.',
    none: 'Nothing waits. What is declared on the open pages and needs a person would stand here.',
    kinds: { cancellation: 'Cancellation', withdrawal: 'Withdrawal from the contract' },
    causes: { ordinary: 'at the end of the term', good_cause: 'at once, for good cause' },
    what: 'What',
    name: 'Name',
    contract: 'Contract',
    email: 'E-mail',
    cause: 'Kind',
    reason: 'Reason',
    end: 'Wished end',
    next: 'the next possible day',
    ends: 'Ends after',
    received: 'Received',
    reference: 'Reference',
    erased: 'The words were erased.',
    known:
      'The license is known. Please decide on its page: record the objection, or terminate it. It counts as received at the time above.',
    unknown:
      'The license is not known. Please find the customer by the search above, record there what was declared, and answer. It counts as received at the time above.',
    toLicense: 'To the license',
    handle: 'I have seen to it',
    handled: (time: string) => `Seen to on ${time} UTC.`,
    todo: (count: number) =>
      count === 1
        ? 'A cancellation or withdrawal waits for a person'
        : `${count} cancellations and withdrawals wait for a person`,
    todoDetail: 'It counts as received already',
    todoNext: 'Look and decide',
  },
}
