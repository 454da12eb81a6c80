import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Instant, LicenseId } from '../license/license.ts'
import { timestamp } from './column.ts'
import type { Database } from './database.ts'
import { loadLicenses } from './load-licenses.ts'
import type { KeptLicense } from './load-licenses.ts'
import { pageOf } from './page.ts'
import type { Page, PageQuery } from './page.ts'

/** A license whose settling failed: why, and when it is tried again. */
export interface SetAside {
  readonly id: LicenseId
  readonly error: string
  readonly settlesAt: Instant | null
  readonly retryAt: Instant
}

/**
 * Locks licenses that are due, those due longest first, and loads them. Those that another replica holds are left to it; those
 * set aside wait for their time.
 */
export async function takeDue(
  trx: Database,
  now: Instant,
  limit: number,
): Promise<readonly KeptLicense[]> {
  const { rows } = await sql<{ id: LicenseId }>`
    select id from licenses
    where settles_at is not null and greatest(settles_at, retry_at) <= ${timestamp(now)}
    order by greatest(settles_at, retry_at)
    limit ${limit}
    for update skip locked`.execute(trx)
  return loadLicenses(
    trx,
    rows.map(({ id }) => id),
  )
}

/** Which licenses are due, without locking them: for a dry run. Those that are set aside are among them. */
export async function peekDue(
  db: Database,
  now: Instant,
  { after, limit }: PageQuery,
): Promise<Page<KeptLicense & { readonly id: LicenseId }>> {
  const { rows } = await sql<{ id: LicenseId }>`
    select id from licenses
    where id > ${after ?? ''} and ${isDueBy(now)}
    order by id limit ${limit + 1}`.execute(db)
  const page = pageOf(rows, limit)
  const kept = await loadLicenses(
    db,
    page.data.map(({ id }) => id),
  )
  return { data: kept.map((each) => ({ ...each, id: each.license.id })), next: page.next }
}

/** The condition that a license has something due by an instant, set aside or not: each half has an index of its own. */
export function isDueBy(instant: Instant): RawBuilder<boolean> {
  const at = timestamp(instant)
  return sql<boolean>`(
    (settles_at is not null and greatest(settles_at, retry_at) <= ${at})
    or (retry_at is not null and settles_at <= ${at})
  )`
}

/** Sets a license aside until then, so that it does not stand in the way of the rest. The next change of it clears this. */
export async function setAside(
  trx: Database,
  id: LicenseId,
  error: string,
  retryAt: Instant,
): Promise<void> {
  await trx
    .updateTable('licenses')
    .set({ set_aside_error: error, retry_at: timestamp<Instant | null>(retryAt) })
    .where('id', '=', id)
    .execute()
}

/** Licenses that are set aside, with the reason. */
export async function listSetAside(
  db: Database,
  { after, limit }: PageQuery,
): Promise<Page<SetAside>> {
  const { rows } = await sql<SetAside>`
    select id, set_aside_error as error, settles_at as "settlesAt", retry_at as "retryAt"
    from licenses where retry_at is not null and id > ${after ?? ''}
    order by id limit ${limit + 1}`.execute(db)
  return pageOf(rows, limit)
}

/** When the job next has something to do; null if never. What is set aside counts from its next try on. */
export async function nextDueAt(db: Database): Promise<Instant | null> {
  const { rows } = await sql<{ at: Instant | null }>`
    select min(greatest(settles_at, retry_at)) as at from licenses where settles_at is not null`.execute(
    db,
  )
  return rows[0]?.at ?? null
}
