import type { Child } from 'hono/jsx'
import { dateAt } from '../license/calendar.ts'
import { Problem } from '../license/problem.ts'
import { admins, readers } from '../license/roles.ts'
import type { Page } from '../store/page.ts'
import { listPlans } from '../store/plan.ts'
import type { Plan } from '../store/plan.ts'
import { findProduct, listProducts } from '../store/product.ts'
import type { Product } from '../store/product.ts'
import { shortDay } from '../web/day.ts'
import { Select } from '../web/form.tsx'
import { Head } from './head.tsx'
import { filterIn, List } from './list.tsx'
import { inOrder, orderingOf } from './order.ts'
import type { Ordering } from './order.ts'
import { cursorIn } from './pager.tsx'
import { termInWords } from './plan-choice.tsx'
import { ProductTables } from './product-tables.tsx'
import { Rows } from './rows.tsx'
import type { Column } from './rows.tsx'
import { may, named, page } from './visit.ts'
import type { StaffVisit } from './visit.ts'

export const productPages = [
  page('GET', '/console/products', readers, listPage),
  page('GET', '/console/products/:product', readers, async (visit) =>
    productPage(visit, await productIn(visit)),
  ),
]

/** So many products and plans stand in order on one page; whoever has more reads the rest by the API. */
const most = 200

/** @throws Problem not-found */
export async function productIn(visit: StaffVisit): Promise<Product> {
  const product = await findProduct(visit.deps.db, named(visit, 'product'))
  if (product === null) throw new Problem('not-found')
  return product
}

async function listPage(visit: StaffVisit) {
  const { deps, words } = visit
  const text = words.catalog
  const products = await listProducts(deps.db, { after: cursorIn(visit), limit: most })
  const { product } = filterIn(visit, ['product'])
  const plans = await listPlans(deps.db, { product, limit: most })
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
        <section class="sheet" id="products">
          <Products visit={visit} products={products} />
        </section>
        {products.data.length > 0 && (
          <section class="sheet" id="plans">
            <h2>{text.plans}</h2>
            <Plans
              visit={visit}
              plans={plans.data}
              filter={<ProductFilter {...{ visit, products, product }} />}
            />
          </section>
        )}
      </>
    ),
  }
}

const productColumns = ['name', 'code', 'since'] as const

const placeOfProduct = {
  name: ({ name }: Product) => name,
  code: ({ code }: Product) => code,
  since: ({ createdAt }: Product) => createdAt,
}

function Products({
  visit,
  products: { data, next },
}: {
  readonly visit: StaffVisit
  readonly products: Page<Product>
}) {
  const { words, language } = visit
  const text = words.catalog
  const usual = { by: 'name', descending: false } as const
  const order = orderingOf(visit, productColumns, usual, 'products')
  const labels = { name: text.product, code: text.code, since: words.customers.since }
  return (
    <List
      visit={visit}
      name="products"
      order={{ chosen: order, labels }}
      next={next}
      isEmpty={data.length === 0}
      none={<p class="quiet">{text.noProduct}</p>}
    >
      <Rows<Product>
        items={inOrder(data, order, placeOfProduct, language)}
        columns={[
          {
            head: text.product,
            order: order.link('name'),
            cell: ({ code, name }) => <a href={`/console/products/${code}`}>{name}</a>,
          },
          { head: text.code, order: order.link('code'), cell: ({ code }) => <code>{code}</code> },
          { head: text.formats, cell: ({ exportFormats }) => exportFormats.join(', ') },
          {
            head: words.customers.since,
            order: order.link('since'),
            cell: ({ createdAt }) => (
              <span class="nowrap">{shortDay(dateAt(createdAt, 'UTC'), language)}</span>
            ),
          },
        ]}
      />
    </List>
  )
}

function ProductFilter({
  visit: { words },
  products,
  product,
}: {
  readonly visit: StaffVisit
  readonly products: Page<Product>
  readonly product: string | undefined
}) {
  return (
    <Select
      name="product"
      label={words.catalog.product}
      options={[
        ['', words.frame.any],
        ...products.data.map(({ code, name }) => [code, name] as const),
      ]}
      chosen={product}
    />
  )
}

const planColumns = ['name', 'product', 'seats', 'since'] as const

const placeOfPlan = {
  name: ({ name }: Plan) => name,
  product: ({ product }: Plan) => product.name,
  seats: ({ terms }: Plan) => terms.seats ?? Infinity,
  since: ({ createdAt }: Plan) => createdAt,
}

/** Plans in order: of all products with a filter by them, or of one. */
function Plans({
  visit,
  plans,
  filter,
  of,
}: {
  readonly visit: StaffVisit
  readonly plans: readonly Plan[]
  readonly filter?: Child
  readonly of?: Product
}) {
  const { words, language } = visit
  const text = words.catalog
  const usual = { by: 'since', descending: false } as const
  const order = orderingOf(visit, planColumns, usual, 'plans')
  const labels = {
    name: words.license.plan,
    product: text.product,
    seats: words.license.seats,
    since: words.customers.since,
  }
  return (
    <List
      visit={visit}
      name="plans"
      within={of === undefined ? {} : { product: of.code }}
      filter={filter === undefined ? undefined : { names: ['product'], fields: filter }}
      order={{ chosen: order, labels }}
      next={null}
      isEmpty={plans.length === 0}
      none={<p class="quiet">{text.noPlan}</p>}
    >
      <Rows<Plan>
        items={inOrder(plans, order, placeOfPlan, language)}
        columns={planColumnsOf(visit, order)}
      />
    </List>
  )
}

function planColumnsOf(
  visit: StaffVisit,
  order: Ordering<(typeof planColumns)[number]>,
): Column<Plan>[] {
  const { words, language } = visit
  const text = words.catalog
  return [
    {
      head: words.license.plan,
      order: order.link('name'),
      cell: ({ code, name }) => <a href={`/console/plans/${code}`}>{name}</a>,
    },
    { head: text.product, order: order.link('product'), cell: ({ product }) => product.name },
    { head: text.term, cell: (plan) => termInWords(visit, plan) },
    {
      head: words.license.seats,
      order: order.link('seats'),
      cell: ({ terms }) => terms.seats ?? words.acts.amend.anyNumber,
    },
    { head: text.preset, cell: ({ terms }) => text.presets[presetNamed(terms.preset)].name },
    {
      head: words.customers.since,
      order: order.link('since'),
      cell: ({ createdAt }) => (
        <span class="nowrap">{shortDay(dateAt(createdAt, 'UTC'), language)}</span>
      ),
    },
  ]
}

/** The preset of a plan, as its words are named. */
export function presetNamed(code: string | undefined) {
  return code === 'b2b-de' || code === 'b2c-de' || code === 'saas-eu' ? code : 'custom'
}

async function productPage(visit: StaffVisit, product: Product) {
  const { deps, words } = visit
  const text = words.catalog
  const { code, name, id } = product
  const plans = (await listPlans(deps.db, { product: id, limit: most })).data
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
        <section class="sheet" id="plans">
          <h2>{text.plans}</h2>
          <Plans visit={visit} plans={plans} of={product} />
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
