import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import {
  activations,
  agreements,
  documentParts,
  documents,
  eventPersonal,
  events,
  inquiries,
  licenses,
  objections,
  suspensions,
  terminations,
  terms,
  transfers,
  trials,
  warnings,
} from './kept-license-tables.ts'
import {
  contacts,
  customers,
  endedRelations,
  externalReferences,
  licenseKeys,
  mergedCustomers,
} from './kept-tables.ts'
import type { KeptTable } from './kept-tables.ts'
import { selecting } from './select-records.ts'

/** A table as far as it is about one customer. */
export interface CustomerRecords {
  readonly table: KeptTable
  readonly select: (customer: string) => RawBuilder<object>
}

/**
 * All that is kept about a customer. What is a secret, or an affair of the server alone, is no column of these. A license that went
 * to somebody else is with its history in the new customer's package, where what stands beside the chain begins with the transfer;
 * in the package of who gave it away is what was so until then.
 */
export const customerRecords: readonly CustomerRecords[] = [
  about(customers, (customer) => sql`r.id = ${customer}`),
  about(contacts, (customer) => sql`r.customer = ${customer}`),
  about(mergedCustomers, (customer) => sql`r.merged_into = ${customer}`),
  about(endedRelations, (customer) => sql`r.customer = ${customer}`),
  about(without(licenses, 'settles_at', 'retry_at', 'set_aside_error', 'revision'), (customer) => {
    return sql`r.customer = ${customer}`
  }),
  about(externalReferences, (customer) => {
    return sql`r.owner in (select ${customer} union all ${licensesOf(customer)})`
  }),
  ofLicenses(terms),
  declaredTo(objections),
  declaredTo(suspensions),
  declaredTo(terminations),
  about(apart(agreements), (customer) => {
    const attached = sql`a.type = 'agreement.attached' and a.data ->> 'agreement' = r.id`
    return sql`r.license in ${concerning(customer)} and exists (
      select from events a
      where a.license = r.license and ${attached} and ${holderAt(sql`a.license`, sql`t.n >= a.n`)} = ${customer}
    )`
  }),
  about(apart(transfers), (customer) => sql`(r.giver = ${customer} or r.receiver = ${customer})`),
  ofLicenses(activations),
  ofLicenses(without(trials)),
  ofLicenses(without(licenseKeys, 'hash', 'sealed')),
  about(apart(events), (customer) => {
    const isTheirs = sql`r.license in ${licensesOf(customer)}`
    const held = sql`${holderAt(sql`r.license`, sql`t.n >= r.n`)} = ${customer}`
    return sql`r.license in ${concerning(customer)} and (${isTheirs} or ${held})`
  }),
  about(eventPersonal, (customer) => {
    const held = sql`${holderAt(sql`e.license`, sql`t.n >= e.n`)} = ${customer}`
    return sql`r.event in (
      select e.id from events e where e.license in ${concerning(customer)} and ${held}
    )`
  }),
  declaredTo(documents),
  about(apart(documentParts), (customer) => {
    const held = sql`${holderAt(sql`d.license`, sql`t.transferred_at > d.recorded_at`)} = ${customer}`
    return sql`r.document in (
      select d.id from documents d where d.license in ${concerning(customer)} and ${held}
    )`
  }),
  declaredTo(inquiries),
  declaredTo(warnings),
]

type Condition = (customer: RawBuilder<unknown>) => RawBuilder<unknown>

function about(table: KeptTable, where: Condition): CustomerRecords {
  return { table, select: (customer) => selecting(table, where(sql.lit(customer))) }
}

function ofLicenses(table: KeptTable): CustomerRecords {
  return about(table, (customer) => sql`r.license in ${licensesOf(customer)}`)
}

/** What was declared or done while the license was theirs: whoever it belonged to before or since is told of nobody else. */
function declaredTo(table: KeptTable): CustomerRecords {
  return about(apart(table), (customer) => {
    const held = sql`${holderAt(sql`r.license`, sql`t.transferred_at > r.recorded_at`)} = ${customer}`
    return sql`r.license in ${concerning(customer)} and ${held}`
  })
}

/** Whose a license was, by the first transfer since. */
function holderAt(license: RawBuilder<unknown>, since: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`coalesce(
    (select t.giver from transfers t where t.license = ${license} and ${since} order by t.n limit 1),
    (select h.customer from licenses h where h.id = ${license})
  )`
}

/** Licenses that are theirs, or that they have given away: of these they are told what was so until then. */
function concerning(customer: RawBuilder<unknown>): RawBuilder<unknown> {
  // One set to look rows up by: two, joined by "or", would have each table read from end to end.
  return sql`(
    select id from licenses where customer = ${customer}
    union select license from transfers where giver = ${customer}
  )`
}

/** A table whose rows may be about a license, or a customer, that is not in the package. */
function apart(table: KeptTable): KeptTable {
  return { ...table, references: {} }
}

function licensesOf(customer: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(select id from licenses where customer = ${customer})`
}

/** The table without these columns, and without references to tables that a customer's package does not hold. */
function without(table: KeptTable, ...secret: readonly string[]): KeptTable {
  const columns = Object.entries(table.columns).filter(([column]) => !secret.includes(column))
  const references = Object.entries(table.references ?? {}).filter(
    ([, target]) => target !== 'products' && target !== 'plans',
  )
  return {
    ...table,
    columns: Object.fromEntries(columns),
    references: Object.fromEntries(references),
  }
}
