import { daysLater } from '../license/calendar.ts'
import type { CalendarDate, Instant } from '../license/license.ts'
import { settle } from '../license/settle.ts'
import type { Database } from '../store/database.ts'
import { peekDue } from '../store/due.ts'

/** How many terms turn into another, and how many licenses end, with a day. */
export interface Turn {
  readonly renews: number
  readonly ends: number
}

/** What comes, by the last day of what turns. */
export interface Outlook {
  readonly turns: ReadonlyMap<CalendarDate, Turn>
  /** So many licenses were reckoned; null for all that change by then. */
  readonly reckoned: number | null
}

/** A page waits for no more than these: whoever has more sees a part, and is told so. */
const most = 2000
const atOnce = 500

/**
 * What renews and what ends by an instant, as the law would record it if nobody declared anything more. Each license counts with its
 * first turn alone, so that a month's license does not fill a year.
 */
export async function outlookBy(db: Database, by: Instant): Promise<Outlook> {
  const turns = new Map<CalendarDate, Turn>()
  let after: string | undefined
  for (let seen = 0; seen < most; seen += atOnce) {
    const page = await peekDue(db, by, { after, limit: atOnce })
    for (const { license } of page.data) {
      const turn = firstTurn(settle(license, by).events)
      if (turn === null) continue
      const { renews, ends } = turns.get(turn.on) ?? { renews: 0, ends: 0 }
      turns.set(
        turn.on,
        turn.kind === 'renews' ? { renews: renews + 1, ends } : { renews, ends: ends + 1 },
      )
    }
    if (page.next === null) return { turns, reckoned: null }
    after = page.next
  }
  return { turns, reckoned: most }
}

function firstTurn(
  events: ReturnType<typeof settle>['events'],
): { readonly kind: keyof Turn; readonly on: CalendarDate } | null {
  for (const event of events) {
    if (event.type === 'license.renewed')
      return { kind: 'renews', on: daysLater(event.data.starts_on, -1) }
    if (event.type === 'license.downgraded') return { kind: 'ends', on: event.data.on }
  }
  return null
}
