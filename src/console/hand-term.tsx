import { addTerm } from '../license/hand-term.ts'
import type { CalendarDate } from '../license/license.ts'
import type { Override } from '../license/ended-relation.ts'
import { sellers } from '../license/roles.ts'
import { findCustomer } from '../store/customer.ts'
import type { KnownCustomer } from '../store/customer.ts'
import { unlessEnded } from '../store/ended-relation.ts'
import { longDay, placeOf, plainDay } from '../web/day.ts'
import { Field } from '../web/form.tsx'
import { isPossible } from './act.tsx'
import type { Act, Offer, SheetParts } from './act.tsx'
import { dayIn, OverrideField, overrideIn } from './act-fields.tsx'

interface Asked {
  readonly endsOn: CalendarDate | null
  readonly override: Override | null
}

/** The next term by hand, where nothing renews by itself: an invoice was paid. */
export const handTerm: Act<Asked, KnownCustomer | null> = {
  path: 'term',
  who: sellers,
  title: (words) => words.acts.term.title,
  know: ({ deps }, { customer }) => findCustomer(deps.db, customer),
  pointers: ['/ends_on', '/override'],
  read: (visit, _, customer) => ({
    endsOn: dayIn(visit, 'ends_on'),
    override: overrideIn(visit, customer),
  }),
  run: (license, { endsOn, override }, now, trx) =>
    unlessEnded(trx, addTerm(license, endsOn, now), 'add_term', override),
  told: ({ words, language }, { after: { terms, timeZone } }) => {
    const text = words.acts.term
    const { startsOn = '', endsOn = null } = terms.at(-1) ?? {}
    const last = endsOn ?? startsOn
    return {
      when: text.when(longDay(startsOn, language), longDay(last, language), placeOf(timeZone)),
      means: [text.means],
      button: text.do(plainDay(last, language)),
    }
  },
  Fields: ({ visit, wrongs, known }: SheetParts<KnownCustomer | null>) => (
    <>
      <Field
        name="ends_on"
        type="date"
        label={`${visit.words.acts.term.endsOn} (${visit.words.frame.optional})`}
        hint={visit.words.acts.term.endsOnHint}
        value={visit.form['ends_on']}
        wrong={wrongs.at('/ends_on')}
      />
      <OverrideField visit={visit} wrongs={wrongs} customer={known} />
    </>
  ),
}

export const handTermOffer: Offer = {
  act: handTerm,
  label: ({ acts }) => acts.term.offer,
  isOffered: (license, now) => isPossible(() => addTerm(license, null, now)),
}
