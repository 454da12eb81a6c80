import { dateAt } from '../license/calendar.ts'
import { Problem } from '../license/problem.ts'
import { readers, sellers } from '../license/roles.ts'
import { findCustomer, listCustomers, listCustomersByName } from '../store/customer.ts'
import type { Customer, KnownCustomer } from '../store/customer.ts'
import { listLicenses } from '../store/list-licenses.ts'
import { listProducts } from '../store/product.ts'
import type { Product } from '../store/product.ts'
import { findCard } from '../store/lookup.ts'
import { shortDay } from '../web/day.ts'
import { asDialed } from '../web/phone-number.ts'
import { countryOfCustomer } from './contact-fields.tsx'
import { CustomerActs, RelationNote } from './customer-acts.tsx'
import { Select } from '../web/form.tsx'
import { CallAct, CustomerLedger } from './customer-ledger.tsx'
import { Head } from './head.tsx'
import { LicenseRows } from './licenses.tsx'
import { filterIn, List } from './list.tsx'
import { orderingOf } from './order.ts'
import type { Ordering } from './order.ts'
import { cursorIn, pageSize } from './pager.tsx'
import { planNames } from '../store/plan-name.ts'
import { PortalLinkAct } from './portal-link.tsx'
import { Rows } from './rows.tsx'
import type { Column } from './rows.tsx'
import { may, named, page } from './visit.ts'
import type { StaffVisit } from './visit.ts'

export const customerPages = [
  page('GET', '/console/customers', readers, async (visit) => {
    const { deps, words } = visit
    const products = await listProducts(deps.db, { limit: 200 })
    const filter = filterIn(visit, ['product', 'relation'])
    const order = orderingOf(visit, ['name', 'since'], { by: 'name', descending: false })
    const asked = {
      product: filter['product'],
      relation: (['going_on', 'ended'] as const).find((each) => each === filter['relation']),
      after: cursorIn(visit),
      limit: pageSize,
    }
    const list =
      order.by === 'name'
        ? await listCustomersByName(deps.db, { ...asked, descending: order.descending })
        : await listCustomers(deps.db, { ...asked, newestFirst: order.descending })
    const text = words.customers
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
            <List
              visit={visit}
              name="customers"
              filter={{
                names: ['product', 'relation'],
                fields: <CustomerFilter visit={visit} products={products.data} chosen={filter} />,
              }}
              order={{ chosen: order, labels: { name: text.name, since: text.since } }}
              next={list.next}
              isEmpty={list.data.length === 0}
              none={<p class="quiet">{text.none}</p>}
            >
              <Rows<KnownCustomer> items={list.data} columns={columnsOf(visit, order)} />
            </List>
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
    const card = await findCard(deps.db, customer.id)
    const called = await planNames(
      deps.db,
      licenses.data.map(({ license }) => license),
    )
    return {
      title: customer.name,
      body: (
        <>
          <Head title={customer.name} path={[['/console/customers', words.places.customers]]}>
            <CallAct visit={visit} customer={customer.id} />
            <CustomerActs visit={visit} customer={customer} />
          </Head>
          <RelationNote visit={visit} customer={customer} />
          <section class="sheet">
            <h2>{words.places.licenses}</h2>
            <List
              visit={visit}
              name="licenses"
              within={{ customer: customer.id }}
              next={licenses.next}
              isEmpty={licenses.data.length === 0}
              none={<p class="quiet">{words.customers.noLicense}</p>}
            >
              <LicenseRows visit={visit} licenses={licenses.data} called={called} />
            </List>
          </section>
          {card !== null && <CustomerLedger visit={visit} card={card} />}
          <div class="pair">
            <Contacts visit={visit} customer={customer} />
            <About visit={visit} customer={customer} />
          </div>
        </>
      ),
    }
  }),
]

function CustomerFilter({
  visit: { words },
  products,
  chosen,
}: {
  readonly visit: StaffVisit
  readonly products: readonly Pick<Product, 'code' | 'name'>[]
  readonly chosen: Readonly<Record<string, string>>
}) {
  const { any } = words.frame
  const { product, relation, relations } = words.lists
  return (
    <>
      <Select
        name="product"
        label={product}
        options={[['', any], ...products.map(({ code, name }) => [code, name] as const)]}
        chosen={chosen['product']}
      />
      <Select
        name="relation"
        label={relation}
        options={[['', any], ...Object.entries(relations)]}
        chosen={chosen['relation']}
      />
    </>
  )
}

function columnsOf(
  { words, language }: StaffVisit,
  order: Ordering<'name' | 'since'>,
): Column<KnownCustomer>[] {
  const text = words.customers
  return [
    {
      head: text.name,
      order: order.link('name'),
      cell: ({ id, name, endedRelation }) => (
        <>
          <a href={`/console/customers/${id}`}>{name}</a>
          {endedRelation !== null && (
            <span class="quiet small"> · {words.lists.relationEnded}</span>
          )}
        </>
      ),
    },
    {
      head: text.contacts,
      cell: ({ contacts }) => contacts.map(({ name }) => name).join(', ') || '–',
    },
    {
      head: text.since,
      order: order.link('since'),
      cell: ({ createdAt }) => (
        <span class="nowrap">{shortDay(dateAt(createdAt, 'UTC'), language)}</span>
      ),
    },
  ]
}

function Contacts({
  visit,
  customer,
}: {
  readonly visit: StaffVisit
  readonly customer: KnownCustomer
}) {
  const { words } = visit
  const { contacts } = customer
  const country = countryOfCustomer(customer)
  return (
    <section class="sheet">
      <h2>{words.customers.contacts}</h2>
      {contacts.length === 0 && <p class="quiet">{words.customers.noContact}</p>}
      {contacts.map((contact) => (
        <div>
          <h3>{contact.name}</h3>
          {[...contact.phones, ...contact.emails].map((each) => (
            <p>
              {each.includes('@') ? (
                <a href={`mailto:${each}`}>{each}</a>
              ) : (
                <a href={`tel:${each.replaceAll(/[^+\d]/g, '')}`}>{asDialed(each, country)}</a>
              )}
            </p>
          ))}
          <p class="quiet small">
            {contact.may.length === 0
              ? words.customers.mayNothing
              : contact.may.map((each) => words.may[each]).join(' · ')}
          </p>
          <PortalLinkAct visit={visit} customer={customer} contact={contact} />
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
