import { dateAt } from '../license/calendar.ts'
import type { Instant, License } from '../license/license.ts'
import { propose } from '../license/proposal.ts'
import type { Offer, Proposal } from '../license/proposal.ts'
import { findCustomer } from '../store/customer.ts'
import { keepProposal } from '../store/proposal.ts'
import { longDay, placeOf } from '../web/day.ts'
import { Field } from '../web/form.tsx'
import type { Consequence } from './act.tsx'
import { optionalReasonIn } from './act-fields.tsx'
import type { Wrongs } from './fit.ts'
import { proposedLines } from './proposed-lines.ts'
import type { StaffVisit } from './visit.ts'

/** Those at the customer’s who may accept what is proposed, by name. */
export async function signersOf(
  { deps }: StaffVisit,
  { customer }: License,
): Promise<readonly string[]> {
  const { contacts = [] } = (await findCustomer(deps.db, customer)) ?? {}
  return contacts.filter(({ may }) => may.includes('sign')).map(({ name }) => name)
}

/** What would be so once it is accepted, and until when it can be. */
export function whatFollows(
  visit: StaffVisit,
  { before, after }: { readonly before: License; readonly after: License },
  { asked }: Pick<Offer, 'asked'>,
  signers: readonly string[],
): Consequence {
  const text = visit.words.proposals
  const lapsesAt = after.proposals.at(-1)?.lapsesAt ?? null
  return {
    when: untilWhen(visit, lapsesAt, after),
    means: [
      ...proposedLines(visit, before, asked),
      signers.length === 0 ? text.nobody : text.means(signers.join(', ')),
    ],
    button: text.do,
  }
}

/** Until when the other side can accept it. */
export function untilWhen(
  { words, language }: Pick<StaffVisit, 'words' | 'language'>,
  lapsesAt: Instant | null,
  { timeZone }: Pick<License, 'timeZone'>,
): string {
  const text = words.proposals
  if (lapsesAt === null) return text.open
  return text.until(longDay(dateAt(lapsesAt - 1, timeZone), language), placeOf(timeZone))
}

/** Records it, with the event and what is told of it. */
export async function keepOffer(
  { deps, now, person }: StaffVisit,
  license: License,
  offer: Offer,
): ReturnType<typeof keepProposal> {
  return keepProposal(deps.db, license.id, (before) => propose(before, offer, now), person, now)
}

/** What is written with it; null where nothing is. @throws Problem unfit */
export function messageIn(visit: StaffVisit): Proposal['reason'] {
  return optionalReasonIn(visit)
}

export function MessageField({
  visit: { words, form },
  wrongs,
}: {
  readonly visit: StaffVisit
  readonly wrongs: Wrongs
}) {
  const text = words.proposals
  return (
    <Field
      name="reason"
      label={`${text.message} (${words.frame.optional})`}
      hint={text.messageHint}
      value={form['reason']}
      wrong={wrongs.at('/reason')}
      lines
    />
  )
}
