import { sql } from 'kysely'
import type { Actor } from '../license/actor.ts'
import { boundAnew } from '../license/ended-relation.ts'
import type { EndedRelation, Override } from '../license/ended-relation.ts'
import type { BindingCommand, Outcome } from '../license/event.ts'
import type { CustomerId, Instant } from '../license/license.ts'
import { timestamp } from './column.ts'
import { changeLicensesOf } from './customer-licenses.ts'
import { inTransaction } from './database.ts'
import type { Database } from './database.ts'
import { newId } from './id.ts'

/**
 * Ends the relation with a customer, which the history of each of their licenses tells; one that is ended stays as it is.
 *
 * @returns false if there is no such customer.
 */
export function endRelation(
  db: Database,
  customer: string,
  reason: string,
  actor: Actor,
  now: Instant,
): Promise<boolean> {
  return inTransaction(db, async (trx) => {
    const held = await lockCustomer(trx, customer)
    if (held === null || (await endedRelation(trx, held)) !== null) return held !== null
    await trx
      .insertInto('ended_relations')
      .values({
        id: newId('rel', now),
        customer: held,
        reason,
        ended_at: timestamp(now),
        ended_by: actor.id,
      })
      .execute()
    await changeLicensesOf(trx, held, now, actor, (license) => {
      const at = Math.max(now, license.recordedAt)
      const data = { customer: held }
      return { license, events: [{ type: 'relation.ended', at, data, personal: { reason } }] }
    })
    return true
  })
}

/**
 * Takes the end of a relation back, which the history of each of the customer's licenses tells; one that goes on stays as it is.
 *
 * @returns false if there is no such customer.
 */
export function resumeRelation(
  db: Database,
  customer: string,
  reason: string | null,
  actor: Actor,
  now: Instant,
): Promise<boolean> {
  return inTransaction(db, async (trx) => {
    const held = await lockCustomer(trx, customer)
    if (held === null || (await endedRelation(trx, held)) === null) return held !== null
    await trx
      .updateTable('ended_relations')
      .set({ resumed_at: timestamp<Instant | null>(now), resumed_by: actor.id })
      .where('customer', '=', held)
      .where('resumed_at', 'is', null)
      .execute()
    const personal = reason === null ? {} : { reason }
    await changeLicensesOf(trx, held, now, actor, (license) => {
      const at = Math.max(now, license.recordedAt)
      const data = { customer: held }
      return { license, events: [{ type: 'relation.resumed', at, data, personal }] }
    })
    return true
  })
}

/** Null while the relation goes on. Where the license of a command is locked, its answer holds until that is kept. */
export async function endedRelation(
  db: Database,
  customer: CustomerId,
): Promise<EndedRelation | null> {
  const ended = await endedRelations(db, [customer])
  return ended.get(customer) ?? null
}

/**
 * What a command does to a license that is locked, unless the relation with its customer is ended.
 *
 * @throws Problem relation-ended, forbidden
 */
export async function unlessEnded<T extends Outcome>(
  trx: Database,
  outcome: T,
  command: BindingCommand,
  given: Override | null,
): Promise<T> {
  const relation = await endedRelation(trx, outcome.license.customer)
  return boundAnew(outcome, { command, relation, override: given })
}

/** Which of these customers the relation is ended with. */
export async function endedRelations(
  db: Database,
  customers: readonly CustomerId[],
): Promise<ReadonlyMap<CustomerId, EndedRelation>> {
  if (customers.length === 0) return new Map()
  const { rows } = await sql<EndedRelation & { readonly customer: CustomerId }>`
    select customer, ended_at as since, reason from ended_relations
    where resumed_at is null and customer = any(${customers}::text[])`.execute(db)
  return new Map(rows.map(({ customer, since, reason }) => [customer, { since, reason }]))
}

/**
 * The same for customers who are to get a license: until the transaction is over, nobody ends a relation that goes on with one of
 * them, or merges one into another.
 */
export async function heldRelations(
  trx: Database,
  customers: readonly CustomerId[],
): Promise<ReadonlyMap<CustomerId, EndedRelation>> {
  await sql`
    select from customers where id = any(${customers}::text[]) order by id for key share`.execute(
    trx,
  )
  // Read by a second statement: the first one sees what was so before it waited.
  return endedRelations(trx, customers)
}

/** The customer is locked before its licenses are: who issues to them holds the customer and has no license yet. */
async function lockCustomer(trx: Database, customer: string): Promise<CustomerId | null> {
  const { rows } = await sql<{ id: CustomerId }>`
    select id from customers where id = ${customer} for update`.execute(trx)
  return rows[0]?.id ?? null
}
