import { issue } from '../license/issue.ts'
import type { License } from '../license/license.ts'
import { planned } from '../license/plan.ts'
import type { Planned } from '../license/plan.ts'
import { Problem } from '../license/problem.ts'
import { admins, readers } from '../license/roles.ts'
import { findPlan } from '../store/plan.ts'
import type { Plan } from '../store/plan.ts'
import { dateAt } from '../license/calendar.ts'
import { longDay } from '../web/day.ts'
import { Head } from './head.tsx'
import { ProspectText } from './issue-form.tsx'
import { lengthInWords } from './length-field.tsx'
import { Note } from '../web/note.tsx'
import { presetNamed } from './products.tsx'
import { prospectOf } from './prospect.ts'
import { may, named, page } from './visit.ts'
import type { StaffVisit } from './visit.ts'

export const planPages = [
  page('GET', '/console/plans/:plan', readers, async (visit) =>
    planPage(visit, await planIn(visit)),
  ),
]

/** @throws Problem not-found */
export async function planIn(visit: StaffVisit): Promise<Plan> {
  const plan = await findPlan(visit.deps.db, named(visit, 'plan'))
  if (plan === null) throw new Problem('not-found')
  return plan
}

async function planPage(visit: StaffVisit, plan: Plan) {
  const { words, language } = visit
  const text = words.catalog
  const { code, name, product, presetOverride } = plan
  return {
    title: name,
    body: (
      <>
        <Head
          title={name}
          path={[
            ['/console/products', words.places.products],
            [`/console/products/${product.code}`, product.name],
          ]}
          line={<code>{code}</code>}
        >
          {may(visit, admins) && (
            <a class="button second" href={`/console/plans/${code}/edit`}>
              {words.customerForm.edit}
            </a>
          )}
        </Head>
        {presetOverride !== null && (
          <Note kind="ends">
            <p>
              {text.letPass(
                longDay(dateAt(presetOverride.at, 'UTC'), language),
                presetOverride.reason,
              )}
            </p>
          </Note>
        )}
        <section class="sheet">
          <p class="quiet small">{text.example}</p>
          <ProspectText prospect={prospectOf(visit, exampleOf(visit, plan))} />
        </section>
        <PlanFacts visit={visit} plan={plan} />
      </>
    ),
  }
}

/** A license under the plan that is issued today, to show what its days would be; it is kept nowhere. */
function exampleOf(
  { now, language }: StaffVisit,
  { id, code, product, terms, presetOverride }: Plan,
): License {
  const plan = { id, code, terms, presetOverride }
  const timeZone = language === 'de' ? 'Europe/Berlin' : 'Europe/London'
  return issue({ id: 'lic_example', customer: 'cus_example', product, plan, terms, timeZone }, now)
    .license
}

function PlanFacts({ visit, plan }: { readonly visit: StaffVisit; readonly plan: Plan }) {
  const { words } = visit
  const text = words.catalog
  const terms = planned(plan.terms)
  const rows: readonly (readonly [string, string])[] = [
    [text.preset, text.presets[presetNamed(terms.preset)].name],
    ...termRows(visit, terms),
    [words.license.seats, terms.seats === null ? words.acts.amend.anyNumber : String(terms.seats)],
    ...Object.entries(terms.limits).map(([name, value]) => [name, String(value)] as const),
    [
      words.license.support,
      terms.support === null ? words.license.supportNone : terms.support.level,
    ],
    ...(terms.support?.fairUse == null
      ? []
      : [
          [
            text.fairUse,
            text.fairUseOf(
              terms.support.fairUse.inquiries,
              lengthInWords(visit, terms.support.fairUse.window),
            ),
          ] as const,
        ]),
    [text.tokenLifetime, lengthInWords(visit, terms.tokenLifetime)],
    ...(plan.trial ? [[text.trial, text.trialYes] as const] : []),
  ]
  return (
    <section class="sheet">
      <h2>{words.license.agreed}</h2>
      <dl class="facts">
        {rows.map(([head, value]) => (
          <>
            <dt>{head}</dt>
            <dd>{value}</dd>
          </>
        ))}
        <dt>{words.license.capabilities}</dt>
        <dd>
          {terms.capabilities.map((each) => (
            <>
              <code>{each}</code>{' '}
            </>
          ))}
        </dd>
      </dl>
      <p class="quiet small">{text.laterEdits}</p>
    </section>
  )
}

/** Lengths and notices; a perpetual license has none of them. */
function termRows(visit: StaffVisit, terms: Planned): readonly (readonly [string, string])[] {
  const { words } = visit
  const text = words.catalog
  const { term, renewalTerm, notice, renewalNotice, renewal, renewalLeeway } = terms
  if (term === null) return [[text.term, words.license.perpetual]]
  const length = (period: string): string => lengthInWords(visit, period)
  const rows = [
    [text.term, length(term)],
    [words.acts.amend.renewal, words.acts.amend.renewals[renewal]],
  ] as const
  if (renewal === 'none') return rows
  return [
    ...rows,
    [text.renewalTerm, length(renewalTerm ?? term)],
    [text.notice, length(notice)],
    [text.renewalNotice, length(renewalNotice)],
    [text.leeway, length(renewalLeeway)],
  ]
}
