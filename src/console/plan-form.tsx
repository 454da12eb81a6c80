import { planBody } from '../api/plan-body.ts'
import { termsFrom } from '../api/plan-members.ts'
import { Problem } from '../license/problem.ts'
import { admins } from '../license/roles.ts'
import { inTransaction } from '../store/database.ts'
import { insertPlan, lockPlan, updatePlan } from '../store/plan.ts'
import type { Plan } from '../store/plan.ts'
import { editedPlan, newPlan } from '../store/plan-edit.ts'
import type { Product } from '../store/product.ts'
import { Field, Form } from '../web/form.tsx'
import { OverrideField, overrideIn } from './act-fields.tsx'
import { fitting, nothingWrong, orAgain } from './fit.ts'
import type { Wrongs } from './fit.ts'
import { Head } from './head.tsx'
import { madeOnce, Once } from './made-once.tsx'
import { Note } from '../web/note.tsx'
import { planIn } from './plan.tsx'
import { PlanFields, planMembersIn, planPointers } from './plan-fields.tsx'
import { productIn } from './products.tsx'
import { filled, page } from './visit.ts'
import type { StaffVisit } from './visit.ts'
import { WrongNote } from './wrong-note.tsx'

const newPath = '/console/products/:product/new-plan'

export const planFormPages = [
  page('GET', newPath, admins, async (visit) =>
    formPage(visit, { product: await productIn(visit), kept: null }, nothingWrong),
  ),
  page('POST', newPath, admins, async (visit) => {
    const product = await productIn(visit)
    return orAgain(
      visit,
      () => madeOnce(visit, (within) => add(within, product)),
      (wrongs) => formPage(visit, { product, kept: null }, wrongs),
    )
  }),
  page('GET', '/console/plans/:plan/edit', admins, async (visit) => {
    const kept = await planIn(visit)
    return formPage(visit, { product: kept.product, kept }, nothingWrong)
  }),
  page('POST', '/console/plans/:plan/edit', admins, async (visit) => {
    const kept = await planIn(visit)
    return orAgain(
      visit,
      () => save(visit, kept),
      (wrongs) => formPage(visit, { product: kept.product, kept }, wrongs),
    )
  }),
]

/** A plan’s product, and the plan as it is kept; null for a new one. */
interface Known {
  readonly product: Plan['product']
  readonly kept: Plan | null
}

/** What the form says, by the schema that the API reads a plan by. @throws Problem unfit */
function saidIn(visit: StaffVisit, product: Plan['product'], code: string) {
  const body = fitting(planBody, {
    code,
    product: product.code,
    name: filled(visit, 'name'),
    ...planMembersIn(visit, product.capabilities),
    trial: visit.form['trial'] !== undefined,
  })
  const { code: _code, product: _product, name, trial = false, override: _, ...members } = body
  const { capabilities, renewal } = members
  return { code: body.code, name, trial, terms: { ...termsFrom(members), capabilities, renewal } }
}

async function add(visit: StaffVisit, product: Product) {
  const said = saidIn(visit, product, filled(visit, 'code'))
  const plan = newPlan({ ...said, product }, overrideIn(visit, null), visit.now)
  await insertPlan(visit.deps.db, plan)
  return { to: `/console/plans/${plan.code}` }
}

async function save(visit: StaffVisit, kept: Plan) {
  const { name, terms, trial } = saidIn(visit, kept.product, kept.code)
  const isKept = await inTransaction(visit.deps.db, async (trx) => {
    const before = await lockPlan(trx, kept.id)
    if (before === null) throw new Problem('not-found')
    if (String(before.revision) !== filled(visit, 'revision')) return false
    const override = overrideIn(visit, null)
    await updatePlan(trx, editedPlan(before, { name, terms, trial }, override, visit.now))
    return true
  })
  if (isKept) return { to: `/console/plans/${kept.code}` }
  const known = { product: kept.product, kept: await planIn(visit) }
  return { ...(await formPage(visit, known, nothingWrong, true)), status: 412 }
}

async function formPage(visit: StaffVisit, known: Known, wrongs: Wrongs, hasChanged = false) {
  const { words, person } = visit
  const { product, kept } = known
  const text = words.catalog
  const title = kept === null ? text.addPlan : text.editPlan
  const back = kept === null ? `/console/products/${product.code}` : `/console/plans/${kept.code}`
  return {
    title,
    body: (
      <>
        <Head
          title={title}
          path={[
            ['/console/products', words.places.products],
            [`/console/products/${product.code}`, product.name],
            ...(kept === null ? [] : ([[back, kept.name]] as const)),
          ]}
        />
        <section class="sheet narrow">
          {kept !== null && (
            <Note kind={hasChanged ? 'wrong' : 'plain'}>
              <p>{hasChanged ? words.customerForm.changedMeanwhile : text.laterEdits}</p>
            </Note>
          )}
          <Form
            action={kept === null ? `${back}/new-plan` : `${back}/edit`}
            token={person.formToken}
          >
            {kept === null && <Once visit={visit} />}
            <WrongNote visit={visit} wrongs={wrongs} pointers={planPointers} />
            <Naming visit={visit} kept={kept} wrongs={wrongs} hasChanged={hasChanged} />
            <PlanFields visit={visit} product={product} kept={kept} wrongs={wrongs} />
            <OverrideField visit={visit} wrongs={wrongs} customer={null} />
            <div class="acts">
              <button>{kept === null ? text.addPlanDo : text.editPlanDo}</button>
              <a class="button plain" href={back}>
                {words.frame.cancel}
              </a>
            </div>
          </Form>
        </section>
      </>
    ),
  }
}

function Naming({
  visit: { words, form },
  kept,
  wrongs,
  hasChanged,
}: {
  readonly visit: StaffVisit
  readonly kept: Plan | null
  readonly wrongs: Wrongs
  readonly hasChanged: boolean
}) {
  const text = words.catalog
  const revision = hasChanged ? undefined : form['revision']
  return (
    <div class="two">
      {kept !== null && (
        <input type="hidden" name="revision" value={revision ?? String(kept.revision)} />
      )}
      <Field
        name="name"
        label={words.people.name}
        hint={text.planNameHint}
        value={form['name'] ?? kept?.name}
        wrong={wrongs.at('/name')}
      />
      {kept === null && (
        <Field
          name="code"
          label={text.code}
          hint={text.planCodeHint}
          value={form['code']}
          wrong={wrongs.at('/code')}
        />
      )}
    </div>
  )
}
