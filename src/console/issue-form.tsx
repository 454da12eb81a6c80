import { z } from 'zod'
import { issueLicense, licenseAsked, licenseBody } from '../api/license-body.ts'
import { id as idOf } from '../api/schema.ts'
import type { License } from '../license/license.ts'
import { planned } from '../license/plan.ts'
import { Problem } from '../license/problem.ts'
import { admins, sellers } from '../license/roles.ts'
import type { KnownCustomer } from '../store/customer.ts'
import { newId } from '../store/id.ts'
import { findPlan } from '../store/plan.ts'
import type { Plan } from '../store/plan.ts'
import { readCustomer } from '../store/read-customer.ts'
import { readLicense } from '../store/read-license.ts'
import { Form } from '../web/form.tsx'
import { overrideIn } from './act-fields.tsx'
import { hasAgreement, saidAgreement } from './agreement-fields.tsx'
import { fitting, nothingWrong, wrongsIn } from './fit.ts'
import type { Wrongs } from './fit.ts'
import { grantedIn, otherThan } from './grant-fields.tsx'
import { Head } from './head.tsx'
import { IssueFields, issuePointers } from './issue-fields.tsx'
import { Note } from '../web/note.tsx'
import { madeOnce, Once } from './made-once.tsx'
import type { Made } from './made-once.tsx'
import { once } from './once.ts'
import { planChoicePage } from './plan-choice.tsx'
import { prospectOf } from './prospect.ts'
import type { Prospect } from './prospect.ts'
import { referencesIn } from './reference-fields.tsx'
import { likelyZone } from './time-zone-field.tsx'
import { filled, may, named, page } from './visit.ts'
import type { StaffVisit } from './visit.ts'
import { WrongNote } from './wrong-note.tsx'

const path = '/console/customers/:customer/issue'

export const issuePages = [
  page('GET', path, sellers, async (visit) => {
    const customer = await customerIn(visit)
    const plan = await planIn(visit)
    return plan === null
      ? planChoicePage(visit, customer)
      : issuePage(visit, { customer, plan }, { wrongs: nothingWrong })
  }),
  page('POST', path, sellers, async (visit) => {
    const customer = await customerIn(visit)
    const plan = await planIn(visit)
    if (plan === null) throw new Problem('not-found')
    const sale = { customer, plan }
    try {
      return await madeOnce(visit, (within) => issue(within, sale))
    } catch (error) {
      if (error instanceof NotYetSeen)
        return issuePage(visit, sale, { wrongs: nothingWrong, isToConfirm: true })
      const wrongs = wrongsIn(visit, error)
      if (wrongs === null) throw error
      return { ...(await issuePage(visit, sale, { wrongs })), status: 422 }
    }
  }),
]

/** What is sold to whom. */
interface Sale {
  readonly customer: KnownCustomer
  readonly plan: Plan
}

/** The days that somebody was shown are not those that it would have: nothing is issued, and they look again. */
class NotYetSeen extends Error {}

/** @throws Problem not-found; relation-ended for anybody but an admin */
async function customerIn(visit: StaffVisit): Promise<KnownCustomer> {
  const customer = await readCustomer(visit.deps.db, named(visit, 'customer'))
  if (customer.endedRelation !== null && !may(visit, admins))
    throw new Problem('relation-ended', { customer: customer.id })
  return customer
}

async function planIn({ deps, query }: StaffVisit): Promise<Plan | null> {
  const code = query['plan'] ?? ''
  return code === '' ? null : findPlan(deps.db, code)
}

/** Issues the license once, however often its form is sent, and shows its key. */
async function issue(visit: StaffVisit, sale: Sale): Promise<Made> {
  const { deps, now, person, words } = visit
  const { id } = fitting(z.strictObject({ id: idOf('lic') }), { id: filled(visit, 'id') })
  const asked = await askedIn(visit, sale, id)
  const prospect = prospectOf(visit, asked.license)
  if (visit.form['look'] !== undefined || seal(prospect) !== filled(visit, 'shown'))
    throw new NotYetSeen()
  const issued = await once(
    () => licenseWith(visit, id),
    () => issueLicense(deps, asked.body, person, now, id),
  )
  const back = `/console/licenses/${id}`
  if (issued === null) return { to: back }
  const { issued: title, issuedLead: lead } = words.issue
  return { secret: { title, lead, secret: issued.key, back } }
}

async function licenseWith({ deps, now }: StaffVisit, id: string): Promise<License | null> {
  try {
    return (await readLicense(deps.db, id, now)).license
  } catch (error) {
    if (error instanceof Problem && error.code === 'not-found') return null
    throw error
  }
}

/** By what is shown it is known whether it was. */
function seal({ when, means }: Prospect): string {
  return [when, ...means].join(' ')
}

/** What is asked for, and what the law makes of it. @throws Problem unfit, too-many-terms */
async function askedIn(visit: StaffVisit, { customer, plan }: Sale, id: License['id']) {
  const { deps, now } = visit
  const override = overrideIn(visit, customer)
  const zone = await zoneIn(visit, customer)
  const body = fitting(licenseBody, {
    plan: plan.code,
    customer: customer.id,
    time_zone: zone,
    ...startIn(visit),
    ...(filled(visit, 'ends_on') !== '' && { ends_on: filled(visit, 'ends_on') }),
    overrides: visit.sends ? otherwiseIn(visit, plan) : {},
    external_refs: referencesIn(visit),
    ...(hasAgreement(visit, 'agreement') && { agreement: saidAgreement(visit, 'agreement', zone) }),
    ...(override !== null && { override: { reason: override.reason } }),
  })
  const known = { plan, customer: customer.id, override }
  return { body, license: (await licenseAsked(deps.db, body, known, now, id)).license }
}

async function zoneIn(visit: StaffVisit, customer: KnownCustomer): Promise<string> {
  return visit.form['time_zone'] ?? (await likelyZone(visit, customer))
}

function startIn(visit: StaffVisit) {
  const start = filled(visit, 'start')
  const by = filled(visit, 'start_by')
  if (start === 'first') return { starts: 'first_activation', ...(by !== '' && { start_by: by }) }
  return start === 'day' ? { starts_on: filled(visit, 'starts_on') } : {}
}

function otherwiseIn(visit: StaffVisit, { terms, product }: Plan) {
  return otherThan(planned(terms), grantedIn(visit, product.capabilities))
}

async function issuePage(
  visit: StaffVisit,
  sale: Sale,
  { wrongs, isToConfirm = false }: { readonly wrongs: Wrongs; readonly isToConfirm?: boolean },
) {
  const { words, person, now } = visit
  const { customer, plan } = sale
  const text = words.issue
  const id = visit.form['id'] ?? newId('lic', now)
  const at = `/console/customers/${customer.id}`
  const prospect = wrongs.some ? null : await foreseen(visit, sale)
  return {
    title: text.title,
    body: (
      <>
        <Head
          title={text.title}
          path={[
            ['/console/customers', words.places.customers],
            [at, customer.name],
          ]}
          line={`${plan.product.name} ${plan.name}`}
        />
        <section class="sheet narrow">
          <WrongNote visit={visit} wrongs={wrongs} pointers={issuePointers} />
          {isToConfirm && (
            <Note kind="ends">
              <p>{words.acts.confirm}</p>
            </Note>
          )}
          {prospect !== null && <ProspectText prospect={prospect} />}
          <Form action={`${at}/issue?plan=${plan.code}`} token={person.formToken}>
            <Once visit={visit} />
            <input type="hidden" name="id" value={id} />
            <IssueFields
              visit={visit}
              customer={customer}
              plan={plan}
              zone={await zoneIn(visit, customer)}
              wrongs={wrongs}
            />
            <IssueActs visit={visit} customer={customer} prospect={prospect} />
          </Form>
        </section>
      </>
    ),
  }
}

/** Null where what is filled in is not enough to say. */
async function foreseen(visit: StaffVisit, sale: Sale): Promise<Prospect | null> {
  try {
    return prospectOf(visit, (await askedIn(visit, sale, `lic_${sale.customer.id}`)).license)
  } catch (error) {
    if (error instanceof Problem && error.code === 'unfit') return null
    throw error
  }
}

export function ProspectText({ prospect }: { readonly prospect: Prospect }) {
  return (
    <div class="hero">
      <p class="when">{prospect.when}</p>
      {prospect.means.map((each) => (
        <p>{each}</p>
      ))}
    </div>
  )
}

function IssueActs({
  visit: { words },
  customer,
  prospect,
}: {
  readonly visit: StaffVisit
  readonly customer: KnownCustomer
  readonly prospect: Prospect | null
}) {
  return (
    <div class="acts">
      {prospect === null ? (
        <button name="look" value="1">
          {words.acts.look}
        </button>
      ) : (
        <>
          <input type="hidden" name="shown" value={seal(prospect)} />
          <button>{words.issue.do(customer.name)}</button>
        </>
      )}
      <a class="button plain" href={`/console/customers/${customer.id}`}>
        {words.frame.cancel}
      </a>
    </div>
  )
}
