import { sql } from 'kysely'
import { system } from '../license/actor.ts'
import type { Instant } from '../license/license.ts'
import { inTransaction } from './database.ts'
import type { Database } from './database.ts'
import { noteAccess } from './note-access.ts'
import type { By } from './note-access.ts'
import { hashPassword } from './password.ts'
import { canSignIn, insertPerson } from './person.ts'
import type { NewPerson } from './person.ts'
import { hashOfSecret, makeSecretText } from './secret-text.ts'
import { endSessionsOf } from './session.ts'
import { askForNoCodes } from './sign-in.ts'
import type { PersonId } from './tables.ts'

/** Whom a one-time link invites; null is the first admin, who names himself. */
export interface Invited {
  readonly person: Pick<NewPerson, 'login' | 'name'> | null
}

/**
 * Invites a person to choose a password, the first or a new one.
 *
 * @returns the end of the one-time link; its hash alone is kept. It opens once, within seven days.
 */
export async function invite(db: Database, person: PersonId | null): Promise<string> {
  const token = makeSecretText()
  await sql`delete from invitations where expires_at <= clock_timestamp()`.execute(db)
  await sql`
    insert into invitations (hash, person, expires_at)
    values (${hashOfSecret(token)}, ${person}, clock_timestamp() + interval '7 days')`.execute(db)
  return token
}

/** The same once more, for somebody who was invited or has joined before. */
export function inviteAgain(db: Database, person: PersonId, by: By, now: Instant): Promise<string> {
  return inTransaction(db, async (trx) => {
    await noteAccess(trx, 'person.invited_again', person, {}, by, now)
    return invite(trx, person)
  })
}

/** An invitation for the first admin; null as soon as anybody can sign in. */
export async function inviteFirst(db: Database): Promise<string | null> {
  return (await isFirst(db)) ? invite(db, null) : null
}

/** Whom the link invites; null if it is unknown, was used, or is too old. */
export async function invitedBy(db: Database, token: string): Promise<Invited | null> {
  const { rows } = await sql<{ id: PersonId | null; login: string; name: string }>`
    select p.id, p.login, p.name
    from invitations i left join people p on p.id = i.person
    where i.hash = ${hashOfSecret(token)} and i.expires_at > clock_timestamp()`.execute(db)
  const [found] = rows
  if (found === undefined || (found.id === null && !(await isFirst(db)))) return null
  return { person: found.id === null ? null : { login: found.login, name: found.name } }
}

/**
 * Takes an invitation up: from now on the person signs in with this password, and without a one-time code, and is signed in nowhere.
 * All links to the same person are used up by it; an account at a provider that they sign in by stays theirs.
 *
 * @param self how the first admin is called; others keep what they were invited as.
 * @returns null if the link is unknown, was used, or is too old.
 */
export async function accept(
  db: Database,
  token: string,
  { password, self }: { readonly password: string; readonly self: Omit<NewPerson, 'role'> },
  now: Instant,
): Promise<PersonId | null> {
  const hash = await hashPassword(password)
  return inTransaction(db, async (trx) => {
    // One start has one first admin, however many links it has shown.
    await trx.selectFrom('server').select('sandbox').forUpdate().execute()
    const { rows } = await sql<{ person: PersonId | null }>`
      delete from invitations where hash = ${hashOfSecret(token)} and expires_at > clock_timestamp()
      returning person`.execute(trx)
    const [taken] = rows
    if (taken === undefined || (taken.person === null && !(await isFirst(trx)))) return null
    const person =
      taken.person ?? (await insertPerson(trx, { ...self, role: 'admin' }, system, now)).id
    await sql`update people set password = ${hash} where id = ${person}`.execute(trx)
    await noteAccess(trx, 'person.joined', person, { by: 'password' }, { id: person }, now)
    await askForNoCodes(trx, person, { id: person }, now)
    await sql`delete from invitations where person = ${person} or person is null`.execute(trx)
    await endSessionsOf(trx, person)
    return person
  })
}

async function isFirst(db: Database): Promise<boolean> {
  const { rows } = await sql`select from people where ${canSignIn} limit 1`.execute(db)
  return rows.length === 0
}
