import type { Actor } from '../../src/license/actor.ts'
import { issue } from '../../src/license/issue.ts'
import type { Issue } from '../../src/license/issue.ts'
import type { Instant, License } from '../../src/license/license.ts'
import type { PlanTerms } from '../../src/license/plan.ts'
import { insertCustomer } from '../../src/store/customer.ts'
import type { Customer } from '../../src/store/customer.ts'
import type { Database } from '../../src/store/database.ts'
import { newId } from '../../src/store/id.ts'
import { insertLicense } from '../../src/store/issue.ts'
import { insertPlan } from '../../src/store/plan.ts'
import type { Plan } from '../../src/store/plan.ts'
import { insertProduct } from '../../src/store/product.ts'
import type { Product } from '../../src/store/product.ts'
import { hashLicenseKey, makeLicenseKey } from '../../src/token/new-license-key.ts'

/** 1 October 2025 in Berlin, and a minute before. */
export const start: Instant = Date.parse('2025-10-01T00:00:00+02:00')
export const before: Instant = start - 60_000

export const admin: Actor = { id: 'tok_admin', role: 'admin' }

/** A product, a plan and a customer in a database, and licenses as they are wanted. */
export interface Bakery {
  readonly product: Product
  readonly plan: Plan
  readonly customer: Customer
  readonly sell: (asked?: Partial<Issue>, now?: Instant) => Promise<Sold>
}

export interface Sold {
  readonly license: License
  readonly keyHash: string
}

export async function openBakery(
  db: Database,
  terms: Partial<PlanTerms> = {},
  code = 'broetchenbringer',
): Promise<Bakery> {
  const product: Product = {
    id: newId('prd', before),
    code,
    name: 'Brötchenbringer',
    capabilities: ['orders:read', 'orders:write'],
    exportFormats: ['csv', 'jsonl'],
    exportTables: [],
    algorithm: 'Ed25519',
    createdAt: before,
    revision: 1,
  }
  const { exportTables: _, ...offered } = product
  const plan: Plan = {
    id: newId('pln', before),
    code: `${code}-annual`,
    product: offered,
    name: 'Annual',
    terms: {
      capabilities: ['orders:write', 'orders:read'],
      renewal: 'automatic',
      term: 'P1Y',
      seats: 3,
      ...terms,
    },
    trial: false,
    presetOverride: null,
    createdAt: before,
    revision: 1,
  }
  const customer: Customer = {
    id: newId('cus', before),
    name: 'Bäckerei Beispiel',
    language: 'de',
    externalRefs: {},
    contacts: [
      {
        id: newId('con', before),
        name: 'N. Beispiel',
        phones: ['+49 30 1234567'],
        emails: ['post@example.com'],
        may: ['object', 'sign'],
      },
    ],
    createdAt: before,
    revision: 1,
  }
  await insertProduct(db, product)
  await insertPlan(db, plan)
  await insertCustomer(db, customer)
  const sell = (asked: Partial<Issue> = {}, now: Instant = before): Promise<Sold> =>
    sold(db, { product, plan, customer }, asked, now)
  return { product, plan, customer, sell }
}

async function sold(
  db: Database,
  { product, plan, customer }: Omit<Bakery, 'sell'>,
  asked: Partial<Issue>,
  now: Instant,
): Promise<Sold> {
  const id = newId('lic', now)
  const outcome = issue(
    {
      id,
      customer: customer.id,
      product,
      plan,
      terms: plan.terms,
      timeZone: 'Europe/Berlin',
      startsOn: '2025-10-01',
      ...asked,
    },
    now,
  )
  const hash = hashLicenseKey(makeLicenseKey())
  const key = {
    id: newId('key', now),
    license: id,
    hash,
    sealed: '',
    createdAt: now,
    keepUntil: null,
    leakedAt: null,
  }
  return { license: await insertLicense(db, outcome, key, admin), keyHash: hash }
}
