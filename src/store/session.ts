import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Actor, Role } from '../license/actor.ts'
import type { Database } from './database.ts'
import { hashOfSecret, makeSecretText } from './secret-text.ts'
import type { PersonId } from './tables.ts'

/** Somebody who is signed in. */
export interface SignedIn extends Actor {
  readonly id: PersonId
  readonly role: Role
  readonly name: string
  readonly login: string
  /** What a form of theirs carries: a page of another site cannot know it. */
  readonly formToken: string
}

/** Nobody is asked again while at work, and a browser that was left alone opens nothing on the next day. */
const idle = '8 hours'
const longest = '7 days'
/** How long a one-time code is waited for. */
const patience = '10 minutes'

export interface NewSession {
  /** Whether it is of no use until a one-time code has come. */
  readonly awaitsCode: boolean
  /** What the provider gave at the sign-in, sealed; null where it was by a password. */
  readonly idToken: string | null
}

/**
 * Begins a session; what is over of others is forgotten.
 *
 * @returns what the browser keeps; its hash alone is kept here.
 */
export async function startSession(
  db: Database,
  person: PersonId,
  { awaitsCode, idToken }: NewSession = { awaitsCode: false, idToken: null },
): Promise<string> {
  const token = makeSecretText()
  await sql`delete from sessions where seen_at <= ${since(idle)} or started_at <= ${since(longest)}`.execute(
    db,
  )
  await sql`
    insert into sessions (hash, person, awaits_code, id_token, started_at, seen_at)
    values (
      ${hashOfSecret(token)}, ${person}, ${awaitsCode}, ${idToken}, clock_timestamp(), clock_timestamp()
    )`.execute(db)
  return token
}

/**
 * Who a browser's session stands for; null if it is unknown or over, waits for a code, or its person has left. That it was used is
 * noted at most once a minute.
 */
export async function signedInBy(db: Database, token: string): Promise<SignedIn | null> {
  const hash = hashOfSecret(token)
  const { rows } = await sql<Omit<SignedIn, 'formToken'> & { stale: boolean }>`
    select p.id, p.role, p.name, p.login, s.seen_at < clock_timestamp() - interval '1 minute' as stale
    from sessions s join people p on p.id = s.person
    where s.hash = ${hash} and not s.awaits_code and p.left_at is null
      and s.seen_at > ${since(idle)} and s.started_at > ${since(longest)}`.execute(db)
  const [found] = rows
  if (found === undefined) return null
  const { stale, ...person } = found
  if (stale)
    await sql`update sessions set seen_at = clock_timestamp() where hash = ${hash}`.execute(db)
  return { ...person, formToken: formTokenOf(token) }
}

/** Whose session waits for a one-time code; null if none does. */
export async function awaitedBy(db: Database, token: string): Promise<PersonId | null> {
  const { rows } = await sql<{ person: PersonId }>`
    select person from sessions s
    where hash = ${hashOfSecret(token)} and awaits_code
      and started_at > ${since(patience)}`.execute(db)
  return rows[0]?.person ?? null
}

/** @returns what the provider gave at its sign-in, sealed; null where there was no session, or it was begun by a password. */
export async function endSession(db: Database, token: string): Promise<string | null> {
  const ended = await db
    .deleteFrom('sessions')
    .where('hash', '=', hashOfSecret(token))
    .returning('id_token')
    .executeTakeFirst()
  return ended?.id_token ?? null
}

/** Signs a person out everywhere. */
export async function endSessionsOf(db: Database, person: string): Promise<void> {
  await sql`delete from sessions where person = ${person}`.execute(db)
}

function formTokenOf(token: string): string {
  return createHash('sha256').update(`form ${token}`).digest('base64url')
}

function since(length: string) {
  return sql`(clock_timestamp() - ${length}::interval)`
}
