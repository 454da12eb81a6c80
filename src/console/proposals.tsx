import { dateAt } from '../license/calendar.ts'
import type { Instant, License } from '../license/license.ts'
import { proposers, stateOf } from '../license/proposal.ts'
import type { Asked, Proposal } from '../license/proposal.ts'
import { findCustomer } from '../store/customer.ts'
import { actorNames } from '../store/names.ts'
import { latestProposals } from '../store/proposal.ts'
import { longDay } from '../web/day.ts'
import { Note } from '../web/note.tsx'
import { untilWhen } from './offering.tsx'
import { proposedLines } from './proposed-lines.ts'
import { Rows } from './rows.tsx'
import { may } from './visit.ts'
import type { StaffVisit } from './visit.ts'
import type { Words } from './words/words.ts'

/** The most that the page of a license shows; the history has all of them. */
const most = 100

/** A proposal with what those are called who made it and answered it. */
export interface KnownProposal {
  readonly proposal: Proposal
  readonly by: string
  readonly answeredBy: string | null
}

/** What was proposed about a license, the newest first. */
export async function proposalsOf(
  { deps, words }: Pick<StaffVisit, 'deps' | 'words'>,
  license: License,
): Promise<readonly KnownProposal[]> {
  const data = await latestProposals(deps.db, license.id, most)
  if (data.length === 0) return []
  const { contacts = [] } = (await findCustomer(deps.db, license.customer)) ?? {}
  const actors = data.flatMap(({ recordedBy, answeredBy }) => [recordedBy, answeredBy ?? []].flat())
  const names = new Map([
    ...(await actorNames(deps.db, actors)),
    ...contacts.map(({ id, name }) => [id, name] as const),
  ])
  const nameOf = (id: string): string => names.get(id) ?? words.proposals.somebody
  return data.map((proposal) => ({
    proposal,
    by: proposal.proposedBy ?? nameOf(proposal.recordedBy),
    answeredBy: proposal.answeredBy === null ? null : nameOf(proposal.answeredBy),
  }))
}

interface Parts {
  readonly visit: StaffVisit
  readonly license: License
}

/** What waits for an answer, each with what it would change; then what was answered. */
export function Proposals({
  visit,
  license,
  known,
}: Parts & { readonly known: readonly KnownProposal[] }) {
  const isOpen = ({ proposal }: KnownProposal): boolean => stateOf(proposal, visit.now) === 'open'
  return (
    <>
      {known.filter(isOpen).map((each) => (
        <Open visit={visit} license={license} known={each} />
      ))}
      <Answered visit={visit} license={license} known={known.filter((each) => !isOpen(each))} />
    </>
  )
}

function Open({
  visit,
  license,
  known: { proposal, by },
}: Parts & { readonly known: KnownProposal }) {
  const { words } = visit
  const { id, side, asked, reason, recordedAt, lapsesAt } = proposal
  const text = words.proposals
  return (
    <Note>
      <h2>{text.made[side]}</h2>
      {proposedLines(visit, license, asked).map((line) => (
        <p>{line}</p>
      ))}
      {reason !== null && <p>{words.acts.quoted(reason)}</p>}
      <p class="quiet small">
        {text.by(by, dayOf(visit, license, recordedAt))} {untilWhen(visit, lapsesAt, license)}.
      </p>
      {may(visit, proposers[asked.kind]) && (
        <p class="acts">
          <a href={`/console/licenses/${license.id}/proposals/${id}`}>
            {side === 'vendor' ? text.callOff : text.answer}
          </a>
        </p>
      )}
    </Note>
  )
}

function Answered({ visit, license, known }: Parts & { readonly known: readonly KnownProposal[] }) {
  const { words, now } = visit
  const text = words.proposals
  if (known.length === 0) return null
  return (
    <section class="sheet">
      <h2>{text.title}</h2>
      <Rows<KnownProposal>
        items={known}
        columns={[
          {
            head: text.what,
            cell: ({ proposal }) => <strong>{kindOf(words, proposal.asked)}</strong>,
          },
          {
            head: text.proposed,
            cell: ({ proposal, by }) => text.byOn(by, dayOf(visit, license, proposal.recordedAt)),
          },
          {
            head: text.outcome,
            cell: ({ proposal, answeredBy }) => {
              const state = stateOf(proposal, now)
              const at = proposal.answeredAt ?? proposal.lapsesAt ?? proposal.recordedAt
              const day = dayOf(visit, license, at)
              return `${text.states[state]} · ${answeredBy === null ? day : text.byOn(answeredBy, day)}`
            },
          },
        ]}
      />
    </section>
  )
}

/** In a few words. */
export function kindOf({ proposals }: Words, asked: Asked): string {
  return asked.kind === 'amendment' ? proposals.change : proposals.takingBack[asked.side]
}

function dayOf({ language }: StaffVisit, { timeZone }: License, at: Instant): string {
  return longDay(dateAt(at, timeZone), language)
}
