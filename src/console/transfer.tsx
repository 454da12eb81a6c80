import type { Override } from '../license/ended-relation.ts'
import type { Agreement, License } from '../license/license.ts'
import { unfit } from '../license/problem.ts'
import { admins } from '../license/roles.ts'
import { transfer } from '../license/transfer.ts'
import type { Transfer } from '../license/transfer.ts'
import { findCustomer } from '../store/customer.ts'
import type { KnownCustomer } from '../store/customer.ts'
import type { Found } from '../store/lookup.ts'
import { transferLicense } from '../store/transfer.ts'
import { Choices, Field } from '../web/form.tsx'
import type { Act, Offer, SheetParts } from './act.tsx'
import { OverrideField, overrideIn, ReasonField, reasonIn } from './act-fields.tsx'
import { AgreementFields, agreementIn, agreementPointers } from './agreement-fields.tsx'
import { findByText } from './find.ts'
import { filled } from './visit.ts'
import type { StaffVisit } from './visit.ts'

interface Known {
  /** Those who are called as was typed. */
  readonly found: readonly Pick<Found, 'id' | 'name'>[]
  /** The one among them who gets it; null until it is clear who. */
  readonly receiver: KnownCustomer | null
}

interface Asked {
  readonly transfer: Transfer
  readonly override: Override | null
}

/** A business is sold, and its license goes along. */
export const handingOver: Act<Asked, Known> = {
  path: 'transfer',
  who: admins,
  title: (words) => words.acts.transfer.title,
  know: (visit, license) => knownIn(visit, license),
  pointers: [
    '/customer',
    '/reason',
    '/override',
    ...agreementPointers('/agreements/giver'),
    ...agreementPointers('/agreements/receiver'),
  ],
  read: async (visit, license, { found, receiver }) => {
    if (receiver === null)
      throw unfit(
        '/customer',
        found.length === 0
          ? 'No other customer is called so.'
          : 'Several customers are called so: choose one.',
      )
    const agreement = (party: 'giver' | 'receiver'): Promise<Agreement> =>
      agreementIn(
        visit,
        { name: party, pointer: `/agreements/${party}` },
        license.timeZone,
        license.id,
      )
    return {
      transfer: {
        to: receiver.id,
        reason: reasonIn(visit),
        giver: await agreement('giver'),
        receiver: await agreement('receiver'),
      },
      override: overrideIn(visit, receiver),
    }
  },
  run: (license, asked, now) => transfer(license, asked.transfer, now),
  keep: ({ deps, now, person }, license, asked) =>
    transferLicense(deps.db, license.id, asked.transfer, asked.override, person, now),
  told: ({ words }, _, __, { receiver }) => {
    const text = words.acts.transfer
    const name = receiver?.name ?? ''
    return { when: text.to(name), means: [text.means], button: text.do(name) }
  },
  Fields,
}

async function knownIn(visit: StaffVisit, { customer }: License): Promise<Known> {
  const { db } = visit.deps
  const typed = filled(visit, 'customer')
  const finding = typed === '' ? { found: [] } : await findByText(db, typed)
  const all = 'to' in finding ? [] : finding.found
  const found = all.filter(({ id }) => id !== customer)
  const chosen = found.find(({ id }) => id === filled(visit, 'to'))
  const only = found.length === 1 ? found[0] : undefined
  const receiver = chosen ?? only
  return { found, receiver: receiver === undefined ? null : await findCustomer(db, receiver.id) }
}

function Fields({ visit, wrongs, known }: SheetParts<Known>) {
  const { words, form } = visit
  const text = words.acts.transfer
  return (
    <>
      <Field
        name="customer"
        label={text.receiver}
        hint={text.receiverHint}
        value={form['customer']}
        wrong={wrongs.at('/customer')}
      />
      {known.found.length > 1 && (
        <Choices
          name="to"
          legend={text.which}
          options={known.found.map(({ id, name }) => [id, name])}
          chosen={known.receiver?.id}
        />
      )}
      <AgreementFields
        visit={visit}
        legend={text.giver}
        hint={text.giverHint}
        name="giver"
        pointer="/agreements/giver"
        wrongs={wrongs}
      />
      <AgreementFields
        visit={visit}
        legend={text.taker}
        hint={text.takerHint}
        name="receiver"
        pointer="/agreements/receiver"
        wrongs={wrongs}
      />
      <ReasonField visit={visit} wrongs={wrongs} />
      <OverrideField visit={visit} wrongs={wrongs} customer={known.receiver} />
    </>
  )
}

export const handingOverOffer: Offer = {
  act: handingOver,
  label: ({ acts }) => acts.transfer.title,
  isOffered: () => true,
}
