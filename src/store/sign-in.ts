import { createHmac } from 'node:crypto'
import { sql } from 'kysely'
import type { Instant } from '../license/license.ts'
import { deriveKey, seal, unseal } from '../token/secret.ts'
import type { Database } from './database.ts'
import { inTransaction } from './database.ts'
import { json } from './column.ts'
import { noteAccess } from './note-access.ts'
import type { By } from './note-access.ts'
import { stepOf } from './one-time-code.ts'
import { hashPassword, isPassword } from './password.ts'
import { noteFailure, noteLock } from './note-sign-in.ts'
import { endSession, endSessionsOf, startSession } from './session.ts'
import type { NewSession } from './session.ts'
import { giveBackAttempt, takeAttempt } from './sign-in-failure.ts'
import type { Attempt } from './sign-in-failure.ts'
import type { PersonId } from './tables.ts'

/** How an attempt to sign in ends: with a session, which may wait for a one-time code. */
export type SignIn =
  { readonly kind: 'in' | 'code'; readonly session: string } | { readonly kind: 'refused' | 'wait' }

/** Signs somebody in by a password. A wrong one and an unknown name take as long, and answer the same. */
export async function signIn(
  db: Database,
  kek: Uint8Array,
  password: string,
  attempt: Attempt,
  now: Instant,
): Promise<SignIn> {
  if (!(await takeAttempt(db, kek, 'password', attempt))) {
    await noteLock(db, attempt.login, 'password', now)
    return { kind: 'wait' }
  }
  const person = await db
    .selectFrom('people')
    .select(['id', 'password', 'one_time_code'])
    .where('login', '=', attempt.login.toLowerCase())
    .where('left_at', 'is', null)
    .executeTakeFirst()
  const fits = await isPassword(password, person?.password ?? null)
  if (person === undefined || !fits) {
    await noteFailure(db, person?.id ?? null, 'password', now)
    return { kind: 'refused' }
  }
  await giveBackAttempt(db, kek, 'password', attempt)
  const awaitsCode = person.one_time_code !== null
  const session = await beginSession(db, person.id, { awaitsCode, idToken: null }, now)
  return { kind: awaitsCode ? 'code' : 'in', session }
}

/** Begins a session, by a password where the provider gave nothing. One that waits for a code is none yet. */
export function beginSession(
  db: Database,
  person: PersonId,
  session: NewSession,
  now: Instant,
): Promise<string> {
  return inTransaction(db, async (trx) => {
    const way = { by: session.idToken === null ? 'password' : 'provider', code: false } as const
    if (!session.awaitsCode)
      await noteAccess(trx, 'sign_in.succeeded', person, way, { id: person }, now)
    return startSession(trx, person, session)
  })
}

/** The second half: a one-time code, or a recovery code in its place. What waited is replaced by a session of use. */
export async function confirmSignIn(
  db: Database,
  kek: Uint8Array,
  person: PersonId,
  { code, waiting, ...attempt }: Attempt & { readonly code: string; readonly waiting: string },
  now: Instant,
): Promise<SignIn> {
  const named = await nameOwnCode(db, kek, person, code, attempt, now)
  if (named !== 'right') return { kind: named === 'wrong' ? 'refused' : 'wait' }
  return inTransaction(db, async (trx) => {
    const idToken = await endSession(trx, waiting)
    const by = idToken === null ? 'password' : 'provider'
    await noteAccess(trx, 'sign_in.succeeded', person, { by, code: true }, { id: person }, now)
    return { kind: 'in', session: await startSession(trx, person, { awaitsCode: false, idToken }) }
  })
}

/** Takes a code once: the row is locked, so that of two attempts with the same one a single one gets in. */
async function takeCode(
  trx: Database,
  kek: Uint8Array,
  id: PersonId,
  typed: string,
): Promise<boolean> {
  const { rows } = await sql<Codes>`
    select one_time_code as sealed, code_step as step, recovery_codes as left,
      (extract(epoch from clock_timestamp()) * 1000)::bigint as now
    from people where id = ${id} for update`.execute(trx)
  const [codes] = rows
  if (codes === undefined || codes.sealed === null) return false
  const code = bare(typed)
  const step = stepOf(await unseal(kek, codes.sealed), code, codes.step, codes.now)
  const left = codes.left.filter((hash) => hash !== hashOfRecovery(kek, code))
  if (step === null && left.length === codes.left.length) return false
  await trx
    .updateTable('people')
    .set({ code_step: step ?? codes.step, recovery_codes: json(left) })
    .where('id', '=', id)
    .execute()
  return true
}

interface Codes {
  readonly sealed: string | null
  readonly step: number | null
  readonly left: readonly string[]
  readonly now: number
}

/**
 * Asks a person for one-time codes from now on, once a first one shows that the app is set up.
 *
 * @param recovery codes that open once each, in place of an app that was lost.
 * @returns false if the code is not of this secret.
 */
export async function askForCodes(
  db: Database,
  kek: Uint8Array,
  person: PersonId,
  {
    secret,
    code,
    recovery,
  }: { readonly secret: string; readonly code: string; readonly recovery: readonly string[] },
  now: Instant,
): Promise<boolean> {
  const { rows } = await sql<{ now: number }>`
    select (extract(epoch from clock_timestamp()) * 1000)::bigint as now`.execute(db)
  const step = stepOf(secret, bare(code), null, rows[0]?.now ?? 0)
  if (step === null) return false
  const sealed = await seal(kek, secret)
  const hashes = recovery.map((each) => hashOfRecovery(kek, bare(each)))
  await inTransaction(db, async (trx) => {
    await trx
      .updateTable('people')
      .set({ one_time_code: sealed, code_step: step, recovery_codes: json(hashes) })
      .where('id', '=', person)
      .execute()
    await noteAccess(trx, 'second_factor.set', person, {}, { id: person }, now)
  })
  return true
}

/** Asks for no code any more. */
export function askForNoCodes(db: Database, person: PersonId, by: By, now: Instant): Promise<void> {
  return inTransaction(db, async (trx) => {
    const { numUpdatedRows } = await trx
      .updateTable('people')
      .set({ one_time_code: null, code_step: null, recovery_codes: json([]) })
      .where('id', '=', person)
      .where('one_time_code', 'is not', null)
      .executeTakeFirst()
    if (numUpdatedRows > 0n) await noteAccess(trx, 'second_factor.removed', person, {}, by, now)
  })
}

/** How it ends where somebody who is signed in names their password again; `wait` as at a sign-in. */
export type Named = 'right' | 'wrong' | 'wait'

/** Whether this is the password of who is signed in: asked again before their sign-in is changed. Failures count as at a sign-in. */
export async function nameOwnPassword(
  db: Database,
  kek: Uint8Array,
  id: PersonId,
  password: string,
  attempt: Attempt,
  now: Instant,
): Promise<Named> {
  if (!(await takeAttempt(db, kek, 'password', attempt))) {
    await noteLock(db, attempt.login, 'password', now)
    return 'wait'
  }
  const person = await db
    .selectFrom('people')
    .select('password')
    .where('id', '=', id)
    .executeTakeFirst()
  if (!(await isPassword(password, person?.password ?? null))) {
    await noteFailure(db, id, 'password', now)
    return 'wrong'
  }
  await giveBackAttempt(db, kek, 'password', attempt)
  return 'right'
}

/** The same by a one-time code, for who has no password. */
export async function nameOwnCode(
  db: Database,
  kek: Uint8Array,
  id: PersonId,
  code: string,
  attempt: Attempt,
  now: Instant,
): Promise<Named> {
  if (!(await takeAttempt(db, kek, 'code', attempt))) {
    await noteLock(db, attempt.login, 'code', now)
    return 'wait'
  }
  if (!(await inTransaction(db, (trx) => takeCode(trx, kek, id, code)))) {
    await noteFailure(db, id, 'code', now)
    return 'wrong'
  }
  await giveBackAttempt(db, kek, 'code', attempt)
  return 'right'
}

/**
 * Gives a person another password. Whoever was signed in as them by the old one is signed in nowhere, and links
 * for a new one are used up.
 */
export async function changePassword(
  db: Database,
  id: PersonId,
  password: string,
  now: Instant,
): Promise<void> {
  const hash = await hashPassword(password)
  await inTransaction(db, async (trx) => {
    await trx.updateTable('people').set({ password: hash }).where('id', '=', id).execute()
    await noteAccess(trx, 'password.changed', id, {}, { id }, now)
    await trx.deleteFrom('invitations').where('person', '=', id).execute()
    await endSessionsOf(trx, id)
  })
}

/** Fifty bits are guessed within days by whoever has the table: the hash needs the server's secret, too. */
function hashOfRecovery(kek: Uint8Array, code: string): string {
  return createHmac('sha256', deriveKey(kek, 'recovery codes')).update(code).digest('base64url')
}

/** A code as it is compared: however it is spaced, and in lower case. */
function bare(typed: string): string {
  return typed.replaceAll(/[\s-]/g, '').toLowerCase()
}
