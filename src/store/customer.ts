import { sql } from 'kysely'
import type { EndedRelation } from '../license/ended-relation.ts'
import type { CustomerId, Instant } from '../license/license.ts'
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
}

/** Customers in the order of their making. */
export async function listCustomers(
  db: Database,
  { externalRef, after, limit }: CustomerFilter,
): Promise<Page<KnownCustomer>> {
  const { rows } = await sql<KnownCustomer>`
    ${customerRows}
    where c.id > ${after ?? ''}
      ${externalRef === undefined ? sql`` : sql`and c.id in ${ownersCalled('customer', externalRef)}`}
    order by c.id limit ${limit + 1}`.execute(db)
  return pageOf(rows, limit)
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
