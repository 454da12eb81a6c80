import { overrides, termsFrom } from '../api/plan-members.ts'
import type { Amendment } from '../license/amendment.ts'
import { dateAt } from '../license/calendar.ts'
import { grantAt } from '../license/facts.ts'
import type { CalendarDate, License, Support } from '../license/license.ts'
import type { NamedPlan } from '../license/plan.ts'
import { unfit } from '../license/problem.ts'
import { findProduct } from '../store/product.ts'
import { listPlans } from '../store/plan.ts'
import type { Plan } from '../store/plan.ts'
import { Choices, Select } from '../web/form.tsx'
import type { SheetParts } from './act.tsx'
import { differences } from './differences.ts'
import { fitting } from './fit.ts'
import { GrantFields, grantedIn, grantPointers, otherThan } from './grant-fields.tsx'
import { countedIn, LengthField, lengthIn, lengthInWords } from './length-field.tsx'
import { agreedAt } from './license-pending.tsx'
import { SupportFields, supportIn } from './support-fields.tsx'
import { filled } from './visit.ts'
import type { StaffVisit } from './visit.ts'

/** What a license can be changed to. */
export interface Choosable {
  /** Those of the license’s product. */
  readonly plans: readonly Plan[]
  readonly catalog: readonly string[]
}

export async function choosable({ deps }: StaffVisit, { product }: License): Promise<Choosable> {
  return {
    plans: (await listPlans(deps.db, { product, limit: 200 })).data,
    catalog: (await findProduct(deps.db, product))?.capabilities ?? [],
  }
}

/** The members that the fields show what is wrong with. */
export const amendmentPointers: readonly string[] = [
  '/from',
  '/plan',
  '/renewal',
  '/renewal_term',
  '/renewal_notice',
  '/support',
  ...grantPointers(),
]

/** What is to change and from when on, as it was filled in. @throws Problem unfit */
export function amendedIn(
  visit: StaffVisit,
  license: License,
  { plans, catalog }: Choosable,
): Pick<Amendment, 'from' | 'changes' | 'plan' | 'catalog'> {
  return {
    from: filled(visit, 'from') === 'next_term' ? 'next_term' : 'now',
    changes: changesIn(visit, license, catalog),
    plan: planIn(visit, plans),
    catalog,
  }
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
  const [term, notice] = [lengthIn(visit, 'renewal_term'), lengthIn(visit, 'renewal_notice')]
  return termsFrom(
    fitting(overrides, {
      ...otherThan(agreed, grantedIn(visit, catalogThen)),
      ...otherSupport(visit, agreed.support),
      ...(filled(visit, 'renewal') !== '' && { renewal: filled(visit, 'renewal') }),
      ...(term !== null && { renewal_term: term }),
      ...(notice !== null && { renewal_notice: notice }),
    }),
  )
}

/** The support contract, where it is filled in otherwise; a form without its fields says nothing about it. */
function otherSupport(visit: StaffVisit, agreed: Support | null) {
  if (visit.form['support_level'] === undefined) return {}
  const support = supportIn(visit)
  const isSame = JSON.stringify(support) === JSON.stringify(agreed && asFilledIn(agreed))
  return isSame ? {} : { support }
}

function asFilledIn({ level, channels, scope, fairUse }: Support) {
  if (fairUse === null) return { level, channels, scope, fair_use: null }
  const { count, unit } = countedIn(fairUse.window)
  const rule = { inquiries: fairUse.inquiries, window: `P${count}${unit}` }
  return { level, channels, scope, fair_use: rule }
}

/** @throws Problem unfit */
function planIn(visit: StaffVisit, plans: readonly Plan[]): NamedPlan | null {
  const code = filled(visit, 'plan')
  if (code === '') return null
  const plan = plans.find((each) => each.code === code)
  if (plan === undefined) throw unfit('/plan', 'There is no plan with this id or code.')
  const { id, terms, presetOverride } = plan
  return { id, code, terms, presetOverride }
}

/** The members that {@link amendedLines} tells of. */
export const shownMembers: readonly string[] = [
  'capabilities',
  'limits',
  'seats',
  'support',
  'renewal',
  'term',
  'notice',
  'renewal_term',
  'renewal_notice',
]

/** What it makes otherwise than it is agreed now, a line each. */
export function amendedLines(
  { words, now }: Pick<StaffVisit, 'words' | 'now'>,
  license: License,
  { changes, plan }: Pick<Amendment, 'changes' | 'plan'>,
): readonly string[] {
  const { term, notice, renewalTerm = term, renewalNotice = notice } = changes
  return [
    ...differences(words, agreedAt(license, now), { ...changes, renewalTerm, renewalNotice }),
    ...(plan === null ? [] : [words.acts.amend.otherPlan(plan.code)]),
  ]
}

/** The day from which an amendment of a coming term governs. */
export function beginsOn(before: License, after: License): CalendarDate {
  const rules = after.rules[before.rules.length]
  const grant = after.grants[before.grants.length]
  return rules?.from ?? dateAt(grant?.from ?? after.recordedAt, after.timeZone)
}

type Parts = Pick<SheetParts<Choosable>, 'visit' | 'license' | 'known' | 'wrongs'>

/** From when on, what the license gives, its support, and what changes with a term alone. */
export function AmendmentFields({ visit, license, known, wrongs }: Parts) {
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
      <SupportFields visit={visit} kept={agreed.support} wrongs={wrongs} label={text.hasSupport} />
      <LaterFields visit={visit} license={license} known={known} wrongs={wrongs} />
    </>
  )
}

const renewals = ['automatic', 'none'] as const

/** What changes from the next term on alone. */
function LaterFields({ visit, license, known, wrongs }: Parts) {
  const { words, form, now } = visit
  const text = words.acts.amend
  const { renewalTerm, renewalNotice } = agreedAt(license, now)
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
      {renewalTerm !== null && (
        <>
          <LengthField
            visit={visit}
            name="renewal_term"
            label={text.length}
            hint={text.lengthHint(lengthInWords(visit, renewalTerm))}
            units={['Y', 'M', 'W', 'D']}
            kept={null}
            wrong={wrongs.at('/renewal_term')}
          />
          <LengthField
            visit={visit}
            name="renewal_notice"
            label={text.notice}
            hint={text.lengthHint(lengthInWords(visit, renewalNotice))}
            units={['D', 'W', 'M', 'Y']}
            kept={null}
            wrong={wrongs.at('/renewal_notice')}
          />
        </>
      )}
    </div>
  )
}
