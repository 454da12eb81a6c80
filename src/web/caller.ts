import { countryOf, matchOf } from './phone-number.ts'
import type { Country, Match } from './phone-number.ts'

/** Somebody who may be the one that calls, as far as their numbers tell. */
interface Callable {
  readonly language: string
  readonly contacts: readonly { readonly id: string; readonly phones: readonly string[] }[]
}

/** A customer that a number is likely to be of. */
export interface Caller<C> {
  readonly customer: C
  readonly match: Match
  /** The contact who has the number. */
  readonly contact: string
}

/**
 * Whose a number is, of those who could be meant: where it is surely somebody’s, nobody else is.
 *
 * @param country where it was dialed; null where nothing says.
 */
export function callersAmong<C extends Callable>(
  found: readonly C[],
  phone: string,
  country: Country,
): readonly Caller<C>[] {
  const judged = found.flatMap((customer) => judge(customer, phone, country))
  const sure = judged.filter(({ match }) => match === 'exact')
  return sure.length > 0 ? sure : judged
}

function judge<C extends Callable>(
  customer: C,
  phone: string,
  country: Country,
): readonly Caller<C>[] {
  const phones = customer.contacts.flatMap((contact) => contact.phones)
  const guess = countryOf({ language: customer.language, phones })
  const matches = customer.contacts.flatMap(({ id: contact, phones: theirs }) =>
    theirs.flatMap((kept) => {
      const match = matchOf(phone, kept, country, guess)
      return match === null ? [] : [{ customer, match, contact }]
    }),
  )
  const best = matches.find(({ match }) => match === 'exact') ?? matches[0]
  return best === undefined ? [] : [best]
}
