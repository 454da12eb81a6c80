/** Two records that are one customer, and a customer who is to be forgotten, in English. */
export const enRecords = {
  merge: {
    title: 'Merge with another record',
    lead: 'Where one customer was entered twice. Who is the same?',
    find: 'The record that stays',
    findHint: 'Words of the name, a number, an e-mail address or a license key.',
    findDo: 'Find',
    nobody: 'No other customer is called so.',
    choose: 'That is the one',
    becomes: (from: string, into: string) => `${from} becomes part of ${into}`,
    means: (licenses: number, contacts: number) =>
      `${licenses === 1 ? 'One license goes' : `${licenses} licenses go`} there with all history, and ${contacts === 1 ? 'one contact' : `${contacts} contacts`} with them. References go along, and whatever names the old record finds the new one.`,
    final: 'This cannot be taken back.',
    do: (into: string) => `Merge into ${into}`,
    others: 'Another one',
  },
  erasure: {
    title: 'Erase personal data',
    what: (name: string) => `What ${name} is called, said and wrote is erased`,
    goes: 'Names, numbers, addresses, texts of inquiries and letters, documents: for good, everywhere here (GDPR, article 17).',
    stays:
      'Days, kinds of events and their hashes stay, so that every history can still be checked. Keep what the law makes you keep first: take the dossiers along.',
    final: 'This cannot be taken back, and nobody can read it again.',
    reasonHint: 'For the record, such as the request and its day. It stays: name nobody in it.',
    do: 'Erase for good',
  },
}
