import type { KnownCustomer } from '../store/customer.ts'
import { asDialed } from '../web/phone-number.ts'
import { countryOfCustomer } from './contact-fields.tsx'
import type { StaffVisit } from './visit.ts'

/** A customer as it is kept now, in short. */
export function CustomerNow({
  visit: { words },
  customer,
}: {
  readonly visit: StaffVisit
  readonly customer: KnownCustomer
}) {
  const country = countryOfCustomer(customer)
  return (
    <section class="sheet narrow">
      <h2>{words.customerForm.keptNow}</h2>
      <dl class="facts">
        <dt>{words.people.name}</dt>
        <dd>{customer.name}</dd>
        <dt>{words.frame.language}</dt>
        <dd>{customer.language}</dd>
        {customer.contacts.map(({ name, phones, emails, may }) => (
          <>
            <dt>{name}</dt>
            <dd>
              {[
                ...phones.map((phone) => asDialed(phone, country)),
                ...emails,
                ...may.map((each) => words.may[each]),
              ].join(' · ') || '–'}
            </dd>
          </>
        ))}
        {Object.entries(customer.externalRefs).map(([system, reference]) => (
          <>
            <dt>{system}</dt>
            <dd>
              <code>{reference}</code>
            </dd>
          </>
        ))}
      </dl>
    </section>
  )
}
