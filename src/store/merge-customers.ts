import { sql } from 'kysely'
import type { Actor } from '../license/actor.ts'
import type { EndedRelation } from '../license/ended-relation.ts'
import type { Instant } from '../license/license.ts'
import { bringAlong, hearOfRelation } from '../license/merge.ts'
import type { Merge } from '../license/merge.ts'
import { Problem, unfit } from '../license/problem.ts'
import { timestamp } from './column.ts'
import { changeLicensesOf } from './customer-licenses.ts'
import { inTransaction } from './database.ts'
import type { Database } from './database.ts'
import { endedRelations } from './ended-relation.ts'
import { customerNamed, readCustomer } from './read-customer.ts'

/**
 * Merges a customer into another that is the same one: licenses with their histories, contacts, external references and ended
 * relations go there, and the old id from then on answers where.
 *
 * @throws Problem not-found for the one that goes, unfit for the one that stays, references-collide.
 */
export function mergeCustomers(
  db: Database,
  asked: { readonly from: string; readonly into: string; readonly reason: string },
  actor: Actor,
  now: Instant,
): Promise<void> {
  return inTransaction(db, async (trx) => {
    // Both are held before any license is locked: who issues to one of them holds it and has no license yet.
    await sql`
      select from customers where id in (${asked.from}, ${asked.into}) order by id for update`.execute(
      trx,
    )
    const { id: from } = await readCustomer(trx, asked.from)
    const { id: into } = await customerNamed(trx, asked.into, '/into')
    if (from === into) throw unfit('/into', 'Name another customer: this is the same record.')
    const merge = { from, into, reason: asked.reason }
    await moveLicenses(trx, merge, actor, now)
    await moveReferences(trx, merge)
    await moveContacts(trx, merge)
    await moveRelations(trx, merge, actor, now)
    await movePast(trx, merge, actor, now)
  })
}

/** Where the relation is ended under one of the records, the licenses of the other are told. */
async function moveLicenses(
  trx: Database,
  merge: Merge,
  actor: Actor,
  now: Instant,
): Promise<void> {
  const { from, into } = merge
  const ended = await endedRelations(trx, [from, into])
  const [left, stays] = [ended.get(from) ?? null, ended.get(into) ?? null]
  const news = (told: EndedRelation | null, known: EndedRelation | null) =>
    known === null ? told : null
  const toStaying = news(left, stays)
  if (toStaying !== null)
    await changeLicensesOf(trx, into, now, actor, (license) =>
      hearOfRelation(license, toStaying, now),
    )
  await changeLicensesOf(trx, from, now, actor, (license) =>
    bringAlong(license, merge, news(stays, left), now),
  )
}

/** @throws Problem references-collide */
async function moveReferences(trx: Database, { from, into }: Merge): Promise<void> {
  const { rows } = await sql<{ system: string }>`
    select system from external_references where owner = ${from}
    intersect select system from external_references where owner = ${into}
    order by system`.execute(trx)
  if (rows.length > 0)
    throw new Problem('references-collide', { systems: rows.map(({ system }) => system) })
  await trx
    .updateTable('external_references')
    .set({ owner: into })
    .where('owner', '=', from)
    .execute()
}

async function moveContacts(trx: Database, { from, into }: Merge): Promise<void> {
  await sql`
    update contacts
    set customer = ${into},
      n = n + 1 + coalesce((select max(o.n) from contacts o where o.customer = ${into}), -1)
    where customer = ${from}`.execute(trx)
  await trx
    .updateTable('declarations')
    .set({ customer: into })
    .where('customer', '=', from)
    .execute()
}

/** A relation is ended once: where it is under both, what stands under the one that stays goes on standing. */
async function moveRelations(
  trx: Database,
  { from, into }: Merge,
  actor: Actor,
  now: Instant,
): Promise<void> {
  await sql`
    update ended_relations r
    set resumed_at = ${timestamp(now)}, resumed_by = ${actor.id}
    where r.customer = ${from} and r.resumed_at is null and exists (
      select from ended_relations s where s.customer = ${into} and s.resumed_at is null
    )`.execute(trx)
  await trx
    .updateTable('ended_relations')
    .set({ customer: into })
    .where('customer', '=', from)
    .execute()
}

/** Who gave what to whom, and what the record that goes was, with those that had gone into it before. */
async function movePast(
  trx: Database,
  { from, into, reason }: Merge,
  actor: Actor,
  now: Instant,
): Promise<void> {
  for (const party of ['giver', 'receiver'] as const)
    await trx.updateTable('transfers').set(party, into).where(party, '=', from).execute()
  await sql`update letters set customer = ${into} where customer = ${from}`.execute(trx)
  await trx
    .updateTable('merged_customers')
    .set({ merged_into: into })
    .where('merged_into', '=', from)
    .execute()
  await moveErasure(trx, from, into)
  await sql`
    insert into merged_customers
      (id, merged_into, name, language, created_at, reason, merged_at, merged_by)
    select id, ${into}, name, language, created_at, ${reason}, ${timestamp(now)}, ${actor.id}
    from customers where id = ${from}`.execute(trx)
  await trx.deleteFrom('customers').where('id', '=', from).execute()
  await sql`update customers set revision = revision + 1 where id = ${into}`.execute(trx)
}

/** A customer's last erasure is on record: where both have one, the later. */
async function moveErasure(trx: Database, from: string, into: string): Promise<void> {
  await sql`
    delete from erasures e
    where e.customer in (${from}, ${into}) and exists (
      select from erasures o
      where o.customer in (${from}, ${into}) and (o.erased_at, o.customer) > (e.erased_at, e.customer)
    )`.execute(trx)
  await sql`update erasures set customer = ${into} where customer = ${from}`.execute(trx)
}
