import { isCapability } from '../license/capability.ts'
import type { PlanTerms } from '../license/plan.ts'
import type { ArrivingPlan, ArrivingProduct } from './arrivals.ts'
import type { Resource, Resources } from './keygen-documents.ts'

/** What Keygen does not know and everything that moves in needs. */
export interface KeygenSettings {
  readonly system: string
  readonly timeZone: string
  /** What every license gives beside its entitlements. */
  readonly capabilities: readonly string[]
  readonly exportFormats: readonly string[]
}

/**
 * A product's code on this server: its own at Keygen, else its name made plain. Where that is another product's too, the end of its
 * id tells them apart.
 */
export function productCode(product: Resource, resources: Resources): string {
  const code = plainCode(product)
  return isShared(product, resources) ? `${code.slice(0, 31)}-${plain(product.id).slice(-8)}` : code
}

/** Whether another product would have the same code. Keygen's own codes are unique, so who has one keeps it. */
export function isShared(product: Resource, resources: Resources): boolean {
  const code = plainCode(product)
  const others = resources.of('products').filter(({ id }) => id !== product.id)
  return textOr(product.attributes.code, '') === '' && others.some((it) => plainCode(it) === code)
}

function plainCode({ id, attributes: { code, name } }: Resource): string {
  return plain(textOr(code, textOr(name, id))) || plain(id) || 'product'
}

/** A policy's code on this server: product and name, and the end of its id, since names come twice. */
export function planCode(policy: Resource, product: string): string {
  const name = plain(textOr(policy.attributes.name, 'policy')).slice(0, 20)
  return `${product.slice(0, 30)}-${name}-${plain(policy.id).slice(-8)}`
}

export function productFrom(
  product: Resource,
  resources: Resources,
  settings: KeygenSettings,
): ArrivingProduct {
  const policies = resources.of('policies').filter((each) => each.one('product') === product.id)
  const ofPolicies = new Set(policies.map(({ id }) => id))
  const licenses = resources
    .of('licenses')
    .filter((each) => ofPolicies.has(each.one('policy') ?? ''))
  const entitlements = [
    ...policies.flatMap(({ id }) => resources.entitlementsOf('policies', id)),
    ...licenses.flatMap(({ id }) => resources.entitlementsOf('licenses', id)),
  ]
  return {
    code: productCode(product, resources),
    name: shortened(textOr(product.attributes.name, product.id)),
    capabilities: unique([...settings.capabilities, ...entitlements.map(capabilityFrom)]),
    exportFormats: settings.exportFormats,
  }
}

/** Keygen's licenses do not renew by themselves: somebody renews them, as `POST …/terms` does here. */
export function planFrom(
  policy: Resource,
  product: Resource,
  resources: Resources,
  settings: KeygenSettings,
): ArrivingPlan {
  const { name, duration, maxMachines } = policy.attributes
  const entitlements = resources.entitlementsOf('policies', policy.id)
  const code = productCode(product, resources)
  const terms: PlanTerms = {
    capabilities: unique([...settings.capabilities, ...entitlements.map(capabilityFrom)]),
    term: typeof duration === 'number' && duration > 0 ? periodOf(duration) : null,
    renewal: 'none',
    seats: seatsFrom(maxMachines),
  }
  return {
    code: planCode(policy, code),
    name: shortened(textOr(name, policy.id)),
    product: code,
    terms,
  }
}

/** An entitlement `area:action` stays as it is; any other, say `EXPORT_PDF`, becomes `feature:export_pdf`. */
export function capabilityFrom({ id, attributes }: Resource): string {
  const code = textOr(attributes.code, id)
  if (isCapability(code)) return code
  const action = code
    .toLowerCase()
    .replaceAll(/[^a-z0-9_-]+/g, '-')
    .replace(/^[-_]+/, '')
  return `feature:${action.slice(0, 63) || 'unnamed'}`
}

export function seatsFrom(maxMachines: unknown): number | null {
  return typeof maxMachines === 'number' && Number.isInteger(maxMachines) && maxMachines > 0
    ? Math.min(maxMachines, 10_000)
    : null
}

const day = 86_400
/** A year has been 365 days, 365.25, or 365.2425; a month its twelfth. */
const years = [365 * day, 365.25 * day, 365.2425 * day]

/** Seconds as a calendar length: years and months where they are such, else days, rounded up. */
function periodOf(seconds: number): string {
  for (const year of years) {
    const count = seconds / year
    if (Number.isInteger(count) && count <= 200) return `P${count}Y`
    const months = (seconds / year) * 12
    if (Number.isInteger(months) && months <= 2400 && year !== years[0]) return `P${months}M`
  }
  return `P${Math.min(Math.ceil(seconds / day), 73_000)}D`
}

export function textOr(value: unknown, otherwise: string): string {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : otherwise
}

/** As long as a name can be; no character is cut in two. */
export function shortened(text: string): string {
  return text.slice(0, 200).toWellFormed()
}

function plain(text: string): string {
  const letters = text.normalize('NFKD').replaceAll(/\p{M}/gu, '').replaceAll('ß', 'ss')
  const ascii = letters.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')
  return ascii.replaceAll(/^-+|-+$/g, '').slice(0, 40)
}

function unique(names: readonly string[]): string[] {
  return [...new Set(names)].sort()
}
