import { dateAt } from '../license/calendar.ts'
import { Problem } from '../license/problem.ts'
import { readers, sellers } from '../license/roles.ts'
import { findCustomer, listCustomers } from '../store/customer.ts'
import type { Customer, KnownCustomer } from '../store/customer.ts'
import { listLicenses } from '../store/list-licenses.ts'
import { shortDay } from '../web/day.ts'
import { asDialed } from '../web/phone-number.ts'
import { countryOfCustomer } from './contact-fields.tsx'
import { CustomerActs, RelationNote } from './customer-acts.tsx'
import { Head } from './head.tsx'
import { LicenseRows } from './licenses.tsx'
import { cursorIn, Pager, pageSize } from './pager.tsx'
import { planNames } from './plan-name.ts'
import { Rows } from './rows.tsx'
import { may, named, page } from './visit.ts'
import type { StaffVisit } from './visit.ts'

export const customerPages = [
  page('GET', '/console/customers', readers, async (visit) => {
    const { deps, words, language } = visit
    const list = await listCustomers(deps.db, { after: cursorIn(visit), limit: pageSize })
    return {
      title: words.places.customers,
      body: (
        <>
          <Head title={words.places.customers}>
            {may(visit, sellers) && (
              <a class="button" href="/console/new-customer">
                {words.customerForm.add}
              </a>
            )}
          </Head>
          <section class="sheet">
            {list.data.length === 0 ? (
              <p class="quiet">{words.customers.none}</p>
            ) : (
              <Rows<Customer>
                items={list.data}
                columns={[
                  {
                    head: words.customers.name,
                    cell: ({ id, name }) => <a href={`/console/customers/${id}`}>{name}</a>,
                  },
                  {
                    head: words.customers.contacts,
                    cell: ({ contacts }) => contacts.map(({ name }) => name).join(', ') || '–',
                  },
                  {
                    head: words.customers.since,
                    cell: ({ createdAt }) => (
                      <span class="nowrap">{shortDay(dateAt(createdAt, 'UTC'), language)}</span>
                    ),
                  },
                ]}
              />
            )}
            <Pager visit={visit} next={list.next} />
          </section>
        </>
      ),
    }
  }),
  page('GET', '/console/customers/:customer', readers, async (visit) => {
    const { deps, words, now } = visit
    const customer = await findCustomer(deps.db, named(visit, 'customer'))
    if (customer === null) throw new Problem('not-found')
    const licenses = await listLicenses(
      deps.db,
      { customer: customer.id, after: cursorIn(visit), limit: pageSize },
      now,
    )
    const called = await planNames(
      deps.db,
      licenses.data.map(({ license }) => license),
    )
    return {
      title: customer.name,
      body: (
        <>
          <Head title={customer.name} path={[['/console/customers', words.places.customers]]}>
            <CustomerActs visit={visit} customer={customer} />
          </Head>
          <RelationNote visit={visit} customer={customer} />
          <section class="sheet">
            <h2>{words.places.licenses}</h2>
            {licenses.data.length === 0 ? (
              <p class="quiet">{words.customers.noLicense}</p>
            ) : (
              <LicenseRows visit={visit} licenses={licenses.data} called={called} />
            )}
            <Pager visit={visit} next={licenses.next} />
          </section>
          <div class="pair">
            <Contacts visit={visit} customer={customer} />
            <About visit={visit} customer={customer} />
          </div>
        </>
      ),
    }
  }),
]

function Contacts({
  visit: { words },
  customer,
}: {
  readonly visit: StaffVisit
  readonly customer: KnownCustomer
}) {
  const { contacts } = customer
  const country = countryOfCustomer(customer)
  return (
    <section class="sheet">
      <h2>{words.customers.contacts}</h2>
      {contacts.length === 0 && <p class="quiet">{words.customers.noContact}</p>}
      {contacts.map(({ name, phones, emails, may }) => (
        <div>
          <h3>{name}</h3>
          {[...phones, ...emails].map((each) => (
            <p>
              {each.includes('@') ? (
                <a href={`mailto:${each}`}>{each}</a>
              ) : (
                <a href={`tel:${each.replaceAll(/[^+\d]/g, '')}`}>{asDialed(each, country)}</a>
              )}
            </p>
          ))}
          <p class="quiet small">
            {may.length === 0
              ? words.customers.mayNothing
              : may.map((each) => words.may[each]).join(' · ')}
          </p>
        </div>
      ))}
    </section>
  )
}

function About({
  visit: { words, language },
  customer: { id, language: theirs, createdAt, externalRefs },
}: {
  readonly visit: StaffVisit
  readonly customer: Customer
}) {
  return (
    <section class="sheet">
      <h2>{words.customers.about}</h2>
      <dl class="facts">
        <dt>{words.frame.language}</dt>
        <dd>{new Intl.DisplayNames([language], { type: 'language' }).of(theirs) ?? theirs}</dd>
        <dt>{words.customers.since}</dt>
        <dd>{shortDay(dateAt(createdAt, 'UTC'), language)}</dd>
        {Object.entries(externalRefs).map(([system, reference]) => (
          <>
            <dt>{system}</dt>
            <dd>
              <code>{reference}</code>
            </dd>
          </>
        ))}
        <dt>{words.license.id}</dt>
        <dd>
          <code>{id}</code>
        </dd>
      </dl>
    </section>
  )
}
