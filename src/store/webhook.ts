import { sql } from 'kysely'
import { randomBytes } from 'node:crypto'
import type { EventType } from '../license/event.ts'
import type { Instant } from '../license/license.ts'
import { Problem } from '../license/problem.ts'
import { seal, unseal } from '../token/secret.ts'
import { json, timestamp } from './column.ts'
import { inTransaction } from './database.ts'
import type { Database } from './database.ts'
import { newId } from './id.ts'
import { system } from '../license/actor.ts'
import { noteAccess } from './note-access.ts'
import type { By } from './note-access.ts'
import type { WebhookId, WebhookTable } from './outbox-tables.ts'
import { pageOf } from './page.ts'
import type { Page, PageQuery } from './page.ts'

/** Somebody who is told what happens to licenses, at an address. */
export interface Webhook {
  readonly id: WebhookId
  readonly url: string
  readonly description: string
  /** What it is told; null for everything. */
  readonly eventTypes: readonly EventType[] | null
  readonly createdAt: Instant
  /** Until then the secret before signs as well; null where there is none. */
  readonly formerUntil: Instant | null
  /** Since when it is told nothing; null while it is. */
  readonly disabledAt: Instant | null
  readonly disabledWhy: WebhookTable['disabled_why']
  readonly revision: number
}

/** What can be said of a webhook. */
export type WebhookTerms = Pick<Webhook, 'url' | 'description' | 'eventTypes'>

/** A webhook and the secret that its messages are signed with, to be shown once. */
export interface WebhookWithSecret {
  readonly webhook: Webhook
  readonly secret: string
}

export async function insertWebhook(
  db: Database,
  kek: Uint8Array,
  terms: WebhookTerms,
  by: By,
  now: Instant,
): Promise<WebhookWithSecret> {
  const id = newId('whk', now)
  const secret = makeSecret()
  const sealed = await seal(kek, secret)
  return inTransaction(db, async (trx) => {
    await trx
      .insertInto('webhooks')
      .values({ ...columnsOf(terms), id, sealed, created_at: timestamp(now), revision: 1 })
      .execute()
    await noteAccess(trx, 'webhook.added', id, { name: nameOf(terms) }, by, now)
    return { webhook: await readWebhook(trx, id), secret }
  })
}

/** What a webhook is called where it is told of: an address may hold what is nobody's business, so of it the host alone. */
function nameOf({ description, url }: Pick<WebhookTerms, 'description' | 'url'>): string {
  return description === '' ? new URL(url).host : description
}

/** 256 bits, spelled as Standard Webhooks wants it. */
function makeSecret(): string {
  return `whsec_${randomBytes(32).toString('base64')}`
}

function columnsOf({ url, description, eventTypes }: WebhookTerms) {
  return { url, description, event_types: eventTypes === null ? null : json(eventTypes) }
}

/** @throws Problem not-found */
export async function readWebhook(db: Database, id: string): Promise<Webhook> {
  const found = await webhooks(db)
    .where(sql<boolean>`id = ${id}`)
    .executeTakeFirst()
  if (found === undefined) throw new Problem('not-found', { webhook: id })
  return found
}

/** Webhooks in the order of their making. */
export async function listWebhooks(
  db: Database,
  { after, limit }: PageQuery,
): Promise<Page<Webhook>> {
  const rows = await webhooks(db)
    .where(sql<boolean>`id > ${after ?? ''}`)
    .orderBy('id')
    .limit(limit + 1)
    .execute()
  return pageOf(rows, limit)
}

/**
 * Edits a webhook, whose row is locked meanwhile. What waits for one that is disabled waits until it is enabled again; what happens in
 * between it is never told.
 *
 * @throws Problem not-found, and whatever the edit throws.
 */
export function editWebhook(
  db: Database,
  id: string,
  by: By,
  now: Instant,
  edit: (before: Webhook) => Partial<WebhookTerms> & { readonly enabled?: boolean | undefined },
): Promise<Webhook> {
  return inTransaction(db, async (trx) => {
    await sql`select from webhooks where id = ${id} for update`.execute(trx)
    const before = await readWebhook(trx, id)
    const { enabled = before.disabledAt === null, ...terms } = edit(before)
    const disabledAt = enabled ? null : (before.disabledAt ?? now)
    await trx
      .updateTable('webhooks')
      .set({
        ...columnsOf({ ...before, ...terms }),
        disabled_at: timestamp<Instant | null>(disabledAt),
        disabled_why: enabled ? null : (before.disabledWhy ?? 'by_hand'),
        revision: before.revision + 1,
      })
      .where('id', '=', before.id)
      .execute()
    const after = await readWebhook(trx, id)
    await noteEdit(trx, before, after, by, now)
    return after
  })
}

async function noteEdit(
  trx: Database,
  before: Webhook,
  after: Webhook,
  by: By,
  now: Instant,
): Promise<void> {
  const name = nameOf(after)
  const changed = (['url', 'description', 'eventTypes'] as const).filter(
    (member) => JSON.stringify(before[member]) !== JSON.stringify(after[member]),
  )
  if (changed.length > 0)
    await noteAccess(trx, 'webhook.edited', after.id, { name, changed }, by, now)
  if (before.disabledAt !== null && after.disabledAt === null)
    await noteAccess(trx, 'webhook.enabled', after.id, { name }, by, now)
  if (before.disabledAt === null && after.disabledAt !== null)
    await noteAccess(trx, 'webhook.disabled', after.id, { name, why: 'by_hand' }, by, now)
}

/**
 * Gives a webhook a new secret. The old one signs beside it until then.
 *
 * @throws Problem not-found
 */
export function rotateSecret(
  db: Database,
  kek: Uint8Array,
  id: string,
  formerUntil: Instant,
  by: By,
  now: Instant,
): Promise<WebhookWithSecret> {
  const secret = makeSecret()
  return inTransaction(db, async (trx) => {
    const { rows } = await sql`
      update webhooks
      set former_sealed = sealed, former_until = ${timestamp(formerUntil)},
        sealed = ${await seal(kek, secret)}, revision = revision + 1
      where id = ${id} returning id`.execute(trx)
    if (rows.length === 0) throw new Problem('not-found', { webhook: id })
    const webhook = await readWebhook(trx, id)
    await noteAccess(trx, 'webhook.secret_changed', id, { name: nameOf(webhook) }, by, now)
    return { webhook, secret }
  })
}

/** Takes a webhook away, with what waits for it and what it was told. @throws Problem not-found */
export function removeWebhook(db: Database, id: string, by: By, now: Instant): Promise<void> {
  return inTransaction(db, async (trx) => {
    const { rows } = await sql<Pick<Webhook, 'url' | 'description'>>`
      delete from webhooks where id = ${id} returning url, description`.execute(trx)
    const [removed] = rows
    if (removed === undefined) throw new Problem('not-found', { webhook: id })
    await sql`delete from outbox where target = ${id}`.execute(trx)
    await noteAccess(trx, 'webhook.removed', id, { name: nameOf(removed) }, by, now)
  })
}

/** It has answered that it is gone: it is told nothing any more until somebody enables it. */
export function disableGone(db: Database, id: WebhookId, now: Instant): Promise<void> {
  return inTransaction(db, async (trx) => {
    const gone = await trx
      .updateTable('webhooks')
      .set({
        disabled_at: timestamp<Instant | null>(now),
        disabled_why: 'gone',
        revision: sql`revision + 1`,
      })
      .where('id', '=', id)
      .where('disabled_at', 'is', null)
      .returning(['url', 'description'])
      .executeTakeFirst()
    if (gone === undefined) return
    const told = { name: nameOf(gone), why: 'gone' } as const
    await noteAccess(trx, 'webhook.disabled', id, told, system, now)
  })
}

/** Where a webhook is, and what its messages are signed with now, the newest secret first; null if there is none. */
export async function addressOf(
  db: Database,
  kek: Uint8Array,
  id: string,
  now: Instant,
): Promise<{ readonly url: string; readonly secrets: readonly string[] } | null> {
  const { rows } = await sql<{ url: string; sealed: readonly string[] }>`
    select url, array_remove(array[
      sealed, case when former_until > ${timestamp(now)} then former_sealed end
    ], null) as sealed
    from webhooks where id = ${id}`.execute(db)
  const [found] = rows
  if (found === undefined) return null
  const secrets = await Promise.all(found.sealed.map((each) => unseal(kek, each)))
  return { url: found.url, secrets }
}

function webhooks(db: Database) {
  return db
    .selectFrom('webhooks')
    .select([
      'id',
      'url',
      'description',
      'event_types as eventTypes',
      'created_at as createdAt',
      'former_until as formerUntil',
      'disabled_at as disabledAt',
      'disabled_why as disabledWhy',
      'revision',
    ])
}
