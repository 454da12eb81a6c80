import type { DossierDelivery, DossierInquiry, DossierLetter } from '../token/dossier.ts'
import { Part, timeIn } from './dossier-part.tsx'
import type { Reading } from './dossier-part.tsx'

/** What was asked, what was asked to stop, what was written, and what other systems were told. */
export function DossierLedger(reading: Reading) {
  return (
    <>
      <Inquiries {...reading} />
      <Warnings {...reading} />
      <Letters {...reading} />
      <Deliveries {...reading} />
    </>
  )
}

function Inquiries(reading: Reading) {
  const { visit, dossier } = reading
  const text = visit.words.dossier
  const { inquiries } = dossier
  return (
    <Part title={text.inquiries} empty={inquiries.length === 0 ? text.nothing : null}>
      <table class="rows">
        <thead>
          <tr>
            <th scope="col">{text.when}</th>
            <th scope="col">{text.who}</th>
            <th scope="col">{text.subject}</th>
            <th scope="col">{text.judged}</th>
            <th scope="col">{text.answeredBy}</th>
          </tr>
        </thead>
        <tbody>
          {inquiries.map((inquiry) => (
            <tr>
              <td>{timeIn(reading, inquiry.at)}</td>
              <td data-label={text.who}>{inquiry.contact ?? '–'}</td>
              <td data-label={text.subject}>{inquiry.subject ?? text.erased}</td>
              <td data-label={text.judged}>{judgedAs(reading, inquiry)}</td>
              <td data-label={text.answeredBy}>{roleOf(reading, inquiry.agent)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Part>
  )
}

function judgedAs({ visit: { words } }: Reading, inquiry: DossierInquiry): string {
  const text = words.dossier
  const topics: Readonly<Record<string, string>> = text.topics
  const channels: Readonly<Record<string, string>> = words.channels
  return [
    topics[inquiry.topic] ?? inquiry.topic,
    channels[inquiry.channel] ?? inquiry.channel,
    ...(inquiry.minutes === null ? [] : [text.minutes(inquiry.minutes)]),
    ...(inquiry.entitled ? [] : [text.notEntitled]),
    ...(inquiry.corrected_at === null ? [] : [text.corrected]),
    ...(inquiry.struck_at === null ? [] : [text.struck]),
  ].join(' · ')
}

/** Staff appears by what it may do here, never by name. */
export function roleOf({ visit: { words }, dossier }: Reading, actor: string): string {
  const roles: Readonly<Record<string, string>> = words.dossier.roles
  return roles[dossier.actors[actor] ?? 'unknown'] ?? words.dossier.roles.unknown
}

function Warnings(reading: Reading) {
  const { visit, dossier } = reading
  const text = visit.words.dossier
  const { warnings } = dossier
  return (
    <Part title={text.warnings} empty={warnings.length === 0 ? text.nothing : null}>
      {warnings.map((warning) => (
        <div class="entry">
          <h3>
            {[
              timeIn(reading, warning.at),
              warning.form === 'letter' ? text.forms.letter : text.forms.spoken,
              ...(warning.recipient === null ? [] : [text.to(warning.recipient)]),
            ].join(' · ')}
          </h3>
          {warning.text === null ? (
            <p class="quiet">{text.textErased}</p>
          ) : (
            <blockquote lang={warning.language}>{warning.text}</blockquote>
          )}
        </div>
      ))}
    </Part>
  )
}

function Letters(reading: Reading) {
  const { visit, dossier } = reading
  const text = visit.words.dossier
  const { letters } = dossier
  return (
    <Part title={text.letters} empty={letters.length === 0 ? text.nothing : null}>
      {letters.map((letter) => (
        <div class="entry">
          <h3>
            {timeIn(reading, letter.written_at)} · {letter.subject ?? text.erased}
          </h3>
          <p>{sentAs(reading, letter)}</p>
          {letter.text === null ? (
            <p class="quiet">{text.textErased}</p>
          ) : (
            <blockquote lang={letter.language}>{letter.text}</blockquote>
          )}
        </div>
      ))}
    </Part>
  )
}

/** To whom it went, when and how; or that it did not. */
function sentAs(reading: Reading, letter: DossierLetter): string {
  const text = reading.visit.words.dossier
  const { recipients, event, mailed_at, handed_at, failed } = letter
  return [
    ...recipients.map(({ name, email }) => text.to(`${name} <${email}>`)),
    ...(mailed_at === null ? [] : [text.mailed(timeIn(reading, mailed_at))]),
    ...(handed_at === null ? [] : [text.handed(timeIn(reading, handed_at))]),
    ...(mailed_at === null && handed_at === null ? [text.unsent] : []),
    ...(failed === null ? [] : [failed]),
    ...(event === null ? [] : [text.event(event)]),
  ].join(' · ')
}

function Deliveries(reading: Reading) {
  const { visit, dossier } = reading
  const text = visit.words.dossier
  const { deliveries = [] } = dossier
  return (
    <Part title={text.deliveries} empty={deliveries.length === 0 ? text.nothing : null}>
      <table class="rows">
        <thead>
          <tr>
            <th scope="col">{text.when}</th>
            <th scope="col">{text.receiver}</th>
            <th scope="col">{text.what}</th>
            <th scope="col">{text.outcome}</th>
          </tr>
        </thead>
        <tbody>
          {deliveries.map((delivery) => (
            <tr>
              <td>{timeIn(reading, delivery.recorded_at)}</td>
              <td data-label={text.receiver}>{delivery.host}</td>
              <td data-label={text.what}>
                <code>{delivery.type}</code>
                {delivery.event !== null && ` (${text.event(delivery.event)})`}
              </td>
              <td data-label={text.outcome}>{outcomeOf(reading, delivery)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Part>
  )
}

/** Where it stands, when it got there, and how often it was tried. */
function outcomeOf(reading: Reading, delivery: DossierDelivery): string {
  const text = reading.visit.words.dossier
  const { state, delivered_at, given_up_at, tried_at, attempts, status } = delivery
  const at = delivered_at ?? given_up_at ?? tried_at
  return [
    text.deliveryStates[state],
    ...(at === null ? [] : [timeIn(reading, at)]),
    ...(attempts === 0 ? [] : [text.attempts(attempts)]),
    ...(status === null ? [] : [text.status(status)]),
  ].join(' · ')
}
