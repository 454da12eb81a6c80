import { sql } from 'kysely'
import type { Role } from '../license/actor.ts'
import type { Instant } from '../license/license.ts'
import { Problem } from '../license/problem.ts'
import { json, timestamp } from './column.ts'
import { inTransaction } from './database.ts'
import type { Database } from './database.ts'
import { newId } from './id.ts'
import { noteAccess } from './note-access.ts'
import type { By } from './note-access.ts'
import { pageOf } from './page.ts'
import type { Page, PageQuery } from './page.ts'
import { endSessionsOf } from './session.ts'
import type { PersonId } from './tables.ts'
import { orTaken } from './violation.ts'

/** Somebody at the vendor's who signs in. */
export interface Person {
  readonly id: PersonId
  /** What is typed to sign in: an e-mail address or a short name, in lower case. */
  readonly login: string
  readonly name: string
  readonly role: Role
  /** Whether there is anything to sign in by: until then the invitation is open. */
  readonly joined: boolean
  readonly hasPassword: boolean
  /** By which accounts at identity providers they sign in. */
  readonly identities: readonly LinkedIdentity[]
  /** Whether a one-time code is asked for beside the password. */
  readonly asksForCode: boolean
  readonly createdAt: Instant
  /** From when on nobody signs in as this person; null while it can. */
  readonly leftAt: Instant | null
}

/** An account at an identity provider. */
export interface LinkedIdentity {
  readonly issuer: string
  /** What the provider called them when they were linked. */
  readonly email: string | null
  readonly linkedAt: Instant
}

export type NewPerson = Pick<Person, 'login' | 'name' | 'role'>

/** @throws Problem login-taken */
export async function insertPerson(
  db: Database,
  { login, name, role }: NewPerson,
  by: By,
  now: Instant,
): Promise<Person> {
  const id = newId('per', now)
  const kept = { id, login: login.toLowerCase(), name, role }
  const insert = inTransaction(db, async (trx) => {
    await trx
      .insertInto('people')
      .values({ ...kept, recovery_codes: json([]), created_at: timestamp(now) })
      .execute()
    await noteAccess(trx, 'person.invited', id, { role }, by, now)
  })
  await orTaken(insert, 'people_login', 'login-taken', { login: kept.login })
  return {
    ...kept,
    joined: false,
    hasPassword: false,
    identities: [],
    asksForCode: false,
    createdAt: now,
    leftAt: null,
  }
}

/** People in the order of their coming, those that have left included. */
export async function listPeople(db: Database, { after, limit }: PageQuery): Promise<Page<Person>> {
  const rows = await people(db)
    .where(sql<boolean>`id > ${after ?? ''}`)
    .orderBy('id')
    .limit(limit + 1)
    .execute()
  return pageOf(rows, limit)
}

export async function findPerson(db: Database, id: string): Promise<Person | null> {
  const found = await people(db)
    .where(sql<boolean>`id = ${id}`)
    .executeTakeFirst()
  return found ?? null
}

/**
 * Gives a person another role, from the next request on.
 *
 * @throws Problem last-admin
 */
export function changeRole(
  db: Database,
  id: PersonId,
  role: Role,
  by: By,
  now: Instant,
): Promise<void> {
  return inTransaction(db, async (trx) => {
    if (role !== 'admin') await checkOthers(trx, id)
    const { role: from } = await trx
      .selectFrom('people')
      .select('role')
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirstOrThrow()
    if (from === role) return
    await trx.updateTable('people').set({ role }).where('id', '=', id).execute()
    await noteAccess(trx, 'person.role_changed', id, { from, to: role }, by, now)
  })
}

/** Signs a person out everywhere. */
export function signOut(db: Database, id: PersonId, by: By, now: Instant): Promise<void> {
  return inTransaction(db, async (trx) => {
    await endSessionsOf(trx, id)
    await noteAccess(trx, 'person.signed_out', id, {}, by, now)
  })
}

/**
 * Lets a person sign in no more, and ends what is open. The first instant stays.
 *
 * @throws Problem last-admin
 */
export function leave(db: Database, id: PersonId, by: By, now: Instant): Promise<void> {
  return inTransaction(db, async (trx) => {
    await checkOthers(trx, id)
    const { numUpdatedRows } = await trx
      .updateTable('people')
      .set({ left_at: timestamp<Instant | null>(now) })
      .where('id', '=', id)
      .where('left_at', 'is', null)
      .executeTakeFirst()
    if (numUpdatedRows > 0n) await noteAccess(trx, 'person.removed', id, {}, by, now)
    await endSessionsOf(trx, id)
    await trx.deleteFrom('invitations').where('person', '=', id).execute()
    await trx.deleteFrom('identities').where('person', '=', id).execute()
  })
}

/**
 * Takes a person's password away, and signs them out everywhere: from then on they sign in by their provider alone, or choose
 * another by a new link.
 *
 * @throws Problem last-admin
 */
export function removePassword(db: Database, id: PersonId, by: By, now: Instant): Promise<void> {
  return inTransaction(db, async (trx) => {
    const { hasPassword, isLinked } = await waysOf(trx, id)
    if (!isLinked) await checkOthers(trx, id)
    await trx.updateTable('people').set({ password: null }).where('id', '=', id).execute()
    await endSessionsOf(trx, id)
    if (hasPassword) await noteAccess(trx, 'password.removed', id, {}, by, now)
  })
}

/**
 * Takes the links to a person's accounts at providers away, and signs them out everywhere. Whom the provider still knows by their
 * address is linked anew at the next sign-in.
 *
 * @throws Problem last-admin
 */
export function unlink(db: Database, id: PersonId, by: By, now: Instant): Promise<void> {
  return inTransaction(db, async (trx) => {
    const { hasPassword, isLinked } = await waysOf(trx, id)
    if (!hasPassword) await checkOthers(trx, id)
    await trx.deleteFrom('identities').where('person', '=', id).execute()
    await endSessionsOf(trx, id)
    if (isLinked) await noteAccess(trx, 'person.unlinked', id, {}, by, now)
  })
}

/** Where somebody can sign in as an admin, somebody still can afterwards. */
async function checkOthers(trx: Database, id: PersonId): Promise<void> {
  const admins = await lockAdmins(trx)
  if (admins.length === 1 && admins[0]?.id === id) throw new Problem('last-admin')
}

/** Who can sign in as an admin. All are locked: two admins who remove each other at once do not both succeed. */
function lockAdmins(trx: Database): Promise<readonly { readonly id: PersonId }[]> {
  return trx
    .selectFrom('people')
    .select('id')
    .where('role', '=', 'admin')
    .where('left_at', 'is', null)
    .where(canSignIn)
    .orderBy('id')
    .forUpdate()
    .execute()
}

/** By what a person signs in, who is locked behind the admins: of two ways that go at once, the second is the last. */
async function waysOf(
  trx: Database,
  id: PersonId,
): Promise<{ readonly hasPassword: boolean; readonly isLinked: boolean }> {
  await lockAdmins(trx)
  const person = await trx
    .selectFrom('people')
    .select('password')
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  const links = await trx
    .selectFrom('identities')
    .select('person')
    .where('person', '=', id)
    .execute()
  return { hasPassword: (person?.password ?? null) !== null, isLinked: links.length > 0 }
}

const linkedIdentities = sql<readonly LinkedIdentity[]>`(
  select coalesce(
    json_agg(
      json_build_object(
        'issuer', issuer, 'email', email,
        'linkedAt', (date_part('epoch', linked_at) * 1000)::bigint
      )
      order by linked_at
    ),
    '[]'
  )
  from identities where person = people.id
)`

/** Whether there is anything that a person signs in by, where `people` are read. */
export const canSignIn = sql<boolean>`(
  people.password is not null or exists (select from identities where person = people.id)
)`

function people(db: Database) {
  return db
    .selectFrom('people')
    .select([
      'id',
      'login',
      'name',
      'role',
      canSignIn.as('joined'),
      sql<boolean>`password is not null`.as('hasPassword'),
      linkedIdentities.as('identities'),
      sql<boolean>`one_time_code is not null`.as('asksForCode'),
      'created_at as createdAt',
      'left_at as leftAt',
    ])
}
