import { inZone } from '../license/calendar.ts'
import type { License } from '../license/license.ts'
import { listAudit } from '../store/audit.ts'
import type { HistoryEvent } from '../store/event.ts'
import { dayAndTime } from '../web/day.ts'
import { toldBy } from './told.ts'
import type { TellingOf, Told } from './told.ts'
import type { StaffVisit, Visit } from './visit.ts'

/** The most that the page of a license shows; the history page has all of them. */
const most = 100

/** What has happened to a license, the newest first. */
export async function historyOf(
  visit: StaffVisit,
  license: License,
): Promise<readonly HistoryEvent[]> {
  return (await listAudit(visit.deps.db, { license: license.id, limit: most })).data
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
            <span>{sentenceOf(visit, event, license)}</span>
            <code class="quiet">{event.hash.slice(0, 8)}</code>
          </li>
        ))}
      </ol>
      <p class="small">
        <a href={`/console/history?license=${license.id}`}>{words.history.all}</a>
      </p>
    </section>
  )
}

/** What an event tells: one of a file may be of a type that is newer than these words. */
export type ToldEvent = Pick<HistoryEvent, 'data' | 'personal'> & { readonly type: string }

/** The event as a sentence, with the reason that was given. */
export function sentenceOf(
  { words, language }: Pick<Visit, 'words' | 'language'>,
  event: ToldEvent,
  license: TellingOf,
): string {
  const told = toldBy(event, license, language)
  const all: Readonly<Record<string, (told: Told) => string>> = words.events
  const sentence = Object.hasOwn(all, event.type) ? all[event.type]?.(told) : undefined
  if (sentence === undefined) return event.type
  const reason = told.personal('reason')
  return reason === null ? sentence : `${sentence} · ${words.history.reason(reason)}`
}
