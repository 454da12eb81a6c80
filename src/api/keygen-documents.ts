import { isRecord } from '../token/record.ts'

type Json = Readonly<Record<string, unknown>>

/** A resource of Keygen's API (JSON:API). */
export interface Resource {
  readonly type: string
  readonly id: string
  readonly attributes: Json
  /** The id of the one resource that a relationship names; null if it names none. */
  readonly one: (relationship: string) => string | null
}

/** What stands in documents, each resource once. */
export interface Resources {
  readonly of: (type: string) => readonly Resource[]
  readonly find: (type: string, id: string | null) => Resource | null
  /** The entitlements that a policy or a license is said to have. */
  readonly entitlementsOf: (type: 'policies' | 'licenses', id: string) => readonly Resource[]
  readonly types: readonly string[]
  /** Where one names what is none. */
  readonly odd: number
}

/**
 * Reads documents as the API answers them: a list or a single resource under `data`, others under `included`. Which policy or license
 * a list of entitlements belongs to, its own address says (`links.self`).
 */
export function readDocuments(documents: readonly Json[]): Resources {
  const all = new Map<string, Resource>()
  const entitled = new Map<string, Set<string>>()
  let odd = 0
  for (const document of documents) {
    const owner = ownerIn(document)
    for (const item of [...listOf(document.data), ...listOf(document.included)]) {
      const resource = resourceOf(item)
      if (resource === null) {
        odd += 1
        continue
      }
      all.set(keyOf(resource.type, resource.id), resource)
      if (owner !== null && resource.type === 'entitlements') add(entitled, owner, resource.id)
      for (const id of idsIn(item, 'entitlements'))
        add(entitled, keyOf(resource.type, resource.id), id)
    }
  }
  const resources = [...all.values()]
  return {
    of: (type) => resources.filter((each) => each.type === type),
    find: (type, id) => (id === null ? null : (all.get(keyOf(type, id)) ?? null)),
    entitlementsOf: (type, id) =>
      [...(entitled.get(keyOf(type, id)) ?? [])].flatMap(
        (each) => all.get(keyOf('entitlements', each)) ?? [],
      ),
    types: [...new Set(resources.map(({ type }) => type))],
    odd,
  }
}

function keyOf(type: string, id: string): string {
  return `${type}/${id}`
}

function add(entitled: Map<string, Set<string>>, owner: string, id: string): void {
  entitled.set(owner, (entitled.get(owner) ?? new Set()).add(id))
}

/** `/v1/accounts/…/policies/ID/entitlements` */
function ownerIn({ links }: Json): string | null {
  const self = isRecord(links) && typeof links.self === 'string' ? links.self : ''
  const [, type = '', id = ''] = /\/(policies|licenses)\/([^/?]+)\/entitlements\b/.exec(self) ?? []
  return type === '' ? null : keyOf(type, id)
}

function listOf(data: unknown): readonly unknown[] {
  if (data === undefined || data === null) return []
  return Array.isArray(data) ? data : [data]
}

function resourceOf(item: unknown): Resource | null {
  if (!isRecord(item) || typeof item.type !== 'string' || typeof item.id !== 'string') return null
  const { type, id, attributes } = item
  return {
    type,
    id,
    attributes: isRecord(attributes) ? attributes : {},
    one: (relationship) => idsIn(item, relationship)[0] ?? null,
  }
}

function idsIn(item: unknown, relationship: string): readonly string[] {
  if (!isRecord(item) || !isRecord(item.relationships)) return []
  const related = item.relationships[relationship]
  if (!isRecord(related)) return []
  return listOf(related.data).flatMap((each) =>
    isRecord(each) && typeof each.id === 'string' ? [each.id] : [],
  )
}
