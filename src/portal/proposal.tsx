import { dateAt } from '../license/calendar.ts'
import type { License } from '../license/license.ts'
import { standingObjection } from '../license/objection.ts'
import { Problem } from '../license/problem.ts'
import { accept, decline, stateOf } from '../license/proposal.ts'
import type { Asked, Proposal } from '../license/proposal.ts'
import { findCustomer } from '../store/customer.ts'
import { planName } from '../store/plan-name.ts'
import { answerProposal, findProposal } from '../store/proposal.ts'
import { longDay } from '../web/day.ts'
import { Form } from '../web/form.tsx'
import { Note } from '../web/note.tsx'
import { When } from '../web/when.tsx'
import { Title } from './frame.tsx'
import { checkOwn, ownLicense } from './own-license.ts'
import { Changes } from './proposed-changes.tsx'
import { checkMay, filled, may, named, page } from './visit.ts'
import type { GuestVisit } from './visit.ts'

const path = '/portal/licenses/:license/proposals/:proposal'

export const proposalPages = [
  page('GET', path, async (visit) => {
    const { deps, words } = visit
    const { license } = await ownLicense(visit)
    const proposal = await findProposal(deps.db, license.id, named(visit, 'proposal'))
    if (proposal === null || proposal.side === 'customer') throw new Problem('not-found')
    const state = stateOf(proposal, visit.now)
    if (state === 'lapsed' || state === 'taken_back')
      throw new Problem('proposal-closed', { proposal: proposal.id, state })
    const text = words.proposal
    const title = state === 'open' ? text.title[proposal.asked.kind] : text[state]
    return {
      title,
      body: (
        <>
          <Title
            title={title}
            back={[`/portal/licenses/${license.id}`, await planName(deps.db, license)]}
          />
          <section class="sheet narrow">
            {state === 'open' ? (
              <Lead visit={visit} license={license} proposal={proposal} />
            ) : (
              <Note kind={state === 'accepted' ? 'full' : 'plain'}>
                <p>{state === 'accepted' ? text.acceptedLead : text.declinedLead}</p>
              </Note>
            )}
            <What visit={visit} license={license} proposal={proposal} isOpen={state === 'open'} />
            {state === 'open' && (await Answer({ visit, license, proposal }))}
          </section>
        </>
      ),
    }
  }),
  page('POST', path, async (visit) => {
    const { deps, guest, now } = visit
    checkMay(visit, 'sign')
    const { license } = await ownLicense(visit)
    const accepts = filled(visit, 'answer') === 'accept'
    const { proposal } = await answerProposal(
      deps.db,
      license.id,
      named(visit, 'proposal'),
      (before, found) => {
        checkOwn(visit, before)
        const who = { by: guest, name: guest.name }
        // What the customer has asked for is for the vendor to accept.
        return accepts && found.side === 'vendor'
          ? accept(before, found, who, now)
          : decline(before, found, { ...who, side: 'customer' }, now)
      },
      guest,
      now,
    )
    const at = `/portal/licenses/${license.id}`
    return { to: proposal.side === 'vendor' ? `${at}/proposals/${proposal.id}` : at }
  }),
]

interface Parts {
  readonly visit: GuestVisit
  readonly license: License
  readonly proposal: Proposal
}

function Lead({ visit: { words, language }, license, proposal: { lapsesAt } }: Parts) {
  return (
    <div class="hero">
      {lapsesAt !== null && (
        <When
          text={words.proposal.lapses(longDay(dateAt(lapsesAt - 1, license.timeZone), language))}
        />
      )}
      <p>{words.proposal.lead}</p>
    </div>
  )
}

function What({
  visit,
  license,
  proposal: { asked, reason },
  isOpen,
}: Parts & { readonly isOpen: boolean }) {
  const { words } = visit
  const text = words.proposal
  return (
    <>
      {reason !== null && (
        <blockquote class="aloud">
          <p class="quiet small">{text.reason}</p>
          <p>{reason}</p>
        </blockquote>
      )}
      {asked.kind === 'withdrawal' ? (
        <p>{withdrawalLine(visit, license, asked)}</p>
      ) : (
        <Changes visit={visit} license={license} asked={asked} isOpen={isOpen} />
      )}
    </>
  )
}

function withdrawalLine(
  { words, language, now }: GuestVisit,
  license: License,
  { side, objection }: Extract<Asked, { kind: 'withdrawal' }>,
): string {
  const { effectiveOn = null } = license.objections.find(({ id }) => id === objection) ?? {}
  const other = standingObjection(license, side === 'vendor' ? 'customer' : 'vendor', now)
  if (other !== null) return words.proposal.otherStands[side]
  return words.proposal.withdrawal[side](
    effectiveOn === null ? '–' : longDay(effectiveOn, language),
  )
}

/** Two buttons for who may sign; for others who that is. */
async function Answer({ visit, license, proposal }: Parts) {
  const { deps, words, guest } = visit
  const text = words.proposal
  if (!may(visit, 'sign')) {
    const { contacts = [] } = (await findCustomer(deps.db, guest.customer)) ?? {}
    const names = contacts.filter(({ may: rights }) => rights.includes('sign'))
    return (
      <p class="quiet">
        {names.length === 0
          ? text.nobody
          : text.rightless(names.map(({ name }) => name).join(', '))}
      </p>
    )
  }
  return (
    <Form
      action={`/portal/licenses/${license.id}/proposals/${proposal.id}`}
      token={guest.formToken}
      kind="acts"
    >
      <button name="answer" value="accept">
        {text.accept}
      </button>
      <button class="second" name="answer" value="decline">
        {text.decline}
      </button>
    </Form>
  )
}
