import { sql } from 'kysely'
import type { Activation, ActivationId, Instant, LicenseId } from '../license/license.ts'
import { timestamp } from './column.ts'
import type { Database } from './database.ts'
import { pageOf } from './page.ts'
import type { Page, PageQuery } from './page.ts'

/** An activation and the license that it uses a seat of. */
export interface LicenseActivation extends Activation {
  readonly license: LicenseId
}

/** An activation, live or freed. */
export async function findActivation(db: Database, id: string): Promise<LicenseActivation | null> {
  const found = await activations(db)
    .where(sql<boolean>`id = ${id}`)
    .executeTakeFirst()
  return found ?? null
}

/** The activations of a license that are not freed, in the order of their creation. */
export function liveActivations(db: Database, license: LicenseId): Promise<LicenseActivation[]> {
  return activations(db)
    .where('license', '=', license)
    .where('freed_at', 'is', null)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
}

/** What the law asks for: the activations that are not freed, and those whose seat was taken over, in the order of their creation. */
export function seatHistory(db: Database, license: LicenseId): Promise<LicenseActivation[]> {
  return activations(db)
    .where('license', '=', license)
    .where((eb) => eb.or([eb('freed_at', 'is', null), eb('replaced_by', 'is not', null)]))
    .orderBy('created_at')
    .orderBy('id')
    .execute()
}

/** The same in parts, in the order of their ids. */
export async function pageOfActivations(
  db: Database,
  license: LicenseId,
  { newestFirst = false, after, limit }: PageQuery & { readonly newestFirst?: boolean },
): Promise<Page<LicenseActivation>> {
  const rows = await activations(db)
    .where('license', '=', license)
    .where('freed_at', 'is', null)
    .$if(after !== undefined, (query) =>
      query.where('id', newestFirst ? '<' : '>', sql<ActivationId>`${after}`),
    )
    .orderBy('id', newestFirst ? 'desc' : 'asc')
    .limit(limit + 1)
    .execute()
  return pageOf(rows, limit)
}

/** All activations that a license has had, in the order of their creation. */
export function listActivations(db: Database, license: LicenseId): Promise<LicenseActivation[]> {
  return activations(db)
    .where('license', '=', license)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
}

/** Notes that a machine was seen, at most once in this time, so that asking often writes little. */
export async function touchActivation(
  db: Database,
  { id, lastSeenAt }: Pick<Activation, 'id' | 'lastSeenAt'>,
  now: Instant,
  everyMs: number,
): Promise<void> {
  if (now - lastSeenAt < everyMs) return
  await db
    .updateTable('activations')
    .set({ last_seen_at: sql<Instant>`greatest(last_seen_at, ${timestamp(now)})` })
    .where('id', '=', id)
    .execute()
}

function activations(db: Database) {
  return db
    .selectFrom('activations')
    .select([
      'id',
      'license',
      'fingerprint',
      'machine',
      'created_at as createdAt',
      'last_seen_at as lastSeenAt',
      'freed_at as freedAt',
      'replaced_by as replacedBy',
      'held_until as heldUntil',
    ])
}
