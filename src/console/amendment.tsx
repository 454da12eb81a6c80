import { overrides, termsFrom } from '../api/plan-members.ts'
import { amend } from '../license/amendment.ts'
import type { Amendment } from '../license/amendment.ts'
import { dateAt } from '../license/calendar.ts'
import { grantAt } from '../license/facts.ts'
import type { Agreement, CalendarDate, License } from '../license/license.ts'
import { isOver } from '../license/over.ts'
import { unfit } from '../license/problem.ts'
import { sellers } from '../license/roles.ts'
import { findProduct } from '../store/product.ts'
import { listPlans } from '../store/plan.ts'
import type { Plan } from '../store/plan.ts'
import { longDay, placeOf, plainDay } from '../web/day.ts'
import { Choices, Select } from '../web/form.tsx'
import type { Act, Offer, SheetParts } from './act.tsx'
import {
  AgreementFields,
  agreementIn,
  agreementPointers,
  hasAgreement,
} from './agreement-fields.tsx'
import { OverrideField, overrideIn } from './act-fields.tsx'
import { differences } from './differences.ts'
import { fitting } from './fit.ts'
import { agreedAt } from './license-pending.tsx'
import { GrantFields, grantedIn, grantPointers, otherThan } from './grant-fields.tsx'
import { filled } from './visit.ts'
import type { StaffVisit } from './visit.ts'

interface Known {
  /** Those of the license’s product. */
  readonly plans: readonly Plan[]
  readonly catalog: readonly string[]
}

/** Changes what was agreed, from now on or from the next term. */
export const amendment: Act<Amendment, Known> = {
  path: 'amendment',
  who: sellers,
  title: (words) => words.acts.amend.title,
  know: async ({ deps }, { product }) => ({
    plans: (await listPlans(deps.db, { product, limit: 200 })).data,
    catalog: (await findProduct(deps.db, product))?.capabilities ?? [],
  }),
  pointers: [
    '/from',
    '/plan',
    '/override',
    '/renewal',
    ...grantPointers(),
    ...agreementPointers('/agreement'),
  ],
  read: async (visit, license, { plans, catalog }) => ({
    from: filled(visit, 'from') === 'next_term' ? 'next_term' : 'now',
    changes: changesIn(visit, license, catalog),
    plan: planIn(visit, plans),
    catalog,
    agreement: await attachedIn(visit, license),
    override: overrideIn(visit, null),
  }),
  run: (license, asked, now) => amend(license, asked, now),
  told: (visit, { before, after }, asked) => {
    const { words, language, now } = visit
    const text = words.acts.amend
    const means = [
      ...differences(words, agreedAt(before, now), asked.changes),
      ...(asked.plan === null ? [] : [text.otherPlan(asked.plan.code)]),
      text.means,
    ]
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

/** What is filled in otherwise than it is agreed now. @throws Problem unfit */
function changesIn(
  visit: StaffVisit,
  license: License,
  catalog: readonly string[],
): Amendment['changes'] {
  if (!visit.sends) return {}
  const agreed = grantAt(license, visit.now)
  const catalogThen = [...new Set([...catalog, ...agreed.capabilities])]
  return termsFrom(
    fitting(overrides, {
      ...otherThan(agreed, grantedIn(visit, catalogThen)),
      ...(filled(visit, 'renewal') !== '' && { renewal: filled(visit, 'renewal') }),
    }),
  )
}

/** @throws Problem unfit */
function planIn(visit: StaffVisit, plans: readonly Plan[]): Plan | null {
  const code = filled(visit, 'plan')
  if (code === '') return null
  const plan = plans.find((each) => each.code === code)
  if (plan === undefined) throw unfit('/plan', 'There is no plan with this id or code.')
  return plan
}

/** @throws Problem unfit */
async function attachedIn(visit: StaffVisit, license: License): Promise<Agreement | null> {
  if (!hasAgreement(visit, 'agreement')) return null
  const where = { name: 'agreement', pointer: '/agreement' }
  return agreementIn(visit, where, license.timeZone, license.id)
}

/** The day from which an amendment of a coming term governs. */
function beginsOn(before: License, after: License): CalendarDate {
  const rules = after.rules[before.rules.length]
  const grant = after.grants[before.grants.length]
  return rules?.from ?? dateAt(grant?.from ?? after.recordedAt, after.timeZone)
}

const renewals = ['automatic', 'none'] as const

function Fields({ visit, license, known, wrongs }: SheetParts<Known>) {
  const { words, form, now } = visit
  const text = words.acts.amend
  const agreed = grantAt(license, now)
  return (
    <>
      <Choices
        name="from"
        legend={text.fromWhen}
        hint={text.fromWhenHint}
        options={[
          ['now', text.fromNow],
          ['next_term', text.fromNextTerm],
        ]}
        chosen={form['from'] ?? 'now'}
        wrong={wrongs.at('/from')}
      />
      <GrantFields
        visit={visit}
        granted={agreed}
        catalog={[...new Set([...known.catalog, ...agreed.capabilities])]}
        wrongs={wrongs}
      />
      <LaterFields visit={visit} known={known} wrongs={wrongs} />
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

/** What changes from the next term on alone. */
function LaterFields({
  visit: { words, form },
  known,
  wrongs,
}: Pick<SheetParts<Known>, 'visit' | 'known' | 'wrongs'>) {
  const text = words.acts.amend
  return (
    <div class="two">
      <Select
        name="plan"
        label={words.license.plan}
        hint={text.laterHint}
        options={[['', text.same], ...known.plans.map(({ code, name }) => [code, name] as const)]}
        chosen={form['plan']}
        wrong={wrongs.at('/plan')}
      />
      <Select
        name="renewal"
        label={text.renewal}
        hint={text.laterHint}
        options={[['', text.same], ...renewals.map((each) => [each, text.renewals[each]] as const)]}
        chosen={form['renewal']}
        wrong={wrongs.at('/renewal')}
      />
    </div>
  )
}

export const amendmentOffer: Offer = {
  act: amendment,
  label: ({ acts }) => acts.amend.offer,
  isOffered: (license, now) => !isOver(license, now),
}
