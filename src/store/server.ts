import type { Instant } from '../license/license.ts'
import { Problem } from '../license/problem.ts'
import { seal, unseal, WrongSecret } from '../token/secret.ts'
import { timestamp } from './column.ts'
import type { Database } from './database.ts'

/** The server's name: the one given at its first start, for ever, wherever it is reached later. */
export async function fixIssuer(db: Database, issuer: string): Promise<string> {
  await db.updateTable('server').set({ issuer }).where('issuer', 'is', null).execute()
  const server = await db.selectFrom('server').select('issuer').executeTakeFirstOrThrow()
  return server.issuer ?? issuer
}

/**
 * Refuses a secret other than the one that this database began with: nothing that it holds could be opened.
 *
 * @throws WrongSecret
 */
export async function checkSecret(db: Database, kek: Uint8Array): Promise<void> {
  const sealed = await seal(kek, known)
  await db
    .updateTable('server')
    .set({ secret_check: sealed })
    .where('secret_check', 'is', null)
    .execute()
  const server = await db.selectFrom('server').select('secret_check').executeTakeFirstOrThrow()
  const text = await unseal(kek, server.secret_check ?? sealed)
  if (text !== known) throw new WrongSecret()
}

const known = 'auszug'

/** Whether this database has begun: from then on there is a secret that it cannot be opened without. */
export async function hasBegun(db: Database): Promise<boolean> {
  const server = await db.selectFrom('server').select('secret_check').executeTakeFirstOrThrow()
  return server.secret_check !== null
}

/** Where a sandbox's clock stands; it begins with what is given. */
export async function sandboxNow(db: Database, first: Instant): Promise<Instant> {
  const { sandbox_now: now } = await db
    .selectFrom('server')
    .select('sandbox_now')
    .executeTakeFirstOrThrow()
  return now ?? moveSandbox(db, first)
}

/**
 * Moves a sandbox's clock ahead.
 *
 * @throws Problem clock-backwards
 */
export async function moveSandbox(db: Database, to: Instant): Promise<Instant> {
  const { numUpdatedRows } = await db
    .updateTable('server')
    .set({ sandbox_now: timestamp<Instant | null>(to) })
    .where('sandbox', '=', true)
    .where((eb) => eb.or([eb('sandbox_now', 'is', null), eb('sandbox_now', '<=', timestamp(to))]))
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw new Problem('clock-backwards', { now: await standing(db) })
  return to
}

async function standing(db: Database): Promise<string | null> {
  const { sandbox_now: now } = await db
    .selectFrom('server')
    .select('sandbox_now')
    .executeTakeFirstOrThrow()
  return now === null ? null : new Date(now).toISOString()
}
