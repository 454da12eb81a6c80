import type { DossierObjection } from '../token/dossier.ts'
import { longDay } from '../web/day.ts'
import { spokenReference } from '../license/spoken-reference.ts'
import { Part, timeIn } from './dossier-part.tsx'
import type { Reading } from './dossier-part.tsx'

/** Each objection with its receipt, then what else has paused or ended the license. */
export function DossierObjections(reading: Reading) {
  const { visit, dossier } = reading
  const text = visit.words.dossier
  const { objections, suspensions, terminations } = dossier
  const kinds: Readonly<Record<string, string>> = text.kinds
  const hasEndings = suspensions.length + terminations.length > 0
  return (
    <>
      <Part title={text.objections} empty={objections.length === 0 ? text.nothing : null}>
        {objections.map((objection) => (
          <Objection reading={reading} objection={objection} />
        ))}
      </Part>
      <Part title={text.endings} empty={hasEndings ? null : text.nothing}>
        {suspensions.map(({ from, to, reason }) => (
          <div class="entry">
            <h3>
              {text.suspension(timeIn(reading, from), to === null ? null : timeIn(reading, to))}
            </h3>
            <p>{reason ?? text.textErased}</p>
          </div>
        ))}
        {terminations.map(({ side, kind, reason, effective_at, withdrawn_at }) => (
          <div class="entry">
            <h3>{text.termination(timeIn(reading, effective_at))}</h3>
            <p>
              {[sideOf(reading, side), kinds[kind] ?? kind].join(' · ')}
              {withdrawn_at !== null && ` · ${text.withdrawn}: ${timeIn(reading, withdrawn_at)}`}
            </p>
            <p>{reason ?? text.textErased}</p>
          </div>
        ))}
      </Part>
    </>
  )
}

function sideOf({ visit: { words } }: Reading, side: string): string {
  const sides: Readonly<Record<string, string>> = words.sides
  return sides[side] ?? `${words.sides.vendor}, ${words.sides.customer}`
}

function Objection({
  reading,
  objection,
}: {
  readonly reading: Reading
  readonly objection: DossierObjection
}) {
  const { words, language } = reading.visit
  const text = words.dossier
  const { side, event, received_at, timely, effective_on } = objection
  return (
    <div class="entry">
      <h3>{side === 'vendor' ? text.objectionOf.vendor : text.objectionOf.customer}</h3>
      <dl class="facts">
        <dt>{text.effective}</dt>
        <dd>
          <strong>
            {effective_on === null ? text.notYet : text.endsAfter(longDay(effective_on, language))}
          </strong>
        </dd>
        <dt>{text.received}</dt>
        <dd>
          {received_at === null ? text.notYet : timeIn(reading, received_at)}
          {timely !== null && `, ${timely ? text.inTime : text.late}`}
        </dd>
        <dt>{text.recorded}</dt>
        <dd>
          {timeIn(reading, objection.recorded_at)}
          {event !== null && ` · ${text.event(event)}`}
        </dd>
        <Declared reading={reading} objection={objection} />
      </dl>
      {objection.review !== null && <p>{text.review}</p>}
    </div>
  )
}

/** Who declared it, how and why, and whether it was taken back. */
function Declared({
  reading,
  objection,
}: {
  readonly reading: Reading
  readonly objection: DossierObjection
}) {
  const { words } = reading.visit
  const text = words.dossier
  const channels: Readonly<Record<string, string>> = words.channels
  const { id, channel, withdrawn_at } = objection
  return (
    <>
      <dt>{text.how}</dt>
      <dd>{channels[channel] ?? channel}</dd>
      <dt>{text.declaredBy}</dt>
      <dd>{objection.declared_by ?? '–'}</dd>
      <dt>{text.reason}</dt>
      <dd>{objection.reason ?? '–'}</dd>
      <dt>{text.reference}</dt>
      <dd>
        <code>{spokenReference(id)}</code>
      </dd>
      {withdrawn_at !== null && (
        <>
          <dt>{text.withdrawn}</dt>
          <dd>{timeIn(reading, withdrawn_at)}</dd>
        </>
      )}
    </>
  )
}
