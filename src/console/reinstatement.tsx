import { z } from 'zod'
import { idOrCode } from '../api/schema.ts'
import { decideAt } from '../license/facts.ts'
import type { Override } from '../license/ended-relation.ts'
import { unfit } from '../license/problem.ts'
import { reinstate } from '../license/reinstatement.ts'
import type { Reinstatement } from '../license/reinstatement.ts'
import { admins } from '../license/roles.ts'
import { findCustomer } from '../store/customer.ts'
import type { KnownCustomer } from '../store/customer.ts'
import { unlessEnded } from '../store/ended-relation.ts'
import { listPlans } from '../store/plan.ts'
import type { Plan } from '../store/plan.ts'
import { longDay, placeOf, plainDay } from '../web/day.ts'
import { Field, Select } from '../web/form.tsx'
import { isPossible } from './act.tsx'
import type { Act, Offer, SheetParts } from './act.tsx'
import { dayIn, OverrideField, overrideIn, ReasonField, reasonIn } from './act-fields.tsx'
import { fitting } from './fit.ts'
import { filled } from './visit.ts'

interface Known {
  readonly customer: KnownCustomer | null
  /** Those of the license’s product. */
  readonly plans: readonly Plan[]
}

interface Asked {
  readonly back: Reinstatement
  readonly override: Override | null
}

/** A customer who comes back after the end. */
export const reinstatement: Act<Asked, Known> = {
  path: 'reinstatement',
  who: admins,
  title: (words) => words.acts.reinstate.title,
  know: async ({ deps }, { customer, product }) => ({
    customer: await findCustomer(deps.db, customer),
    plans: (await listPlans(deps.db, { product, limit: 200 })).data,
  }),
  pointers: ['/starts_on', '/plan', '/reason', '/override'],
  read: (visit, license, { customer, plans }) => {
    const code = filled(visit, 'plan')
    const plan =
      code === ''
        ? null
        : planIn(plans, fitting(z.strictObject({ plan: idOrCode }), { plan: code }).plan)
    return {
      back: {
        startsOn: dayIn(visit, 'starts_on'),
        plan: plan && { ...plan, catalog: plan.product.capabilities },
        reason: reasonIn(visit),
        override: overrideIn(visit, customer),
      },
      override: overrideIn(visit, customer),
    }
  },
  run: (license, { back, override }, now, trx) =>
    unlessEnded(trx, reinstate(license, back, now), 'reinstate', override),
  told: ({ words, language, now }, { after }) => {
    const text = words.acts.reinstate
    const { startsOn = '', endsOn = null } = after.terms.at(-1) ?? {}
    const from = longDay(startsOn, language)
    const isSuspended = decideAt(after, now).conditions.includes('suspended')
    return {
      when:
        endsOn === null
          ? text.from(from)
          : text.fromTo(from, longDay(endsOn, language), placeOf(after.timeZone)),
      means: [text.means, ...(isSuspended ? [text.staysSuspended] : [])],
      button: text.do(plainDay(startsOn, language)),
    }
  },
  Fields,
}

/** @throws Problem unfit */
function planIn(plans: readonly Plan[], code: string): Plan {
  const plan = plans.find((each) => each.code === code)
  if (plan === undefined) throw unfit('/plan', 'There is no plan with this id or code.')
  return plan
}

function Fields({ visit, wrongs, known }: SheetParts<Known>) {
  const { words, form } = visit
  const text = words.acts.reinstate
  return (
    <>
      <Field
        name="starts_on"
        type="date"
        label={text.startsOn}
        hint={text.startsOnHint}
        value={form['starts_on']}
        wrong={wrongs.at('/starts_on')}
      />
      <Select
        name="plan"
        label={words.license.plan}
        options={[
          ['', text.samePlan],
          ...known.plans.map(({ code, name }) => [code, name] as const),
        ]}
        chosen={form['plan']}
        wrong={wrongs.at('/plan')}
      />
      <ReasonField visit={visit} wrongs={wrongs} />
      <OverrideField visit={visit} wrongs={wrongs} customer={known.customer} />
    </>
  )
}

export const reinstatementOffer: Offer = {
  act: reinstatement,
  label: ({ acts }) => acts.reinstate.offer,
  isOffered: (license, now) =>
    isPossible(() => reinstate(license, { startsOn: null, plan: null, reason: '–' }, now)),
}
