import type { enLists } from './lists-en.ts'

/** Was jede Liste der Konsole sagt, auf Deutsch. */
export const deLists: typeof enLists = {
  lists: {
    filter: 'Filtern',
    all: 'Alle zeigen',
    order: 'Reihenfolge',
    ascending: (column) => `${column}, aufsteigend`,
    descending: (column) => `${column}, absteigend`,
    take: 'Diese Liste mitnehmen',
    files: { csv: 'CSV', jsonl: 'JSON Lines', xlsx: 'Excel' },
    nothing: 'Zu diesem Filter passt nichts',
    nothingLead: 'Ohne ihn gibt es mehr.',
    product: 'Produkt',
    relation: 'Beziehung',
    relations: { going_on: 'besteht', ended: 'beendet' },
    relationEnded: 'Beziehung beendet',
    mode: 'Wert jetzt',
    modes: { full: 'voll', 'export-only': 'nur Export' },
    endsBy: 'Endet bis',
    renewsBy: 'Verlängert sich bis',
    from: 'Von',
    to: 'Bis',
    failed: 'Hat etwas zurückgestellt',
    yes: 'ja',
    tooMany: (count) =>
      `Nach dem letzten Tag lassen sich höchstens ${count} Lizenzen ordnen. Bitte filtern Sie zuerst; bis dahin stehen sie in der Reihenfolge, in der sie entstanden sind.`,
    names: {
      customers: 'kunden',
      licenses: 'lizenzen',
      settlements: 'abschluesse',
      people: 'personen',
      'api-tokens': 'api-token',
      'signing-keys': 'signaturschluessel',
      inquiries: 'anfragen',
      events: 'verlauf',
    },
  },
}
