import { dateAt, daysLater, inUtc, monthsLater } from '../license/calendar.ts'
import type { CalendarDate, Instant } from '../license/license.ts'
import { readers } from '../license/roles.ts'
import { listSettlements } from '../store/settlement.ts'
import { dayAndTime, longDay, shortDay, shortMonth } from '../web/day.ts'
import { TurnsChart } from '../web/turns-chart.tsx'
import type { TurnBar } from '../web/turns-chart.tsx'
import { Head } from './head.tsx'
import { outlookBy } from './outlook.ts'
import type { Outlook, Turn } from './outlook.ts'
import { Rows } from './rows.tsx'
import { Today, todosOf } from './today.tsx'
import { page } from './visit.ts'
import type { StaffVisit } from './visit.ts'

export const startPages = [
  page('GET', '/console', readers, async (visit) => {
    const { deps, words, language, now } = visit
    const today = dateAt(now, 'UTC')
    const [last] = (await listSettlements(deps.db, { limit: 1 })).data
    const todos = await todosOf(visit)
    const outlook = await outlookBy(deps.db, monthsLater(today, 12), now)
    return {
      title: words.start.title,
      body: (
        <>
          <Head title={longDay(today, language)} line={lastLine(visit, last)} />
          <Today visit={visit} todos={todos} />
          <section class="sheet">
            <header>
              <h2>{words.start.days}</h2>
              <Legend visit={visit} />
            </header>
            <TurnsChart label={words.start.days} bars={dayBars(visit, outlook, today)} />
            <TurnTable visit={visit} outlook={outlook} until={daysLater(today, 90)} />
          </section>
          <section class="sheet">
            <header>
              <h2>{words.start.months}</h2>
              <Legend visit={visit} />
            </header>
            <TurnsChart
              label={words.start.months}
              bars={monthBars(visit, outlook, today)}
              numbered
            />
            {!outlook.isExact && <p class="quiet small">{words.start.behind}</p>}
          </section>
        </>
      ),
    }
  }),
]

function lastLine(
  { words, language }: StaffVisit,
  last: { readonly at: Instant; readonly renewed: number; readonly ended: number } | undefined,
): string {
  const { settlement, settled, noSettlement } = words.start
  if (last === undefined) return `${settlement}: ${noSettlement}`
  const at = dayAndTime(inUtc(last.at), language)
  return `${settlement}: ${at} UTC, ${settled(last.renewed, last.ended)}`
}

function Legend({ visit: { words } }: { readonly visit: StaffVisit }) {
  return (
    <p class="legend">
      <span>
        <svg viewBox="0 0 12 12" aria-hidden="true">
          <path class="renews" d="M6 0 12 12H0z" />
        </svg>
        {words.start.renew}
      </span>
      <span>
        <svg viewBox="0 0 12 12" aria-hidden="true">
          <path class="ends" d="M0 0h12L6 12z" />
        </svg>
        {words.start.end}
      </span>
    </p>
  )
}

const none: Turn = { renews: 0, ends: 0 }

/** Ninety days, each month named where it begins. */
function dayBars(
  { words, language }: StaffVisit,
  { turns }: Outlook,
  today: CalendarDate,
): TurnBar[] {
  return Array.from({ length: 90 }, (_, n) => {
    const date = daysLater(today, n)
    const turn = turns.get(date) ?? none
    const isNamed = n === 0 || (date.endsWith('-01') && n > 7 && n < 84)
    return {
      ...turn,
      label: isNamed ? shortDay(date, language) : '',
      title: words.start.onDay(longDay(date, language), turn.renews, turn.ends),
    }
  })
}

function monthBars(
  { words, language }: StaffVisit,
  { turns }: Outlook,
  today: CalendarDate,
): TurnBar[] {
  return Array.from({ length: 12 }, (_, n) => {
    const month = monthsLater(`${today.slice(0, 7)}-01`, n)
    const within = [...turns].filter(([date]) => date.startsWith(month.slice(0, 7)))
    const sum = (of: keyof Turn): number => within.reduce((total, [, turn]) => total + turn[of], 0)
    const [renews, ends] = [sum('renews'), sum('ends')]
    const label = shortMonth(month, language)
    return { renews, ends, label, title: words.start.onDay(label, renews, ends) }
  })
}

/** The drawing in words, for who reads rather than looks. */
function TurnTable({
  visit: { words, language },
  outlook,
  until,
}: {
  readonly visit: StaffVisit
  readonly outlook: Outlook
  readonly until: CalendarDate
}) {
  const coming = [...outlook.turns]
    .filter(([date]) => date < until)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  if (coming.length === 0) return <p class="quiet">{words.start.nothing}</p>
  return (
    <details>
      <summary>{words.start.asTable}</summary>
      <Rows<readonly [CalendarDate, Turn]>
        items={coming}
        columns={[
          { head: words.start.day, cell: ([date]) => longDay(date, language) },
          { head: words.start.renew, isNumber: true, cell: ([, turn]) => turn.renews },
          { head: words.start.end, isNumber: true, cell: ([, turn]) => turn.ends },
        ]}
      />
    </details>
  )
}
