import type { License } from '../license/license.ts'
import { Problem } from '../license/problem.ts'
import { accept, decline, proposers, stateOf } from '../license/proposal.ts'
import type { Proposal } from '../license/proposal.ts'
import { readers, recorders } from '../license/roles.ts'
import { answerProposal, findProposal } from '../store/proposal.ts'
import { readLicense } from '../store/read-license.ts'
import { Form } from '../web/form.tsx'
import { Head } from './head.tsx'
import { pathToLicense } from './license-path.ts'
import { untilWhen } from './offering.tsx'
import { proposedLines } from './proposed-lines.ts'
import { filled, may, named, page } from './visit.ts'
import type { StaffVisit } from './visit.ts'

const path = '/console/licenses/:license/proposals/:proposal'

/** One proposal that waits: the vendor’s own is called off here, the customer’s answered. */
export const proposalPages = [
  page('GET', path, readers, async (visit) => {
    const { deps, words } = visit
    const { license, proposal } = await proposalIn(visit)
    const { id, side, asked, reason, lapsesAt } = proposal
    const state = stateOf(proposal, visit.now)
    if (state !== 'open') throw new Problem('proposal-closed', { proposal: id, state })
    const text = words.proposals
    return {
      title: text.made[side],
      body: (
        <>
          <Head title={text.made[side]} path={await pathToLicense(deps.db, license)} />
          <section class="sheet narrow">
            <div class="hero">
              <p class="when">{untilWhen(visit, lapsesAt, license)}</p>
              {proposedLines(visit, license, asked).map((line) => (
                <p>{line}</p>
              ))}
            </div>
            {reason !== null && <p>{words.acts.quoted(reason)}</p>}
            <p>{text.closing[side]}</p>
            {may(visit, proposers[asked.kind]) && (
              <Answer visit={visit} license={license} proposal={proposal} />
            )}
          </section>
        </>
      ),
    }
  }),
  page('POST', path, recorders, async (visit) => {
    const { deps, now, person } = visit
    const { license, proposal } = await proposalIn(visit)
    const needs = proposers[proposal.asked.kind]
    if (!may(visit, needs)) throw new Problem('forbidden', { role: person.role, needs })
    const who = { by: person, name: 'vendor' }
    const accepts = filled(visit, 'answer') === 'accept'
    const { recorded } = await answerProposal(
      deps.db,
      license.id,
      proposal.id,
      // What the vendor has proposed is for the customer to accept.
      (before, found) =>
        accepts && found.side === 'customer'
          ? accept(before, found, who, now)
          : decline(before, found, { ...who, side: 'vendor' }, now),
      person,
      now,
    )
    const done = recorded.find(({ actor }) => actor === person.id)?.hash.slice(0, 8)
    const at = `/console/licenses/${license.id}`
    return { to: done === undefined ? at : `${at}?done=${done}` }
  }),
]

interface Parts {
  readonly license: License
  readonly proposal: Proposal
}

/** @throws Problem not-found */
async function proposalIn(visit: StaffVisit): Promise<Parts> {
  const { deps, now } = visit
  const { license } = await readLicense(deps.db, named(visit, 'license'), now)
  const proposal = await findProposal(deps.db, license.id, named(visit, 'proposal'))
  if (proposal === null) throw new Problem('not-found')
  return { license, proposal }
}

function Answer({ visit, license, proposal }: Parts & { readonly visit: StaffVisit }) {
  const { words, person } = visit
  const text = words.proposals
  const at = `/console/licenses/${license.id}`
  return (
    <Form action={`${at}/proposals/${proposal.id}`} token={person.formToken} kind="acts">
      {proposal.side === 'vendor' ? (
        <button name="answer" value="decline">
          {text.callOffDo}
        </button>
      ) : (
        <>
          <button name="answer" value="accept">
            {text.accept}
          </button>
          <button class="second" name="answer" value="decline">
            {text.decline}
          </button>
        </>
      )}
      <a class="button plain" href={at}>
        {words.frame.cancel}
      </a>
    </Form>
  )
}
