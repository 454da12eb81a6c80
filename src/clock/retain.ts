import type { Deps } from '../deps.ts'
import { dateAt } from '../license/calendar.ts'
import type { Instant } from '../license/license.ts'
import { erasedBefore, retentionClasses } from '../license/retention.ts'
import type { Retention, RetentionClass } from '../license/retention.ts'
import { inTransaction } from '../store/database.ts'
import type { Database } from '../store/database.ts'
import { erasers } from '../store/erase-old.ts'
import { noteRun, readRetention, runsOf } from '../store/retention.ts'

/** What was erased of a class. */
export interface Retained {
  readonly class: RetentionClass
  readonly erased: number
}

/** Beyond it, the rest waits for the next beat: what is due is settled on time. */
const budgetMs = 5000

/**
 * Erases what was kept for its time, class by class, once a day (UTC), in batches of a transaction each. Replicas may do it at once.
 * Nothing of a chain is touched: a history checks before and after.
 */
export async function retain(db: Database, now: Instant): Promise<readonly Retained[]> {
  const day = dateAt(now, 'UTC')
  const runs = await runsOf(db, day)
  const open = retentionClasses.filter((of) => runs.get(of)?.finished !== true)
  if (open.length === 0) return []
  const retention = await readRetention(db)
  const until = performance.now() + budgetMs
  const retained: Retained[] = []
  for (const of of open) {
    const reached = runs.get(of)?.reached ?? ''
    retained.push({
      class: of,
      erased: await retainClass(db, retention, { of, reached }, now, until),
    })
  }
  return retained.filter(({ erased }) => erased > 0)
}

async function retainClass(
  db: Database,
  retention: Retention,
  from: { readonly of: RetentionClass; readonly reached: string },
  now: Instant,
  until: number,
): Promise<number> {
  const { of } = from
  const day = dateAt(now, 'UTC')
  const before = erasedBefore(of, retention[of], now)
  let { reached } = from
  let erased = 0
  for (let finished = false; !finished && performance.now() < until;) {
    const batch = await inTransaction(db, async (trx) => {
      const done =
        before === null
          ? { erased: 0, reached, finished: true }
          : await erasers[of](trx, before, now, reached)
      await noteRun(trx, { class: of, day, ...done })
      return done
    })
    erased += batch.erased
    reached = batch.reached
    finished = batch.finished
  }
  return erased
}

/** The same, told of in the log; one that fails is logged, and tried again by the next beat. */
export async function retainAndTell({
  db,
  now,
  log,
  follow,
}: Pick<Deps, 'db' | 'now' | 'log' | 'follow'>): Promise<void> {
  try {
    await follow('work', 'retain', async () => {
      for (const { class: of, erased } of await retain(db, await now()))
        log({ event: 'retained', class: of, erased })
    })
  } catch (error) {
    log({ event: 'retention-failed', error: String(error) })
  }
}
