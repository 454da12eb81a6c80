import type { CalendarDate, Instant } from '../license/license.ts'
import { comingTurns } from '../store/coming-turns.ts'
import type { Database } from '../store/database.ts'

/** How many terms turn into another, and how many licenses end, with a day. */
export interface Turn {
  readonly renews: number
  readonly ends: number
}

/** What comes, by the last day of what turns. */
export interface Outlook {
  readonly turns: ReadonlyMap<CalendarDate, Turn>
  /** Whether all licenses are in it: the job is not far behind. */
  readonly isExact: boolean
}

/** What renews and what ends by the end of a day, of all products, in each license's own time zone. */
export async function outlookBy(db: Database, until: CalendarDate, now: Instant): Promise<Outlook> {
  const coming = await comingTurns(db, until, now)
  const turns = new Map<CalendarDate, Turn>()
  for (const { day, ...each } of coming.turns) {
    const { renews, ends } = turns.get(day) ?? { renews: 0, ends: 0 }
    turns.set(day, { renews: renews + each.renews, ends: ends + each.ends })
  }
  return { turns, isExact: coming.isExact }
}
