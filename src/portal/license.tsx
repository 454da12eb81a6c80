import { dateAt } from '../license/calendar.ts'
import { decideAt, grantAt } from '../license/facts.ts'
import { standingObjection } from '../license/objection.ts'
import type { License } from '../license/license.ts'
import type { Proposal } from '../license/proposal.ts'
import { waitingTerm } from '../license/start.ts'
import { findCustomer } from '../store/customer.ts'
import { planName } from '../store/plan-name.ts'
import { openProposals } from '../store/proposal.ts'
import type { LicenseNow } from '../store/read-license.ts'
import { longDay, plainDay } from '../web/day.ts'
import { Form } from '../web/form.tsx'
import { State } from '../web/mark.tsx'
import { Note } from '../web/note.tsx'
import { Title } from './frame.tsx'
import { Said } from './home.tsx'
import { Keys } from './keys.tsx'
import { Machines } from './machines.tsx'
import { ownLicense } from './own-license.ts'
import { Paper } from './proposed-changes.tsx'
import { sentencesOf } from './sentences.ts'
import type { Sentences } from './sentences.ts'
import { may, page } from './visit.ts'
import type { GuestVisit } from './visit.ts'

export const licensePages = [
  page('GET', '/portal/licenses/:license', async (visit) => {
    const { deps, words, guest, now } = visit
    const shown = await ownLicense(visit)
    const { license } = shown
    const called = await planName(deps.db, license)
    const { contacts = [] } = (await findCustomer(deps.db, guest.customer)) ?? {}
    const said = sentencesOf(visit, license, contacts)
    const proposals = await openProposals(deps.db, license.id, now)
    return {
      title: called,
      body: (
        <>
          <Title title={called} back={['/portal', words.frame.toLicenses]} />
          <Proposals visit={visit} license={license} proposals={proposals} />
          <section class="sheet">
            <header>
              <State worth={said.standing.worth} word={words.worth[said.standing.worth]} />
            </header>
            <Said visit={visit} said={said} />
            <Acts visit={visit} license={license} said={said} proposals={proposals} />
          </section>
          <Facts visit={visit} shown={shown} said={said} />
          {await Machines({ visit, license })}
          {await Keys({ visit, license })}
        </>
      ),
    }
  }),
]

/** What waits for an answer stands before everything else. */
function Proposals({
  visit,
  license,
  proposals,
}: {
  readonly visit: GuestVisit
  readonly license: License
  readonly proposals: readonly Proposal[]
}) {
  const { words, language, guest } = visit
  return (
    <>
      {proposals.map(({ id, side, asked, lapsesAt }) => {
        const at = `/portal/licenses/${license.id}/proposals/${id}`
        const day =
          lapsesAt === null ? null : longDay(dateAt(lapsesAt - 1, license.timeZone), language)
        if (side === 'vendor')
          return (
            <Note kind="ends">
              <p>
                <strong>{words.proposal.title[asked.kind]}.</strong>{' '}
                {day !== null && words.proposal.lapses(day)} <a href={at}>{words.home.answer}</a>
              </p>
            </Note>
          )
        return (
          <Note>
            <p>{day === null ? words.takeBack.waitingOpen : words.takeBack.waiting(day)}</p>
            {may(visit, 'sign') && (
              <Form action={at} token={guest.formToken} kind="acts">
                <button class="plain" name="answer" value="decline">
                  {words.takeBack.undo}
                </button>
              </Form>
            )}
          </Note>
        )
      })}
    </>
  )
}

function Acts({
  visit,
  license,
  said,
  proposals,
}: {
  readonly visit: GuestVisit
  readonly license: License
  readonly said: Sentences
  readonly proposals: readonly Proposal[]
}) {
  const { words, now } = visit
  const at = `/portal/licenses/${license.id}`
  const own = standingObjection(license, 'customer', now)
  const isAsked = proposals.some(({ side }) => side === 'customer')
  return (
    <div class="acts">
      {said.mayObject && (
        <a class="button" href={`${at}/objection`}>
          {words.license.object}
        </a>
      )}
      {license.objections.some(({ side }) => side === 'customer') && (
        <a class="button second" href={`${at}/receipt`}>
          {words.license.receipt}
        </a>
      )}
      {own !== null && !isAsked && may(visit, 'sign') && (
        <a class="button plain" href={`${at}/take-back`}>
          {words.license.takeBack}
        </a>
      )}
      <a class="button plain" href={`${at}/dossier`} download>
        {words.license.dossier}
      </a>
    </div>
  )
}

function Facts({
  visit,
  shown: { license, seatsUsed },
  said,
}: {
  readonly visit: GuestVisit
  readonly shown: LicenseNow
  readonly said: Sentences
}) {
  const { words, language, now } = visit
  const text = words.license
  // Until the first activation the days are those of a start that may come earlier.
  const isWaiting = waitingTerm(license, now) !== null
  const { term, lastObjectionDay } = said.standing
  const { seats } = grantAt(license, now)
  return (
    <section class="sheet">
      <h2>{text.facts}</h2>
      <dl class="facts">
        {term !== null && !isWaiting && (
          <>
            <dt>{text.term}</dt>
            <dd>
              {term.endsOn === null
                ? text.fromOn(plainDay(term.startsOn, language))
                : text.from(plainDay(term.startsOn, language), plainDay(term.endsOn, language))}
            </dd>
          </>
        )}
        {lastObjectionDay !== null && !isWaiting && (
          <>
            <dt>{text.lastObjectionDay}</dt>
            <dd>{longDay(lastObjectionDay, language)}</dd>
          </>
        )}
        <dt>{text.seats}</dt>
        <dd class="figures">{seats === null ? text.anySeats : text.seatsUsed(seatsUsed, seats)}</dd>
        <dt>{text.support}</dt>
        <dd>{supportLine(visit, license)}</dd>
        <Papers visit={visit} license={license} />
        <dt>{text.id}</dt>
        <dd>
          <code>{license.id}</code>
        </dd>
      </dl>
    </section>
  )
}

function Papers({
  visit: { words, language },
  license: { agreements, timeZone },
}: {
  readonly visit: GuestVisit
  readonly license: License
}) {
  const text = words.license
  return (
    <>
      {agreements.map((paper) => (
        <>
          <dt>{text.paper}</dt>
          <dd>
            <Paper paper={paper} />
            <br />
            <span class="quiet small">
              {text.accepted(
                plainDay(dateAt(paper.acceptedAt, timeZone), language),
                paper.acceptedBy,
              )}
            </span>
          </dd>
        </>
      ))}
    </>
  )
}

function supportLine({ words, language, now }: GuestVisit, license: License): string {
  const text = words.license
  const { support } = decideAt(license, now)
  if (support === null) return text.noSupport
  if (support.until === null || waitingTerm(license, now) !== null) return text.supportOpen
  const day = plainDay(support.until, language)
  const level = grantAt(license, now).support?.level ?? ''
  return support.until < dateAt(now, license.timeZone)
    ? text.supportOver(day)
    : `${level}, ${text.supportUntil(day)}`
}
