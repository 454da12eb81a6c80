import { z } from 'zod'
import { text } from '../api/schema.ts'
import type { Consent } from '../license/consent.ts'
import { earliestTermination } from '../license/renewal.ts'
import { admins } from '../license/roles.ts'
import { withdrawTermination } from '../license/termination.ts'
import type { TerminationWithdrawal } from '../license/termination.ts'
import { longDay } from '../web/day.ts'
import { Choices, Field } from '../web/form.tsx'
import type { Act, Offer, SheetParts } from './act.tsx'
import { optionalReasonIn, ReasonField } from './act-fields.tsx'
import { fitting } from './fit.ts'
import { standingOf } from '../web/standing.ts'
import { filled } from './visit.ts'
import type { StaffVisit } from './visit.ts'

/** Takes a termination back that has not taken effect, by consent or as an error. */
export const terminationWithdrawal: Act<TerminationWithdrawal> = {
  path: 'termination/withdrawal',
  who: admins,
  title: (words) => words.acts.takeBack.title,
  know: async () => null,
  pointers: ['/agreed/by', '/agreed/how', '/reason'],
  read: (visit) => {
    const isError = filled(visit, 'kind') === 'error'
    return {
      kind: isError ? 'error' : 'agreed',
      reason: optionalReasonIn(visit),
      agreed: isError ? null : consentIn(visit),
      side: null,
      by: visit.person,
    }
  },
  run: (license, withdrawal, now) => withdrawTermination(license, withdrawal, now),
  told: ({ words, language, now }, { after }) => {
    const text = words.acts.takeBack
    const { renews, lastDay } = standingOf(after, now)
    return {
      when: lastDay === null ? text.goesOn : text.goesOnUntil(longDay(lastDay, language)),
      means: [renews ? words.license.renewsThen : words.license.endsThen],
      button: text.do,
    }
  },
  Fields,
}

const consentBody = z.strictObject({
  agreed: z.strictObject({ by: text(200), how: text(200) }),
})

/** @throws Problem unfit */
function consentIn(visit: StaffVisit): Consent {
  const said = visit.sends
    ? { by: filled(visit, 'agreed_by'), how: filled(visit, 'agreed_how') }
    : { by: '–', how: '–' }
  const { agreed } = fitting(consentBody, { agreed: said })
  return { ...agreed, at: visit.now }
}

function Fields({ visit, wrongs }: SheetParts<null>) {
  const { words, form } = visit
  const text = words.withdrawal
  return (
    <>
      <p>{words.acts.takeBack.lead}</p>
      <Choices
        name="kind"
        legend={text.kind}
        hint={text.kindHint}
        options={[
          ['agreed', text.agreed],
          ['error', text.error],
        ]}
        chosen={form['kind'] ?? 'agreed'}
      />
      <Field
        name="agreed_by"
        label={text.by}
        hint={text.byHint}
        value={form['agreed_by']}
        wrong={wrongs.at('/agreed/by')}
      />
      <Field
        name="agreed_how"
        label={text.how}
        hint={text.howHint}
        value={form['agreed_how']}
        wrong={wrongs.at('/agreed/how')}
      />
      <ReasonField visit={visit} wrongs={wrongs} />
    </>
  )
}

export const terminationWithdrawalOffer: Offer = {
  act: terminationWithdrawal,
  label: ({ acts }) => acts.takeBack.title,
  isOffered: (license, now) => (earliestTermination(license)?.effectiveAt ?? now) > now,
}
