import { Problem } from '../license/problem.ts'
import { admins, readers } from '../license/roles.ts'
import { listPlans } from '../store/plan.ts'
import type { Plan } from '../store/plan.ts'
import { findProduct, listProducts } from '../store/product.ts'
import type { Product } from '../store/product.ts'
import { Head } from './head.tsx'
import { TakeAlong } from './list.tsx'
import { cursorIn, Pager, pageSize } from './pager.tsx'
import { termInWords } from './plan-choice.tsx'
import { ProductTables } from './product-tables.tsx'
import { Rows } from './rows.tsx'
import { may, named, page } from './visit.ts'
import type { StaffVisit } from './visit.ts'

export const productPages = [
  page('GET', '/console/products', readers, listPage),
  page('GET', '/console/products/:product', readers, async (visit) =>
    productPage(visit, await productIn(visit)),
  ),
]

/** So many plans of a product fit on its page; whoever has more reads the rest by the API. */
const mostPlans = 200

/** @throws Problem not-found */
export async function productIn(visit: StaffVisit): Promise<Product> {
  const product = await findProduct(visit.deps.db, named(visit, 'product'))
  if (product === null) throw new Problem('not-found')
  return product
}

async function listPage(visit: StaffVisit) {
  const { deps, words } = visit
  const text = words.catalog
  const list = await listProducts(deps.db, { after: cursorIn(visit), limit: pageSize })
  const plans = (await listPlans(deps.db, { limit: mostPlans })).data
  return {
    title: words.places.products,
    body: (
      <>
        <Head title={words.places.products} line={text.lead}>
          {may(visit, admins) && (
            <a class="button" href="/console/new-product">
              {text.addProduct}
            </a>
          )}
        </Head>
        {list.data.length === 0 ? (
          <section class="sheet">
            <p class="quiet">{text.noProduct}</p>
          </section>
        ) : (
          list.data.map((product) => (
            <ProductSheet
              visit={visit}
              product={product}
              plans={plans.filter((plan) => plan.product.id === product.id)}
            />
          ))
        )}
        <Pager visit={visit} next={list.next} />
        {list.data.length > 0 && <Along visit={visit} />}
      </>
    ),
  }
}

/** Products and plans are lists of their own. */
function Along({ visit }: { readonly visit: StaffVisit }) {
  const { words } = visit
  return (
    <section class="sheet">
      <h2>{words.places.products}</h2>
      <TakeAlong visit={visit} name="products" query={{}} />
      <h2>{words.catalog.plans}</h2>
      <TakeAlong visit={visit} name="plans" query={{}} />
    </section>
  )
}

/** A product in the list, with its plans. */
function ProductSheet({
  visit,
  product,
  plans,
}: {
  readonly visit: StaffVisit
  readonly product: Product
  readonly plans: readonly Plan[]
}) {
  const { words } = visit
  return (
    <section class="sheet">
      <header>
        <h2>
          <a href={`/console/products/${product.code}`}>{product.name}</a>
        </h2>
        <p class="quiet small">
          <code>{product.code}</code> · {words.catalog.exports(product.exportFormats.join(', '))}
        </p>
      </header>
      {plans.length === 0 ? (
        <p class="quiet">{words.catalog.noPlan}</p>
      ) : (
        <PlanRows visit={visit} plans={plans} />
      )}
    </section>
  )
}

function PlanRows({
  visit,
  plans,
}: {
  readonly visit: StaffVisit
  readonly plans: readonly Plan[]
}) {
  const { words } = visit
  const text = words.catalog
  return (
    <Rows<Plan>
      items={plans}
      columns={[
        {
          head: words.license.plan,
          cell: ({ code, name }) => <a href={`/console/plans/${code}`}>{name}</a>,
        },
        { head: text.term, cell: (plan) => termInWords(visit, plan) },
        {
          head: words.license.seats,
          cell: ({ terms }) => terms.seats ?? words.acts.amend.anyNumber,
        },
        {
          head: text.preset,
          cell: ({ terms }) => text.presets[presetNamed(terms.preset)].name,
        },
      ]}
    />
  )
}

/** The preset of a plan, as its words are named. */
export function presetNamed(code: string | undefined) {
  return code === 'b2b-de' || code === 'b2c-de' || code === 'saas-eu' ? code : 'custom'
}

async function productPage(visit: StaffVisit, product: Product) {
  const { deps, words } = visit
  const text = words.catalog
  const { code, name, id } = product
  const plans = (await listPlans(deps.db, { product: id, limit: mostPlans })).data
  return {
    title: name,
    body: (
      <>
        <Head
          title={name}
          path={[['/console/products', words.places.products]]}
          line={<code>{code}</code>}
        >
          {may(visit, admins) && (
            <>
              <a class="button second" href={`/console/products/${code}/edit`}>
                {words.customerForm.edit}
              </a>
              <a class="button" href={`/console/products/${code}/new-plan`}>
                {text.addPlan}
              </a>
            </>
          )}
        </Head>
        <section class="sheet">
          <h2>{text.plans}</h2>
          {plans.length === 0 ? (
            <p class="quiet">{text.noPlan}</p>
          ) : (
            <PlanRows visit={visit} plans={plans} />
          )}
        </section>
        <ProductFacts visit={visit} product={product} />
        <ProductTables visit={visit} product={product} />
      </>
    ),
  }
}

/** What a product defines: all that licenses can give, and what its customers can take along. */
function ProductFacts({
  visit: { words },
  product: { capabilities, exportFormats, algorithm, id },
}: {
  readonly visit: StaffVisit
  readonly product: Product
}) {
  const text = words.catalog
  return (
    <section class="sheet">
      <h2>{text.defines}</h2>
      <dl class="facts">
        <dt>{words.license.capabilities}</dt>
        <dd>
          {capabilities.length === 0
            ? words.grant.noCapabilities
            : capabilities.map((each) => (
                <>
                  <code>{each}</code>{' '}
                </>
              ))}
        </dd>
        <dt>{text.formats}</dt>
        <dd>{exportFormats.join(', ')}</dd>
        <dt>{words.signingKeys.algorithm}</dt>
        <dd>{algorithm}</dd>
        <dt>{words.license.id}</dt>
        <dd>
          <code>{id}</code>
        </dd>
      </dl>
    </section>
  )
}
