import { dateAt, instantOf } from '../license/calendar.ts'
import type { PlanTerms } from '../license/plan.ts'
import type { Misfit } from '../license/problem.ts'
import type { Arrivals, ArrivingCustomer, ArrivingLicense, ArrivingPlan } from './arrivals.ts'
import { readDocuments } from './keygen-documents.ts'
import type { Resource, Resources } from './keygen-documents.ts'
import { keygenNotes } from './keygen-notes.ts'
import {
  capabilityFrom,
  planFrom,
  productFrom,
  seatsFrom,
  shortened,
  textOr,
} from './keygen-plans.ts'
import type { KeygenSettings } from './keygen-plans.ts'
import { metadata } from './schema.ts'

/** Reads what moves in from documents of Keygen's API: products, policies, users, licenses, machines, entitlements. */
export function arrivalsFromKeygen(
  documents: readonly Readonly<Record<string, unknown>>[],
  settings: KeygenSettings,
): Arrivals {
  const resources = readDocuments(documents)
  const products = resources.of('products')
  const plans = new Map<string, ArrivingPlan>()
  for (const policy of resources.of('policies')) {
    const product = resources.find('products', policy.one('product'))
    if (product !== null) plans.set(policy.id, planFrom(policy, product, resources, settings))
  }
  const customers = new Map<string, ArrivingCustomer>()
  const licenses: ArrivingLicense[] = []
  const errors: Misfit[] = []
  for (const license of resources.of('licenses')) {
    const plan = plans.get(license.one('policy') ?? '')
    const place = `/licenses/${license.id}`
    if (plan === undefined) {
      errors.push({
        pointer: place,
        detail: 'Hand in its policy and that policy’s product as well.',
      })
      continue
    }
    const { handle, customer } = customerOf(license, resources)
    customers.set(handle, customers.get(handle) ?? customer)
    licenses.push(licenseFrom(license, plan, handle, resources, settings))
  }
  return {
    system: settings.system,
    products: products.map((product) => productFrom(product, resources, settings)),
    plans: [...plans.values()],
    customers,
    licenses,
    errors,
    notes: keygenNotes(resources),
  }
}

/** The owner of the license; one without belongs to a customer of its own. */
function customerOf(license: Resource, resources: Resources) {
  const owner = license.one('owner') ?? license.one('user')
  const user = resources.find('users', owner)
  const { fullName, firstName, lastName, email, name } = user?.attributes ?? license.attributes
  const called = [firstName, lastName].filter((each) => typeof each === 'string').join(' ')
  const address = textOr(email, '')
  const known = shortened(
    textOr(fullName, textOr(called, textOr(address, textOr(name, license.id)))),
  )
  const contact =
    user === null ? null : { name: known, emails: address === '' ? [] : [address], phones: [] }
  const ref = owner ?? `license ${license.id}`
  return {
    handle: ref,
    customer: { name: known, language: 'en', ref, contact },
  }
}

function licenseFrom(
  license: Resource,
  plan: ArrivingPlan,
  customer: string,
  resources: Resources,
  { timeZone, system }: KeygenSettings,
): ArrivingLicense {
  const { key, name, expiry, created, suspended, status } = license.attributes
  const endsAt = instantIn(expiry)
  const startsAt = instantIn(created)
  // The day on which it expires is still the customer's.
  const endsOn = endsAt === null ? undefined : dateAt(endsAt - 1, timeZone)
  const isPaused = suspended === true || status === 'BANNED'
  return {
    place: `/licenses/${license.id}`,
    customer,
    plan: plan.code,
    timeZone,
    startsOn: startsAt === null ? undefined : dateAt(startsAt, timeZone),
    endsOn,
    overrides: overridesOf(license, plan, endsOn !== undefined, resources),
    ref: license.id,
    key: typeof key === 'string' ? key : null,
    machines: machinesOf(license, resources),
    objection: null,
    suspension: isPaused
      ? { reason: `${textOr(status, 'SUSPENDED')} at ${system}`, from: null }
      : null,
    metadata: metadataOf(name, license.attributes.metadata),
  }
}

/** What this license has otherwise than its policy. */
function overridesOf(
  license: Resource,
  { terms }: ArrivingPlan,
  ends: boolean,
  resources: Resources,
): Partial<PlanTerms> {
  const seats = seatsFrom(license.attributes.maxMachines)
  const more = resources.entitlementsOf('licenses', license.id).map(capabilityFrom)
  const capabilities = [...new Set([...terms.capabilities, ...more])].sort()
  return {
    ...(seats !== null && seats !== terms.seats && { seats }),
    ...(more.length > 0 && { capabilities }),
    ...(ends && terms.term === null && { term: 'P1Y', renewal: 'none' }),
    ...(!ends && terms.term !== null && { term: null, renewal: 'none' }),
  }
}

function machinesOf({ id }: Resource, resources: Resources): ArrivingLicense['machines'] {
  return resources
    .of('machines')
    .filter((machine) => machine.one('license') === id)
    .flatMap(({ attributes: { fingerprint, name, hostname } }) =>
      typeof fingerprint === 'string' && fingerprint !== ''
        ? [{ fingerprint, name: shortened(textOr(name, textOr(hostname, ''))) || null }]
        : [],
    )
}

/** As far as metadata can be kept; what is larger stays behind. */
function metadataOf(name: unknown, given: unknown): ArrivingLicense['metadata'] {
  const { data = {} } = metadata.safeParse(given)
  return typeof name === 'string' && name !== '' ? { ...data, name: shortened(name) } : data
}

function instantIn(value: unknown): number | null {
  return typeof value === 'string' ? instantOf(value) : null
}
