import type { Instant } from '../license/license.ts'
import type { Database } from '../store/database.ts'
import { nextDueAt } from '../store/due.ts'
import { moveSandbox, sandboxNow } from '../store/server.ts'
import { retain } from './retain.ts'
import { tick } from './tick.ts'

/** What came true on the way to a new instant. */
export interface Moved {
  readonly renewed: number
  readonly ended: number
}

/**
 * Moves a sandbox's clock ahead, from due instant to due instant, so that the job runs on the way as it would have.
 * Nobody can mend anything on the way, so what is set aside is tried again where the clock stops.
 *
 * @throws Problem clock-backwards
 */
export async function moveSandboxClock(db: Database, to: Instant): Promise<Moved> {
  let moved: Moved = { renewed: 0, ended: 0 }
  const from = await sandboxNow(db, to)
  for (let at = await nextStop(db, from, to); at < to; at = await nextStop(db, at, to)) {
    await moveSandbox(db, at)
    const beat = await tick(db, at, { retryFrom: to })
    moved = { renewed: moved.renewed + beat.renewed, ended: moved.ended + beat.ended }
  }
  await moveSandbox(db, to)
  if (to === from) return moved
  const last = await tick(db, to)
  await retain(db, to)
  return { renewed: moved.renewed + last.renewed, ended: moved.ended + last.ended }
}

/** The next due instant after `at`, or the goal. */
async function nextStop(db: Database, at: Instant, goal: Instant): Promise<Instant> {
  const due = await nextDueAt(db)
  return due === null || due > goal ? goal : Math.max(due, at + 1)
}
