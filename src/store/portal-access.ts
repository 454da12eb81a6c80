import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Actor } from '../license/actor.ts'
import type { CustomerId } from '../license/license.ts'
import type { Database } from './database.ts'
import { inTransaction } from './database.ts'
import { hashOfSecret, makeSecretText } from './secret-text.ts'
import type { Authority, ContactId } from './tables.ts'

/** Somebody at a customer's who is signed in to the portal, or would be by a link. */
export interface Guest extends Actor {
  readonly id: ContactId
  readonly role: 'customer'
  readonly name: string
  readonly customer: CustomerId
  readonly customerName: string
  /** What this person may declare for the customer. */
  readonly may: readonly Authority[]
}

export interface SignedInGuest extends Guest {
  /** What a form of theirs carries: a page of another site cannot know it. */
  readonly formToken: string
}

/** Somebody who is known by an e-mail address. */
export interface Addressee extends Pick<Guest, 'id' | 'name' | 'customerName'> {
  /** The customer's. */
  readonly language: string
}

/** Contacts who are known by an e-mail address. */
export async function contactsAt(db: Database, email: string): Promise<readonly Addressee[]> {
  const { rows } = await sql<Addressee>`
    select o.id, o.name, c.name as "customerName", c.language
    from contacts o join customers c on c.id = o.customer
    where o.mails @> array[lower(${email})]
    order by o.id limit 20`.execute(db)
  return rows
}

/** Customers of whom a contact is known by an e-mail address. */
export async function customersAt(db: Database, email: string): Promise<readonly CustomerId[]> {
  const { rows } = await sql<{ customer: CustomerId }>`
    select distinct customer from contacts where mails @> array[lower(${email})] limit 2`.execute(
    db,
  )
  return rows.map(({ customer }) => customer)
}

/** So many links may wait for one contact: whoever asks on and on gets no more mail by it. */
const mostLinks = 5

/**
 * A one-time link that signs a contact in.
 *
 * @param mail the address that it is sent to: it opens nothing once that is no address of the contact's; null where it is handed out.
 * @param isAsked whether the contact asks for it now; what staff send waits in somebody's mail, and lasts as long as what they hand out.
 * @returns its end, of which a hash alone is kept; null where enough of them wait already.
 */
export async function makeLink(
  db: Database,
  contact: ContactId,
  mail: string | null,
  isAsked = mail !== null,
): Promise<string | null> {
  const token = makeSecretText()
  const lasts = isAsked ? '30 minutes' : '24 hours'
  await sql`delete from portal_links where expires_at <= clock_timestamp()`.execute(db)
  const { numAffectedRows } = await sql`
    insert into portal_links (hash, contact, mail_hash, made_at, expires_at)
    select ${hashOfSecret(token)}, ${contact}, ${mail === null ? null : hashOfMail(mail)},
      clock_timestamp(), clock_timestamp() + ${lasts}::interval
    where (select count(*) from portal_links where contact = ${contact} and mail_hash is not null) < ${mostLinks}
      or ${mail === null}`.execute(db)
  return numAffectedRows === 1n ? token : null
}

/** Whom a link signs in; null if it is unknown, was used, is too old, or was sent to an address that is no longer theirs. */
export async function linkedBy(db: Database, token: string): Promise<Guest | null> {
  const { rows } = await sql<GuestRow>`
    select g.*, k.mail_hash as "mailHash"
    from portal_links k join (${guests}) g on g.id = k.contact
    where k.hash = ${hashOfSecret(token)} and k.expires_at > clock_timestamp()`.execute(db)
  return guestFrom(rows[0])
}

/**
 * Signs in by a link, which is used up by it.
 *
 * @returns what the browser keeps, of which a hash alone is kept here; null if the link opens nothing.
 */
export function enterBy(db: Database, token: string): Promise<string | null> {
  return inTransaction(db, async (trx) => {
    const guest = await linkedBy(trx, token)
    const { rows } = await sql<{ mailHash: string | null }>`
      delete from portal_links where hash = ${hashOfSecret(token)}
      returning mail_hash as "mailHash"`.execute(trx)
    const [used] = rows
    if (guest === null || used === undefined) return null
    const session = makeSecretText()
    await sql`
      delete from portal_sessions
      where seen_at <= ${since(idle)} or started_at <= ${since(longest)}`.execute(trx)
    await sql`
      insert into portal_sessions (hash, contact, mail_hash, started_at, seen_at)
      values (${hashOfSecret(session)}, ${guest.id}, ${used.mailHash}, clock_timestamp(), clock_timestamp())`.execute(
      trx,
    )
    return session
  })
}

/** A browser that was left alone opens nothing for long; a customer's own is no desk that is watched. */
const idle = '1 hour'
const longest = '12 hours'

/** Who a browser's session stands for, with the rights of now; null if it is unknown or over. */
export async function guestBy(db: Database, session: string): Promise<SignedInGuest | null> {
  const hash = hashOfSecret(session)
  const { rows } = await sql<GuestRow & { readonly stale: boolean }>`
    select g.*, k.mail_hash as "mailHash", k.seen_at < clock_timestamp() - interval '1 minute' as stale
    from portal_sessions k join (${guests}) g on g.id = k.contact
    where k.hash = ${hash} and k.seen_at > ${since(idle)} and k.started_at > ${since(longest)}`.execute(
    db,
  )
  const [found] = rows
  const guest = guestFrom(found)
  if (guest === null) return null
  if (found?.stale === true)
    await sql`
      update portal_sessions set seen_at = clock_timestamp() where hash = ${hash}`.execute(db)
  return { ...guest, formToken: formTokenOf(session) }
}

export async function leavePortal(db: Database, session: string): Promise<void> {
  await sql`delete from portal_sessions where hash = ${hashOfSecret(session)}`.execute(db)
}

interface GuestRow {
  readonly id: ContactId
  readonly name: string
  readonly customer: CustomerId
  readonly customerName: string
  readonly may: readonly Authority[]
  readonly emails: readonly string[]
  readonly mailHash: string | null
}

const guests = sql`
  select o.id, o.name, o.may, o.emails, c.id as customer, c.name as "customerName"
  from contacts o join customers c on c.id = o.customer`

function guestFrom(row: GuestRow | undefined): Guest | null {
  if (row === undefined) return null
  const { emails, mailHash, ...who } = row
  if (mailHash !== null && !emails.some((email) => hashOfMail(email) === mailHash)) return null
  const { id, name, customer, customerName, may } = who
  return { id, role: 'customer', name, customer, customerName, may }
}

function hashOfMail(email: string): string {
  return hashOfSecret(`mail ${email.toLowerCase()}`)
}

function formTokenOf(session: string): string {
  return createHash('sha256').update(`portal form ${session}`).digest('base64url')
}

function since(length: string) {
  return sql`(clock_timestamp() - ${length}::interval)`
}
