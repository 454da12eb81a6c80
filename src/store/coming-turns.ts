import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { CalendarDate, Instant } from '../license/license.ts'
import { turnsOf } from '../license/turns.ts'
import type { Database } from './database.ts'
import { isDueBy, peekDue } from './due.ts'
import { asOfNow } from './read-license.ts'

/** How many licenses of a product renew next, and how many end, with a day of their time zone. */
export interface DayTurns {
  /** Its code. */
  readonly product: string
  readonly timeZone: string
  readonly day: CalendarDate
  readonly renews: number
  readonly ends: number
}

export interface ComingTurns {
  readonly turns: readonly DayTurns[]
  /** Whether all licenses are in it; where the job is far behind, those that it has not come to yet are not. */
  readonly isExact: boolean
}

/** What the job has not come to yet is judged one by one, up to so many. */
const mostJudged = 2000
const atOnce = 500

/**
 * What comes by the end of a day if nobody declares anything more, as if the clock had just ticked. Each license counts with its next
 * renewal alone, so that a month's license does not fill a year, and with its end.
 */
export async function comingTurns(
  db: Database,
  until: CalendarDate,
  now: Instant,
): Promise<ComingTurns> {
  const { rows } = await sql<DayTurns>`
    select p.code as product, t.time_zone as "timeZone", t.day,
      sum(t.renews)::integer as renews, sum(t.ends)::integer as ends
    from (${counted('renews_after', until, now)} union all ${counted('ends_after', until, now)}) t
    join products p on p.id = t.product
    group by p.code, t.time_zone, t.day
    order by t.day, p.code, t.time_zone`.execute(db)
  const due = await judgedTurns(db, until, now)
  return { turns: [...rows, ...due.turns], isExact: due.isExact }
}

/** What is kept of a license's turns is true until the license is due. */
function counted(
  column: 'renews_after' | 'ends_after',
  until: CalendarDate,
  now: Instant,
): RawBuilder<unknown> {
  const [renews, ends] = column === 'renews_after' ? ['count(*)', '0'] : ['0', 'count(*)']
  return sql`
    select product, time_zone, ${sql.id(column)} as day,
      ${sql.raw(renews)} as renews, ${sql.raw(ends)} as ends
    from licenses
    where ${sql.id(column)} <= ${until} and not ${isDueBy(now)}
    group by product, time_zone, ${sql.id(column)}`
}

async function judgedTurns(db: Database, until: CalendarDate, now: Instant): Promise<ComingTurns> {
  const turns: DayTurns[] = []
  let after: string | undefined
  for (let seen = 0; seen < mostJudged; seen += atOnce) {
    const page = await peekDue(db, now, { after, limit: atOnce })
    for (const kept of page.data) {
      const { license } = asOfNow(kept, now)
      const { renewsAfter, endsAfter } = turnsOf(license)
      const place = { product: license.productCode, timeZone: license.timeZone }
      if (renewsAfter !== null && renewsAfter <= until)
        turns.push({ ...place, day: renewsAfter, renews: 1, ends: 0 })
      if (endsAfter !== null && endsAfter <= until)
        turns.push({ ...place, day: endsAfter, renews: 0, ends: 1 })
    }
    if (page.next === null) return { turns, isExact: true }
    after = page.next
  }
  return { turns, isExact: false }
}
