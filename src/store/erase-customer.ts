import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Actor } from '../license/actor.ts'
import { needsItsCustomer, tellErasure } from '../license/erasure.ts'
import type { Erasure } from '../license/erasure.ts'
import type { CustomerId, Instant, LicenseId } from '../license/license.ts'
import { Problem } from '../license/problem.ts'
import { timestamp } from './column.ts'
import { changeLicenses } from './customer-licenses.ts'
import { inTransaction } from './database.ts'
import type { Database } from './database.ts'
import { acceptedBy, concerning, declaredTo, holderAt } from './holder.ts'
import { newId } from './id.ts'
import { readCustomer } from './read-customer.ts'

/**
 * Erases a customer's personal data: who they are, and what was said and done while a license was theirs, also of licenses that they
 * have given away since. Erasing again erases what has come since.
 *
 * @throws Problem not-found; contract-runs with the licenses that still run, are to begin or can renew.
 */
export function eraseCustomer(
  db: Database,
  asked: { readonly customer: string; readonly reason: string },
  actor: Actor,
  now: Instant,
): Promise<void> {
  return inTransaction(db, async (trx) => {
    await sql`select from customers where id = ${asked.customer} for update`.execute(trx)
    const { id: customer } = await readCustomer(trx, asked.customer)
    const erasure = { customer, reason: asked.reason }
    await tellLicenses(trx, erasure, actor, now)
    await eraseHistories(trx, customer)
    await eraseLedgers(trx, customer)
    await eraseTold(trx, customer)
    await erasePerson(trx, customer)
    await keepErasure(trx, erasure, actor, now)
  })
}

/** @throws Problem contract-runs */
async function tellLicenses(
  trx: Database,
  erasure: Erasure,
  actor: Actor,
  now: Instant,
): Promise<void> {
  const { rows } = await sql<{ id: LicenseId }>`
    select id from licenses where id in ${concerning(sql`${erasure.customer}`)}`.execute(trx)
  const ids = rows.map(({ id }) => id).toSorted()
  await sql`select from licenses where id = any(${ids}::text[]) order by id for update`.execute(trx)
  const running: LicenseId[] = []
  await changeLicenses(trx, ids, now, actor, (license) => {
    if (license.customer === erasure.customer && needsItsCustomer(license, now))
      running.push(license.id)
    return tellErasure(license, erasure, now)
  })
  if (running.length > 0) throw new Problem('contract-runs', { licenses: running })
}

/** Names and texts beside the chains, with the salts that could prove them; why an erasure was made stays. */
async function eraseHistories(trx: Database, customer: CustomerId): Promise<void> {
  const them = sql`${customer}`
  const held = sql`${holderAt(sql`e.license`, sql`t.n >= e.n`)} = ${them}`
  await sql`
    update event_personal set salt = null, value = null
    where event in (
      select e.id from events e
      where e.license in ${concerning(them)} and e.type <> 'customer.erased' and ${held}
    )`.execute(trx)
  const erase = (table: string, words: RawBuilder<unknown>, where: RawBuilder<unknown>) =>
    sql`update ${sql.table(table)} r set ${words} where ${where}`.execute(trx)
  await erase('objections', sql`declared_by = null, reason = null`, declaredTo(them))
  await erase('suspensions', sql`reason = ''`, declaredTo(them))
  await erase('terminations', sql`reason = ''`, declaredTo(them))
  await erase('agreements', sql`accepted_by = ''`, acceptedBy(them))
  await erase('proposals', sql`reason = null, proposed_by = null`, declaredTo(them))
  await erase('declarations', sql`words = null`, sql`r.customer = ${them}`)
}

/** What stands about a license elsewhere. The hashes of documents stay, which prove nothing without their bytes. */
async function eraseLedgers(trx: Database, customer: CustomerId): Promise<void> {
  const them = sql`${customer}`
  await sql`
    delete from document_parts
    where document in (select r.id from documents r where ${declaredTo(them)})`.execute(trx)
  await sql`update documents r set name = null where ${declaredTo(them)}`.execute(trx)
  // A machine that is in use goes along with its license; one that was freed before that was theirs.
  await sql`
    update activations r set machine = null
    where r.license in ${concerning(them)}
      and ${holderAt(sql`r.license`, sql`t.transferred_at > r.freed_at`)} = ${them}`.execute(trx)
  await sql`
    update letters set recipients = '[]', reply_to = null, subject = null, plain = null, html = null,
      sending = null, refused = null, failed = null
    where customer = ${customer}`.execute(trx)
  await sql`
    update leases set holder = null
    where license in (select id from licenses where customer = ${customer})`.execute(trx)
}

/** What was told outside about their licenses, and what receivers said to it. What waits is written anew. */
async function eraseTold(trx: Database, customer: CustomerId): Promise<void> {
  const theirs = sql`select position from outbox where license in ${concerning(sql`${customer}`)}`
  await sql`update outbox set body = null where position in (${theirs})`.execute(trx)
  await sql`update outbox_attempts set answer = null where entry in (${theirs})`.execute(trx)
}

/** The id stays in place of the name: licenses refer to it, and lists have something to show. */
async function erasePerson(trx: Database, customer: CustomerId): Promise<void> {
  await trx.deleteFrom('contacts').where('customer', '=', customer).execute()
  await trx.deleteFrom('external_references').where('owner', '=', customer).execute()
  await sql`
    update customers set name = id, revision = revision + 1 where id = ${customer}`.execute(trx)
  await sql`
    update merged_customers set name = id, reason = '' where merged_into = ${customer}`.execute(trx)
  await sql`update ended_relations set reason = '' where customer = ${customer}`.execute(trx)
}

/** With an erasure the relation is ended: nothing binds the vendor anew to somebody whom he no longer knows. */
async function keepErasure(
  trx: Database,
  { customer, reason }: Erasure,
  actor: Actor,
  now: Instant,
): Promise<void> {
  await sql`
    insert into erasures (customer, reason, erased_at, erased_by)
    values (${customer}, ${reason}, ${timestamp(now)}, ${actor.id})
    on conflict (customer) do update
    set reason = excluded.reason, erased_at = excluded.erased_at, erased_by = excluded.erased_by`.execute(
    trx,
  )
  await sql`
    insert into ended_relations (id, customer, reason, ended_at, ended_by)
    values (${newId('rel', now)}, ${customer}, '', ${timestamp(now)}, ${actor.id})
    on conflict (customer) where resumed_at is null do nothing`.execute(trx)
}
