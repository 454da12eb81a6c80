import { givenPaper, proposedAgreement } from '../api/proposal-body.ts'
import { isOver } from '../license/over.ts'
import type { License } from '../license/license.ts'
import { propose, proposers } from '../license/proposal.ts'
import type { Offer as Offering, ProposedAgreement } from '../license/proposal.ts'
import { paperOf } from '../store/agreement.ts'
import { newId } from '../store/id.ts'
import { Field } from '../web/form.tsx'
import type { Act, Offer, SheetParts } from './act.tsx'
import { OverrideField, overrideIn } from './act-fields.tsx'
import { amendedIn, AmendmentFields, amendmentPointers, choosable } from './amendment-fields.tsx'
import type { Choosable } from './amendment-fields.tsx'
import { fittingAt } from './agreement-fields.tsx'
import { keepOffer, MessageField, messageIn, signersOf, whatFollows } from './offering.tsx'
import { filled } from './visit.ts'
import type { StaffVisit } from './visit.ts'

interface Known extends Choosable {
  /** Who may accept it, by name. */
  readonly signers: readonly string[]
}

/** Asks the customer to agree to a change. */
export const proposedAmendment: Act<Offering, Known> = {
  path: 'proposals/amendment',
  who: proposers.amendment,
  title: ({ proposals }) => proposals.amendment,
  know: async (visit, license) => ({
    ...(await choosable(visit, license)),
    signers: await signersOf(visit, license),
  }),
  pointers: [
    '/reason',
    '/override',
    ...amendmentPointers,
    ...['title', 'version', 'url'].map((member) => `/agreement/${member}`),
  ],
  read: async (visit, license, known) => ({
    id: newId('prp', visit.now),
    side: 'vendor',
    asked: {
      kind: 'amendment',
      amendment: { ...amendedIn(visit, license, known), override: overrideIn(visit, null) },
      agreement: await paperIn(visit, license),
    },
    reason: messageIn(visit),
    proposedBy: null,
    by: visit.person,
  }),
  run: (license, offer, now) => propose(license, offer, now),
  keep: keepOffer,
  told: (visit, turn, offer, { signers }) => whatFollows(visit, turn, offer, signers),
  Fields,
}

const paperFields = ['title', 'version', 'url'] as const

/** What the customer is to accept with it. @throws Problem unfit */
async function paperIn(visit: StaffVisit, license: License): Promise<ProposedAgreement | null> {
  const said = paperFields.flatMap((member) => {
    const value = filled(visit, `agreement_${member}`)
    return value === '' ? [] : [[member, value] as const]
  })
  if (said.length === 0) return null
  const { title = '', version = '', ...rest } = Object.fromEntries(said)
  const given = fittingAt('/agreement', proposedAgreement, { title, version, ...rest })
  return paperOf(visit.deps.db, givenPaper(given), license.id, '/agreement', visit.now)
}

function Fields({ visit, license, known, wrongs }: SheetParts<Known>) {
  const { words, form } = visit
  const text = words.proposals
  const { agreement } = words.acts
  const field = (member: (typeof paperFields)[number], label: string, hint: string) => (
    <Field
      name={`agreement_${member}`}
      label={label}
      hint={hint}
      value={form[`agreement_${member}`]}
      wrong={wrongs.at(`/agreement/${member}`)}
    />
  )
  return (
    <>
      <AmendmentFields visit={visit} license={license} known={known} wrongs={wrongs} />
      <fieldset>
        <legend>{`${agreement.legend} (${words.frame.optional})`}</legend>
        <span class="hint">{text.paperHint}</span>
        <div class="two">
          {field('title', agreement.title, agreement.titleHint)}
          {field('version', agreement.version, agreement.versionHint)}
        </div>
        {field('url', text.url, text.urlHint)}
      </fieldset>
      <MessageField visit={visit} wrongs={wrongs} />
      <OverrideField visit={visit} wrongs={wrongs} customer={null} />
    </>
  )
}

export const proposedAmendmentOffer: Offer = {
  act: proposedAmendment,
  label: ({ proposals }) => proposals.amendment,
  isOffered: (license, now) => !isOver(license, now),
}
