import type { Deps } from '../deps.ts'
import type { Actor } from '../license/actor.ts'
import { boundAnew } from '../license/ended-relation.ts'
import type { CustomerId, Instant } from '../license/license.ts'
import { misfitsOf } from '../license/plan.ts'
import { Problem } from '../license/problem.ts'
import type { Misfit } from '../license/problem.ts'
import type { Customer } from '../store/customer.ts'
import { heldRelations } from '../store/ended-relation.ts'
import { newId } from '../store/id.ts'
import { ownersBy, takenKeys } from '../store/move-in.ts'
import { findPlan } from '../store/plan.ts'
import type { Plan } from '../store/plan.ts'
import { findProduct } from '../store/product.ts'
import type { Product } from '../store/product.ts'
import { refuseMerged } from '../store/read-customer.ts'
import { anyLicenseKey } from '../token/brought-key.ts'
import { hashLicenseKey } from '../token/new-license-key.ts'
import type { ArrivingLicense, Arrivals, MovingIn } from './arrivals.ts'
import { misfitOfKey } from '../store/new-key.ts'
import { problemDocument } from './problem.ts'
import { settleIn } from './settle-in.ts'
import type { SettledIn } from './settle-in.ts'

/** A license that can move in. */
export interface Draft {
  readonly arriving: ArrivingLicense
  readonly settled: SettledIn
  /** The key that it brings along in its spelling for looking up; null for a new one. */
  readonly key: string | null
}

/** What would be made, judged against what is there; nothing of it is kept yet. */
export interface Drafts {
  readonly products: readonly Product[]
  readonly plans: readonly Plan[]
  readonly customers: readonly Customer[]
  readonly licenses: readonly Draft[]
  readonly errors: readonly Misfit[]
}

/** Looks everything up and lets the law judge every license; what is wrong is collected. */
export async function draftArrivals(
  { db }: Pick<Deps, 'db'>,
  arrivals: MovingIn,
  actor: Actor,
  now: Instant,
): Promise<Drafts> {
  const { system } = arrivals
  const errors: Misfit[] = [...arrivals.errors]
  const override = arrivals.override === null ? null : { reason: arrivals.override, by: actor }
  const { products, plans, planBy } = await catalog(db, arrivals, now, errors)
  const { customers, idOf } = await customersOf(db, arrivals, now)
  const isTaken = await conflicts(db, arrivals)
  const owners = [...new Set(idOf.values())]
  const ended = await heldRelations(db, owners)
  await refuseMerged(db, owners, '/customer')
  const licenses: Draft[] = []
  for (const arriving of arrivals.licenses) {
    const plan = await planBy(arriving.plan)
    const customer = idOf.get(arriving.customer)
    const wrong = [
      ...isTaken(arriving),
      ...(plan === null
        ? [{ pointer: '/plan', detail: `There is no plan ${arriving.plan}.` }]
        : []),
    ]
    for (const { pointer, detail } of wrong)
      errors.push({ pointer: arriving.place + pointer, detail })
    if (plan === null || customer === undefined || wrong.length > 0) continue
    try {
      const settled = settleIn(arriving, plan, { customer, override }, actor, system, now)
      const relation = ended.get(customer) ?? null
      const bound = boundAnew(settled, { command: 'issue', relation, override })
      licenses.push({ arriving, settled: bound, key: keyOf(arriving) })
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      errors.push(...misfitsIn(error, arriving.place))
    }
  }
  return { products, plans, customers, licenses, errors }
}

function keyOf({ key }: ArrivingLicense): string | null {
  return key === null ? null : anyLicenseKey(key)
}

/** A refusal of the law, at the place of the license that it is about. */
function misfitsIn(problem: Problem, place: string): Misfit[] {
  const { errors } = problem.facts
  if (errors !== undefined)
    return errors.map(({ pointer, detail }) => ({ pointer: place + pointer, detail }))
  const { title, detail } = problemDocument(problem, '', '')
  return [{ pointer: place, detail: `${String(title)}. ${String(detail)}` }]
}

/** What a plan that moves in is beside its terms. */
const asMade = { trial: false, presetOverride: null, revision: 1 } as const

async function catalog(db: Deps['db'], arrivals: Arrivals, now: Instant, errors: Misfit[]) {
  const products = new Map<string, Product>()
  const added: Product[] = []
  for (const { code, ...rest } of arrivals.products) {
    const known = await findProduct(db, code)
    const id = newId('prd', now)
    const product = known ?? {
      id,
      code,
      ...rest,
      exportTables: [],
      algorithm: 'Ed25519',
      createdAt: now,
      revision: 1,
    }
    products.set(code, product)
    if (known === null) added.push(product)
  }
  const plans = new Map<string, Plan | null>()
  const made: Plan[] = []
  for (const { code, name, product: owner, terms } of arrivals.plans) {
    const known = await findPlan(db, code)
    const product = products.get(owner)
    if (known === null && product === undefined) continue
    const id = newId('pln', now)
    const plan =
      known ?? (product && { id, code, name, product, terms, ...asMade, createdAt: now }) ?? null
    plans.set(code, plan)
    if (known !== null || plan === null) continue
    made.push(plan)
    for (const { pointer, detail } of misfitsOf(terms, plan.product.capabilities))
      errors.push({ pointer: `/plans/${code}${pointer}`, detail })
  }
  const planBy = async (named: string): Promise<Plan | null> => {
    const found = plans.get(named) ?? (plans.has(named) ? null : await findPlan(db, named))
    plans.set(named, found)
    return found
  }
  return { products: added, plans: made, planBy }
}

async function customersOf(
  db: Deps['db'],
  { system, customers: arriving }: Arrivals,
  now: Instant,
) {
  const refs = [...arriving.values()].flatMap(({ ref }) => ref ?? [])
  const known = await ownersBy(db, 'customer', system, refs)
  const idOf = new Map<string, CustomerId>()
  const customers: Customer[] = []
  for (const [handle, { name, language, ref, contact }] of arriving) {
    const owner = ref === null ? undefined : known.get(ref)
    if (isCustomer(owner)) {
      idOf.set(handle, owner)
      continue
    }
    const id = newId('cus', now)
    idOf.set(handle, id)
    const may = ['object', 'sign', 'support'] as const
    const contacts = contact === null ? [] : [{ id: newId('con', now), ...contact, may }]
    const externalRefs = ref === null ? {} : { [system]: ref }
    customers.push({ id, name, language, externalRefs, contacts, createdAt: now, revision: 1 })
  }
  return { customers, idOf }
}

function isCustomer(id: string | undefined): id is CustomerId {
  return id?.startsWith('cus_') === true
}

/** What of a license is there already, on the server or twice in what moves in. */
async function conflicts(
  db: Deps['db'],
  { system, licenses }: Arrivals,
): Promise<(arriving: ArrivingLicense) => readonly Misfit[]> {
  const refs = licenses.flatMap(({ ref }) => ref ?? [])
  const known = new Set((await ownersBy(db, 'license', system, refs)).keys())
  const hashes = licenses.flatMap((each) => keyOf(each) ?? []).map(hashLicenseKey)
  const taken = new Set(await takenKeys(db, hashes))
  return (arriving) => {
    const { ref } = arriving
    const wrong = keyMisfits(arriving, taken)
    if (ref === null) return wrong
    if (!known.has(ref)) {
      known.add(ref)
      return wrong
    }
    const detail = `The license ${ref} of ${system} has moved in already.`
    return [...wrong, { pointer: '/license_ref', detail }]
  }
}

function keyMisfits(arriving: ArrivingLicense, taken: Set<string>): Misfit[] {
  if (arriving.key === null) return []
  const key = keyOf(arriving)
  const misfit = misfitOfKey(key)
  if (key === null || misfit !== null) return [{ pointer: '/key', detail: misfit ?? '' }]
  const hash = hashLicenseKey(key)
  if (taken.has(hash)) return [{ pointer: '/key', detail: 'The key opens another license.' }]
  taken.add(hash)
  return []
}
