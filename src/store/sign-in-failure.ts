import { createHmac } from 'node:crypto'
import { sql } from 'kysely'
import { deriveKey } from '../token/secret.ts'
import type { Database } from './database.ts'

/** Who tries: at which account, from where, and whether that browser has been signed in to it before. */
export interface Attempt {
  readonly login: string
  readonly address: string
  /** What a browser keeps that has been signed in; empty where it keeps nothing. */
  readonly known: string
}

/** So many may fail before the rest waits, and for how long all of it is remembered. */
const bounds = { oneAddress: 5, allAddresses: 50, window: '15 minutes' } as const

/**
 * Whether an attempt is to wait. From one address few may fail; from all together more, so that an account cannot be guessed at from
 * a thousand addresses. That second bound passes over a browser which has been signed in before: nobody locks the rightful out by
 * failing on purpose, and whoever waits, waits for a quarter of an hour at most, since waiting attempts are not counted.
 */
export async function mustWait(db: Database, kek: Uint8Array, attempt: Attempt): Promise<boolean> {
  const [one, all] = keysOf(kek, attempt)
  const { rows } = await sql<{ key: string; failures: number }>`
    select key, failures from sign_in_failures
    where key in (${one}, ${all}) and since > clock_timestamp() - ${bounds.window}::interval`.execute(
    db,
  )
  const failed = (key: string): number => rows.find((row) => row.key === key)?.failures ?? 0
  const isKnown = attempt.known === knownBrowser(kek, attempt.login)
  return failed(one) >= bounds.oneAddress || (!isKnown && failed(all) >= bounds.allAddresses)
}

/** Counts a failure; what is older than the window is forgotten. */
export async function countFailure(db: Database, kek: Uint8Array, attempt: Attempt): Promise<void> {
  await sql`
    delete from sign_in_failures
    where since <= clock_timestamp() - ${bounds.window}::interval`.execute(db)
  for (const key of keysOf(kek, attempt))
    await sql`
      insert into sign_in_failures (key, since, failures) values (${key}, clock_timestamp(), 1)
      on conflict (key) do update set failures = sign_in_failures.failures + 1`.execute(db)
}

/** Whoever got in had only mistyped: that address begins anew. */
export async function forgetFailures(
  db: Database,
  kek: Uint8Array,
  attempt: Attempt,
): Promise<void> {
  const [one] = keysOf(kek, attempt)
  await sql`delete from sign_in_failures where key = ${one}`.execute(db)
}

/** What a browser keeps after a sign-in, so that it is known at the next one. It opens nothing. */
export function knownBrowser(kek: Uint8Array, login: string): string {
  return macOf(kek, `browser ${login.toLowerCase()}`)
}

/** Neither a login nor an address can be read from the table. */
function keysOf(kek: Uint8Array, { login, address }: Attempt): readonly [string, string] {
  const name = login.toLowerCase()
  return [macOf(kek, `one ${name} ${address}`), macOf(kek, `all ${name}`)]
}

function macOf(kek: Uint8Array, text: string): string {
  return createHmac('sha256', deriveKey(kek, 'sign-in')).update(text).digest('base64url')
}
