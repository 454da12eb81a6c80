import { inZone } from '../license/calendar.ts'
import type { License } from '../license/license.ts'
import { listEvents } from '../store/event.ts'
import type { HistoryEvent } from '../store/event.ts'
import { dayAndTime, longDay } from '../web/day.ts'
import type { StaffVisit, Visit } from './visit.ts'

/** The most that the page shows; the API has all of them. */
const most = 200

/** What has happened to a license, the newest first. */
export async function historyOf(
  visit: StaffVisit,
  license: License,
): Promise<readonly HistoryEvent[]> {
  const { data } = await listEvents(visit.deps.db, license.id, { limit: most })
  return data.toReversed()
}

/** Each event as a sentence, with the head of its hash. */
export function History({
  visit,
  license,
  events,
}: {
  readonly visit: StaffVisit
  readonly license: License
  readonly events: readonly HistoryEvent[]
}) {
  const { words, language } = visit
  return (
    <section class="sheet" id="history">
      <h2>{words.license.history}</h2>
      <ol class="history">
        {events.map((event) => (
          <li>
            <time class="quiet small" datetime={inZone(event.occurredAt, license.timeZone)}>
              {dayAndTime(inZone(event.occurredAt, license.timeZone), language)}
            </time>
            <span>{sentenceOf(visit, event)}</span>
            <code class="quiet">{event.hash.slice(0, 8)}</code>
          </li>
        ))}
      </ol>
    </section>
  )
}

/** What an event tells. */
export type Told = Pick<HistoryEvent, 'data' | 'personal'> & { readonly type: string }

const days = ['effective_on', 'ends_on', 'starts_on', 'on', 'last_day'] as const

/** The event in words, and the day that it is about. */
export function sentenceOf(
  { words, language }: Pick<Visit, 'words' | 'language'>,
  { type, data, personal }: Told,
): string {
  const told: Readonly<Record<string, string>> = words.events
  const day = days.map((name) => data[name]).find((value) => typeof value === 'string')
  const side =
    data['side'] === 'vendor' || data['side'] === 'customer' ? words.sides[data['side']] : null
  const reason = personal['reason']?.value
  return [
    [told[type] ?? type, side].filter((each) => each !== null).join(' '),
    ...(day === undefined ? [] : [longDay(day, language)]),
    ...(reason === undefined ? [] : [`“${reason}”`]),
  ].join(' · ')
}
