import { dateAt, inZone } from '../license/calendar.ts'
import { fairUse } from '../license/fair-use.ts'
import type { License } from '../license/license.ts'
import { supporters } from '../license/roles.ts'
import { settle } from '../license/settle.ts'
import type { FoundLicense } from '../store/lookup.ts'
import { shortDay } from '../web/day.ts'
import { Logged } from './inquiry.tsx'
import { LogForm, logPath } from './log-form.tsx'
import { FairUseLine, supportLine } from './support-line.tsx'
import { may } from './visit.ts'
import type { StaffVisit } from './visit.ts'

interface Parts {
  readonly visit: StaffVisit
  readonly license: License
  readonly found: Pick<FoundLicense, 'inquiries' | 'recent' | 'warnings'>
}

/** A license's support on its own page: whether it answers, how it was used, and the form for the next inquiry. */
export function LicenseLedger({
  visit,
  found,
}: {
  readonly visit: StaffVisit
  readonly found: FoundLicense
}) {
  const { words, now } = visit
  const { license } = settle(found.license, now)
  return (
    <section class="sheet call" id="support">
      <h2>{words.ledger.call.support}</h2>
      <Logged visit={visit} license={license} />
      <dl class="lines">
        <SupportLines visit={visit} license={license} found={found} />
      </dl>
      <Logging visit={visit} license={license} found={found} back="" />
      <LedgerLines visit={visit} license={license} found={found} />
    </section>
  )
}

/** Whether support answers, and how it was used. */
export function SupportLines({ visit, license, found }: Parts) {
  const { words, now } = visit
  return (
    <>
      <dt>{words.ledger.call.support}</dt>
      <dd>
        <span>{supportLine(visit, license)}</span>
        <span class="aside">
          <FairUseLine visit={visit} use={fairUse(license, found.inquiries, now)} />
        </span>
      </dd>
    </>
  )
}

/** The form for who may log. */
export function Logging({ visit, license, found, back }: Parts & { readonly back: string }) {
  if (!may(visit, supporters)) return null
  return (
    <div class="logging no-print">
      <h2>{back === '' ? visit.words.ledger.inquiry.title : visit.words.ledger.call.log}</h2>
      <LogForm visit={visit} license={license} recent={found.recent} back={back} />
    </div>
  )
}

/** The warnings, and the last inquiries. */
export function LedgerLines({ visit, license, found }: Parts) {
  const text = visit.words.ledger.call
  const { recent } = found
  return (
    <dl class="lines">
      <Warnings visit={visit} license={license} found={found} />
      <dt>
        {text.last}
        {recent.length > 0 && <a href={`/console/inquiries?license=${license.id}`}>{text.all}</a>}
      </dt>
      <dd>
        {recent.length === 0 ? (
          <span class="quiet">{text.lastNone}</span>
        ) : (
          <Lately visit={visit} license={license} found={found} />
        )}
      </dd>
    </dl>
  )
}

function Warnings({ visit, license, found: { warnings } }: Parts) {
  const { words, language } = visit
  const text = words.ledger.call
  const shown = warnings.last.slice(0, 3)
  return (
    <>
      <dt>{text.warnings}</dt>
      <dd>
        {warnings.count === 0 && <span class="quiet">{text.warningsNone}</span>}
        {shown.map(({ id, at, form }) => (
          <a href={`/console/licenses/${license.id}/warnings/${id}`}>
            {shortDay(dateAt(at, license.timeZone), language)}{' '}
            {words.ledger.warning.formNouns[form]}
          </a>
        ))}
        {warnings.count > shown.length && (
          <a class="quiet" href={`/console/licenses/${license.id}/warnings`}>
            {text.warningsMore(warnings.count - shown.length)}
          </a>
        )}
        {may(visit, supporters) && (
          <a class="button second aside" href={`/console/licenses/${license.id}/warning`}>
            {text.warn}
          </a>
        )}
      </dd>
    </>
  )
}

function Lately({ visit: { words, language }, license, found }: Parts) {
  return (
    <ol class="lately">
      {found.recent.map(({ id, at, topic, subject }) => (
        <li>
          <time datetime={inZone(at, license.timeZone)}>
            {shortDay(dateAt(at, license.timeZone), language)}
          </time>
          <span class={`topic ${topic}`}>{words.ledger.topics[topic]}</span>
          <a href={`${logPath(license.id)}/${id}`}>{subject ?? words.ledger.inquiry.erased}</a>
        </li>
      ))}
    </ol>
  )
}
