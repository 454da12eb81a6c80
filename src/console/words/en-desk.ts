/** What the desk says about customers and licenses, in English. */
export const enDesk = {
  search: {
    label: 'Find a customer',
    hint: 'Find a customer',
    title: (words: string) => `Found for “${words}”`,
    none: 'Nobody is called so',
    noneLead: 'Names of customers and of their contacts are searched. Fewer letters find more.',
    more: 'There are more. Please add a word.',
  },
  start: {
    title: 'Today',
    settlement: 'Last settlement',
    settled: (renewed: number, ended: number) => `${renewed} renewed, ${ended} ended`,
    noSettlement: 'Nothing has been due yet. The clock looks every minute.',
    aside: 'Set aside',
    asideNone: 'Nothing needs a person today.',
    asideLead:
      'These licenses could not be settled. They are tried again by themselves; the reason stands beside them.',
  },
}
