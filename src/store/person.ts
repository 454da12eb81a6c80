import { sql } from 'kysely'
import type { Role } from '../license/actor.ts'
import type { Instant } from '../license/license.ts'
import { Problem } from '../license/problem.ts'
import { json, timestamp } from './column.ts'
import { inTransaction } from './database.ts'
import type { Database } from './database.ts'
import { newId } from './id.ts'
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
  /** Whether a password has been chosen: until then the invitation is open. */
  readonly joined: boolean
  /** Whether a one-time code is asked for beside the password. */
  readonly asksForCode: boolean
  readonly createdAt: Instant
  /** From when on nobody signs in as this person; null while it can. */
  readonly leftAt: Instant | null
}

export type NewPerson = Pick<Person, 'login' | 'name' | 'role'>

/** @throws Problem login-taken */
export async function insertPerson(
  db: Database,
  { login, name, role }: NewPerson,
  now: Instant,
): Promise<Person> {
  const id = newId('per', now)
  const kept = { id, login: login.toLowerCase(), name, role }
  await orTaken(
    db
      .insertInto('people')
      .values({ ...kept, recovery_codes: json([]), created_at: timestamp(now) })
      .execute(),
    'people_login',
    'login-taken',
    { login: kept.login },
  )
  return { ...kept, joined: false, asksForCode: false, createdAt: now, leftAt: null }
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
export function changeRole(db: Database, id: PersonId, role: Role): Promise<void> {
  return inTransaction(db, async (trx) => {
    if (role !== 'admin') await checkOthers(trx, id)
    await trx.updateTable('people').set({ role }).where('id', '=', id).execute()
  })
}

/**
 * Lets a person sign in no more, and ends what is open. The first instant stays.
 *
 * @throws Problem last-admin
 */
export function leave(db: Database, id: PersonId, now: Instant): Promise<void> {
  return inTransaction(db, async (trx) => {
    await checkOthers(trx, id)
    await trx
      .updateTable('people')
      .set({ left_at: sql<Instant | null>`coalesce(left_at, ${timestamp(now)})` })
      .where('id', '=', id)
      .execute()
    await endSessionsOf(trx, id)
    await trx.deleteFrom('invitations').where('person', '=', id).execute()
  })
}

/**
 * Where somebody can sign in as an admin, somebody still can afterwards. All are locked first: two admins who remove each other at
 * once do not both succeed.
 */
async function checkOthers(trx: Database, id: PersonId): Promise<void> {
  const admins = await trx
    .selectFrom('people')
    .select('id')
    .where('role', '=', 'admin')
    .where('left_at', 'is', null)
    .where('password', 'is not', null)
    .orderBy('id')
    .forUpdate()
    .execute()
  if (admins.length === 1 && admins[0]?.id === id) throw new Problem('last-admin')
}

function people(db: Database) {
  return db
    .selectFrom('people')
    .select([
      'id',
      'login',
      'name',
      'role',
      sql<boolean>`password is not null`.as('joined'),
      sql<boolean>`one_time_code is not null`.as('asksForCode'),
      'created_at as createdAt',
      'left_at as leftAt',
    ])
}
