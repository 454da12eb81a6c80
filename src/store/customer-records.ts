import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import {
  activations,
  agreements,
  eventPersonal,
  events,
  licenses,
  objections,
  suspensions,
  terminations,
  terms,
} from './kept-license-tables.ts'
import {
  contacts,
  customers,
  endedRelations,
  externalReferences,
  licenseKeys,
} from './kept-tables.ts'
import type { KeptTable } from './kept-tables.ts'
import { selecting } from './select-records.ts'

/** A table as far as it is about one customer. */
export interface CustomerRecords {
  readonly table: KeptTable
  readonly select: (customer: string) => RawBuilder<object>
}

/** All that is kept about a customer. What is a secret, or an affair of the server alone, is no column of these. */
export const customerRecords: readonly CustomerRecords[] = [
  about(customers, (customer) => sql`r.id = ${customer}`),
  about(contacts, (customer) => sql`r.customer = ${customer}`),
  about(endedRelations, (customer) => sql`r.customer = ${customer}`),
  about(without(licenses, 'settles_at', 'retry_at', 'set_aside_error', 'revision'), (customer) => {
    return sql`r.customer = ${customer}`
  }),
  about(
    externalReferences,
    (customer) => sql`(r.owner = ${customer} or r.owner in ${licensesOf(customer)})`,
  ),
  ofLicenses(terms),
  ofLicenses(objections),
  ofLicenses(suspensions),
  ofLicenses(terminations),
  ofLicenses(agreements),
  ofLicenses(activations),
  ofLicenses(without(licenseKeys, 'hash', 'sealed')),
  ofLicenses(events),
  about(
    eventPersonal,
    (customer) => sql`r.event in (select id from events where license in ${licensesOf(customer)})`,
  ),
]

type Condition = (customer: RawBuilder<unknown>) => RawBuilder<unknown>

function about(table: KeptTable, where: Condition): CustomerRecords {
  return { table, select: (customer) => selecting(table, where(sql.lit(customer))) }
}

function ofLicenses(table: KeptTable): CustomerRecords {
  return about(table, (customer) => sql`r.license in ${licensesOf(customer)}`)
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
