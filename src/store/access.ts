import { createHash, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Actor, Role } from '../license/actor.ts'
import type { Instant } from '../license/license.ts'
import { timestamp } from './column.ts'
import { inTransaction } from './database.ts'
import type { Database } from './database.ts'
import { newId } from './id.ts'
import { noteAccess } from './note-access.ts'
import type { By } from './note-access.ts'
import { pageOf } from './page.ts'
import type { Page, PageQuery } from './page.ts'
import type { ApiTokenId } from './tables.ts'

/** What staff calls carry. The token itself is seen once; its hash is kept. */
export interface ApiToken {
  readonly id: ApiTokenId
  readonly name: string
  readonly role: Role
  readonly createdAt: Instant
  readonly expiresAt: Instant | null
  readonly lastUsedAt: Instant | null
  readonly revokedAt: Instant | null
}

/** A new API token: 256 random bits, base64url, with a prefix by which scanners find a leaked one. */
export function makeApiToken(): string {
  return `auszug_${randomBytes(32).toString('base64url')}`
}

export function insertApiToken(
  db: Database,
  { token, name, role, expiresAt = null }: NewApiToken,
  by: By,
  now: Instant,
): Promise<ApiToken> {
  const id = newId('tok', now)
  const kept = { id, name, role }
  return inTransaction(db, async (trx) => {
    await trx
      .insertInto('api_tokens')
      .values({
        ...kept,
        hash: hashOf(token),
        created_at: timestamp(now),
        expires_at: timestamp(expiresAt),
      })
      .execute()
    await noteAccess(trx, 'api_token.made', id, { name, role }, by, now)
    return { ...kept, createdAt: now, expiresAt, lastUsedAt: null, revokedAt: null }
  })
}

export interface NewApiToken {
  readonly token: string
  readonly name: string
  readonly role: Role
  readonly expiresAt?: Instant | null
}

/**
 * Whom a token stands for; null if it is unknown, expired or revoked. It is looked up by its SHA-256, so no comparison takes
 * longer the more of it is right. That it was used is noted at most once an hour.
 */
export async function actorByToken(
  db: Database,
  token: string,
  now: Instant,
): Promise<Actor | null> {
  const found = await apiTokens(db).where('hash', '=', hashOf(token)).executeTakeFirst()
  if (found === undefined || found.revokedAt !== null) return null
  if (found.expiresAt !== null && found.expiresAt <= now) return null
  if (now - (found.lastUsedAt ?? -Infinity) >= noteEveryMs)
    await db
      .updateTable('api_tokens')
      .set({ last_used_at: timestamp<Instant | null>(now) })
      .where('id', '=', found.id)
      .execute()
  return { id: found.id, role: found.role }
}

const noteEveryMs = 60 * 60_000

/** API tokens in the order of their making, revoked ones included. */
export async function listApiTokens(
  db: Database,
  { role, after, limit }: PageQuery & { readonly role?: Role | undefined },
): Promise<Page<ApiToken>> {
  const rows = await apiTokens(db)
    .$if(role !== undefined, (query) => query.where(sql<boolean>`role = ${role}`))
    .where(sql<boolean>`id > ${after ?? ''}`)
    .orderBy('id')
    .limit(limit + 1)
    .execute()
  return pageOf(rows, limit)
}

export async function findApiToken(db: Database, id: string): Promise<ApiToken | null> {
  const found = await apiTokens(db)
    .where(sql<boolean>`id = ${id}`)
    .executeTakeFirst()
  return found ?? null
}

/** Ends a token; false if there is none with this id. The first instant stays. */
export function revokeApiToken(db: Database, id: string, by: By, now: Instant): Promise<boolean> {
  return inTransaction(db, async (trx) => {
    const { numUpdatedRows } = await trx
      .updateTable('api_tokens')
      .set({ revoked_at: timestamp<Instant | null>(now) })
      .where(sql<boolean>`id = ${id}`)
      .where('revoked_at', 'is', null)
      .executeTakeFirst()
    if (numUpdatedRows === 0n) return (await findApiToken(trx, id)) !== null
    await noteAccess(trx, 'api_token.revoked', id, {}, by, now)
    return true
  })
}

function apiTokens(db: Database) {
  return db
    .selectFrom('api_tokens')
    .select([
      'id',
      'name',
      'role',
      'created_at as createdAt',
      'expires_at as expiresAt',
      'last_used_at as lastUsedAt',
      'revoked_at as revokedAt',
    ])
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url')
}
