import { sql } from 'kysely'
import type { Instant, License, LicenseId, Objection, ObjectionId } from '../license/license.ts'
import { timestamp } from './column.ts'
import type { Database } from './database.ts'
import { loadLicenses } from './load-licenses.ts'
import { asOfNow } from './read-license.ts'

/** An objection that waits for a person, and its license as if the clock had just ticked. */
export interface WaitingObjection {
  readonly license: License
  readonly objection: Objection
}

/** Letters that are on their way: until somebody says that they came, they have no effect. Those recorded first come first. */
export async function objectionsOnTheirWay(
  db: Database,
  now: Instant,
  limit: number,
): Promise<readonly WaitingObjection[]> {
  const { rows } = await sql<Row>`
    select license, id from objections
    where received_at is null and withdrawn_at is null and closed_at is null
    order by recorded_at, license limit ${limit}`.execute(db)
  const waiting = await waitingIn(db, rows, now)
  // What the clock has closed since it last beat waits no more.
  return waiting.filter(({ objection }) => objection.closedAt === null)
}

/** Objections of these last days on which a person is to look, since the last day was no working day. The newest come first. */
export async function objectionsToReview(
  db: Database,
  now: Instant,
  limit: number,
): Promise<readonly WaitingObjection[]> {
  const { rows } = await sql<Row>`
    select license, id from objections
    where review is not null and withdrawn_at is null
      and recorded_at > ${timestamp(now)} - interval '14 days'
    order by recorded_at desc limit ${limit}`.execute(db)
  return waitingIn(db, rows, now)
}

interface Row {
  readonly license: LicenseId
  readonly id: ObjectionId
}

async function waitingIn(
  db: Database,
  rows: readonly Row[],
  now: Instant,
): Promise<readonly WaitingObjection[]> {
  const kept = await loadLicenses(db, [...new Set(rows.map(({ license }) => license))])
  const known = new Map(kept.map((each) => [each.license.id, asOfNow(each, now).license]))
  return rows.flatMap(({ license: id, id: name }) => {
    const license = known.get(id)
    const objection = license?.objections.find((each) => each.id === name)
    return license === undefined || objection === undefined ? [] : [{ license, objection }]
  })
}
