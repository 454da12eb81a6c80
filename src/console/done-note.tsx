import type { HistoryEvent } from '../store/event.ts'
import { sentenceOf } from './history.tsx'
import { Note } from '../web/note.tsx'
import type { TellingOf } from './told.ts'
import type { StaffVisit } from './visit.ts'

/** What somebody has just done, as the history tells it: the address names the event by the head of its hash. */
export function DoneNote({
  visit,
  license,
  events,
}: {
  readonly visit: StaffVisit
  readonly license: TellingOf
  readonly events: readonly HistoryEvent[]
}) {
  const done = visit.query['done']
  const event = events.find(({ hash }) => done?.length === 8 && hash.startsWith(done))
  if (event === undefined) return null
  return (
    <Note kind="full">
      <p role="status">
        <strong>{visit.words.acts.done}:</strong> {sentenceOf(visit, event, license)}{' '}
        <code class="quiet">{event.hash.slice(0, 8)}</code>
      </p>
    </Note>
  )
}
