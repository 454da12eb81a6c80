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
    if (contacts.length === 0) return
    const rows = contacts.map(({ phones, emails, may, ...contact }, n) => ({
      ...contact,
      customer: id,
      n,
      phones: json(phones),
      emails: json(emails),
      may: json(may),
      created_at,
    }))
    await trx.insertInto('contacts').values(rows).execute()
  })
}

export async function findCustomer(db: Database, id: string): Promise<KnownCustomer | null> {
  const { rows } = await sql<KnownCustomer>`${customers} where c.id = ${id}`.execute(db)
  return rows[0] ?? null
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
    ${customers}
    where c.id > ${after ?? ''}
      ${externalRef === undefined ? sql`` : sql`and c.id in ${ownersCalled('customer', externalRef)}`}
    order by c.id limit ${limit + 1}`.execute(db)
  return pageOf(rows, limit)
}

const customers = sql`
  select
    c.id, c.name, c.language, c.created_at as "createdAt",
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
