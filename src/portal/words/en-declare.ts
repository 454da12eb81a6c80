/** The pages that nobody has to sign in for: cancellation and withdrawal. */
export const enDeclare = {
  declare: {
    open: 'Without signing in',
    buttons: { cancellation: 'Cancel contracts here', withdrawal: 'Withdraw from contract' },
    title: { cancellation: 'Cancel a contract', withdrawal: 'Withdraw from a contract' },
    lead: {
      cancellation:
        'You need not sign in. As soon as you press the button below, your cancellation has been received, and you get a confirmation with the time.',
      withdrawal:
        'You need not sign in, nor give a reason. As soon as you press the button below, your withdrawal has been received, and you get a confirmation with the time.',
    },
    confirm: { cancellation: 'Cancel now', withdrawal: 'Confirm withdrawal' },
    cause: 'Kind of cancellation',
    causes: {
      ordinary: 'at the end of the term',
      good_cause: 'at once, for good cause',
    },
    reason: 'Good cause',
    reasonHint: 'Only where you cancel at once: what has happened.',
    name: 'Your name',
    nameHint: 'Your first and last name, or the company’s.',
    contract: 'Contract',
    contractHint: 'The license number, the license key, or what you have bought from us.',
    email: 'E-mail address for the confirmation',
    end: 'Desired end',
    endHint: 'Leave it empty for the next possible day.',
    ends: 'The contract ends',
    missing: 'Please fill this in: without it nobody knows whom or what is meant.',
    noEmail: 'Please write an address like name@example.com.',
    noDate: 'Please choose a day, or leave the field empty.',
    noReason:
      'Please say what has happened: without it we take it as a cancellation at the end of the term.',
    received: {
      cancellation: 'Your cancellation has been received',
      withdrawal: 'Your withdrawal has been received',
    },
    receivedAt: 'Received',
    declared: 'Declared',
    kinds: {
      ordinary: 'Cancellation at the end of the term',
      good_cause: 'Cancellation for good cause, at once',
      withdrawal: 'Withdrawal from the contract',
    },
    next: 'at the next possible time; a person tells you the day',
    atOnce: 'at once; a person answers you',
    withdrawn: 'with the withdrawal; a person answers you',
    wished: (day: string) =>
      `on ${day}, as you wish, or at the next possible time after it; a person confirms it`,
    mailed: (address: string) =>
      `A confirmation goes to ${address}. This page can be printed, and saved as a text.`,
    save: 'Save as a text',
    reference: 'Reference',
    exportStays:
      'Your data stays yours: the software exports it for as long as you want, also after the end.',
    mailSubject: {
      cancellation: 'Confirmation of your cancellation',
      withdrawal: 'Confirmation of your withdrawal',
    },
    fileName: { cancellation: 'cancellation', withdrawal: 'withdrawal' },
  },
}
