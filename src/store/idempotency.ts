import { createHash, randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { deriveKey, seal, unseal } from '../token/secret.ts'
import type { Database } from './database.ts'

/** A request that may be repeated. Keys are apart by caller, method and path. */
export interface Repeatable {
  readonly key: string
  /** The opaque id of who asks. */
  readonly caller: string
  readonly method: string
  readonly path: string
  /** The body, as it came. */
  readonly text: string
}

/** An answer as it was given. */
export interface KeptAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/**
 * What to do with a request: run it and then `finishRepeatable` or `abandonRepeatable`; give the first answer again; refuse it,
 * since the key had another body; or ask the caller to come again, since the first one still runs.
 */
export type Begun =
  | { readonly kind: 'run'; readonly lease: string }
  | { readonly kind: 'replay'; readonly answer: KeptAnswer }
  | { readonly kind: 'mismatch' }
  | { readonly kind: 'running' }

/**
 * Begins a request under its key, or waits for the one that runs under it. Who dies while running holds the key for a minute.
 *
 * @param waitMs how long a repeat waits for the first; default 30,000.
 */
export async function beginRepeatable(
  db: Database,
  request: Repeatable,
  kek: Uint8Array,
  waitMs = 30_000,
): Promise<Begun> {
  const hash = hashOf(request)
  const bodyHash = digest(request.text)
  const lease = randomUUID()
  for (let waitedMs = 0; ; waitedMs += pollMs) {
    const row = await takeOrRead(db, hash, bodyHash, lease)
    if (row !== null && row.bodyHash !== bodyHash) return { kind: 'mismatch' }
    if (row !== null && row.lease === lease) return { kind: 'run', lease }
    if (row !== null && row.answer !== null)
      return { kind: 'replay', answer: await opened(kek, request.key, row.answer) }
    if (waitedMs >= waitMs) return { kind: 'running' }
    await new Promise((resolve) => setTimeout(resolve, pollMs))
  }
}

const pollMs = 50

/**
 * Keeps the answer for a day. Within the transaction of what the request did, both are kept or neither is.
 *
 * @throws Error if the lease was lost: the request took longer than a minute and is being run again.
 */
export async function finishRepeatable(
  db: Database,
  request: Repeatable,
  lease: string,
  answer: KeptAnswer,
  kek: Uint8Array,
): Promise<void> {
  const sealed = await seal(answerKey(kek, request.key), JSON.stringify(answer))
  const { numAffectedRows } = await sql`
    update idempotency_keys
    set answer = ${sealed}, lease = null, expires_at = clock_timestamp() + interval '24 hours'
    where hash = ${hashOf(request)} and lease = ${lease}`.execute(db)
  if (numAffectedRows !== 1n) throw new Error('the lease on this idempotency key was lost')
}

/** Gives the key back: nothing was done, and a repeat begins anew. */
export async function abandonRepeatable(
  db: Database,
  request: Repeatable,
  lease: string,
): Promise<void> {
  await sql`
    delete from idempotency_keys where hash = ${hashOf(request)} and lease = ${lease}`.execute(db)
}

/** Forgets keys whose day is over. */
export async function forgetRepeatables(db: Database): Promise<void> {
  await sql`delete from idempotency_keys where expires_at <= now()`.execute(db)
}

interface Row {
  readonly bodyHash: string
  readonly lease: string | null
  readonly answer: string | null
}

/**
 * The key's row: a new one under our lease; ours too if its day is over, or if its lease ran out with the same body; else as it
 * is. Null if it went away in between.
 */
async function takeOrRead(
  db: Database,
  hash: string,
  bodyHash: string,
  lease: string,
): Promise<Row | null> {
  const { rows: taken } = await sql<Row>`
    insert into idempotency_keys as k (hash, body_hash, lease, leased_until, expires_at)
    values (
      ${hash}, ${bodyHash}, ${lease}, clock_timestamp() + interval '1 minute',
      clock_timestamp() + interval '24 hours'
    )
    on conflict (hash) do update set
      body_hash = excluded.body_hash, lease = excluded.lease, leased_until = excluded.leased_until,
      expires_at = excluded.expires_at, answer = null
    where k.expires_at <= clock_timestamp()
      or (k.answer is null and k.leased_until <= clock_timestamp() and k.body_hash = excluded.body_hash)
    returning body_hash as "bodyHash", lease, answer`.execute(db)
  if (taken[0] !== undefined) return taken[0]
  const { rows } = await sql<Row>`
    select body_hash as "bodyHash", lease, answer from idempotency_keys where hash = ${hash}`.execute(
    db,
  )
  return rows[0] ?? null
}

async function opened(kek: Uint8Array, key: string, sealed: string): Promise<KeptAnswer> {
  return JSON.parse(await unseal(answerKey(kek, key), sealed))
}

/** The key of the answer comes from the Idempotency-Key, which is not kept: the table alone opens nothing. */
function answerKey(kek: Uint8Array, key: string): Uint8Array {
  return deriveKey(kek, 'idempotency', key)
}

function hashOf({ caller, method, path, key }: Repeatable): string {
  return digest(JSON.stringify([caller, method, path, key]))
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64url')
}
