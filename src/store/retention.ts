import { sql } from 'kysely'
import type { CalendarDate, Instant } from '../license/license.ts'
import { retentionClasses, retentionRules } from '../license/retention.ts'
import type { Retention, RetentionClass } from '../license/retention.ts'
import { timestamp } from './column.ts'
import { inTransaction } from './database.ts'
import type { Database } from './database.ts'
import { noteAccess } from './note-access.ts'
import type { By } from './note-access.ts'

/** How far a day's erasing of a class has come. */
export interface RetentionRun {
  readonly class: RetentionClass
  /** In UTC. */
  readonly day: CalendarDate
  /** How many texts, names and entries. */
  readonly erased: number
  /** Where the next batch goes on; empty at first. */
  readonly reached: string
  readonly finished: boolean
}

/** How long each class is kept: as an admin has said, else as is usual. */
export async function readRetention(db: Database): Promise<Retention> {
  const rows = await db.selectFrom('retention_periods').select(['class', 'period']).execute()
  const said = new Map(rows.map((row) => [row.class, row.period] as const))
  const period = (of: RetentionClass) => {
    const known = said.get(of)
    return known === undefined ? retentionRules[of].usual : known
  }
  return {
    inquiries: period('inquiries'),
    evidence: period('evidence'),
    machines: period('machines'),
    sign_ins: period('sign_ins'),
    deliveries: period('deliveries'),
    access: period('access'),
  }
}

/** Keeps what is asked, and leaves the other classes as they are. */
export async function keepRetention(
  db: Database,
  asked: Partial<Retention>,
  by: By,
  now: Instant,
): Promise<void> {
  await inTransaction(db, async (trx) => {
    for (const of of retentionClasses) {
      const period = asked[of]
      if (period === undefined) continue
      await sql`
        insert into retention_periods (class, period, changed_at, changed_by)
        values (${of}, ${period}, ${timestamp(now)}, ${by.id})
        on conflict (class) do update
        set period = excluded.period, changed_at = excluded.changed_at, changed_by = excluded.changed_by`.execute(
        trx,
      )
    }
    const keeps = Object.fromEntries(
      Object.entries(asked).filter(([, period]) => period !== undefined),
    )
    await noteAccess(trx, 'retention.changed', null, { keeps }, by, now)
  })
}

/** The runs of a day, by class. */
export async function runsOf(
  db: Database,
  day: CalendarDate,
): Promise<ReadonlyMap<RetentionClass, RetentionRun>> {
  const rows = await runs(db).where('day', '=', day).execute()
  return new Map(rows.map((run) => [run.class, run] as const))
}

/** The last runs that erased something, the newest first. */
export async function listRuns(db: Database, limit: number): Promise<readonly RetentionRun[]> {
  return runs(db)
    .where('erased', '>', 0)
    .orderBy('day', 'desc')
    .orderBy('class')
    .limit(limit)
    .execute()
}

function runs(db: Database) {
  return db.selectFrom('retention_runs').select(['class', 'day', 'erased', 'reached', 'finished'])
}

/** Notes what a batch has erased, in its own transaction; runs of which nothing came are forgotten after a while. */
export async function noteRun(trx: Database, run: RetentionRun): Promise<void> {
  const { day, erased, reached, finished } = run
  await sql`
    insert into retention_runs (class, day, erased, reached, finished)
    values (${run.class}, ${day}, ${erased}, ${reached}, ${finished})
    on conflict (class, day) do update
    set erased = retention_runs.erased + excluded.erased, reached = excluded.reached,
      finished = excluded.finished`.execute(trx)
  if (finished)
    await sql`
      delete from retention_runs
      where class = ${run.class} and erased = 0 and day < ${day}`.execute(trx)
}
