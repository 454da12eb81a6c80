/** A right that the product defines and asks for, `area:action`, e.g. `orders:write`. */
export type Capability = string

/** The one capability that nothing takes away. The name is reserved: no product can define it otherwise. */
export const dataExport = 'data:export'

/** Exactly what export-only gives. */
export const exportOnly: readonly Capability[] = [dataExport]

const capabilityShape = /^[a-z0-9][a-z0-9_-]{0,62}:[a-z0-9][a-z0-9_-]{0,62}$/

/** `area:action`, each of lower-case letters, digits, `_` and `-`, at most 63 long. */
export function isCapability(text: string): boolean {
  return capabilityShape.test(text)
}

/** What full gives: the grant's capabilities and always the export, sorted by code unit, each once. */
export function withExport(capabilities: readonly Capability[]): readonly Capability[] {
  return [...new Set([...capabilities, dataExport])].sort()
}
