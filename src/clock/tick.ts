import type { Follow } from '../deps.ts'
import type { Instant } from '../license/license.ts'
import type { Database } from '../store/database.ts'
import { newId } from '../store/id.ts'
import { forgetRepeatables } from '../store/idempotency.ts'
import { insertSettlement } from '../store/settlement.ts'
import type { Settlement } from '../store/settlement.ts'
import { settleDue } from './settle-due.ts'
import type { Settled } from './settle-due.ts'
import { unfollowed } from './unfollowed.ts'

/** What a beat has done: the settlement as it is listed, and why licenses were set aside. */
export type Beat = Settlement & Pick<Settled, 'failures'>

/**
 * One beat of the clock: what is due is recorded, answers that nobody repeats any more are forgotten. Any number of replicas may beat at once.
 *
 * @param asked a settlement that somebody asked for is listed even if nothing was due.
 * @param retryFrom what is set aside is left alone until then; default now.
 */
export async function tick(
  db: Database,
  now: Instant,
  {
    asked = false,
    retryFrom = now,
    follow = unfollowed,
  }: { asked?: boolean; retryFrom?: Instant; follow?: Follow } = {},
): Promise<Beat> {
  const { failures, ...settled } = await settleDue(db, now, retryFrom, follow)
  const settlement = { id: newId('stl', now), at: now, ...settled }
  if (asked || settled.renewed + settled.ended + settled.failed > 0)
    await insertSettlement(db, settlement)
  await forgetRepeatables(db)
  return { ...settlement, failures }
}
