import { amend } from '../license/amendment.ts'
import type { Amendment } from '../license/amendment.ts'
import type { Agreement, License } from '../license/license.ts'
import { isOver } from '../license/over.ts'
import { sellers } from '../license/roles.ts'
import { longDay, placeOf, plainDay } from '../web/day.ts'
import type { Act, Offer, SheetParts } from './act.tsx'
import { OverrideField, overrideIn } from './act-fields.tsx'
import {
  AgreementFields,
  agreementIn,
  agreementPointers,
  hasAgreement,
} from './agreement-fields.tsx'
import {
  amendedIn,
  amendedLines,
  AmendmentFields,
  amendmentPointers,
  beginsOn,
  choosable,
} from './amendment-fields.tsx'
import type { Choosable } from './amendment-fields.tsx'
import type { StaffVisit } from './visit.ts'

/** Changes what was agreed, from now on or from the next term. */
export const amendment: Act<Amendment, Choosable> = {
  path: 'amendment',
  who: sellers,
  title: (words) => words.acts.amend.title,
  know: choosable,
  pointers: ['/override', ...amendmentPointers, ...agreementPointers('/agreement')],
  read: async (visit, license, known) => ({
    ...amendedIn(visit, license, known),
    agreement: await attachedIn(visit, license),
    override: overrideIn(visit, null),
  }),
  run: (license, asked, now) => amend(license, asked, now),
  told: (visit, { before, after }, asked) => {
    const { words, language } = visit
    const text = words.acts.amend
    const means = [...amendedLines(visit, before, asked), text.means]
    if (asked.from === 'now') return { when: text.now, means, button: text.doNow }
    const from = beginsOn(before, after)
    return {
      when: text.from(longDay(from, language), placeOf(after.timeZone)),
      means,
      button: text.doFrom(plainDay(from, language)),
    }
  },
  Fields,
}

/** @throws Problem unfit */
async function attachedIn(visit: StaffVisit, license: License): Promise<Agreement | null> {
  if (!hasAgreement(visit, 'agreement')) return null
  const where = { name: 'agreement', pointer: '/agreement' }
  return agreementIn(visit, where, license.timeZone, license.id)
}

function Fields({ visit, license, known, wrongs }: SheetParts<Choosable>) {
  const { words } = visit
  return (
    <>
      <AmendmentFields visit={visit} license={license} known={known} wrongs={wrongs} />
      <AgreementFields
        visit={visit}
        legend={`${words.acts.agreement.legend} (${words.frame.optional})`}
        hint={words.acts.agreement.hint}
        name="agreement"
        pointer="/agreement"
        wrongs={wrongs}
      />
      <OverrideField visit={visit} wrongs={wrongs} customer={null} />
    </>
  )
}

export const amendmentOffer: Offer = {
  act: amendment,
  label: ({ acts }) => acts.amend.offer,
  isOffered: (license, now) => !isOver(license, now),
}
