import { renderSVG } from 'uqr'
import { raw } from 'hono/html'
import { lengthOf } from '../license/calendar.ts'
import { longDay, placeOf } from '../web/day.ts'
import { State } from '../web/mark.tsx'
import { DossierChain } from './dossier-chain.tsx'
import { DossierLedger } from './dossier-ledger.tsx'
import { DossierObjections } from './dossier-objections.tsx'
import { Hash, Part, timeIn } from './dossier-part.tsx'
import type { Reading } from './dossier-part.tsx'

/** A dossier as a file that is read from the first page to the last, on a screen or on paper. */
export function DossierFile({ visit, dossier }: Reading) {
  return (
    <article class="dossier">
      <Cover visit={visit} dossier={dossier} />
      <Agreements visit={visit} dossier={dossier} />
      <Terms visit={visit} dossier={dossier} />
      <DossierObjections visit={visit} dossier={dossier} />
      <DossierLedger visit={visit} dossier={dossier} />
      <Documents visit={visit} dossier={dossier} />
      <DossierChain visit={visit} dossier={dossier} />
      <Proof visit={visit} dossier={dossier} />
    </article>
  )
}

function Cover({ visit, dossier }: Reading) {
  const { words } = visit
  const { license, customer, events, iss, made_at, sandbox } = dossier
  const text = words.dossier
  return (
    <header>
      <p class="kind">{text.title}</p>
      <p class="title">{customer.name ?? customer.id}</p>
      <p class="line">
        {license.product.name} · {license.plan.name}
      </p>
      <p class="quiet">
        {text.asOf(timeIn({ visit, dossier }, made_at), placeOf(license.time_zone))}
      </p>
      {sandbox === true && <p class="note ends">{text.sandbox}</p>}
      <dl class="facts">
        <dt>{text.license}</dt>
        <dd>
          <code>{license.id}</code>
        </dd>
        <dt>{text.customer}</dt>
        <dd>
          {customer.name ?? text.erased} <code class="quiet">{customer.id}</code>
        </dd>
        {customer.contacts.length > 0 && (
          <>
            <dt>{text.contacts}</dt>
            <dd>{contactsOf({ visit, dossier })}</dd>
          </>
        )}
        <dt>{text.state}</dt>
        <dd>{stateOf({ visit, dossier })}</dd>
        <dt>{text.rules}</dt>
        <dd>{rulesOf({ visit, dossier })}</dd>
        <dt>{text.history}</dt>
        <dd>{text.historyIs(events.length)}</dd>
        <dt>{text.lastHash}</dt>
        <dd>
          <Hash text={events.at(-1)?.hash ?? ''} />
        </dd>
        <dt>{text.issuer}</dt>
        <dd>{iss}</dd>
      </dl>
    </header>
  )
}

function contactsOf({ visit: { words }, dossier }: Reading): string {
  return dossier.customer.contacts
    .map(({ name, may }) => {
      const rights = (['object', 'sign', 'support'] as const).filter((each) => may.includes(each))
      return rights.length === 0
        ? name
        : `${name} (${rights.map((each) => words.may[each]).join(', ')})`
    })
    .join('; ')
}

function stateOf({ visit: { words }, dossier }: Reading) {
  const { mode, reason } = dossier.decision
  const why = Object.entries(words.reasons).find(([each]) => each === reason)?.[1]
  const word = words.dossier.stateOf[mode]
  return <State worth={mode} word={why === undefined ? word : `${word}: ${why}`} />
}

function rulesOf(reading: Reading): string {
  const text = reading.visit.words.dossier
  const { term, renewal, renewal_term, renewal_notice } = reading.dossier.license.rules
  if (term === null || renewal_term === null) return text.perpetual
  const later =
    renewal === 'none'
      ? text.noRenewal
      : text.renewsBy(lengthIn(reading, renewal_term), lengthIn(reading, renewal_notice))
  return text.rulesAre(lengthIn(reading, term), later)
}

function lengthIn({ visit: { words } }: Reading, period: string): string {
  const { unit, count } = lengthOf(period)
  if (unit === 'days') return words.dossier.days(count)
  return count > 0 && count % 12 === 0
    ? words.dossier.years(count / 12)
    : words.dossier.months(count)
}

function Agreements(reading: Reading) {
  const { visit, dossier } = reading
  const text = visit.words.dossier
  const { agreements } = dossier
  return (
    <Part title={text.agreements} empty={agreements.length === 0 ? text.nothing : null}>
      {agreements.map((agreement) => (
        <div class="entry">
          <h3>{agreement.title}</h3>
          <dl class="facts">
            <dt>{text.version}</dt>
            <dd>{agreement.version}</dd>
            <dt>{text.accepted}</dt>
            <dd>
              {text.acceptedBy(
                agreement.accepted_by ?? text.erased,
                timeIn(reading, agreement.accepted_at),
              )}
            </dd>
            {agreement.url !== null && (
              <>
                <dt>URL</dt>
                <dd>{agreement.url}</dd>
              </>
            )}
            {agreement.sha256 !== null && (
              <>
                <dt>{text.sha256}</dt>
                <dd>
                  <Hash text={agreement.sha256} />
                </dd>
              </>
            )}
          </dl>
        </div>
      ))}
    </Part>
  )
}

function Terms(reading: Reading) {
  const { visit, dossier } = reading
  const { words, language } = visit
  const text = words.dossier
  const origins: Readonly<Record<string, string>> = text.origins
  const day = (date: string | null) => (date === null ? '–' : longDay(date, language))
  return (
    <Part title={text.terms} empty={dossier.terms.length === 0 ? text.nothing : null}>
      <table class="rows">
        <thead>
          <tr>
            <th scope="col">{text.firstDay}</th>
            <th scope="col">{text.lastDay}</th>
            <th scope="col">{text.lastObjectionDay}</th>
            <th scope="col">{text.origin}</th>
          </tr>
        </thead>
        <tbody>
          {dossier.terms.map((term) => (
            <tr>
              <td>{day(term.starts_on)}</td>
              <td data-label={text.lastDay}>
                {day(term.ends_on)}
                {term.cut_at !== null && ` (${text.cut(timeIn(reading, term.cut_at))})`}
              </td>
              <td data-label={text.lastObjectionDay}>{day(term.last_day)}</td>
              <td data-label={text.origin}>{origins[term.origin] ?? term.origin}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Part>
  )
}

function Documents(reading: Reading) {
  const { visit, dossier } = reading
  const text = visit.words.dossier
  const number = new Intl.NumberFormat(visit.language === 'de' ? 'de-DE' : 'en-GB')
  const { documents } = dossier
  return (
    <Part title={text.documents} empty={documents.length === 0 ? text.nothing : null}>
      {documents.map((document) => (
        <div class="entry">
          <h3>{document.name ?? text.erased}</h3>
          <dl class="facts">
            <dt>{text.recorded}</dt>
            <dd>{timeIn(reading, document.recorded_at)}</dd>
            {document.of !== null && (
              <>
                <dt>{text.belongsTo}</dt>
                <dd>{ownerOf(reading, document.of)}</dd>
              </>
            )}
            <dt>{text.size}</dt>
            <dd>
              {text.bytes(number.format(document.size))}, {document.media_type}
            </dd>
            <dt>{text.sha256}</dt>
            <dd>
              <Hash text={document.sha256} />
            </dd>
          </dl>
        </div>
      ))}
    </Part>
  )
}

/** What a document belongs to, by the number of its event. */
function ownerOf({ visit, dossier }: Reading, id: string): string {
  const { agreements, objections, inquiries, warnings } = dossier
  const owner = [...agreements, ...objections, ...inquiries, ...warnings].find(
    (each) => each.id === id,
  )
  return owner?.event == null ? id : visit.words.dossier.event(owner.event)
}

function Proof({ visit, dossier }: Reading) {
  const text = visit.words.dossier
  return (
    <Part title={text.proof} empty={null}>
      <p>{text.proofLead(`${dossier.iss}/verify`)}</p>
      <p>{text.checkpointLead}</p>
      <div class="anchor">
        <div class="picture" role="img" aria-label={text.checkpointPicture}>
          {raw(renderSVG(dossier.checkpoint, { border: 1 }))}
        </div>
        <code class="hash">{dossier.checkpoint}</code>
      </div>
    </Part>
  )
}
