import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { EndedRelation } from '../license/ended-relation.ts'
import type { CustomerId, Instant } from '../license/license.ts'
import { afterName, nameKey, pageByName } from './by-name.ts'
import { json, timestamp } from './column.ts'
import { inTransaction } from './database.ts'
import type { Database } from './database.ts'
import { pageOf } from './page.ts'
import type { Page, PageQuery } from './page.ts'
import { keepReferencesOf, ownersCalled } from './reference.ts'
import type { ExternalRef } from './reference.ts'
import type { Authority, ContactId } from './tables.ts'

/** A person at the customer's. */
export interface Contact {
  readonly id: ContactId
  readonly name: string
  readonly phones: readonly string[]
  readonly emails: readonly string[]
  readonly may: readonly Authority[]
}

/** The licensee. */
export interface Customer {
  readonly id: CustomerId
  readonly name: string
  /** A language tag (BCP 47). */
  readonly language: string
  readonly externalRefs: Readonly<Record<string, string>>
  readonly contacts: readonly Contact[]
  readonly createdAt: Instant
  /** Counts its edits, from 1 on. */
  readonly revision: number
}

/** A customer, and whether the vendor has ended the relation with them. */
export interface KnownCustomer extends Customer {
  /** Null while it goes on. */
  readonly endedRelation: EndedRelation | null
}

/** @throws Problem reference-taken */
export function insertCustomer(db: Database, customer: Customer): Promise<void> {
  const { id, name, language, externalRefs, contacts, createdAt } = customer
  return inTransaction(db, async (trx) => {
    const created_at = timestamp(createdAt)
    await trx.insertInto('customers').values({ id, name, language, created_at }).execute()
    if (Object.keys(externalRefs).length > 0)
      await keepReferencesOf(trx, 'customer', id, externalRefs)
    await keepContacts(trx, id, contacts, createdAt)
  })
}

/**
 * Keeps a customer as it was edited, whose row is locked.
 *
 * @throws Problem reference-taken
 */
export async function updateCustomer(
  trx: Database,
  before: Customer,
  after: KnownCustomer,
  now: Instant,
): Promise<KnownCustomer> {
  const { id, name, language, externalRefs, contacts } = after
  const revision = before.revision + 1
  await trx
    .updateTable('customers')
    .set({ name, language, revision })
    .where('id', '=', id)
    .execute()
  if (externalRefs !== before.externalRefs)
    await keepReferencesOf(trx, 'customer', id, externalRefs)
  if (contacts !== before.contacts) {
    const kept = contacts.map((contact) => contact.id)
    await sql`
      delete from contacts
      where customer = ${id} and id not in (select jsonb_array_elements_text(${json(kept)}))`.execute(
      trx,
    )
    // Their places are taken anew; no two are to meet on the way.
    await sql`update contacts set n = -1 - n where customer = ${id}`.execute(trx)
    await keepContacts(trx, id, contacts, now)
  }
  return { ...after, revision }
}

async function keepContacts(
  trx: Database,
  customer: CustomerId,
  contacts: readonly Contact[],
  now: Instant,
): Promise<void> {
  if (contacts.length === 0) return
  const rows = contacts.map(({ phones, emails, may, ...contact }, n) => ({
    ...contact,
    customer,
    n,
    phones: json(phones),
    emails: json(emails),
    may: json(may),
    created_at: timestamp(now),
  }))
  await trx
    .insertInto('contacts')
    .values(rows)
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet((excluded) => ({
        n: excluded.ref('excluded.n'),
        name: excluded.ref('excluded.name'),
        phones: excluded.ref('excluded.phones'),
        emails: excluded.ref('excluded.emails'),
        may: excluded.ref('excluded.may'),
      })),
    )
    .execute()
}

/** The customer with this id: nobody else edits it until the transaction is over. */
export async function lockCustomer(trx: Database, id: string): Promise<KnownCustomer | null> {
  await sql`select from customers where id = ${id} for no key update`.execute(trx)
  return findCustomer(trx, id)
}

export async function findCustomer(db: Database, id: string): Promise<KnownCustomer | null> {
  const { rows } = await sql<KnownCustomer>`${customerRows} where c.id = ${id}`.execute(db)
  return rows[0] ?? null
}

/** Which of these ids are those of customers. */
export async function existingCustomers(
  db: Database,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`
    select id from customers where id in (select jsonb_array_elements_text(${json(ids)}))`.execute(
    db,
  )
  return new Set(rows.map(({ id }) => id))
}

export interface CustomerFilter extends PageQuery {
  readonly externalRef?: ExternalRef | undefined
  /** Those who have a license of it: its id or code. */
  readonly product?: string | undefined
  /** Whether the vendor has ended the relation with them. */
  readonly relation?: 'going_on' | 'ended' | undefined
}

/** Customers in the order of their making, or the last first. */
export async function listCustomers(
  db: Database,
  filter: CustomerFilter & { readonly newestFirst?: boolean },
): Promise<Page<KnownCustomer>> {
  const { after, limit, newestFirst = false } = filter
  const { rows } = await sql<KnownCustomer>`
    ${customerRows}
    where ${followsId(after, newestFirst)} ${conditionsOf(filter)}
    order by c.id ${newestFirst ? sql`desc` : sql`asc`} limit ${limit + 1}`.execute(db)
  return pageOf(rows, limit)
}

/** The same in the order of their names. */
export async function listCustomersByName(
  db: Database,
  filter: CustomerFilter & { readonly descending: boolean },
): Promise<Page<KnownCustomer>> {
  const key = nameKey(sql`c.name`)
  const { follows, order } = afterName(key, sql`c.id`, filter)
  const { rows } = await sql<KnownCustomer & { readonly nameKey: string }>`
    select k.*, ${nameKey(sql`k.name`)} as "nameKey" from (
      ${customerRows} where ${follows} ${conditionsOf(filter)} order by ${order} limit ${filter.limit + 1}
    ) k order by ${afterName(nameKey(sql`k.name`), sql`k.id`, { descending: filter.descending }).order}`.execute(
    db,
  )
  return pageByName(rows, filter.limit)
}

function followsId(after: string | undefined, newestFirst: boolean): RawBuilder<unknown> {
  if (!newestFirst) return sql`c.id > ${after ?? ''}`
  return after === undefined ? sql`true` : sql`c.id < ${after}`
}

function conditionsOf({ externalRef, product, relation }: CustomerFilter): RawBuilder<unknown> {
  const conditions = [
    ...(externalRef === undefined
      ? []
      : [sql`and c.id in ${ownersCalled('customer', externalRef)}`]),
    ...(product === undefined
      ? []
      : [
          sql`and exists (
            select from licenses l join products p on p.id = l.product
            where l.customer = c.id and ${product} in (p.id, p.code)
          )`,
        ]),
    ...(relation === undefined
      ? []
      : [
          sql`and ${relation === 'ended' ? sql`` : sql`not`} exists (
            select from ended_relations e where e.customer = c.id and e.resumed_at is null
          )`,
        ]),
  ]
  return sql.join(conditions, sql` `)
}

export const customerRows = sql`
  select
    c.id, c.name, c.language, c.created_at as "createdAt", c.revision,
    (
      select coalesce(json_object_agg(r.system, r.reference), '{}')
      from external_references r where r.owner = c.id
    ) as "externalRefs",
    (
      select coalesce(json_agg(json_build_object(
        'id', o.id, 'name', o.name, 'phones', o.phones, 'emails', o.emails, 'may', o.may
      ) order by o.n), '[]')
      from contacts o where o.customer = c.id
    ) as contacts,
    (
      select json_build_object(
        'since', (date_part('epoch', e.ended_at) * 1000)::bigint, 'reason', e.reason
      )
      from ended_relations e where e.customer = c.id and e.resumed_at is null
    ) as "endedRelation"
  from customers c`
