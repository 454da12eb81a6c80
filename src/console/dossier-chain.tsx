import { Hash, Part, timeIn } from './dossier-part.tsx'
import type { Reading } from './dossier-part.tsx'
import { roleOf } from './dossier-ledger.tsx'
import { sentenceOf } from './history.tsx'

/** The history, the oldest first, with each event's whole hash. */
export function DossierChain(reading: Reading) {
  const { visit, dossier } = reading
  const text = visit.words.dossier
  return (
    <Part title={text.chain} empty={null}>
      <p>{text.chainLead}</p>
      {dossier.withheld_to !== null && <p>{text.withheld(dossier.withheld_to)}</p>}
      <table class="rows chain">
        <thead>
          <tr>
            <th scope="col" class="number">
              {text.n}
            </th>
            <th scope="col">{text.when}</th>
            <th scope="col">{text.what}</th>
          </tr>
        </thead>
        <tbody>
          {dossier.events.map((event) => (
            <tr id={`event-${event.n}`}>
              <td class="number">{event.n}</td>
              <td data-label={text.when}>
                {timeIn(reading, event.occurred_at)}
                {event.recorded_at !== event.occurred_at && (
                  <span class="small quiet">
                    <br />
                    {text.recorded}: {timeIn(reading, event.recorded_at)}
                  </span>
                )}
              </td>
              <td data-label={text.what}>
                {sentenceOf(visit, event, {
                  timeZone: dossier.license.time_zone,
                  objections: dossier.objections,
                })}{' '}
                <span class="small quiet nowrap">· {roleOf(reading, event.actor)}</span>
                <br />
                <Hash text={event.hash} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Part>
  )
}
