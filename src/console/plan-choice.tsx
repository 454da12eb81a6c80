import { planned } from '../license/plan.ts'
import type { KnownCustomer } from '../store/customer.ts'
import { listPlans } from '../store/plan.ts'
import type { Plan } from '../store/plan.ts'
import { admins } from '../license/roles.ts'
import { Head } from './head.tsx'
import { lengthInWords } from './length-field.tsx'
import { Rows } from './rows.tsx'
import { may } from './visit.ts'
import type { StaffVisit } from './visit.ts'

/** So many fit on one page; whoever has more issues by the API. */
const most = 200

/** Under which plan a license is issued; where there is one alone, that. */
export async function planChoicePage(visit: StaffVisit, customer: KnownCustomer) {
  const { deps, words } = visit
  const { data: plans } = await listPlans(deps.db, { limit: most })
  const at = `/console/customers/${customer.id}`
  const [only] = plans
  if (plans.length === 1 && only !== undefined) return { to: `${at}/issue?plan=${only.code}` }
  const text = words.issue
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
          line={text.choose}
        />
        <section class="sheet">
          {plans.length === 0 ? (
            <div class="empty">
              <p>{text.noPlan}</p>
              {may(visit, admins) && (
                <a class="button second" href="/console/products">
                  {words.places.products}
                </a>
              )}
            </div>
          ) : (
            <Rows<Plan>
              items={plans}
              columns={[
                {
                  head: words.license.plan,
                  cell: ({ code, name }) => <a href={`${at}/issue?plan=${code}`}>{name}</a>,
                },
                { head: words.catalog.product, cell: ({ product }) => product.name },
                { head: words.catalog.term, cell: (plan) => termInWords(visit, plan) },
              ]}
            />
          )}
        </section>
      </>
    ),
  }
}

/** How long a plan’s licenses run, and whether they renew. */
export function termInWords(visit: StaffVisit, { terms }: Pick<Plan, 'terms'>): string {
  const { words } = visit
  const { term, renewal } = planned(terms)
  if (term === null) return words.license.perpetual
  return `${lengthInWords(visit, term)}, ${words.acts.amend.renewals[renewal]}`
}
