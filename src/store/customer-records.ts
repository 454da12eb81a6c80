import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import { acceptedBy, concerning, declaredTo, holderAt } from './holder.ts'
import {
  activations,
  agreements,
  declarations,
  documentParts,
  documents,
  eventPersonal,
  events,
  inquiries,
  licenses,
  objections,
  proposals,
  suspensions,
  terminations,
  terms,
  transfers,
  trials,
  warnings,
} from './kept-license-tables.ts'
import { letters } from './kept-letter-tables.ts'
import {
  contacts,
  customers,
  endedRelations,
  erasures,
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

/** What of a license's row tells nothing about its customer. */
const affairsOfTheServer = [
  'settles_at',
  'renews_after',
  'ends_after',
  'retry_at',
  'set_aside_error',
  'revision',
] as const

/**
 * All that is kept about a customer. What is a secret, or an affair of the server alone, is no column of these. A license that went
 * to somebody else is with its history in the new customer's package, where what stands beside the chain begins with the transfer;
 * in the package of who gave it away is what was so until then.
 */
export const customerRecords: readonly CustomerRecords[] = [
  about(customers, (customer) => sql`r.id = ${customer}`),
  about(contacts, (customer) => sql`r.customer = ${customer}`),
  about(erasures, (customer) => sql`r.customer = ${customer}`),
  about(mergedCustomers, (customer) => sql`r.merged_into = ${customer}`),
  about(endedRelations, (customer) => sql`r.customer = ${customer}`),
  about(without(licenses, ...affairsOfTheServer), (customer) => sql`r.customer = ${customer}`),
  about(externalReferences, (customer) => {
    return sql`r.owner in (select ${customer} union all ${licensesOf(customer)})`
  }),
  ofLicenses(terms),
  about(apart(objections), declaredTo),
  about(apart(suspensions), declaredTo),
  about(apart(terminations), declaredTo),
  about(apart(agreements), acceptedBy),
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
  about(apart(documents), declaredTo),
  about(apart(documentParts), (customer) => {
    const held = sql`${holderAt(sql`d.license`, sql`t.transferred_at > d.recorded_at`)} = ${customer}`
    return sql`r.document in (
      select d.id from documents d where d.license in ${concerning(customer)} and ${held}
    )`
  }),
  about(apart(inquiries), declaredTo),
  about(apart(warnings), declaredTo),
  about(apart(letters), (customer) => sql`r.customer = ${customer}`),
  about(apart(proposals), declaredTo),
  about(apart(without(declarations, 'hash')), (customer) => sql`r.customer = ${customer}`),
]

type Condition = (customer: RawBuilder<unknown>) => RawBuilder<unknown>

function about(table: KeptTable, where: Condition): CustomerRecords {
  return { table, select: (customer) => selecting(table, where(sql.lit(customer))) }
}

function ofLicenses(table: KeptTable): CustomerRecords {
  return about(table, (customer) => sql`r.license in ${licensesOf(customer)}`)
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
