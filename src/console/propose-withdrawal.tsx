import type { Instant, License, Side } from '../license/license.ts'
import { standingObjection } from '../license/objection.ts'
import { Problem } from '../license/problem.ts'
import { propose, proposers } from '../license/proposal.ts'
import type { Offer as Offering } from '../license/proposal.ts'
import { newId } from '../store/id.ts'
import { Choices } from '../web/form.tsx'
import type { Act, Offer, SheetParts } from './act.tsx'
import { keepOffer, MessageField, messageIn, signersOf, whatFollows } from './offering.tsx'
import { filled } from './visit.ts'

interface Known {
  /** Whose objections stand. */
  readonly standing: readonly Side[]
  /** Who may accept it, by name. */
  readonly signers: readonly string[]
}

/** Asks the customer to agree that an objection is taken back. */
export const proposedWithdrawal: Act<Offering, Known> = {
  path: 'proposals/withdrawal',
  who: proposers.withdrawal,
  title: ({ proposals }) => proposals.withdrawal,
  know: async (visit, license) => ({
    standing: standingSides(license, visit.now),
    signers: await signersOf(visit, license),
  }),
  pointers: ['/side', '/reason'],
  read: (visit, license, { standing }) => {
    const side = standing.find((each) => each === filled(visit, 'side')) ?? standing[0] ?? 'vendor'
    const objection = standingObjection(license, side, visit.now)
    if (objection === null) throw new Problem('no-objection', { side })
    return {
      id: newId('prp', visit.now),
      side: 'vendor',
      asked: { kind: 'withdrawal', side, objection: objection.id },
      reason: messageIn(visit),
      proposedBy: null,
      by: visit.person,
    }
  },
  run: (license, offer, now) => propose(license, offer, now),
  keep: keepOffer,
  told: (visit, turn, offer, { signers }) => whatFollows(visit, turn, offer, signers),
  Fields,
}

function standingSides(license: License, now: Instant): readonly Side[] {
  const sides = ['vendor', 'customer'] as const
  return sides.filter((side) => standingObjection(license, side, now) !== null)
}

function Fields({ visit, known, wrongs }: SheetParts<Known>) {
  const { words, form } = visit
  const { standing } = known
  const text = words.proposals
  return (
    <>
      {standing.length > 1 && (
        <Choices
          name="side"
          legend={text.whose}
          options={standing.map((side) => [side, words.objection.stands[side]])}
          chosen={form['side'] ?? standing[0]}
          wrong={wrongs.at('/side')}
        />
      )}
      <MessageField visit={visit} wrongs={wrongs} />
    </>
  )
}

export const proposedWithdrawalOffer: Offer = {
  act: proposedWithdrawal,
  label: ({ proposals }) => proposals.withdrawal,
  isOffered: (license, now) => standingSides(license, now).length > 0,
}
