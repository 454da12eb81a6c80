import { sql } from 'kysely'
import type { Instant } from '../license/license.ts'
import { timestamp } from './column.ts'
import { inTransaction } from './database.ts'
import type { Database } from './database.ts'
import { noteAccess } from './note-access.ts'
import { askForNoCodes } from './sign-in.ts'
import { hashOfSecret } from './secret-text.ts'
import { endSessionsOf } from './session.ts'
import type { PersonId } from './tables.ts'

/** Somebody as an identity provider knows them: for ever by the subject, while an e-mail address may come to be another's. */
export interface Identity {
  readonly issuer: string
  readonly subject: string
  readonly email: string | null
}

/** One of our people, as far as signing in needs them. */
export interface Linked {
  readonly id: PersonId
  readonly login: string
  readonly asksForCode: boolean
}

/** Who signs in as this identity; null if nobody does, or not any more. */
export async function personBehind(
  db: Database,
  { issuer, subject }: Pick<Identity, 'issuer' | 'subject'>,
): Promise<Linked | null> {
  const { rows } = await sql<Linked>`
    select p.id, p.login, p.one_time_code is not null as "asksForCode"
    from identities i join people p on p.id = i.person
    where i.issuer = ${issuer} and i.subject = ${subject} and p.left_at is null`.execute(db)
  return rows[0] ?? null
}

/**
 * How an identity comes to be somebody's: `unknown` where nobody is meant, `other` where it, or the person, is linked otherwise.
 */
export type Linking = 'linked' | 'unknown' | 'other'

/**
 * Links an identity to the person who signs in by this address, at their first sign-in by the provider. Their invitations are used
 * up. A person whom the provider knows by another subject stays that one: whoever gets the address later does not get their place.
 *
 * @param identity with an address that the provider has verified.
 */
export function linkByAddress(
  db: Database,
  identity: Identity & { readonly email: string },
  now: Instant,
): Promise<Linking> {
  return inTransaction(db, async (trx) => {
    const { rows } = await sql<{ id: PersonId }>`
      select id from people
      where login = ${identity.email.toLowerCase()} and left_at is null for update`.execute(trx)
    const [person] = rows
    if (person === undefined) return 'unknown'
    const linking = await link(trx, person.id, identity, now)
    if (linking === 'linked') await noteAccess(trx, 'person.linked', person.id, {}, person, now)
    return linking
  })
}

/**
 * Takes an invitation up by signing in at the provider, whatever address it knows. Whom the provider knew before by another subject
 * is linked anew; they are signed in nowhere else, and asked for no one-time code, as by every new link. A password stays.
 *
 * @returns `unknown` where the link is unknown, was used, is too old, or is the first admin's, who chooses a password; `other` where
 * somebody else signs in as this identity: the link is not used up then.
 */
export function joinByInvitation(
  db: Database,
  token: string,
  identity: Identity,
  now: Instant,
): Promise<Linking> {
  return inTransaction(db, async (trx) => {
    const { rows } = await sql<{ person: PersonId }>`
      select person from invitations
      where hash = ${hashOfSecret(token)} and expires_at > clock_timestamp() and person is not null
      for update`.execute(trx)
    const [invited] = rows
    if (invited === undefined) return 'unknown'
    const { issuer, subject } = identity
    const behind = await personBehind(trx, identity)
    if (behind !== null && behind.id !== invited.person) return 'other'
    await sql`
      delete from identities
      where person = ${invited.person} and issuer = ${issuer} and subject <> ${subject}`.execute(
      trx,
    )
    const linking = await link(trx, invited.person, identity, now)
    if (linking !== 'linked') return linking
    const self = { id: invited.person }
    await noteAccess(trx, 'person.joined', invited.person, { by: 'provider' }, self, now)
    await askForNoCodes(trx, invited.person, self, now)
    await endSessionsOf(trx, invited.person)
    return linking
  })
}

/** @returns `other` where the identity is somebody else's, or the person has another one of this provider. */
async function link(
  trx: Database,
  person: PersonId,
  { issuer, subject, email }: Identity,
  now: Instant,
): Promise<Linking> {
  await sql`
    insert into identities (issuer, subject, person, email, linked_at)
    values (${issuer}, ${subject}, ${person}, ${email}, ${timestamp(now)})
    on conflict do nothing`.execute(trx)
  const { rows } = await sql`
    select from identities
    where issuer = ${issuer} and subject = ${subject} and person = ${person}`.execute(trx)
  if (rows.length === 0) return 'other'
  await sql`delete from invitations where person = ${person}`.execute(trx)
  return 'linked'
}
