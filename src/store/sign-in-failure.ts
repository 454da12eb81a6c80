import { createHmac, timingSafeEqual } from 'node:crypto'
import { sql } from 'kysely'
import { deriveKey } from '../token/secret.ts'
import type { Database } from './database.ts'
import { networkOf } from './network.ts'
import { makeSecretText } from './secret-text.ts'

/** Who tries: at which account, from where, and whether that browser has been signed in to it before. */
export interface Attempt {
  readonly login: string
  readonly address: string
  /** What a browser keeps that has been signed in; empty where it keeps nothing. */
  readonly known: string
}

/**
 * What is tried: a password; a one-time code, of which few are enough, since it is six digits and whoever fails at it has the password
 * already; or an errand from the identity provider, each of which is a question to it.
 */
export type Guess = 'password' | 'code' | 'errand'

type Bound = readonly [most: number, window: string]
/** Who counts together: a browser at an account, a network at an account, a network at any, everybody at an account. */
type Shared = 'browser' | 'network' | 'anyone' | 'all'

/** So many may fail before the rest waits, and for how long they are remembered. */
const bounds: Readonly<Record<Guess, Partial<Record<Shared, Bound>>>> = {
  password: {
    browser: [10, '15 minutes'],
    network: [5, '15 minutes'],
    anyone: [100, '15 minutes'],
    all: [50, '15 minutes'],
  },
  code: { browser: [10, '1 day'], all: [10, '1 day'] },
  errand: { anyone: [30, '15 minutes'] },
}

/** The longest window. */
const remembered = '1 day'

interface Bucket {
  readonly key: string
  readonly most: number
  readonly window: string
  /** Whether getting in once shows that all that failed here was mistyped. */
  readonly beginsAnew: boolean
}

/**
 * Takes one of the attempts that are free; false if it is to wait, which is not counted. It is taken before anything is compared, so
 * that of a thousand attempts at once no more are looked at than of a thousand one after the other.
 *
 * A browser that has been signed in before has a count of its own: nobody locks the rightful out by failing on purpose, neither from
 * far nor from the same network. All others share several, of their network and of everybody, so that neither an account can be
 * guessed at from a thousand addresses, nor a thousand accounts from one.
 */
export async function takeAttempt(
  db: Database,
  kek: Uint8Array,
  guess: Guess,
  attempt: Attempt,
): Promise<boolean> {
  await sql`
    delete from sign_in_failures
    where since <= clock_timestamp() - ${remembered}::interval`.execute(db)
  const taken: Bucket[] = []
  for (const bucket of bucketsOf(kek, guess, attempt)) {
    if (!(await take(db, bucket))) {
      for (const each of taken) await putBack(db, each.key)
      return false
    }
    taken.push(bucket)
  }
  return true
}

/** Whoever got in did not guess: the attempt is given back, and what had failed from there was mistyped. */
export async function giveBackAttempt(
  db: Database,
  kek: Uint8Array,
  guess: Guess,
  attempt: Attempt,
): Promise<void> {
  for (const { key, beginsAnew } of bucketsOf(kek, guess, attempt))
    if (beginsAnew) await sql`delete from sign_in_failures where key = ${key}`.execute(db)
    else await putBack(db, key)
}

/** What a browser keeps after a sign-in, so that it is known at the next one: a name of its own, and that we gave it. It opens nothing. */
export function knownBrowser(kek: Uint8Array, login: string): string {
  const name = makeSecretText()
  return `${name}${macOf(kek, 'known', login.toLowerCase(), name)}`
}

async function take(db: Database, { key, most, window }: Bucket): Promise<boolean> {
  const isOver = sql`kept.since <= clock_timestamp() - ${window}::interval`
  const { rows } = await sql`
    insert into sign_in_failures as kept (key, since, failures) values (${key}, clock_timestamp(), 1)
    on conflict (key) do update set
      since = case when ${isOver} then clock_timestamp() else kept.since end,
      failures = case when ${isOver} then 1 else kept.failures + 1 end
    where kept.failures < ${most} or ${isOver}
    returning key`.execute(db)
  return rows.length > 0
}

async function putBack(db: Database, key: string): Promise<void> {
  await sql`update sign_in_failures set failures = greatest(failures - 1, 0) where key = ${key}`.execute(
    db,
  )
}

/** Neither a login nor an address can be read from the table. */
function bucketsOf(kek: Uint8Array, guess: Guess, attempt: Attempt): readonly Bucket[] {
  const login = attempt.login.toLowerCase()
  const browser = nameOfBrowser(kek, attempt)
  const network = networkOf(attempt.address)
  const parts: Partial<Record<Shared, readonly [string, string]>> =
    browser === null
      ? { network: [login, network], anyone: ['', network], all: [login, ''] }
      : { browser: [login, browser] }
  return kinds.flatMap((kind) => {
    const [part, bound] = [parts[kind], bounds[guess][kind]]
    if (part === undefined || bound === undefined) return []
    const [most, window] = bound
    const beginsAnew = kind === 'browser' || kind === 'network'
    return [{ key: macOf(kek, guess, kind, ...part), most, window, beginsAnew }]
  })
}

const kinds = ['browser', 'network', 'anyone', 'all'] as const satisfies readonly Shared[]

/** By which name we know this browser at this account; null if we do not. */
function nameOfBrowser(kek: Uint8Array, { login, known }: Attempt): string | null {
  const name = known.slice(0, 43)
  const given = Buffer.from(known.slice(43))
  const ours = Buffer.from(macOf(kek, 'known', login.toLowerCase(), name))
  return given.length === ours.length && timingSafeEqual(given, ours) ? name : null
}

function macOf(kek: Uint8Array, ...parts: readonly string[]): string {
  const key = deriveKey(kek, 'sign-in')
  return createHmac('sha256', key).update(JSON.stringify(parts)).digest('base64url')
}
